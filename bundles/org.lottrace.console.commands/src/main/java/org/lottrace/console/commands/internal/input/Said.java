package org.lottrace.console.commands.internal.input;

import java.util.List;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataType;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.text.TextForms;

/** Key data elements as they are typed: {@code countryOfOrigin=DE}, a quantity as {@code netWeight=12.5:KGM}. */
public final class Said {
    /** For the help of commands. */
    public static final String FORM = "NAME=VALUE, such as countryOfOrigin=DE or netWeight=12.5:KGM";

    private Said() {}

    /** @throws IllegalArgumentException if one is not of the {@link #FORM}, there is no such element, or this is no value of it */
    public static List<KeyDatum> parse(List<String> texts) {
        return texts.stream().map(Said::parse).toList();
    }

    private static KeyDatum parse(String text) {
        String[] sides = text.split("=", 2);
        if (sides.length < 2) {
            throw new IllegalArgumentException("write what there is to say as " + FORM + "; not \"" + text + "\"");
        }
        KeyDataElement element = KeyDataElement.find(sides[0])
                .orElseThrow(() -> new IllegalArgumentException("there is no key data element \"" + sides[0] + "\""));
        return new KeyDatum(element.word(), value(element.type(), sides[1]));
    }

    /** A line of the shell knows no blanks: a quantity is typed as everywhere in it. */
    private static KeyDataValue value(KeyDataType type, String text) {
        return type == KeyDataType.QUANTITY
                ? new KeyDataValue.Amount(TextForms.read(Quantity.class, text))
                : KeyDataValue.of(type, text);
    }
}
