package org.lottrace.genealogy.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceFilter;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** Hides what a filter does not ask for; see {@link TraceFilter} for the rules. */
final class ShownPart {
    private final TraceFilter filter;

    private ShownPart(TraceFilter filter) {
        this.filter = filter;
    }

    /** @return the part of a complete answer that its own request asks for */
    static Trace of(Trace all) {
        TraceFilter filter = all.request().filter();
        return filter.equals(TraceFilter.ALL) ? all : new ShownPart(filter).shown(all);
    }

    private Trace shown(Trace all) {
        List<TracedEdge> edges = all.edges().stream().filter(this::shows).toList();
        List<Handover> handovers = all.handovers().stream().filter(this::shows).toList();
        List<StockBalance> onHand = all.onHand().stream().filter(this::shows).toList();
        Set<LotKey> seeds = all.request().seeds().stream().map(Seed::lot).collect(Collectors.toSet());
        Set<LotKey> touched = new HashSet<>();
        edges.forEach(
                edge -> touched.addAll(List.of(edge.edge().input(), edge.edge().output())));
        handovers.forEach(handover -> touched.add(handover.lot()));
        onHand.forEach(balance -> touched.add(balance.lot()));
        List<TracedLot> lots = all.lots().stream()
                .filter(lot -> seeds.contains(lot.lot())
                        || isOfItem(lot.lot()) && (onlyByItem() || touched.contains(lot.lot())))
                .toList();
        return new Trace(all.request(), lots, edges, handovers, onHand, all.ledgerPosition());
    }

    private boolean shows(TracedEdge edge) {
        return filter.parties().isEmpty()
                && (isOfItem(edge.edge().input()) || isOfItem(edge.edge().output()))
                && isAt(edge.site())
                && isThen(edge.at())
                && isEnough(edge.edge().quantity());
    }

    private boolean shows(Handover handover) {
        return (filter.parties().isEmpty() || filter.parties().contains(handover.party()))
                && isOfItem(handover.lot())
                && isAt(handover.site())
                && isThen(handover.at())
                && isEnough(handover.quantity());
    }

    private boolean shows(StockBalance balance) {
        return filter.parties().isEmpty()
                && isOfItem(balance.lot())
                && (filter.sites().isEmpty()
                        || isAtSiteOrOnTheRoadTo(balance.position().place()))
                && isEnough(balance.quantity());
    }

    private boolean isAtSiteOrOnTheRoadTo(Place place) {
        return switch (place.kind()) {
            case LOCATION -> isAt(place.site());
            case IN_TRANSIT -> isAt(new SiteId(place.code()));
            default -> false;
        };
    }

    private boolean onlyByItem() {
        return filter.equals(TraceFilter.ALL.ofItems(filter.items()));
    }

    private boolean isOfItem(LotKey lot) {
        return filter.items().isEmpty() || filter.items().contains(lot.item());
    }

    private boolean isAt(SiteId site) {
        return filter.sites().isEmpty() || filter.sites().contains(site);
    }

    private boolean isThen(Instant at) {
        return filter.from().filter(at::isBefore).isEmpty()
                && filter.to().filter(to -> !at.isBefore(to)).isEmpty();
    }

    private boolean isEnough(Quantity quantity) {
        return filter.minimum()
                .filter(minimum -> minimum.unit().equals(quantity.unit()))
                .filter(minimum -> quantity.compareTo(minimum) < 0)
                .isEmpty();
    }
}
