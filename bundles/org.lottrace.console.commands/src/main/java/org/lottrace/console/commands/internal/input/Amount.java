package org.lottrace.console.commands.internal.input;

import org.lottrace.api.quantity.Quantity;

/** A quantity as it is typed: {@code 12.5:KGM}. */
public final class Amount {
    private Amount() {}

    /** @throws IllegalArgumentException if it is not {@code AMOUNT:UNIT} */
    public static Quantity parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a quantity such as 12.5:KGM (AMOUNT:UNIT): \"" + text + "\"");
        }
        return of(parts[0], parts[1], text);
    }

    static Quantity of(String amount, String unit, String text) {
        try {
            return Quantity.of(amount, unit);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + amount + "\" is not a decimal number, in \"" + text + "\"", e);
        }
    }
}
