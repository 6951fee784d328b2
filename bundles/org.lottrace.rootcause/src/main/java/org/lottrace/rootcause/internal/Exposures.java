package org.lottrace.rootcause.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.rootcause.Suspicion.Factor;
import org.lottrace.rootcause.internal.LotHistory.Fact;
import org.lottrace.rootcause.internal.LotHistory.Input;
import org.lottrace.rootcause.internal.LotHistory.Trait;

/**
 * What one lot was exposed to, and through which of its ingredients. An ingredient counts up to the moment the last of it
 * went in; so the latest way in is looked at first, and each lot once: rework loops end.
 */
final class Exposures {
    private static final Comparator<Visit> LATEST_FIRST =
            Comparator.comparingLong((Visit visit) -> -visit.until()).thenComparing(Visit::lot);

    private final Histories histories;
    private final Map<LotKey, LotKey> containedIn = new HashMap<>();
    private final Map<Trait, LotKey> through = new LinkedHashMap<>();

    private record Visit(LotKey lot, LotKey containedIn, long until) {}

    private Exposures(Histories histories) {
        this.histories = histories;
    }

    /** @return for each trait the way from the lot to the ingredient that has it; the shortest one found */
    static Map<Trait, List<LotKey>> of(LotKey lot, Histories histories) {
        Exposures exposures = new Exposures(histories);
        exposures.walk(lot);
        Map<Trait, List<LotKey>> paths = new LinkedHashMap<>();
        exposures.through.forEach((trait, ingredient) -> paths.put(trait, exposures.path(lot, ingredient)));
        return paths;
    }

    private void walk(LotKey start) {
        PriorityQueue<Visit> open = new PriorityQueue<>(LATEST_FIRST);
        open.add(new Visit(start, start, histories.of(start).lastShipment()));
        while (!open.isEmpty()) {
            Visit visit = open.poll();
            if (containedIn.putIfAbsent(visit.lot(), visit.containedIn()) == null) {
                look(start, visit);
                for (Input input : histories.of(visit.lot()).inputs()) {
                    if (input.at() <= visit.until()) {
                        histories
                                .of(input.lot())
                                .conditionWhenIt("went in", input.day())
                                .forEach(trait -> keep(start, trait, visit.lot()));
                        open.add(new Visit(input.lot(), visit.lot(), input.at()));
                    }
                }
            }
        }
    }

    private void look(LotKey start, Visit visit) {
        if (!visit.lot().equals(start)) {
            keep(start, new Trait(Factor.INGREDIENT_LOT, visit.lot().toString()), visit.lot());
        }
        for (Fact fact : histories.of(visit.lot()).facts()) {
            if (fact.since() <= visit.until()) {
                keep(start, fact.trait(), visit.lot());
            }
        }
    }

    private void keep(LotKey start, Trait trait, LotKey ingredient) {
        LotKey known = through.get(trait);
        if (known == null || path(start, ingredient).size() < path(start, known).size()) {
            through.put(trait, ingredient);
        }
    }

    private List<LotKey> path(LotKey start, LotKey ingredient) {
        LinkedList<LotKey> path = new LinkedList<>();
        for (LotKey lot = ingredient; !lot.equals(start); lot = containedIn.get(lot)) {
            path.addFirst(lot);
        }
        path.addFirst(start);
        return new ArrayList<>(path);
    }
}
