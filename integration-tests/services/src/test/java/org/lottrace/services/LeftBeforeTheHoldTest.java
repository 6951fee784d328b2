package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.fixture.ContextBuilder;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.recall.Recall;
import org.lottrace.company.WorkingBakery;

/** Bread left at 8 o'clock, was stopped at 8:30, and only then somebody recorded that it had left. */
class LeftBeforeTheHoldTest {
    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-02-20T08:00:00Z");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_recall_finds_the_consignee(boolean reported) {
        LotKey bread = bakery.baked("B1", "2026-03-01T08:00:00Z");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "20 C62").build());
        bakery.reserve("SO1", 1, bread, SHELF, "20 C62");
        recordedHold(bread);
        ContextBuilder left = aContext("left").at("2026-03-02T07:00:00Z");

        recorded(bakery.capture()
                .ship(new Shipment(
                        (reported ? left.reported() : left).request(),
                        "S1",
                        "SO1",
                        List.of(leaving(1, on(SHELF, bread, "20 C62"))))));

        assertEquals(
                List.of(MARKET),
                bakery.company().service(Recall.class).scope(List.of(bread)).shipments().stream()
                        .map(handover -> handover.party())
                        .toList());
        assertEquals(
                "EUR 4.17",
                bakery.company()
                        .service(LotCosting.class)
                        .cogs("S1")
                        .orElseThrow()
                        .total()
                        .toString());
    }

    private void recordedHold(LotKey bread) {
        bakery.holds()
                .hold(aContext("hold").at("2026-03-02T07:30:00Z").request(), List.of(bread), "glass")
                .violations()
                .forEach(violation -> {
                    throw new AssertionError(violation.toString());
                });
    }
}
