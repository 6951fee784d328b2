package org.lottrace.movement.capture.internal;

import static org.lottrace.api.fixture.Bakery.TODAY;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.cost.internal.LedgerBooking;
import org.lottrace.cost.internal.LotCostingService;
import org.lottrace.genealogy.internal.GenealogyService;
import org.lottrace.ledger.internal.LeasesService;
import org.lottrace.ledger.internal.follow.LedgerFollowersService;

/** All that the ledger is projected to, without what tells by which events it came to be so. */
record Everything(
        SortedSet<String> stock,
        SortedSet<String> notSellable,
        Map<String, BigDecimal> books,
        List<String> costs,
        SortedSet<String> edges,
        SortedSet<String> suspect,
        SortedSet<String> handovers) {
    static Everything in(Movements bakery, Collection<LotKey> lots) {
        LedgerBooking booking = LedgerBooking.of(
                bakery.database.ledger(),
                bakery.database.costs(),
                bakery.database.purchaseOrders(),
                bakery.database.items(),
                CurrencyUnit.EUR);
        LedgerFollowersService followers = new LedgerFollowersService(
                bakery.unitOfWork,
                bakery.database.ledger(),
                bakery.database.followers(),
                new LeasesService(bakery.unitOfWork, bakery.database.leases(), "test", Bakery.CLOCK),
                () -> List.of(booking),
                Bakery.CLOCK);
        try {
            return in(
                    bakery,
                    lots,
                    new LotCostingService(
                            bakery.unitOfWork, bakery.database.ledger(), bakery.database.costs(), followers, booking));
        } finally {
            stop(followers);
        }
    }

    /** Gives the lease back, for who looks next. */
    private static void stop(LedgerFollowersService followers) {
        try {
            followers.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Everything in(Movements bakery, Collection<LotKey> lots, LotCosting costing) {
        GenealogyService genealogy = GenealogyService.of(
                bakery.unitOfWork,
                bakery.database.ledger(),
                bakery.database.salesOrders(),
                bakery.database.expectedReceipts(),
                bakery.database.sites(),
                Bakery.CLOCK);
        Trace all = genealogy.trace(TraceRequest.of(Direction.BOTH, lots));
        SortedSet<String> stock = new TreeSet<>();
        lots.forEach(lot -> bakery.stock(lot).forEach(balance -> stock.add(lot + " " + balance)));
        SortedSet<String> notSellable = new TreeSet<>();
        bakery.holds.notSellable().stream()
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
        return new Everything(
                stock,
                notSellable,
                books(costing.journal(TODAY.minusYears(1), TODAY.plusYears(1))),
                costing.inventory().stream().map(Object::toString).toList(),
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
