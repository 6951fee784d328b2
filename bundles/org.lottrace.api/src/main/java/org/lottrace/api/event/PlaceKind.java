package org.lottrace.api.event;

/**
 * The kinds of ends a quantity can move between. Every line moves from one place to another, so for each lot the sum
 * over all places is zero: the mass balance needs no second counter.
 */
public enum PlaceKind {
    /** A storage location of an own site. */
    LOCATION(true),
    /** Consumed by a production order and not yet part of an output. */
    PRODUCTION_ORDER(true),
    /** On the road between two own sites: it left one and has not arrived at the other. */
    IN_TRANSIT(true),
    /** A supplier, a customer or another party outside. */
    PARTY(false),
    /** Went into an output lot, or came out as one. */
    TRANSFORMATION(false),
    /** Found or missed at a count. */
    COUNT_DIFFERENCE(false),
    /** Destroyed or thrown away. */
    DISPOSAL(false);

    private final boolean holdsStock;

    PlaceKind(boolean holdsStock) {
        this.holdsStock = holdsStock;
    }

    /** @return true when what is here belongs to the company's stock and can never be less than zero */
    public boolean holdsStock() {
        return holdsStock;
    }
}
