package org.lottrace.api.lot;

/**
 * The state of a whole lot, as a person or a rule has decided it. Expiry is not a disposition: it follows from the date.
 *
 * <p>Source: GS1 Core Business Vocabulary 2.0, 7.2 (dispositions), reduced to what applies to a lot.
 */
public enum Disposition {
    /** May be used for every purpose. */
    SELLABLE,
    /** Isolated until somebody releases it. */
    ON_HOLD,
    /** Affected by a recall. */
    RECALLED
}
