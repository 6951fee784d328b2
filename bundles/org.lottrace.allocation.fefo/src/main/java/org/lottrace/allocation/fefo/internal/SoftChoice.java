package org.lottrace.allocation.fefo.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What a line takes when others give way. A rule for whole units or for few lots may leave unused what they would give, so it is tried in
 * memory: nobody loses what is not used, and the stock is as before at the end.
 */
final class SoftChoice {
    private final SiteStock stock;
    private final Supplier<List<Candidate>> choice;
    private final List<Candidate> before;
    private final Map<LotAt, Quantity> available = new HashMap<>();
    /** In the order in which they give way, with how much of each is free for now. */
    private final Map<Reservation, Quantity> freed = new LinkedHashMap<>();

    private List<Candidate> candidates;

    private record LotAt(LotKey lot, Position position) {}

    /**
     * @param candidates what the line looked at, with what it takes
     * @param given which parts of which reservations are used for it; empty when they would give it nothing more
     */
    record Chosen(List<Candidate> candidates, Map<Reservation, Quantity> given) {}

    /**
     * @param choice what the line takes of what is free when it is asked
     * @param before what it takes as long as nobody gives anything
     */
    SoftChoice(SiteStock stock, Supplier<List<Candidate>> choice, List<Candidate> before) {
        this.stock = stock;
        this.choice = choice;
        this.before = List.copyOf(before);
        this.candidates = this.before;
        before.forEach(one -> available.put(new LotAt(one.lot(), one.position()), one.available()));
    }

    /** @param givingWay of goods that are among the candidates; the first ones give first */
    Chosen of(List<Reservation> givingWay) {
        givingWay.forEach(one -> freed.put(one, zero(one)));
        givingWay.forEach(one -> free(one, one.quantity()));
        choose();
        Quantity most = taken();
        putBackAll();
        if (missing(most).isPositive()) {
            allAtOnce(givingWay, most);
            if (missing(most).isPositive() || !kept().equals(freed)) {
                putBackAll();
                givingWay.forEach(one -> oneByOne(one, most));
            }
            putBackUnused();
        }
        Chosen chosen = new Chosen(candidates, given());
        putBackAll();
        return chosen;
    }

    /** Without such a rule all that becomes free is used. */
    private void allAtOnce(List<Reservation> givingWay, Quantity most) {
        Quantity rest = missing(most);
        for (Reservation one : givingWay) {
            Quantity part = rest.min(one.quantity());
            free(one, part);
            rest = rest.minus(part);
        }
        choose();
    }

    /**
     * No more of it than is missing, or it would be taken instead of what nobody has; all of it where less helps nothing, because a whole
     * unit or a lot that is large enough may come of it together with the next ones.
     */
    private void oneByOne(Reservation one, Quantity most) {
        while (missing(most).isPositive() && left(one).isPositive()) {
            Quantity missing = missing(most);
            free(one, freed.get(one).plus(missing.min(left(one))));
            choose();
            if (missing(most).compareTo(missing) >= 0 && left(one).isPositive()) {
                free(one, one.quantity());
                choose();
            }
        }
    }

    /** With less of it the order of preference may be another one, and then some more is not used. */
    private void putBackUnused() {
        Map<Reservation, Quantity> kept = kept();
        while (!kept.equals(freed)) {
            kept.forEach(this::free);
            choose();
            kept = kept();
        }
    }

    private void putBackAll() {
        List.copyOf(freed.keySet()).forEach(one -> free(one, zero(one)));
        candidates = before;
    }

    /** @return what of it is used; what was free at the same place is used first */
    private Map<Reservation, Quantity> kept() {
        Map<LotAt, Quantity> used = new HashMap<>();
        candidates.stream().filter(one -> one.taken().isPositive()).forEach(one -> {
            LotAt at = new LotAt(one.lot(), one.position());
            used.put(at, one.taken().minus(available.get(at)));
        });
        Map<Reservation, Quantity> kept = new LinkedHashMap<>();
        freed.forEach((one, part) -> {
            LotAt at = new LotAt(one.lot(), one.position());
            Quantity rest = used.getOrDefault(at, zero(one));
            Quantity own = rest.isPositive() ? part.min(rest) : zero(one);
            used.put(at, rest.minus(own));
            kept.put(one, own);
        });
        return kept;
    }

    private Map<Reservation, Quantity> given() {
        Map<Reservation, Quantity> given = new LinkedHashMap<>(freed);
        given.values().removeIf(Quantity::isZero);
        return given;
    }

    private void choose() {
        candidates = choice.get();
    }

    private Quantity missing(Quantity most) {
        return most.minus(taken());
    }

    private Quantity taken() {
        return candidates.stream().map(Candidate::taken).reduce(Quantity::plus).orElseThrow();
    }

    private Quantity left(Reservation one) {
        return one.quantity().minus(freed.get(one));
    }

    private void free(Reservation one, Quantity part) {
        stock.take(List.of(one.of(freed.get(one))));
        stock.giveBack(List.of(one.of(part)));
        freed.put(one, part);
    }

    private static Quantity zero(Reservation one) {
        return Quantity.zero(one.quantity().unit());
    }
}
