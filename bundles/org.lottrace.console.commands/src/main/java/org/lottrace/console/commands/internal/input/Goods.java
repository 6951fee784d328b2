package org.lottrace.console.commands.internal.input;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.text.TextForms;

/** Quantities of lots as they are typed. A lot number cannot contain {@code @}, so what follows it is unambiguous. */
public final class Goods {
    /** For the help of commands. */
    public static final String FORM =
            "LOT@LOCATION:AMOUNT:UNIT[:SSCC][,NAME=VALUE], such as MILK/L4711@RM-01:12.5:KGM or HAM/H7@CR-01:3:C62,netWeight=7.4:KGM";

    /** For the help of commands. */
    public static final String ARRIVED_FORM = "LOT@AMOUNT:UNIT[:SSCC], such as MILK/L4711@12.5:KGM";

    private static final String MADE = "made";
    private static final String EXPIRY = "expiry";
    private static final String DAMAGED = "damaged";
    private static final String ORDER_LINE = "orderLine";
    private static final String PRICE = "price";
    private static final Set<String> RECEIVED_WORDS = Set.of(MADE, EXPIRY, DAMAGED, ORDER_LINE, PRICE);

    /** For the help of commands. */
    public static final String RECEIVED_FORM =
            "LOT@AMOUNT:UNIT[:SSCC][,made=DATE][,expiry=DATE][,orderLine=NUMBER][,price=PRICE][,damaged], such as"
                    + " MILK/L4711@12.5:KGM,expiry=2026-12-01,price=0.80:EUR/KGM";

    /** For the help of commands. */
    public static final String SHIPPED_FORM =
            "ORDERLINE=LOT@LOCATION:AMOUNT:UNIT[:SSCC][,NAME=VALUE], such as 1=CHEESE/2026-081@FG-01:20:CS";

    /** For the help of commands. */
    public static final String OUTPUT_FORM =
            "ITEM[/NUMBER]@LOCATION:AMOUNT:UNIT[:SSCC][,NAME=VALUE], such as BUTTERMILK/B12@CR-02:40:KGM";

    private Goods() {}

    /** @throws IllegalArgumentException if it is not of the {@link #OUTPUT_FORM} */
    public static Production.Output output(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw wrong(text, OUTPUT_FORM);
        }
        String[] name = text.substring(0, at).split("/", 2);
        List<String> words = List.of(text.substring(at + 1).split(",", -1));
        String[] parts = after("@" + words.get(0), OUTPUT_FORM, 3);
        return new Production.Output(
                TextForms.read(ItemNumber.class, name[0]),
                amount(parts[1], parts[2]),
                name.length > 1 ? Optional.of(TextForms.read(LotNumber.class, name[1])) : Optional.empty(),
                TextForms.read(LocationId.class, parts[0]),
                container(parts, 3),
                Said.parse(words.subList(1, words.size())));
    }

    /** @throws IllegalArgumentException if one is not of the {@link #FORM} */
    public static List<LotQuantity> parse(List<String> texts) {
        return texts.stream().map(Goods::one).toList();
    }

    /** @throws IllegalArgumentException if it is not of the {@link #ARRIVED_FORM} */
    public static Arrival.Line arrived(String text) {
        String[] parts = after(text, ARRIVED_FORM, 2);
        return new Arrival.Line(lot(text), amount(parts[0], parts[1]), container(parts, 2));
    }

    /** @throws IllegalArgumentException if it is not of the {@link #RECEIVED_FORM} */
    public static Receipt.Line received(String text) {
        String[] words = text.substring(text.indexOf('@') + 1).split(",", -1); // a lot number may have commas
        String[] parts = after(text.substring(0, text.indexOf('@') + 1) + words[0], RECEIVED_FORM, 2);
        Map<String, String> more = new HashMap<>();
        for (String word : List.of(words).subList(1, words.length)) {
            String[] pair = word.split("=", 2);
            if (!RECEIVED_WORDS.contains(pair[0]) || (pair.length < 2) != pair[0].equals(DAMAGED)) {
                throw wrong(text, RECEIVED_FORM);
            }
            more.put(pair[0], word.substring(Math.min(word.length(), pair[0].length() + 1)));
        }
        return new Receipt.Line(
                lot(text),
                amount(parts[0], parts[1]),
                container(parts, 2),
                value(more, MADE, LocalDate.class),
                value(more, EXPIRY, LocalDate.class),
                more.containsKey(DAMAGED),
                Optional.ofNullable(more.get(ORDER_LINE)).map(number -> orderLine(number, text, RECEIVED_FORM)),
                value(more, PRICE, UnitPrice.class));
    }

    private static <T> Optional<T> value(Map<String, String> words, String name, Class<T> type) {
        return Optional.ofNullable(words.get(name)).map(text -> TextForms.read(type, text));
    }

    /** @throws IllegalArgumentException if it is not of the {@link #SHIPPED_FORM} */
    public static Shipment.Line shipped(String text, Optional<Sscc> shippedIn) {
        String[] parts = text.split("=", 2);
        if (parts.length != 2) {
            throw wrong(text, SHIPPED_FORM);
        }
        return new Shipment.Line(orderLine(parts[0], text, SHIPPED_FORM), one(parts[1]), shippedIn);
    }

    private static int orderLine(String number, String text, String form) {
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw wrong(text, form);
        }
        return Integer.parseInt(number);
    }

    /** @throws IllegalArgumentException if it is not of the {@link #FORM} */
    public static LotQuantity one(String text) {
        int at = text.indexOf('@');
        List<String> words = List.of(text.substring(at + 1).split(",", -1)); // a lot number may have commas
        String[] parts = after(text.substring(0, at + 1) + words.get(0), FORM, 3);
        return new LotQuantity(
                lot(text),
                TextForms.read(LocationId.class, parts[0]),
                container(parts, 3),
                amount(parts[1], parts[2]),
                Said.parse(words.subList(1, words.size())));
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
