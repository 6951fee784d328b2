package org.lottrace.services;

import static org.lottrace.api.fixture.Bakery.TODAY;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.company.WorkingBakery;

/** All that the ledger is projected to, without what tells by which events it came to be so. */
record Everything(
        SortedSet<String> stock,
        SortedSet<String> notSellable,
        Map<String, BigDecimal> books,
        SortedSet<String> costs,
        SortedSet<String> edges,
        SortedSet<String> suspect,
        SortedSet<String> handovers) {
    static Everything in(WorkingBakery bakery, Collection<LotKey> lots) {
        LotCosting costing = bakery.company().service(LotCosting.class);
        Genealogy genealogy = bakery.company().service(Genealogy.class);
        Trace all = genealogy.trace(TraceRequest.of(Direction.BOTH, lots));
        SortedSet<String> stock = new TreeSet<>();
        lots.forEach(lot -> bakery.stock(lot).forEach(balance -> stock.add(lot + " " + balance)));
        SortedSet<String> notSellable = new TreeSet<>();
        bakery.holds().notSellable().stream()
                .filter(lot -> lot.disposition() != Disposition.SELLABLE)
                .forEach(lot -> notSellable.add(lot.lot() + " " + lot.disposition()));
        SortedSet<String> edges = new TreeSet<>();
        all.edges().forEach(edge -> edges.add(edge.edge() + " " + edge.shareOfInput() + " " + edge.shareOfOutput()));
        SortedSet<String> suspect = new TreeSet<>();
        lots.forEach(lot -> genealogy
                .trace(TraceRequest.of(Direction.FORWARD, lot).withSuspectQuantities())
                .lots()
                .forEach(traced -> suspect.add(lot + " in " + traced)));
        SortedSet<String> handovers = new TreeSet<>();
        all.handovers().forEach(h -> handovers.add(h.type() + " " + h.event() + " " + h.lot() + " " + h.quantity()));
        SortedSet<String> costs = new TreeSet<>();
        costing.inventory(Optional.empty(), Integer.MAX_VALUE).forEach(cost -> costs.add(cost.toString()));
        return new Everything(
                stock,
                notSellable,
                books(costing.journal(TODAY.minusYears(1), TODAY.plusYears(1), 0, Integer.MAX_VALUE)),
                costs,
                edges,
                suspect,
                handovers);
    }

    private static Map<String, BigDecimal> books(List<JournalEntry> entries) {
        Map<String, BigDecimal> books = new TreeMap<>();
        entries.stream().flatMap(entry -> entry.lines().stream()).forEach(line -> {
            String account =
                    line.account() + " " + line.lot().map(LotKey::toString).orElse("");
            books.merge(account, line.amount().getAmount(), BigDecimal::add);
        });
        books.values().removeIf(amount -> amount.signum() == 0);
        return books;
    }
}
