package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.services.race.Lock.CASE;
import static org.lottrace.services.race.Lock.HEAD;
import static org.lottrace.services.race.Lock.ITEMS;
import static org.lottrace.services.race.Lock.ITEMS_OF_ORDER;
import static org.lottrace.services.race.RacedBakery.BREAD_1;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.notice.NoticeChannel;
import org.lottrace.api.recall.notice.RecallNotice;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.services.race.Race.Requests;

/** A recall comes, goes or is worked on while the business goes on. */
class RecallRaceTest extends RaceTest {
    private static final Site BLOCK = ITEMS.in("StockBlocking.block");
    private static final Site FREE = ITEMS.in("StockBlocking.free");
    private static final Site STEP = CASE.in("CaseLog.steps");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestFactory
    Stream<DynamicTest> a_case_knows_every_reservation_that_it_cancelled() {
        return race().firstHolds(BLOCK)
                .secondWants(ITEMS_OF_ORDER.in("Demands.lockItems"))
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "48 C62")
                            .withOrder(
                                    aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
                    List<LineAllocation> made = new CopyOnWriteArrayList<>();
                    return new Requests(
                            () -> bakery.recall("open1", BREAD_1),
                            () -> made.addAll(
                                    done(bakery.service(Allocation.class).allocate("SO1"))),
                            () -> assertEquals(
                                    made.stream()
                                            .mapToInt(
                                                    line -> line.reservations().size())
                                            .sum(),
                                    onlyCase(bakery).facts(RecallFact.StockBlocked.class).stream()
                                            .mapToInt(blocked ->
                                                    blocked.cancelled().size())
                                            .sum()));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_lot_that_another_case_wants_recalled_stays_recalled() {
        return race().firstHolds(FREE).secondWants(BLOCK).tests(RecallRaceTest::excludedAndSuspected);
    }

    @TestFactory
    Stream<DynamicTest> a_lot_stays_recalled_for_a_case_that_is_opened_before_it_is_locked() {
        return race().firstStopsAt(FREE).tests(RecallRaceTest::excludedAndSuspected);
    }

    /** All of it is recalled already, so no event has locked the ledger. */
    @TestFactory
    Stream<DynamicTest> what_was_made_before_a_case_was_there_is_in_its_scope() {
        return race().firstHolds(HEAD.in("StockBlocking.recall"))
                .untilBefore(InterchangeStore.class, "keysWith")
                .secondWaitsAt(HEAD.in("LedgerService.appendUnderLock"))
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    done(bakery.recall("open1", FLOUR_1));
                    bakery.database.lots().insert(BREAD_1);
                    List<Integer> openedBefore = new CopyOnWriteArrayList<>();
                    return new Requests(
                            () -> bakery.recall("open2", FLOUR_1),
                            () -> {
                                done(bakery.append(baked()));
                                return openedBefore.add(
                                        bakery.database.recalls().all().size());
                            },
                            () -> assertEquals(List.of(2), openedBefore));
                });
    }

    /** It is traced before anything is locked, and looked at again under the lock of the ledger. */
    @TestFactory
    Stream<DynamicTest> what_is_made_between_the_trace_and_the_lock_is_blocked_by_the_opening() {
        return race().firstStopsAt(BLOCK).tests(bakery -> {
            bakery.withStock(FLOUR_1, "100 KGM");
            bakery.database.lots().insert(BREAD_1);
            List<RecallCase> opened = new CopyOnWriteArrayList<>();
            return new Requests(
                    () -> opened.add(done(bakery.recall("open1", FLOUR_1))),
                    () -> bakery.append(baked()),
                    () -> assertEquals(
                            List.of(List.of(FLOUR_1.key()), List.of(BREAD_1.key())),
                            opened.get(0).facts(RecallFact.StockBlocked.class).stream()
                                    .map(RecallFact.StockBlocked::lots)
                                    .toList()));
        });
    }

    @TestFactory
    Stream<DynamicTest> two_steps_of_a_case_are_both_kept() {
        return race().firstHolds(STEP)
                .elseRefused()
                .secondWants(STEP)
                .elseRefused()
                .tests(bakery -> {
                    RecallCaseId id = opened(bakery);
                    return new Requests(
                            () -> bakery.noted(id, "one"),
                            () -> bakery.noted(id, "two"),
                            () -> assertEquals(
                                    2,
                                    onlyCase(bakery)
                                            .facts(RecallFact.Noted.class)
                                            .size()));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_step_comes_while_the_scope_follows_the_ledger() {
        return race().firstHolds(CASE.in("ScopeWatch.widen"))
                .elseRefused()
                .untilBefore(RecallStore.class, "append")
                .secondWaitsAt(STEP)
                .tests(opened -> {
                    opened.withStock(FLOUR_1, "100 KGM");
                    RecallCaseId id = done(opened.recall("open1", FLOUR_1)).id();
                    opened.database.lots().insert(BREAD_1);
                    done(opened.append(baked()));
                    RacedBakery bakery = opened.restarted();
                    return new Requests(
                            () -> bakery.service(LedgerFollowers.class).catchUp("recall", PATIENCE),
                            () -> bakery.noted(id, "one"),
                            () -> assertEquals(
                                    List.of(2, 1),
                                    List.of(
                                            onlyCase(bakery).scopes().size(),
                                            onlyCase(bakery)
                                                    .facts(RecallFact.Noted.class)
                                                    .size())));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_step_comes_while_a_notice_goes_out() {
        return race().firstHolds(CASE.in("NoticeDispatch.record"))
                .elseRefused()
                .untilBefore(RecallStore.class, "append")
                .secondWaitsAt(STEP)
                .tests(opened -> {
                    opened.with(NoticeChannel.class, new Letter());
                    RecallCaseId id = opened(opened);
                    opened.append(anEvent("s1", SHIP)
                            .of(DocumentType.SHIPMENT, "S1")
                            .moving(BREAD_1.key(), "4 C62", in(SHELF), Place.party(MARKET))
                            .build());
                    RacedBakery bakery = opened.restarted();
                    return new Requests(
                            () -> sent(bakery, id),
                            () -> bakery.noted(id, "one"),
                            () -> assertEquals(
                                    List.of(1, 1),
                                    List.of(
                                            onlyCase(bakery)
                                                    .facts(RecallFact.NoticeAttempted.class)
                                                    .size(),
                                            onlyCase(bakery)
                                                    .facts(RecallFact.Noted.class)
                                                    .size())));
                });
    }

    /** Queues the notice of the supermarket, and waits until it is sent. */
    private static Object sent(RacedBakery bakery, RecallCaseId id) {
        done(bakery.service(RecallCases.class).notifyConsignees(ANNA, id));
        Course.until(
                "the notice is sent",
                () -> !onlyCase(bakery).facts(RecallFact.NoticeAttempted.class).isEmpty());
        return id;
    }

    private static final class Letter implements NoticeChannel {
        @Override
        public String method() {
            return "LETTER";
        }

        @Override
        public int preference() {
            return 1;
        }

        @Override
        public boolean reaches(Party party) {
            return true;
        }

        @Override
        public String send(RecallNotice notice) {
            return "their door";
        }
    }

    private static Requests excludedAndSuspected(RacedBakery bakery) {
        RecallCaseId id = opened(bakery);
        return new Requests(
                () -> bakery.service(RecallCases.class)
                        .exclude(ANNA, aContext("x1").request(), id, List.of(BREAD_1.key()), "another line"),
                () -> bakery.recall("open2", BREAD_1),
                () -> assertEquals(
                        Optional.of(Disposition.RECALLED),
                        bakery.service(Holds.class).dispositionOf(BREAD_1.key()).map(LotDisposition::disposition)));
    }

    private static RecallCaseId opened(RacedBakery bakery) {
        bakery.withStock(BREAD_1, "48 C62");
        return done(bakery.recall("open1", BREAD_1)).id();
    }

    private static RecallCase onlyCase(RacedBakery bakery) {
        List<RecallCase> all = bakery.database.recalls().all();
        assertEquals(1, all.size());
        return all.get(0);
    }

    /** Bread of the flour. */
    private static TraceEvent baked() {
        Place made = Place.transformation(BERLIN);
        return anEvent("p1", PRODUCE)
                .moving(FLOUR_1.key(), "60 KGM", in(SHELF), made)
                .moving(BREAD_1.key(), "24 C62", made, in(SHELF))
                .making(BREAD_1.key(), FLOUR_1.key(), "60 KGM")
                .build();
    }
}
