package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.PACK;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** Flour has gluten; rice flour must not come together with it. */
class SegregationIT {
    private static final ItemNumber RICE_FLOUR = new ItemNumber("RICE-FLOUR");
    private static final LotKey RICE = aLot("RICE").of(RICE_FLOUR).key();

    private final WorkingBakery bakery = new WorkingBakery();

    @BeforeEach
    void flour_and_rice_flour() {
        bakery.withFlour();
        bakery.unitOfWork().run(() -> {
            bakery.database()
                    .items()
                    .save(anItem(FLOUR).packed("BG", "25").having("GLUTEN").build());
            bakery.database().items().save(anItem(RICE_FLOUR).notWith("GLUTEN").build());
            bakery.database().lots().insert(aLot("RICE").of(RICE_FLOUR).build());
        });
        bakery.ledger()
                .append(anEvent("rice", RECEIVE)
                        .moving(RICE, "100 KGM", Place.party(MILL), in(SHELF))
                        .build());
    }

    @Test
    void a_lot_is_refused_by_an_order_that_holds_what_it_is_kept_apart_from() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "1 KGM")));

        Outcome<RecordedEvent> refused = bakery.consume("c2", "P1", on(SHELF, RICE, "1 KGM"));

        assertEquals(List.of("LOTS_INCOMPATIBLE lines[1].lot"), refusals(refused));
        String message =
                refused.fold(known -> "", violations -> violations.get(0).message());
        assertTrue(
                message.contains(RICE.toString()) && message.contains(FLOUR_1.toString()) && message.contains("GLUTEN"),
                message);
        recorded(bakery.consume("c3", "P2", on(SHELF, RICE, "1 KGM")));
        assertEquals(
                List.of("LOTS_INCOMPATIBLE lines[1].lot"),
                refusals(bakery.consume("c4", "P2", on(SHELF, FLOUR_1, "1 KGM"))));
    }

    @Test
    void every_pair_of_one_request_is_named() {
        assertEquals(
                List.of("LOTS_INCOMPATIBLE lines[3].lot", "LOTS_INCOMPATIBLE lines[3].lot"),
                refusals(bakery.consume(
                        "c1",
                        "P1",
                        on(SHELF, FLOUR_1, "1 KGM"),
                        on(SHELF, FLOUR_2, "1 KGM"),
                        on(SHELF, RICE, "1 KGM"))));
    }

    @Test
    void what_became_part_of_an_output_is_not_in_the_order_any_more() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "1 KGM")));
        recorded(bakery.produce("p1", "P1", Bakery.BREAD, "1 CS"));

        recorded(bakery.consume("c2", "P1", on(SHELF, RICE, "1 KGM")));
    }

    @Test
    void they_do_not_come_into_one_logistic_unit_but_may_lie_side_by_side() {
        recorded(move("m1", PACK, Optional.of(pallet(1)), on(SHELF, FLOUR_1, "1 KGM")));

        assertEquals(
                List.of("LOTS_INCOMPATIBLE lines[1].lot"),
                refusals(move("m2", PACK, Optional.of(pallet(1)), on(SHELF, RICE, "1 KGM"))));
        recorded(move("m3", PACK, Optional.of(pallet(2)), on(SHELF, RICE, "1 KGM")));
        recorded(move("m4", TRANSFER, Optional.empty(), on(SHELF, RICE, "1 KGM")));
    }

    @Test
    void lots_of_an_item_that_is_not_with_its_own_class_stay_apart_from_each_other() {
        bakery.unitOfWork().run(() -> bakery.database()
                .items()
                .save(anItem(FLOUR)
                        .having("SINGLE-ORIGIN")
                        .notWith("SINGLE-ORIGIN")
                        .build()));
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "1 KGM")));

        recorded(bakery.consume("c2", "P1", on(SHELF, FLOUR_1, "1 KGM")));
        assertEquals(
                List.of("LOTS_INCOMPATIBLE lines[1].lot"),
                refusals(bakery.consume("c3", "P1", on(SHELF, FLOUR_2, "1 KGM"))));
    }

    @Test
    void two_scanners_at_the_same_time_do_not_bring_them_together() throws Exception {
        for (int round = 0; round < 10; round++) {
            String order = "R" + round;
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService scanners = Executors.newFixedThreadPool(2);
            try {
                List<Future<Outcome<RecordedEvent>>> results = new ArrayList<>();
                for (LotKey lot : List.of(FLOUR_1, RICE)) {
                    results.add(scanners.submit(() -> {
                        start.await(30, TimeUnit.SECONDS);
                        return bakery.consume(order + lot.number(), order, on(SHELF, lot, "1 KGM"));
                    }));
                }
                List<List<String>> refused = new ArrayList<>();
                for (Future<Outcome<RecordedEvent>> result : results) {
                    refused.add(refusals(result.get(60, TimeUnit.SECONDS)));
                }
                assertEquals(1, refused.stream().filter(List::isEmpty).count(), refused::toString);
            } finally {
                scanners.shutdownNow();
            }
        }
    }

    private Outcome<RecordedEvent> move(String id, EventType type, Optional<Sscc> unit, LotQuantity goods) {
        return bakery.capture()
                .transfer(type, new Transfer(aContext(id).request(), BERLIN, GATE, unit, List.of(goods)));
    }
}
