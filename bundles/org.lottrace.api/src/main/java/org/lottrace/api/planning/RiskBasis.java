package org.lottrace.api.planning;

import org.lottrace.api.code.Coded;

/** From what a chance was worked out, or why there is none. */
public enum RiskBasis implements Coded {
    /** Demand varies from week to week no more than single sales that do not depend on each other: Poisson. */
    POISSON("POISSON"),
    /** It varies more: negative binomial. */
    NEGATIVE_BINOMIAL("NEGATIVE_BINOMIAL"),
    /** Too few whole weeks lie between the first demand and today: no chance is given. */
    TOO_FEW_WEEKS("TOO_FEW_WEEKS"),
    /** Nothing of the item was wanted at this site: no chance is given. */
    NO_DEMAND("NO_DEMAND"),
    /** The lot is held or recalled, and not in the queue. */
    HELD("HELD");

    private final String code;

    RiskBasis(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return true when there is a chance */
    public boolean isKnown() {
        return this == POISSON || this == NEGATIVE_BINOMIAL;
    }
}
