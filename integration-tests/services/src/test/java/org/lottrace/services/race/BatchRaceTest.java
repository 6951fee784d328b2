package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.Lock.BALANCES;
import static org.lottrace.services.race.Lock.ITEMS;
import static org.lottrace.services.race.Lock.NOTICE;
import static org.lottrace.services.race.RacedBakery.BREAD_1;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;
import static org.lottrace.services.race.RacedBakery.N1;
import static org.lottrace.services.race.RacedBakery.on;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.movement.BatchCapture.Request;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.services.race.Race.Requests;

/**
 * Many movements in one unit of work, and one that needs what a later one of them needs. The batch locks everything before its first
 * event: else it would hold the head, and want what the other holds, which wants the head.
 */
class BatchRaceTest extends RaceTest {
    @TestFactory
    Stream<DynamicTest> a_batch_and_a_movement_of_its_last_lot_do_not_wait_for_each_other() {
        return race().firstHolds(BALANCES.in("LedgerService.lockFor"))
                .elseRefused()
                .untilBefore(LedgerStore.class, "append")
                .secondWaitsAt(BALANCES.in("EventTimesService.notThereYet"))
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "24 C62").withStock(FLOUR_1, "100 KGM");
                    return new Requests(
                            () -> captured(bakery, moved(bakery, BREAD_1, "10 C62"), moved(bakery, FLOUR_1, "10 KGM")),
                            () -> bakery.move(TRANSFER, "alone", FLOUR_1, "20 KGM", SHELF, DOCK),
                            () -> assertEquals(List.of("BER/A-01 70 KGM", "BER/DOCK 30 KGM"), bakery.stock(FLOUR_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_batch_and_a_consumption_of_its_last_item_do_not_wait_for_each_other() {
        return race().firstHolds(ITEMS.in("LocksAhead.take"))
                .elseRefused()
                .untilBefore(LedgerStore.class, "append")
                .secondWaitsAt(ITEMS.in("ConsumeLots.consume"))
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "24 C62").withStock(FLOUR_1, "100 KGM");
                    Consumption consumption =
                            new Consumption(aContext("last").request(), "P2", List.of(on(SHELF, FLOUR_1, "10 KGM")));
                    return new Requests(
                            () -> captured(
                                    bakery,
                                    moved(bakery, BREAD_1, "10 C62"),
                                    new Request<>(Optional.of(consumption), () -> bakery.capture()
                                            .consume(consumption))),
                            () -> bakery.consume("alone", "20 KGM"),
                            () -> assertEquals(
                                    "BER/A-01 70 KGM", bakery.stock(FLOUR_1).get(0)));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_batch_and_a_receipt_of_its_last_notice_do_not_wait_for_each_other() {
        return race().firstHolds(NOTICE.in("LocksAhead.announced"))
                .elseRefused()
                .untilBefore(LedgerStore.class, "append")
                .secondWaitsAt(NOTICE.in("ReceiveGoods.receive"))
                .tests(bakery -> {
                    bakery.expectingFlour().withStock(BREAD_1, "24 C62");
                    done(bakery.receive("r0", "L1", "10 BG"));
                    Receipt receipt = new Receipt(
                            aContext("last").request(),
                            N1,
                            SHELF,
                            List.of(new Receipt.Line(LotReference.parse("L1"), quantity("4 BG"), Optional.empty())));
                    return new Requests(
                            () -> captured(
                                    bakery,
                                    moved(bakery, BREAD_1, "10 C62"),
                                    new Request<>(Optional.of(receipt), () -> bakery.capture()
                                            .receive(receipt))),
                            () -> bakery.receive("alone", "L1", "8 BG"),
                            () -> assertEquals(List.of("BER/A-01 550 KGM"), bakery.stock(FLOUR_1)));
                });
    }

    private static List<Outcome<RecordedEvent>> captured(
            RacedBakery bakery, Request<RecordedEvent> first, Request<RecordedEvent> last) {
        return bakery.service(BatchCapture.class).captureEach(List.of(first, last));
    }

    private static Request<RecordedEvent> moved(RacedBakery bakery, Lot lot, String quantity) {
        MovementCapture capture = bakery.capture();
        Transfer transfer = new Transfer(
                aContext("moved-" + lot.key().number()).request(),
                BERLIN,
                DOCK,
                Optional.empty(),
                List.of(on(SHELF, lot, quantity)));
        return new Request<>(Optional.of(transfer), () -> capture.transfer(TRANSFER, transfer));
    }
}
