package org.lottrace.api.planning;

import org.lottrace.api.code.Coded;

/**
 * How demand was forecast, and so why: by how often and how evenly an item is wanted.
 *
 * <p>Source: A. A. Syntetos, J. E. Boylan, J. D. Croston, J. Oper. Res. Soc. 56 (2005) 495-503: smooth below 1.32 weeks between demands.
 */
public enum ForecastMethod implements Coded {
    /** Wanted in almost every week: simple exponential smoothing, which is ETS(A,N,N). */
    EXPONENTIAL_SMOOTHING("EXPONENTIAL_SMOOTHING"),
    /** Wanted now and then: size and interval are smoothed apart (Croston), less its bias (Syntetos and Boylan). */
    CROSTON("CROSTON"),
    /** Wanted now and then, and not for longer than twice the usual interval: the chance of demand fades with every week without it (Teunter, Syntetos, Babai). */
    FADING("FADING"),
    /** Too few whole weeks lie between the first demand and today: nothing is forecast. */
    TOO_FEW_WEEKS("TOO_FEW_WEEKS");

    private final String code;

    ForecastMethod(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
