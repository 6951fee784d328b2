package org.lottrace.api.quality;

/** What a lot is to be used for. */
public enum Purpose {
    /** To reserve it for a customer's order. */
    ALLOCATION,
    /** To hand it to a customer. */
    SHIPMENT,
    /** To consume it in production. */
    PRODUCTION
}
