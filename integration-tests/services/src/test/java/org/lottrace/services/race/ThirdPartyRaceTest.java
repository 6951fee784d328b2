package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.PICK;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.services.race.Lock.BALANCES;
import static org.lottrace.services.race.Lock.ITEMS;
import static org.lottrace.services.race.RacedBakery.BREAD_1;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.thirdparty.GoodsCondition;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.services.race.Race.Requests;

/** A third party runs Berlin, and reports what it has shipped while somebody else moves the goods. */
class ThirdPartyRaceTest extends RaceTest {
    /** It takes its locks in the order of all others, so that none of them and it wait for each other. */
    @TestFactory
    Stream<DynamicTest> a_shipping_advice_and_a_pick_of_its_goods_do_not_wait_for_each_other() {
        return race().firstHolds(ITEMS.in("Posting.locked"))
                .elseRefused()
                .untilBefore(ReservationStore.class, "lockItems")
                .secondWaitsAt(ITEMS.in("MoveGoods.transfer"))
                .tests(bakery -> {
                    prepared(bakery);
                    return new Requests(
                            () -> shipped(bakery, "10 C62"),
                            () -> bakery.move(PICK, "t1", BREAD_1, "5 C62", SHELF, PICK_FACE),
                            () -> assertEquals(List.of("BER/A-01 9 C62", "BER/P-01 5 C62"), bakery.stock(BREAD_1)));
                });
    }

    /** Else it would take from the shelf what is at the dock by then, and find it there unexplained. */
    @TestFactory
    Stream<DynamicTest> what_a_shipping_advice_takes_is_still_where_it_was_seen() {
        return race().firstHolds(BALANCES.in("Posting.locked"))
                .secondWaitsAt(BALANCES.in("LedgerService.appendUnderLock"))
                .tests(bakery -> {
                    prepared(bakery);
                    return new Requests(
                            () -> shipped(bakery, "20 C62"),
                            () -> bakery.append(anEvent("t1", TRANSFER)
                                    .moving(BREAD_1.key(), "10 C62", in(SHELF), in(DOCK))
                                    .build()),
                            () -> assertEquals(List.of("BER/A-01 4 C62"), bakery.stock(BREAD_1)));
                });
    }

    private static void prepared(RacedBakery bakery) {
        bakery.withStock(BREAD_1, "24 C62")
                .withOrder(aSalesOrder("SO1").ordering(BREAD, "20 C62").build());
        assertEquals(
                List.of(),
                bakery.service(ThirdPartyWarehouses.class)
                        .save(new ThirdPartyWarehouse(BERLIN, MARKET, SHELF, SHELF, 0, 0)));
    }

    private static Outcome<KeptDocument> shipped(RacedBakery bakery, String amount) {
        return bakery.service(ThirdPartyWarehouses.class)
                .record(
                        new Caller("anna", Set.of(Role.OPERATOR)),
                        new StockDocument(
                                "S1",
                                StockDocumentKind.SHIPPING_ADVICE,
                                BERLIN,
                                Optional.empty(),
                                Optional.of("SO1"),
                                NOW,
                                List.of(new StockDocument.Line(
                                        BREAD,
                                        Optional.empty(),
                                        Optional.of(BREAD_1.key().number()),
                                        quantity(amount),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        GoodsCondition.GOOD))));
    }
}
