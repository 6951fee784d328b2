package org.lottrace.soap.accounting.internal;

import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CogsLine;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.ShipmentCogs;
import org.lottrace.api.cost.WaitingCost;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.LotKey;

/** The books of the bakery after its first day: 80 breads made of flour for 156.33, 30 of them shipped with S1. */
final class BakeryCosting implements LotCosting {
    private static final LotKey BREADS = aLot("B1").of(BREAD).madeAt(BERLIN).key();
    private static final LotKey FLOUR = aLot("F1").key();
    private static final DocumentReference S1 = new DocumentReference(DocumentType.SHIPMENT, "S1");
    private static final OrderLineReference ORDER_LINE =
            new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1);

    private volatile boolean stopped;
    private volatile boolean rebuilding;

    void stopped(boolean newStopped) {
        stopped = newStopped;
    }

    void rebuilding(boolean newRebuilding) {
        rebuilding = newRebuilding;
    }

    @Override
    public Optional<LotCost> costOf(LotKey lot) {
        if (CurrentBooks.company().isPresent()) {
            return Optional.empty();
        }
        return answer(Optional.of(new LotCost(BREADS, costed("40 C62", "78.17"), costed("10 C62", "19.54")))
                .filter(cost -> cost.lot().equals(lot)));
    }

    @Override
    public List<CostSource> sourcesOf(LotKey lot) {
        CostSource receipt = source("N1", DocumentType.SHIP_NOTICE, Optional.empty(), "100 KGM", "195.41", List.of());
        return answer(List.of(
                source("M1", DocumentType.PRODUCTION_ORDER, Optional.of(FLOUR), "80 KGM", "156.33", List.of(receipt))));
    }

    @Override
    public Optional<ShipmentCogs> cogs(String shipment) {
        if (CurrentBooks.company().isPresent()) {
            return Optional.empty();
        }
        CogsLine line = new CogsLine(ORDER_LINE, BREADS, quantity("30 C62"), euros("58.62"));
        return answer(
                Optional.of(new ShipmentCogs(S1, List.of(line), euros("58.62"))).filter(cogs -> shipment.equals("S1")));
    }

    @Override
    public List<JournalEntry> journal(DocumentReference document) {
        return answer(document.equals(S1) ? List.of(shipped()) : List.of());
    }

    @Override
    public List<JournalEntry> journal(LocalDate from, LocalDate to, long after, int limit) {
        boolean inside = !Bakery.TODAY.isBefore(from) && !Bakery.TODAY.isAfter(to);
        return answer(
                inside
                        ? Stream.of(received(), shipped())
                                .filter(entry -> Bakery.TODAY.isAfter(from) || entry.number() > after)
                                .limit(limit)
                                .toList()
                        : List.of());
    }

    @Override
    public List<JournalEntry> journal(long after, int limit) {
        return answer(Stream.of(received(), shipped())
                .filter(entry -> entry.number() > after)
                .limit(limit)
                .toList());
    }

    @Override
    public List<LotCost> inventory(Optional<LotKey> after, int limit) {
        return answer(List.of());
    }

    @Override
    public Optional<Money> inventoryValue() {
        return answer(Optional.empty());
    }

    @Override
    public CostingProgress progress() {
        return new CostingProgress(7, 8, Optional.of("N7 waits"), 1, Optional.of(Bakery.TODAY));
    }

    @Override
    public List<WaitingCost> waiting(long after, int limit) {
        return List.of();
    }

    private <T> T answer(T answer) {
        if (stopped) {
            throw new CostingStoppedException(new EventId("N7"), 7, "there is no PURCHASE_ORDER P7 line 1");
        }
        if (rebuilding) {
            throw new CostingBehindException(true, 3, 9);
        }
        return answer;
    }

    private static JournalEntry received() {
        return entry(
                1,
                "N1",
                EventType.RECEIVE,
                new DocumentReference(DocumentType.SHIP_NOTICE, "N1"),
                List.of(
                        line(Account.INVENTORY, Optional.of(FLOUR), "100 KGM", "195.41"),
                        line(Account.GOODS_RECEIVED_NOT_INVOICED, Optional.empty(), "-100 KGM", "-195.41")));
    }

    private static JournalEntry shipped() {
        return entry(
                2,
                "S1",
                EventType.SHIP,
                S1,
                List.of(
                        line(Account.COST_OF_GOODS_SOLD, Optional.of(BREADS), "30 C62", "58.62"),
                        line(Account.INVENTORY, Optional.of(BREADS), "-30 C62", "-58.62")));
    }

    private static JournalEntry entry(
            long number, String event, EventType type, DocumentReference document, List<JournalLine> lines) {
        return new JournalEntry(number, new EventId(event), number, type, Bakery.TODAY, document, lines);
    }

    private static JournalLine line(Account account, Optional<LotKey> lot, String quantity, String amount) {
        return new JournalLine(
                account, lot, lot.map(key -> quantity(quantity)), lot.map(key -> ORDER_LINE), euros(amount));
    }

    private static CostSource source(
            String event,
            DocumentType type,
            Optional<LotKey> ingredient,
            String quantity,
            String value,
            List<CostSource> sources) {
        return new CostSource(
                new EventId(event),
                new DocumentReference(type, event),
                ingredient,
                quantity(quantity),
                euros(value),
                sources);
    }

    private static CostedQuantity costed(String quantity, String value) {
        return new CostedQuantity(quantity(quantity), euros(value));
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }
}
