package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.lot.Lot;

/** Which offer goes first. The order is total, so that the same stock always gives the same answer. */
final class RotationOrder {
    /** In which order reserved lots are picked: earlier expiry, then earlier production; without a date last; then the key. */
    static final Comparator<Lot> LOTS = Comparator.comparing((Lot lot) -> orLast(lot.expiry()))
            .thenComparing(lot -> orLast(lot.productionDate()))
            .thenComparing(Lot::key);

    private RotationOrder() {}

    /** By days alone: what is equal here is the same to the rotation. */
    static Comparator<Offer> byDays(Rotation rotation) {
        Comparator<Offer> expiry = earliest(offer -> offer.lot().expiry());
        Comparator<Offer> made = earliest(offer -> offer.lot().productionDate());
        Comparator<Offer> received = earliest(Offer::received);
        return switch (rotation) {
            case FEFO -> expiry.thenComparing(made).thenComparing(received);
            case FIFO -> received.thenComparing(expiry).thenComparing(made);
            case LEFO -> expiry.reversed().thenComparing(made.reversed());
            case FIRST_MANUFACTURED -> made.thenComparing(expiry);
            case NEWEST_FIRST -> latest(offer -> offer.lot().productionDate()).thenComparing(expiry.reversed());
        };
    }

    /** Of the same days: what the terms prefer, then lot and position. */
    static Comparator<Offer> of(AllocationTerms terms) {
        Comparator<Offer> order = byDays(terms.rotation());
        if (terms.pickFacesFirst()) {
            order = order.thenComparing(offer -> !offer.pickFace());
        }
        if (terms.pickPathFirst()) {
            order = order.thenComparing(Offer::path);
        }
        Comparator<Offer> smaller = Comparator.comparing(Offer::available);
        return order.thenComparing(terms.remaindersFirst() ? smaller : smaller.reversed())
                .thenComparing(offer -> offer.lot().key())
                .thenComparing(Offer::position);
    }

    /**
     * @return days between the dates that the rotation counts first; most of all when one has none and the other one has
     */
    static long daysBetween(Rotation rotation, Offer one, Offer other) {
        Function<Offer, Optional<LocalDate>> first =
                switch (rotation) {
                    case FEFO, LEFO -> offer -> offer.lot().expiry();
                    case FIFO -> Offer::received;
                    case FIRST_MANUFACTURED, NEWEST_FIRST ->
                        offer -> offer.lot().productionDate();
                };
        List<LocalDate> days = Stream.of(one, other)
                .flatMap(offer -> first.apply(offer).stream())
                .collect(Collectors.toList());
        return switch (days.size()) {
            case 0 -> 0;
            case 1 -> Long.MAX_VALUE;
            default -> Math.abs(ChronoUnit.DAYS.between(days.get(0), days.get(1)));
        };
    }

    private static Comparator<Offer> earliest(Function<Offer, Optional<LocalDate>> day) {
        return Comparator.comparing(offer -> orLast(day.apply(offer)));
    }

    private static Comparator<Offer> latest(Function<Offer, Optional<LocalDate>> day) {
        return Comparator.comparing((Offer offer) -> day.apply(offer).orElse(LocalDate.MIN), Comparator.reverseOrder());
    }

    private static LocalDate orLast(Optional<LocalDate> date) {
        return date.orElse(LocalDate.MAX);
    }
}
