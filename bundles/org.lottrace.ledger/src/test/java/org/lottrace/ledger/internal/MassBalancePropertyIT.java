package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.ledger.internal.LedgerFixture.FLOUR_1;
import static org.lottrace.ledger.internal.LedgerFixture.FLOUR_2;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

class MassBalancePropertyIT {
    private static final List<Place> PLACES = List.of(
            Place.party(MILL),
            in(SHELF),
            in(DOCK),
            in(GATE),
            Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, "P1")),
            Place.disposal(BERLIN));

    private record Move(LotKey lot, Place from, Place to, int tenths) {}

    @Property(tries = 15)
    void the_stock_is_what_came_less_what_left_and_never_negative(@ForAll("histories") List<List<Move>> history) {
        LedgerFixture fixture = new LedgerFixture();
        for (int i = 0; i < history.size(); i++) {
            fixture.ledger.append(event("e" + i, history.get(i)));
        }

        List<RecordedEvent> recorded = fixture.ledger.after(0, history.size());
        assertEquals(balances(recorded), stock(fixture));
        assertFalse(stock(fixture).values().stream().anyMatch(Quantity::isNegative));
        assertEquals(Optional.empty(), fixture.ledger.firstBrokenPosition());

        LedgerFixture replayed = new LedgerFixture();
        recorded.forEach(event -> replayed.ledger.append(event.event()));
        assertEquals(balances(recorded), stock(replayed));
    }

    private static TraceEvent event(String id, List<Move> moves) {
        EventBuilder event = anEvent(id, TRANSFER);
        moves.forEach(move -> event.moving(
                move.lot(), move.tenths() / 10 + "." + move.tenths() % 10 + " KGM", move.from(), move.to()));
        return event.build();
    }

    private static Map<List<Object>, Quantity> balances(List<RecordedEvent> events) {
        Map<List<Object>, Quantity> balances = new HashMap<>();
        for (RecordedEvent event : events) {
            for (EventLine line : event.event().lines()) {
                add(balances, line.lot(), line.from(), line.quantity().negated());
                add(balances, line.lot(), line.to(), line.quantity());
            }
        }
        balances.values().removeIf(Quantity::isZero);
        return balances;
    }

    private static void add(Map<List<Object>, Quantity> balances, LotKey lot, Position position, Quantity quantity) {
        if (position.place().kind().holdsStock()) {
            balances.merge(List.of(lot, position), quantity, Quantity::plus);
        }
    }

    private static Map<List<Object>, Quantity> stock(LedgerFixture fixture) {
        Map<List<Object>, Quantity> stock = new HashMap<>();
        for (LotKey lot : List.of(FLOUR_1, FLOUR_2)) {
            for (StockBalance balance : fixture.stock.ofLot(lot)) {
                stock.put(List.of(lot, balance.position()), balance.quantity());
            }
        }
        return stock;
    }

    @Provide
    Arbitrary<List<List<Move>>> histories() {
        Arbitrary<Move> move = Combinators.combine(
                        Arbitraries.of(FLOUR_1, FLOUR_2),
                        Arbitraries.of(PLACES),
                        Arbitraries.of(PLACES),
                        Arbitraries.integers().between(1, 60))
                .as(Move::new)
                .filter(m -> !m.from().equals(m.to()));
        return move.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(25);
    }
}
