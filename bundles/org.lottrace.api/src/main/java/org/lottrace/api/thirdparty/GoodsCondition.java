package org.lottrace.api.thirdparty;

import org.lottrace.api.code.Coded;

/** In what condition goods are that a warehouse reports (compare X12 DE 412). */
public enum GoodsCondition implements Coded {
    GOOD("GOOD"),
    DAMAGED("DAMAGED");

    private final String code;

    GoodsCondition(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
