package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.DISPOSE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.Lock.HEAD;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.cost.AccountingPeriod;
import org.lottrace.api.cost.AccountingPeriods;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.PeriodLock;
import org.lottrace.api.cost.PeriodSnapshot;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.FollowerPosition;
import org.lottrace.api.event.store.FollowerStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;

/** A period is locked while something else happens. */
class PeriodRaceTest extends RaceTest {
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 28);
    private static final Site STEP = HEAD.in("AccountingPeriodsService.step");
    private static final Site APPEND = HEAD.in("LedgerService.appendUnderLock");

    /** Without its lock the event is booked in the period by whoever sees no step, and late when the books are built again. */
    @TestFactory
    Stream<DynamicTest> an_event_is_in_the_period_or_comes_late() {
        return race().firstHolds(STEP)
                .untilBefore(PeriodStore.class, "insert")
                .secondWaitsAt(APPEND)
                .tests(bakery -> {
                    bakery.expectingFlour();
                    done(bakery.receive("r1", "L1", "40 BG"));
                    bakery.service(LotCosting.class).progress();
                    return new Race.Requests(
                            () -> locked(bakery, "ben"),
                            () -> thrownAwayInFebruary(bakery),
                            () -> isTheSameAnew(bakery));
                });
    }

    private static Outcome<AccountingPeriod> locked(RacedBakery bakery, String by) {
        return bakery.service(AccountingPeriods.class)
                .lock(
                        new Caller(by, Set.of(Role.ACCOUNTANT)),
                        new PeriodLock(FEBRUARY, EnumSet.allOf(CloseCheck.Kind.class), "all is known"));
    }

    /** And booked at once, as the other node does it that follows the ledger just now. */
    private static Object thrownAwayInFebruary(RacedBakery bakery) {
        return bakery.inOne(() -> {
            appended(bakery);
            FollowerPosition before = bakery.service(FollowerStore.class).position("cost");
            List<RecordedEvent> events = bakery.service(LedgerStore.class).after(before.position(), 10);
            bakery.services(LedgerFollower.class).stream()
                    .filter(follower -> follower.name().equals("cost"))
                    .forEach(follower -> follower.follow(events));
            bakery.service(FollowerStore.class)
                    .save(before.movedTo(bakery.ledger().head()));
        });
    }

    private static void appended(RacedBakery bakery) {
        done(bakery.append(anEvent("d1", DISPOSE)
                .in(aContext("d1").countingOn("2026-02-27").build())
                .of(DocumentType.DISPOSAL_ORDER, "d1")
                .moving(RacedBakery.FLOUR_1.key(), "10 KGM", in(SHELF), Place.disposal(BERLIN))
                .build()));
    }

    private static void isTheSameAnew(RacedBakery bakery) {
        List<JournalEntry> before = journal(bakery);
        AccountingPeriod period =
                bakery.service(AccountingPeriods.class).find(FEBRUARY).orElseThrow();
        assertEquals(2, before.size());

        List.of("journal_line", "journal_entry", "lot_cost", "follower")
                .forEach(table -> bakery.database.sql("delete from " + table));

        assertEquals(before, journal(bakery));
        assertEquals(
                period.snapshot().map(PeriodSnapshot::hash),
                bakery.service(AccountingPeriods.class).recompute(FEBRUARY));
    }

    private static List<JournalEntry> journal(RacedBakery bakery) {
        return bakery.service(LotCosting.class).journal(LocalDate.MIN.withYear(1), FEBRUARY.plusYears(1), 0, 100);
    }

    /** The number of the step is its key: that is the second guard. */
    @TestFactory
    Stream<DynamicTest> a_period_is_locked_once() {
        return race().firstHolds(STEP)
                .elseRefused()
                .untilBefore(PeriodStore.class, "insert")
                .secondWants(STEP)
                .elseRefused()
                .tests(bakery -> new Race.Requests(() -> locked(bakery, "ben"), () -> locked(bakery, "clara"), () -> {
                    AccountingPeriod period = bakery.service(AccountingPeriods.class)
                            .find(FEBRUARY)
                            .orElseThrow();
                    assertEquals(1, period.steps().size());
                    assertEquals(Optional.of(0L), period.snapshot().map(PeriodSnapshot::lots));
                }));
    }
}
