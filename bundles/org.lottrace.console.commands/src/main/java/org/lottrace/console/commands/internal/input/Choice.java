package org.lottrace.console.commands.internal.input;

import java.util.Locale;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.text.TextForms;

/** Words of a fixed list as they are typed: {@code sales-order} for {@code SALES_ORDER}. */
public final class Choice {
    private Choice() {}

    /** @throws IllegalArgumentException naming all that are possible, if {@code text} is none of them */
    public static <E extends Enum<E> & Coded> E of(Class<E> type, String text) {
        return TextForms.read(type, code(text));
    }

    /**
     * @param text {@code TYPE:NUMBER}, such as {@code SHIPMENT:S-1001}
     * @throws IllegalArgumentException if it is not
     */
    public static DocumentReference document(String text) {
        int type = Math.max(0, text.indexOf(':'));
        return TextForms.read(DocumentReference.class, code(text.substring(0, type)) + text.substring(type));
    }

    private static String code(String typed) {
        return typed.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
