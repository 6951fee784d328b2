package org.lottrace.api.movement;

import org.lottrace.api.code.Coded;

/** A paper that goes with a shipment. */
public enum ShipmentPaper implements Coded {
    /** What was delivered for which order, line by line. */
    DELIVERY_NOTE("DELIVERY_NOTE"),
    /** What is in which logistic unit. */
    PACKING_LIST("PACKING_LIST");

    private final String code;

    ShipmentPaper(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
