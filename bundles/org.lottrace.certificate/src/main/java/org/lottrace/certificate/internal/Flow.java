package org.lottrace.certificate.internal;

import java.util.Optional;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.PlaceKind;

/** The ways in which a quantity comes into the company's stock or leaves it. */
enum Flow {
    /** From outside, or there when recording began. */
    RECEIVED,
    PRODUCED,
    RETURNED,
    FOUND,
    SHIPPED,
    CONSUMED,
    DISPOSED,
    MISSED;

    /** @return how goods from there come in; empty when they were in stock before */
    static Optional<Flow> from(PlaceKind kind, EventType type) {
        return switch (kind) {
            case PARTY -> Optional.of(type == EventType.RETURN ? RETURNED : RECEIVED);
            case OPENING -> Optional.of(RECEIVED);
            case TRANSFORMATION -> Optional.of(PRODUCED);
            case COUNT_DIFFERENCE, DISPOSAL, UNEXPLAINED -> Optional.of(FOUND);
            case LOCATION, PRODUCTION_ORDER, IN_TRANSIT, TANK, VEHICLE, DEVICE -> Optional.empty();
        };
    }

    /** @return how goods leave to there; empty when they stay in stock */
    static Optional<Flow> to(PlaceKind kind) {
        return switch (kind) {
            case PARTY -> Optional.of(SHIPPED);
            case TRANSFORMATION -> Optional.of(CONSUMED);
            case COUNT_DIFFERENCE -> Optional.of(MISSED);
            case DISPOSAL -> Optional.of(DISPOSED);
            case LOCATION, PRODUCTION_ORDER, IN_TRANSIT, TANK, VEHICLE, DEVICE, OPENING, UNEXPLAINED ->
                Optional.empty();
        };
    }
}
