package org.lottrace.console.commands.internal.input;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.text.TextForms;

/** Quantities of lots as they are typed. A lot number cannot contain {@code @}, so what follows it is unambiguous. */
public final class Goods {
    /** For the help of commands. */
    public static final String FORM = "LOT@LOCATION:AMOUNT:UNIT[:SSCC], such as MILK/L4711@RM-01:12.5:KGM";

    /** For the help of commands. */
    public static final String RECEIVED_FORM = "LOT@AMOUNT:UNIT[:SSCC], such as MILK/L4711@12.5:KGM";

    /** For the help of commands. */
    public static final String SHIPPED_FORM =
            "ORDERLINE=LOT@LOCATION:AMOUNT:UNIT[:SSCC], such as 1=CHEESE/2026-081@FG-01:20:CS";

    private Goods() {}

    /** @throws IllegalArgumentException if one is not of the {@link #FORM} */
    public static List<LotQuantity> parse(List<String> texts) {
        return texts.stream().map(Goods::parse).toList();
    }

    /** @throws IllegalArgumentException if it is not of the {@link #RECEIVED_FORM} */
    public static Receipt.Line received(String text) {
        String[] parts = after(text, RECEIVED_FORM, 2);
        return new Receipt.Line(lot(text), amount(parts[0], parts[1]), container(parts, 2));
    }

    /** @throws IllegalArgumentException if it is not of the {@link #SHIPPED_FORM} */
    public static Shipment.Line shipped(String text, Optional<Sscc> shippedIn) {
        String[] parts = text.split("=", 2);
        if (parts.length != 2 || !parts[0].matches("[1-9][0-9]{0,8}")) {
            throw wrong(text, SHIPPED_FORM);
        }
        return new Shipment.Line(Integer.parseInt(parts[0]), parse(parts[1]), shippedIn);
    }

    private static LotQuantity parse(String text) {
        String[] parts = after(text, FORM, 3);
        return new LotQuantity(
                lot(text), TextForms.read(LocationId.class, parts[0]), container(parts, 3), amount(parts[1], parts[2]));
    }

    private static LotReference lot(String text) {
        return TextForms.read(LotReference.class, text.substring(0, text.indexOf('@')));
    }

    private static Quantity amount(String amount, String unit) {
        return TextForms.read(Quantity.class, amount + ":" + unit);
    }

    private static String[] after(String text, String form, int mandatory) {
        String[] parts = text.substring(text.indexOf('@') + 1).split(":", -1);
        if (!text.contains("@") || parts.length < mandatory || parts.length > mandatory + 1) {
            throw wrong(text, form);
        }
        return parts;
    }

    private static Optional<Sscc> container(String[] parts, int index) {
        return parts.length > index ? Optional.of(TextForms.read(Sscc.class, parts[index])) : Optional.empty();
    }

    private static IllegalArgumentException wrong(String text, String form) {
        return new IllegalArgumentException("write goods as " + form + "; not \"" + text + "\"");
    }
}
