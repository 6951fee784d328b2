package org.lottrace.api.lot;

import org.lottrace.api.code.Coded;

/** What a storage location is for. Only {@link #STORAGE} and {@link #PICKING} hold stock that can be allocated. */
public enum LocationType implements Coded {
    RECEIVING("RECEIVING"),
    STORAGE("STORAGE"),
    PICKING("PICKING"),
    PRODUCTION("PRODUCTION"),
    QUARANTINE("QUARANTINE"),
    SHIPPING("SHIPPING"),
    /** A tank or silo: what is put in runs together, and what is consumed from it comes from all that is in it, in proportion. */
    TANK("TANK");

    private final String code;

    LocationType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return true when stock here may be reserved for an order */
    public boolean canBeAllocated() {
        return this == STORAGE || this == PICKING;
    }
}
