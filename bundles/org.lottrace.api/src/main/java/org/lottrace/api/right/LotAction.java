package org.lottrace.api.right;

import org.lottrace.api.code.Coded;

/** What is done to a lot that not everybody may do. */
public enum LotAction implements Coded {
    /** A lot is registered that nobody knew: by a receipt, an output, a count or opening stock. */
    CREATE("CREATE"),
    /** A lot is given a number by hand, where the site's template would give one, or its number is corrected. */
    NUMBER("NUMBER"),
    /** Lots are split, merged, relabelled or repacked. */
    SPLIT("SPLIT"),
    /** The dates of a lot are corrected. */
    REDATE("REDATE");

    private final String code;

    LotAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
