package org.lottrace.api.cost;

import org.lottrace.api.code.Coded;

/** What a part of a cost was paid for (IAS 2.10: purchase, conversion, other). */
public enum CostElement implements Coded {
    MATERIAL("MATERIAL"),
    FREIGHT("FREIGHT"),
    DUTY("DUTY"),
    CONVERSION("CONVERSION"),
    OVERHEAD("OVERHEAD");

    private final String code;

    CostElement(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
