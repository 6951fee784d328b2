package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

class ReturnToSupplierIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    @Test
    void goods_go_back_even_when_they_are_held_and_once() {
        bakery.hold(FLOUR_1);

        TraceEvent event = recorded(giveBack(aContext("r1").request(), MILL, "36 BG"));

        assertEquals(List.of("L1: BER/A-01 → PARTY MILL 900 KGM"), lines(event));
        assertEquals(List.of(), CountStockIT.findings(event));
        assertEquals(event, recorded(giveBack(aContext("r1").request(), MILL, "900 KGM")));
        assertEquals(
                List.of("EVENT_ID_REUSED id"), refusals(giveBack(aContext("r1").request(), MARKET, "36 BG")));
        assertEquals(List.of("BER/A-01 100 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void what_was_never_received_from_there_is_a_finding() {
        assertEquals(
                List.of("NOT_FROM_SUPPLIER lines[1].lot"),
                refusals(giveBack(aContext("r1").requested().request(), MARKET, "1 BG")));

        TraceEvent event = recorded(giveBack(aContext("r2").request(), MARKET, "1 BG"));

        assertEquals(List.of("NOT_FROM_SUPPLIER"), CountStockIT.findings(event));
    }

    @Test
    void what_cannot_be_is_refused() {
        bakery.ordered(aSalesOrder("SO1").ordering(FLOUR, "400 KGM").build());
        bakery.reserve("SO1", 1, FLOUR_1, SHELF, "400 KGM");

        assertEquals(
                List.of("SUPPLIER_UNKNOWN supplier"),
                refusals(giveBack(aContext("r1").requested().request(), new PartyId("NOBODY"), "1 BG")).stream()
                        .filter(code -> !code.startsWith("NOT_FROM"))
                        .toList());
        assertEquals(
                List.of("STOCK_RESERVED lines[1].quantity"),
                refusals(giveBack(aContext("r1").requested().request(), MILL, "601 KGM")));
        assertEquals(
                List.of("STOCK_INSUFFICIENT lines[1].quantity"),
                refusals(giveBack(aContext("r1").requested().request(), MILL, "1001 KGM")));
    }

    @Test
    void what_was_sent_back_by_mistake_is_reversed() {
        recorded(giveBack(aContext("r1").request(), MILL, "36 BG"));

        bakery.reverse("undo", "r1");

        assertEquals(List.of("BER/A-01 1000 KGM"), bakery.stock(FLOUR_1));
    }

    private Outcome<RecordedEvent> giveBack(CaptureContext context, PartyId supplier, String quantity) {
        return bakery.capture()
                .returnToSupplier(new SupplierReturn(context, supplier, "RV-1", List.of(on(SHELF, FLOUR_1, quantity))));
    }
}
