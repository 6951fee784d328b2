package org.lottrace.console.commands.internal.input;

import java.util.Arrays;
import java.util.Locale;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;

/** Words of a fixed list as they are typed: {@code sales-order} for {@code SALES_ORDER}. */
public final class Choice {
    private Choice() {}

    /** @throws IllegalArgumentException naming all that are possible, if {@code text} is none of them */
    public static <E extends Enum<E>> E of(Class<E> type, String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "not one of " + Arrays.toString(type.getEnumConstants()) + ": \"" + text + "\""));
    }

    /**
     * @param text {@code TYPE:NUMBER}, such as {@code SHIPMENT:S-1001}
     * @throws IllegalArgumentException if it is not
     */
    public static DocumentReference document(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "write a document as TYPE:NUMBER, such as SHIPMENT:S-1001; not \"" + text + "\"");
        }
        return new DocumentReference(of(DocumentType.class, parts[0]), parts[1]);
    }
}
