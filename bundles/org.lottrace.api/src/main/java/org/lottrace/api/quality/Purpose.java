package org.lottrace.api.quality;

import org.lottrace.api.code.Coded;

/** What a lot is to be used for. */
public enum Purpose implements Coded {
    /** To reserve it for a customer's order. */
    ALLOCATION("ALLOCATION"),
    /** To take it to where an order is made ready, or to pack what nobody has reserved. */
    PICKING("PICKING"),
    /** To hand it to a customer. */
    SHIPMENT("SHIPMENT"),
    /** To consume it in production. */
    PRODUCTION("PRODUCTION");

    private final String code;

    Purpose(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
