package org.lottrace.api.order;

import org.lottrace.api.code.Coded;

/** How far a production order is. */
public enum ProductionStatus implements Coded {
    /** Nothing was consumed for it. */
    PLANNED("PLANNED"),
    /** Something was consumed, or came out. */
    STARTED("STARTED"),
    /** So much of the main product came out as was planned. */
    FINISHED("FINISHED"),
    /** Nothing is to be captured for it any more. */
    CLOSED("CLOSED");

    private final String code;

    ProductionStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
