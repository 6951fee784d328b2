package org.lottrace.genealogy.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.store.CustodyStore;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.lot.LotKey;

/**
 * How ingredients came to what they went into, until they went in for the last time. What left them otherwise, also into
 * another production order, is another chain; it is not even read, for an ingredient of everything has thousands of them.
 */
final class WayIn {
    private final CustodyStore store;
    private final long upTo;
    /** Positions of the events in which each ingredient went into what is followed. */
    private final Map<LotKey, SortedSet<Long>> draws = new HashMap<>();

    /** @param backward with the edges through which the ingredients went in */
    WayIn(CustodyStore store, Trace backward) {
        this.store = store;
        upTo = backward.ledgerPosition();
        for (TracedEdge edge : backward.edges()) {
            draws.computeIfAbsent(edge.edge().input(), lot -> new TreeSet<>()).add(edge.position());
        }
    }

    List<CustodyStep> of(Collection<LotKey> ingredients) {
        List<CustodyStep> steps = new ArrayList<>();
        store.stepsAt(positions(ingredients), upTo).stream()
                .filter(step -> ingredients.contains(step.lot()) && isDraw(step))
                .forEach(steps::add);
        store.stepsOutsideProduction(ingredients, upTo).stream()
                .filter(this::isBeforeTheLastDraw)
                .forEach(steps::add);
        Map<LotKey, Set<Place>> orders = orders(steps);
        Set<Place> places = new HashSet<>();
        orders.values().forEach(places::addAll);
        store.stepsTo(places, orders.keySet(), upTo).stream()
                .filter(step -> orders.get(step.lot()).contains(step.to().place()))
                .filter(this::isBeforeTheLastDraw)
                .forEach(steps::add);
        return steps;
    }

    private Set<Long> positions(Collection<LotKey> ingredients) {
        Set<Long> positions = new HashSet<>();
        ingredients.stream().filter(draws::containsKey).map(draws::get).forEach(positions::addAll);
        return positions;
    }

    private boolean isDraw(CustodyStep step) {
        return !step.to().place().kind().holdsStock()
                && draws.containsKey(step.lot())
                && draws.get(step.lot()).contains(step.position());
    }

    private boolean isBeforeTheLastDraw(CustodyStep step) {
        return draws.containsKey(step.lot())
                && step.position() <= draws.get(step.lot()).last();
    }

    /** @return the production orders out of which each lot went in, or came back */
    private static Map<LotKey, Set<Place>> orders(List<CustodyStep> steps) {
        Map<LotKey, Set<Place>> orders = new HashMap<>();
        for (CustodyStep step : steps) {
            Place from = step.from().place();
            if (from.kind() == PlaceKind.PRODUCTION_ORDER) {
                orders.computeIfAbsent(step.lot(), lot -> new HashSet<>()).add(from);
            }
        }
        return orders;
    }
}
