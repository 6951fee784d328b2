package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.lottrace.api.planning.IssuePolicy;

/** Days one after the other: what comes is there, what is expired goes, what is wanted is given in the order of a policy. No store, no clock. */
final class IssueReplay {
    private static final Comparator<Kept> FIRST_EXPIRED = Comparator.comparing(
                    (Kept kept) -> kept.arrival.expiry().orElse(LocalDate.MAX))
            .thenComparing(kept -> kept.arrival.day());
    private static final Comparator<Kept> FIRST_IN = Comparator.comparing((Kept kept) -> kept.arrival.day())
            .thenComparing(kept -> kept.arrival.expiry().orElse(LocalDate.MAX));
    private static final Comparator<Kept> LAST_IN = FIRST_IN.reversed();

    private final List<Arrival> arrivals;
    private final Map<LocalDate, BigDecimal> wanted;
    private final int remainingDays;

    /**
     * @param arrivals in any order
     * @param wanted by day
     * @param remainingDays with fewer days until its expiry nobody takes a lot
     */
    IssueReplay(List<Arrival> arrivals, Map<LocalDate, BigDecimal> wanted, int remainingDays) {
        this.arrivals =
                arrivals.stream().sorted(Comparator.comparing(Arrival::day)).toList();
        this.wanted = Map.copyOf(wanted);
        this.remainingDays = remainingDays;
    }

    /**
     * @param day on which it came, which for FIFO is the day it came first
     * @param expiry its last day
     */
    record Arrival(LocalDate day, Optional<LocalDate> expiry, BigDecimal quantity) {}

    record Run(BigDecimal wasted, BigDecimal filled) {}

    private static final class Kept {
        private final Arrival arrival;
        private BigDecimal quantity;

        Kept(Arrival arrival) {
            this.arrival = arrival;
            this.quantity = arrival.quantity();
        }

        boolean isGood(LocalDate day, int remaining) {
            return arrival.expiry()
                    .filter(last -> last.isBefore(day.plusDays(remaining)))
                    .isEmpty();
        }
    }

    /** @param seed what a policy that draws draws by */
    Run run(IssuePolicy policy, LocalDate from, LocalDate to, long seed) {
        Random random = new Random(seed);
        List<Kept> shelf = new ArrayList<>();
        BigDecimal wasted = BigDecimal.ZERO;
        BigDecimal filled = BigDecimal.ZERO;
        int next = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            while (next < arrivals.size() && !arrivals.get(next).day().isAfter(day)) {
                shelf.add(new Kept(arrivals.get(next)));
                next++;
            }
            LocalDate today = day;
            wasted = wasted.add(shelf.stream()
                    .filter(kept -> !kept.isGood(today, 0))
                    .map(kept -> kept.quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
            shelf.removeIf(kept -> kept.quantity.signum() == 0 || !kept.isGood(today, 0));
            filled = filled.add(given(ordered(shelf, policy, random), wanted.getOrDefault(day, BigDecimal.ZERO), day));
        }
        return new Run(wasted, filled);
    }

    private static List<Kept> ordered(List<Kept> shelf, IssuePolicy policy, Random random) {
        List<Kept> ordered = new ArrayList<>(shelf);
        switch (policy) {
            case FEFO -> ordered.sort(FIRST_EXPIRED);
            case FIFO -> ordered.sort(FIRST_IN);
            case LIFO -> ordered.sort(LAST_IN);
            case RANDOM -> Collections.shuffle(ordered, random);
        }
        return ordered;
    }

    private BigDecimal given(List<Kept> ordered, BigDecimal wantedToday, LocalDate day) {
        BigDecimal open = wantedToday;
        for (Kept kept : ordered) {
            if (open.signum() > 0 && kept.isGood(day, remainingDays)) {
                BigDecimal taken = kept.quantity.min(open);
                kept.quantity = kept.quantity.subtract(taken);
                open = open.subtract(taken);
            }
        }
        return wantedToday.subtract(open);
    }
}
