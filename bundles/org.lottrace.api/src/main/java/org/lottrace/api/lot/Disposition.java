package org.lottrace.api.lot;

import org.lottrace.api.code.Coded;

/**
 * The state of a whole lot, as a person or a rule has decided it. Expiry is not a disposition: it follows from the date.
 *
 * <p>Source: GS1 Core Business Vocabulary 2.0, 7.2 (dispositions), reduced to what applies to a lot.
 */
public enum Disposition implements Coded {
    /** May be used for every purpose. */
    SELLABLE("SELLABLE"),
    /** Isolated until somebody releases it. */
    ON_HOLD("ON_HOLD"),
    /** Affected by a recall. */
    RECALLED("RECALLED");

    private final String code;

    Disposition(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
