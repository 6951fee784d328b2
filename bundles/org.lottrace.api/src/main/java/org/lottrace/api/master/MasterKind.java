package org.lottrace.api.master;

import org.lottrace.api.code.Coded;

/** What can be closed. A partner's profile is a part of its party and is closed with it. */
public enum MasterKind implements Coded {
    /** An item. Key: its number. */
    ITEM("ITEM"),
    /** A supplier, customer, carrier or own company. Key: its number. */
    PARTY("PARTY"),
    /** An own site. Key: its code. */
    SITE("SITE"),
    /** A storage location, dock, tank or production line of a site. Key: {@code site/location}. */
    LOCATION("LOCATION");

    private final String code;

    MasterKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
