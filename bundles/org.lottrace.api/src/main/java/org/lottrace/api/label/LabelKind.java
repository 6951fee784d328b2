package org.lottrace.api.label;

import org.lottrace.api.code.Coded;

/** What a label is stuck on. */
public enum LabelKind implements Coded {
    /** A trade item of a lot: AI (01), (10), (11), (17), and (21) when it is one piece with a serial number. */
    LOT("LOT"),
    /** A case of a lot, with its weight when that varies: as a lot, and AI (310n). */
    CASE("CASE"),
    /** A logistic unit with trade items of one lot: AI (00), (02), (37), (10), (11), (17), (310n). */
    PALLET("PALLET");

    private final String code;

    LabelKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
