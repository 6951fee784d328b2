package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.DocumentType.SALES_ORDER;
import static org.lottrace.api.event.DocumentType.SHIPMENT;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;
import static org.lottrace.cost.internal.Captured.STOCK;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Goods.goods;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.ShipmentCogs;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.LotKey;

class CogsReportTest {
    private static final DocumentReference S1 = new DocumentReference(SHIPMENT, "S1");

    private final LotKey cheap = aLot("CHEAP").key();
    private final LotKey dear = aLot("DEAR").key();
    private final MemoryBooks books = new MemoryBooks().priced("P1", "1.00").priced("P3", "3.00");

    CogsReportTest() {
        books.bookAll(received("N1", "P1", goods(cheap, "10 KGM")), received("N2", "P3", goods(dear, "10 KGM")));
    }

    @Test
    void lots_stand_by_order_line_and_what_left_of_one_in_parts_is_added() {
        books.book(event("E1", sold("SO2", 1, cheap, "1 KGM"), sold("SO1", 2, cheap, "1 KGM")));
        books.book(event(
                "E2", sold("SO1", 1, dear, "2 KGM"), sold("SO1", 1, cheap, "1 KGM"), sold("SO1", 1, dear, "1 KGM")));

        ShipmentCogs cogs = report().orElseThrow();

        assertEquals(
                List.of(
                        "SO1 1 CHEAP 1 KGM EUR 1.00",
                        "SO1 1 DEAR 3 KGM EUR 9.00",
                        "SO1 2 CHEAP 1 KGM EUR 1.00",
                        "SO2 1 CHEAP 1 KGM EUR 1.00"),
                cogs.lines().stream()
                        .map(line -> line.orderLine().order().number() + " "
                                + line.orderLine().line() + " " + line.lot().number() + " " + line.quantity() + " "
                                + line.amount())
                        .toList());
        assertEquals(Money.parse("EUR 12.00"), cogs.total());
        assertEquals(S1, cogs.shipment());
    }

    @Test
    void what_comes_back_changes_nothing_and_what_was_reversed_did_not_leave() {
        TraceEvent wrong = event("E1", sold("SO1", 1, dear, "5 KGM"));
        books.bookAll(wrong, reversalOf(wrong), event("E2", sold("SO1", 1, dear, "2 KGM")));
        TraceEvent back = returned("R1", "S1", goods(dear, "1 KGM"));
        books.book(back);

        assertEquals(Money.parse("EUR 6.00"), report().orElseThrow().total());

        books.book(reversalOf(back));
        assertEquals(Money.parse("EUR 6.00"), report().orElseThrow().total());
    }

    @Test
    void where_nothing_left_there_is_no_report() {
        assertEquals(Optional.empty(), report());
    }

    private Optional<ShipmentCogs> report() {
        return CogsReport.of(S1, books.ofDocument(S1));
    }

    private static Sold sold(String order, int line, LotKey lot, String quantity) {
        return new Sold(new OrderLineReference(new DocumentReference(SALES_ORDER, order), line), lot, quantity);
    }

    private static TraceEvent event(String id, Sold... goods) {
        EventBuilder event = anEvent(id, EventType.SHIP).of(SHIPMENT, "S1");
        for (Sold line : goods) {
            event.moving(
                    line.lot(),
                    line.quantity(),
                    Position.at(STOCK),
                    Position.at(Place.party(MARKET)),
                    line.orderLine());
        }
        return event.build();
    }

    private record Sold(OrderLineReference orderLine, LotKey lot, String quantity) {}
}
