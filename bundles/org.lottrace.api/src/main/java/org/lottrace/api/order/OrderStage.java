package org.lottrace.api.order;

import org.lottrace.api.code.Coded;

/** How far a sales order is: everything that it still wants is at least so far. */
public enum OrderStage implements Coded {
    /** Something is not reserved yet. */
    OPEN("OPEN"),
    /** Everything is reserved. */
    ALLOCATED("ALLOCATED"),
    /** Everything is at a location from which goods leave. */
    PICKED("PICKED"),
    /** Everything is in logistic units there. */
    PACKED("PACKED"),
    /** Everything has left. */
    SHIPPED("SHIPPED"),
    /** The customer has everything. */
    DELIVERED("DELIVERED");

    private final String code;

    OrderStage(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
