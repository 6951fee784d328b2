package org.lottrace.api.lot;

/** What a storage location is for. Only {@link #STORAGE} and {@link #PICKING} hold stock that can be allocated. */
public enum LocationType {
    RECEIVING,
    STORAGE,
    PICKING,
    PRODUCTION,
    QUARANTINE,
    SHIPPING;

    /** @return true when stock here may be reserved for an order */
    public boolean canBeAllocated() {
        return this == STORAGE || this == PICKING;
    }
}
