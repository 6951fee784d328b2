package org.lottrace.api.event;

import org.lottrace.api.code.Coded;

/**
 * The kinds of ends a quantity can move between. Every line moves from one place to another, so for each lot the sum
 * over all places is zero: the mass balance needs no second counter.
 */
public enum PlaceKind implements Coded {
    /** A storage location of an own site. */
    LOCATION("LOCATION", true),
    /** Consumed by a production order and not yet part of an output. */
    PRODUCTION_ORDER("PRODUCTION_ORDER", true),
    /** On the road between two own sites: it left one and has not arrived at the other. */
    IN_TRANSIT("IN_TRANSIT", true),
    /** A supplier, a customer or another party outside. */
    PARTY("PARTY", false),
    /** Went into an output lot, or came out as one. */
    TRANSFORMATION("TRANSFORMATION", false),
    /** Found or missed at a count. */
    COUNT_DIFFERENCE("COUNT_DIFFERENCE", false),
    /** Destroyed or thrown away. */
    DISPOSAL("DISPOSAL", false),
    /** A tank or silo of an own site, in which lots run together. */
    TANK("TANK", true),
    /** A truck, trailer or container of the company. */
    VEHICLE("VEHICLE", true),
    /** A machine that holds goods, such as a filler, an oven or a dispenser. */
    DEVICE("DEVICE", true),
    /** The time before anything was recorded here: where opening stock comes from. */
    OPENING("OPENING", false),
    /** Where goods come from that must have been there, because they were taken, and that nothing recorded explains. */
    UNEXPLAINED("UNEXPLAINED", false);

    private final String code;
    private final boolean holdsStock;

    PlaceKind(String code, boolean holdsStock) {
        this.code = code;
        this.holdsStock = holdsStock;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return true when what is here belongs to the company's stock and can never be less than zero */
    public boolean holdsStock() {
        return holdsStock;
    }
}
