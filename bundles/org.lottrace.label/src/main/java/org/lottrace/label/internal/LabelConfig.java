package org.lottrace.label.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "LotTrace labels",
        description =
                "Templates of labels: parts divided by ; with lengths in millimetres: size WIDTH HEIGHT; text X Y HEIGHT WORDS;"
                        + " gs1-128 X Y WIDTH HEIGHT AI ...; datamatrix X Y SIZE AI ...; qr X Y SIZE")
@interface LabelConfig {
    @AttributeDefinition(description = "With what the URI of a QR code begins: your own resolver, or that of GS1.")
    String resolver() default "https://id.gs1.org";

    @AttributeDefinition(
            description = "Dots of the label printer for a millimetre: 8 (203 dpi), 12 (300 dpi) or 24 (600 dpi).")
    int dots_per_millimetre() default 8;

    @AttributeDefinition(description = "Template of the label of a lot.")
    String lot_template() default
            "size 70 45; text 3 3 4 {description}; text 3 9 3 Lot {lot}; text 3 13.5 3 Expiry {expiry};"
                    + " text 3 18 3 Serial {serial}; text 3 22.5 3 Opened {opened}; text 3 27 3 Thawed {thawed};"
                    + " datamatrix 50 2 17; qr 48 19 20; text 3 41 2.4 {elements}";

    @AttributeDefinition(description = "Template of the label of a case.")
    String case_template() default
            "size 100 70; text 3 3 5 {description}; text 3 10 4 Lot {lot}; text 3 15.5 4 Expiry {expiry};"
                    + " text 3 21 4 {weight}; text 3 26 3 Serial {serial}; text 3 30 3 Opened {opened}; text 3 34 3 Thawed {thawed}; datamatrix 72 3 25; qr 46 10 25; gs1-128 2 38 96 12 01 11 17 310n; gs1-128 2 52 96 12 10; text 3 66 2.4 {elements}";

    @AttributeDefinition(description = "Template of the label of a pallet.")
    String pallet_template() default
            "size 105 148; text 4 4 6 {description}; text 4 12 4.5 Lot {lot}; text 4 18 4.5 Expiry {expiry};"
                    + " text 4 24 4.5 Count {count}; text 4 30 4.5 {weight}; text 4 36 4.5 SSCC {unit}; datamatrix 4 45 32; qr 65 40 36;"
                    + " gs1-128 2 80 101 17 02 17 37; gs1-128 2 101 101 17 10; gs1-128 2 122 101 17 00; text 3 143 2.4 {elements}";
}
