package org.lottrace.api.recall;

import org.lottrace.api.code.Coded;

/** The rules a case follows. They give the word in the heading of its notices and the interval of its status reports. */
public enum RecallRegime implements Coded {
    /** 21 CFR 7: status reports every two to four weeks (7.53(a)). */
    FDA_FOOD("FDA_FOOD", "FOOD", 14),
    /** 21 CFR 107.240: status reports every 14 days. */
    FDA_INFANT_FORMULA("FDA_INFANT_FORMULA", "INFANT FORMULA", 14),
    /** 21 CFR 7: status reports every two to four weeks (7.53(a)). */
    FDA_DRUG("FDA_DRUG", "DRUG", 14),
    /** 21 CFR 806 with 21 CFR 7 for status reports. */
    FDA_DEVICE("FDA_DEVICE", "MEDICAL DEVICE", 14),
    /** Regulation (EC) 178/2002, Article 19; no interval is given there, two weeks are taken. */
    EU_FOOD("EU_FOOD", "FOOD", 14);

    private final String code;

    private final String product;
    private final int reportDays;

    RecallRegime(String code, String product, int reportDays) {
        this.code = code;
        this.product = product;
        this.reportDays = reportDays;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return the kind of product as the heading of a notice names it */
    public String product() {
        return product;
    }

    /** @return calendar days between status reports */
    public int reportDays() {
        return reportDays;
    }
}
