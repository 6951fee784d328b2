package org.lottrace.api.cost;

import org.lottrace.api.code.Coded;

/** By what the cost of goods sold is added up. */
public enum CogsGroup implements Coded {
    CUSTOMER("CUSTOMER"),
    ITEM("ITEM"),
    SHIPMENT("SHIPMENT"),
    ORDER_LINE("ORDER_LINE"),
    LOT("LOT");

    private final String code;

    CogsGroup(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
