package org.lottrace.api.lot;

import org.lottrace.api.code.Coded;

/** In what quantities an item is kept. */
public enum Counting implements Coded {
    /** Any quantity. */
    FRACTIONS("FRACTIONS"),
    /** Whole base units only. */
    WHOLE_PIECES("WHOLE_PIECES"),
    /** Pieces of different weight: what comes says pieces and weight, one as its quantity and one beside it. */
    CATCH_WEIGHT("CATCH_WEIGHT");

    private final String code;

    Counting(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
