package org.lottrace.api.order;

import org.lottrace.api.code.Coded;

/** What a line of a production order is about (compare ISA-95 material use: consumed, produced, by-product). */
public enum ProductionRole implements Coded {
    /** Goes in. */
    COMPONENT("COMPONENT"),
    /** What the order is for. */
    MAIN_PRODUCT("MAIN_PRODUCT"),
    /** Comes out together with the main product and bears its share of the cost (IAS 2.14, joint product). */
    CO_PRODUCT("CO_PRODUCT"),
    /** Comes out besides and is worth little: what it can be sold for, else nothing (IAS 2.14). */
    BY_PRODUCT("BY_PRODUCT"),
    /** What is lost as always: the good output bears its cost. */
    SCRAP("SCRAP"),
    /** What was lost beyond that: its cost is an expense (IAS 2.16). Never planned. */
    ABNORMAL_SCRAP("ABNORMAL_SCRAP");

    private final String code;

    ProductionRole(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return true when it comes out of the order */
    public boolean isOutput() {
        return this != COMPONENT;
    }

    /** @return true when it bears a share of the cost of what was consumed */
    public boolean isJointProduct() {
        return this == MAIN_PRODUCT || this == CO_PRODUCT;
    }
}
