package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.services.race.Lock.NOTICE;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;
import static org.lottrace.services.race.RacedBakery.N1;
import static org.lottrace.services.race.RacedBakery.NEXT_YEAR;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.services.race.Race.Requests;

/** Goods of one ship notice come, or are taken out of the books again, at two gates. */
class ReceiptRaceTest extends RaceTest {
    private static final Site RECEIVE = NOTICE.in("ReceiveGoods.receive");

    @TestFactory
    Stream<DynamicTest> no_more_is_received_than_was_announced() {
        return race().firstHolds(RECEIVE).secondWants(RECEIVE).tests(bakery -> {
            bakery.expectingFlour();
            done(bakery.receive("r0", "L1", "10 BG"));
            return new Requests(
                    () -> bakery.receive("r1", "L1", "20 BG"),
                    () -> bakery.receive("r2", "L1", "20 BG"),
                    () -> assertEquals(List.of("BER/A-01 750 KGM"), bakery.stock(FLOUR_1)));
        });
    }

    /** It takes its locks in the order of all others, so that none of them and it wait for each other. */
    @TestFactory
    Stream<DynamicTest> what_a_reversal_opens_again_and_what_comes_meanwhile_are_both_known() {
        return race().firstHolds(NOTICE.in("Undoing.lock"))
                .elseRefused()
                .untilBefore(ExpectedReceiptStore.class, "find")
                .secondWants(RECEIVE)
                .tests(bakery -> {
                    bakery.expectingFlour();
                    done(bakery.receive("r1", "L1", "30 BG"));
                    return new Requests(
                            () -> bakery.reverse("u1", "r1"),
                            () -> bakery.receive("r2", "L2", "10 BG"),
                            () -> assertEquals(List.of("1000 KGM", "750 KGM"), open(bakery)));
                });
    }

    @TestFactory
    Stream<DynamicTest> what_comes_while_its_notice_is_closed_has_come() {
        return race().firstHolds(NOTICE.in("CloseNotice.close"))
                .untilBefore(ExpectedReceiptStore.class, "save")
                .secondWaitsAt(RECEIVE)
                .tests(bakery -> {
                    bakery.expectingFlour();
                    return new Requests(
                            () -> bakery.service(ExpectedReceipts.class)
                                    .close(new NoticeClosing(aContext("c1").request(), N1, "short")),
                            () -> bakery.capture()
                                    .receive(new Receipt(
                                            aContext("r1").request(),
                                            N1,
                                            SHELF,
                                            List.of(new Receipt.Line(
                                                    LotReference.parse("L1"), quantity("20 BG"), Optional.empty())))),
                            () -> assertEquals(
                                    "500 KGM",
                                    bakery.database.expectedReceipts().find(N1).orElseThrow().lines().stream()
                                            .map(line -> line.received().toString())
                                            .findFirst()
                                            .orElseThrow()));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_notice_is_not_cancelled_of_which_something_just_comes() {
        return race().firstHoldsToo(RECEIVE)
                .secondWants(NOTICE.in("NoticeChanges.cancel"))
                .tests(bakery -> {
                    bakery.expectingFlour();
                    return new Requests(
                            () -> bakery.receive("r1", "L1", "20 BG"),
                            () -> bakery.service(ExpectedReceipts.class).cancel(N1),
                            () -> assertEquals(List.of("500 KGM", "1000 KGM"), open(bakery)));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_notice_is_not_replaced_of_which_something_just_comes() {
        return race().firstHoldsToo(RECEIVE)
                .secondWants(NOTICE.in("ExpectedReceiptsService.replace"))
                .tests(bakery -> {
                    bakery.expectingFlour();
                    return new Requests(
                            () -> bakery.receive("r1", "L1", "20 BG"),
                            () -> bakery.service(ExpectedReceipts.class)
                                    .replace(aShipNotice("N1")
                                            .announcing(
                                                    "PO1",
                                                    1,
                                                    FLOUR,
                                                    "L1",
                                                    "30 BG",
                                                    Optional.of(NEXT_YEAR),
                                                    Optional.empty())
                                            .build()),
                            () -> assertEquals(List.of("500 KGM", "1000 KGM"), open(bakery)));
                });
    }

    @TestFactory
    Stream<DynamicTest> what_comes_while_its_notice_is_completed_has_come() {
        return race().firstHoldsToo(RECEIVE)
                .secondWants(NOTICE.in("ExpectedReceiptsService.compared"))
                .tests(bakery -> {
                    bakery.expectingFlour();
                    return new Requests(
                            () -> bakery.receive("r1", "L1", "20 BG"),
                            () -> bakery.service(ExpectedReceipts.class)
                                    .expect(aShipNotice("N1")
                                            .announcing(
                                                    "PO1",
                                                    1,
                                                    FLOUR,
                                                    "L1",
                                                    "40 BG",
                                                    Optional.of(NEXT_YEAR),
                                                    Optional.empty())
                                            .announcing(
                                                    "PO1",
                                                    1,
                                                    FLOUR,
                                                    "L2",
                                                    "40 BG",
                                                    Optional.of(NEXT_YEAR),
                                                    Optional.empty())
                                            .saying(KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code("DE")))
                                            .build()),
                            () -> assertEquals(List.of("500 KGM", "1000 KGM"), open(bakery)));
                });
    }

    private static List<String> open(RacedBakery bakery) {
        return bakery.database.expectedReceipts().find(N1).orElseThrow().lines().stream()
                .map(line -> line.open().toString())
                .toList();
    }
}
