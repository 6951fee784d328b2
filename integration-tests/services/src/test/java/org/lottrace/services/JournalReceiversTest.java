package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Outcomes.done;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.fixture.PartyBuilder;
import org.lottrace.api.handover.JournalDelivery;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** A receiver gets each entry of the journal once, whatever it takes, acknowledges and rejects. */
class JournalReceiversTest {
    private static final Caller ERP = new Caller("erp", Set.of(Role.ACCOUNTANT));
    private static final String RECEIVER = "ERP";

    private final WorkingBakery bakery = bakery(true);
    private final JournalReceivers receivers = bakery.company().service(JournalReceivers.class);

    /** With five entries. */
    private static WorkingBakery bakery(boolean waits) {
        WorkingBakery bakery = new WorkingBakery(
                        TestCompany.on(TestDatabase.h2().withBakery())
                                .with(Clock.class, Bakery.CLOCK)
                                .configured("org.lottrace.handover", Map.of("wait.after.rejection", waits)))
                .withFlour();
        History.ofOneDay().forEach(action -> action.happen(bakery, "one-" + action.step()));
        assertEquals(
                5, bakery.company().service(LotCosting.class).journal(0, 100).size());
        return bakery;
    }

    @Test
    void each_entry_comes_once_when_each_page_is_acknowledged() {
        List<Long> taken = new ArrayList<>();
        JournalDelivery page = done(receivers.take(ERP, RECEIVER, 2));
        while (!page.entries().isEmpty()) {
            taken.addAll(numbers(page));
            done(receivers.acknowledge(ERP, RECEIVER, taken.get(taken.size() - 1)));
            page = taken(2);
        }

        assertEquals(LongStream.rangeClosed(1, 5).boxed().toList(), taken);
        assertEquals(5, receivers.list(Optional.empty(), 10).get(0).acknowledged());
    }

    @Test
    void what_is_not_acknowledged_comes_again_and_changes_nothing() {
        JournalDelivery first = done(receivers.take(ERP, RECEIVER, 3));

        Outcome<JournalDelivery> again = receivers.take(ERP, RECEIVER, 3);

        assertInstanceOf(Outcome.AlreadyDone.class, again);
        assertEquals(first, again.toOptional().orElseThrow());
        assertTrue(first.more());
        assertEquals(List.of(1L, 2L), numbers(taken(2)));
    }

    @Test
    void two_receivers_know_nothing_of_each_other() {
        done(receivers.take(ERP, RECEIVER, 5));
        done(receivers.acknowledge(ERP, RECEIVER, 5));

        assertEquals(List.of(1L, 2L), numbers(done(receivers.take(ERP, "AUDIT-2", 2))));
        assertEquals(
                List.of("AUDIT-2", RECEIVER),
                receivers.list(Optional.empty(), 10).stream()
                        .map(receiver -> receiver.name())
                        .toList());
        assertEquals(1, receivers.list(Optional.of("AUDIT-2"), 10).size());
    }

    /** Entry 6 is in the books of another company. */
    @Test
    void each_company_has_receivers_of_its_own_with_their_own_acknowledgement() {
        PartyId keeper = foundByAnotherCompany();

        JournalDelivery theirs = CurrentBooks.of(Optional.of(keeper), () -> done(receivers.take(ERP, "ERP-2", 10)));
        assertEquals(List.of(6L), numbers(theirs));
        assertEquals(Optional.of(keeper), theirs.receiver().company());
        assertEquals(Optional.of(keeper), theirs.entries().get(0).company());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers(done(receivers.take(ERP, RECEIVER, 10))));
        done(receivers.reject(ERP, "ERP-2", 6, "no such account"));
        done(receivers.resend(ERP, "ERP-2", 6));
        assertEquals(List.of(6L), numbers(done(receivers.take(ERP, "ERP-2", 10))));
        done(receivers.acknowledge(ERP, "ERP-2", 6));

        assertEquals(
                List.of(0L, 6L),
                receivers.list(Optional.empty(), 10).stream()
                        .map(JournalReceiver::acknowledged)
                        .toList());
    }

    /** Whoever may use the books of one company. */
    @Test
    void a_login_of_one_company_sees_and_moves_its_receivers_alone() throws Exception {
        PartyId keeper = foundByAnotherCompany();
        CurrentBooks.of(Optional.of(keeper), () -> done(receivers.take(ERP, "ERP-2", 10)));
        done(receivers.take(ERP, RECEIVER, 10));
        done(receivers.take(ERP, "AUDIT-1", 10));

        CurrentBooks.allowed(Optional.of(keeper)::equals, () -> {
            assertEquals(
                    List.of("ERP-2"),
                    receivers.list(Optional.empty(), 1).stream()
                            .map(JournalReceiver::name)
                            .toList());
            done(receivers.acknowledge(ERP, "ERP-2", 6));
            assertThrows(NotAllowedException.class, () -> receivers.take(ERP, RECEIVER, 10));
            assertThrows(NotAllowedException.class, () -> receivers.acknowledge(ERP, RECEIVER, 1));
            assertThrows(NotAllowedException.class, () -> receivers.reject(ERP, RECEIVER, 1, "not ours"));
            assertThrows(NotAllowedException.class, () -> receivers.resend(ERP, RECEIVER, 1));
            return assertThrows(NotAllowedException.class, () -> receivers.rejections(RECEIVER, 0, 10));
        });
    }

    @Test
    void a_receiver_gets_the_journal_of_the_same_books_always() {
        PartyId keeper = foundByAnotherCompany();
        done(receivers.take(ERP, RECEIVER, 10));
        CurrentBooks.of(Optional.of(keeper), () -> done(receivers.take(ERP, "ERP-2", 10)));

        assertEquals(
                List.of("RECEIVER_OF_OTHER_BOOKS"),
                codes(CurrentBooks.of(Optional.of(keeper), () -> receivers.take(ERP, RECEIVER, 10))));
        assertEquals(
                List.of("COMPANY_UNKNOWN"),
                codes(CurrentBooks.of(Optional.of(new PartyId("NOBODY")), () -> receivers.take(ERP, "ERP-3", 10))));
        assertEquals(List.of("ENTRY_NOT_SENT"), codes(receivers.reject(ERP, "ERP-2", 3, "not ours")));
    }

    @Test
    void who_begins_with_the_same_name_at_the_same_time_gets_the_same_books() {
        PartyId keeper = foundByAnotherCompany();
        LotCosting costing = bakery.company().service(LotCosting.class);
        List<Runnable> meanwhile = new ArrayList<>(
                List.of(() -> CurrentBooks.of(Optional.of(keeper), () -> done(receivers.take(ERP, "ERP-2", 10)))));
        LotCosting slow = (LotCosting) Proxy.newProxyInstance(
                LotCosting.class.getClassLoader(), new Class<?>[] {LotCosting.class}, (proxy, method, args) -> {
                    Object answer = method.invoke(costing, args);
                    List.copyOf(meanwhile).forEach(other -> {
                        meanwhile.clear();
                        other.run();
                    });
                    return answer;
                });
        JournalReceivers second = TestCompany.on(bakery.company().database())
                .with(Clock.class, Bakery.CLOCK)
                .with(LotCosting.class, slow)
                .service(JournalReceivers.class);

        JournalDelivery given = second.take(ERP, "ERP-2", 10).toOptional().orElseThrow();

        assertEquals(List.of(6L), numbers(given));
        assertEquals(Optional.of(keeper), given.receiver().company());
    }

    private PartyId foundByAnotherCompany() {
        PartyId keeper = new PartyId("BAKERY-2");
        TestDatabase database = bakery.company().database();
        Site potsdam = Bakery.site(Bakery.POTSDAM);
        database.unitOfWork().run(() -> {
            database.parties()
                    .save(PartyBuilder.aParty(keeper.value())
                            .as(PartyRole.COMPANY)
                            .build());
            database.companyBooks().insert(new CompanyBooks(keeper, "USD", "", "controller", Bakery.NOW));
            database.sites()
                    .save(new Site(
                            potsdam.id(),
                            keeper,
                            potsdam.name(),
                            potsdam.gln(),
                            potsdam.zone(),
                            potsdam.productionDayStart(),
                            potsdam.lotNumberTemplate(),
                            potsdam.locations()));
        });
        LotKey lot = LotBuilder.aLot("FOUND").key();
        database.unitOfWork().run(() -> {
            database.lots()
                    .insert(new Lot(lot, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
            long position = database.ledger().lockHead().position() + 1;
            database.ledger()
                    .append(new RecordedEvent(
                            EventBuilder.anEvent("G1", EventType.GAIN)
                                    .of(DocumentType.COUNT_SHEET, "G1")
                                    .moving(
                                            lot,
                                            "1 KGM",
                                            Place.unexplained(Bakery.POTSDAM),
                                            Place.location(Bakery.POTSDAM, Bakery.SHELF))
                                    .build(),
                            position,
                            Bakery.NOW,
                            String.format("%064x", position)));
        });
        return keeper;
    }

    @Test
    void acknowledging_twice_changes_nothing() {
        done(receivers.take(ERP, RECEIVER, 3));
        done(receivers.acknowledge(ERP, RECEIVER, 3));

        for (long entry : List.of(3L, 1L, 0L)) {
            Outcome<?> again = receivers.acknowledge(ERP, RECEIVER, entry);
            assertInstanceOf(Outcome.AlreadyDone.class, again);
        }
        assertEquals(3, receivers.list(Optional.empty(), 10).get(0).acknowledged());
    }

    @Test
    void what_was_never_sent_is_not_acknowledged_rejected_or_resent() {
        done(receivers.take(ERP, RECEIVER, 3));

        refused(JournalReceivers.ENTRY_NOT_SENT, receivers.acknowledge(ERP, RECEIVER, 4));
        refused(JournalReceivers.ENTRY_NOT_SENT, receivers.reject(ERP, RECEIVER, 4, "no such account"));
        refused(JournalReceivers.ENTRY_NOT_SENT, receivers.resend(ERP, RECEIVER, 5));
        refused(JournalReceivers.RECEIVER_UNKNOWN, receivers.acknowledge(ERP, "erp", 1));
        refused(JournalReceivers.RECEIVER_UNKNOWN, receivers.reject(ERP, "erp", 1, "no such account"));
        refused(JournalReceivers.RECEIVER_UNKNOWN, receivers.resend(ERP, "erp", 1));
        assertEquals(0, receivers.list(Optional.empty(), 10).get(0).acknowledged());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 5, RECEIVER_NAME_WRONG",
        "a b, 5, RECEIVER_NAME_WRONG",
        "ERP, 0, ENTRY_COUNT_WRONG",
        "ERP, 1001, ENTRY_COUNT_WRONG"
    })
    void a_request_that_makes_no_sense_is_refused(String receiver, int most, String code) {
        refused(code, receivers.take(ERP, receiver, most));
        assertEquals(List.of(), receivers.list(Optional.empty(), 10));
    }

    @Test
    void all_behind_a_rejected_entry_waits_until_it_is_resent() {
        done(receivers.take(ERP, RECEIVER, 4));
        done(receivers.acknowledge(ERP, RECEIVER, 1));
        JournalRejection rejection = done(receivers.reject(ERP, RECEIVER, 3, "no such account"));

        JournalDelivery waiting = taken(5);
        assertEquals(List.of(2L), numbers(waiting));
        assertEquals(Optional.of(rejection), waiting.waitsFor());
        refused(JournalReceivers.ENTRY_REJECTED, receivers.acknowledge(ERP, RECEIVER, 4));
        done(receivers.acknowledge(ERP, RECEIVER, 2));
        assertEquals(List.of(), numbers(taken(5)));

        done(receivers.resend(ERP, RECEIVER, 3));

        assertEquals(List.of(3L, 4L, 5L), numbers(done(receivers.take(ERP, RECEIVER, 5))));
        assertEquals(
                Optional.of(Bakery.NOW),
                receivers.rejections(RECEIVER, 0, 10).get(0).resent());
        done(receivers.acknowledge(ERP, RECEIVER, 5));
    }

    @Test
    void only_the_rejected_entry_waits_when_that_is_configured() {
        JournalReceivers others = bakery(false).company().service(JournalReceivers.class);
        done(others.take(ERP, RECEIVER, 2));
        done(others.reject(ERP, RECEIVER, 1, "no such account"));

        assertEquals(
                List.of(2L), numbers(others.take(ERP, RECEIVER, 1).toOptional().orElseThrow()));
        assertEquals(List.of(2L, 3L), numbers(done(others.take(ERP, RECEIVER, 2))));
        done(others.acknowledge(ERP, RECEIVER, 3));

        done(others.resend(ERP, RECEIVER, 1));
        assertEquals(
                List.of(1L, 2L),
                numbers(others.take(ERP, RECEIVER, 2).toOptional().orElseThrow()));
    }

    @Test
    void a_rejected_entry_is_an_exception_case_of_its_event_and_rejecting_twice_changes_nothing() {
        JournalEntry third = done(receivers.take(ERP, RECEIVER, 3)).entries().get(2);

        JournalRejection rejection = done(receivers.reject(ERP, RECEIVER, 3, "no such account"));
        Outcome<JournalRejection> again = receivers.reject(ERP, RECEIVER, 3, "no such account");

        assertInstanceOf(Outcome.AlreadyDone.class, again);
        assertEquals(Optional.of(rejection), again.toOptional());
        assertEquals(List.of(rejection), receivers.rejections(RECEIVER, 0, 10));
        List<ExceptionCase> cases =
                bakery.company().service(ExceptionCases.class).ofEvent(third.event());
        assertEquals(
                List.of(JournalReceivers.JOURNAL_ENTRY_REJECTED),
                cases.stream().map(ExceptionCase::code).toList());
        assertEquals(
                "ERP rejects journal entry 3: no such account", cases.get(0).message());
        assertEquals(Role.CONTROLLER, cases.get(0).owner());
        refused(JournalReceivers.ENTRY_REJECTED, receivers.reject(ERP, RECEIVER, 3, "another reason"));
        refused("REASON_MISSING", receivers.reject(ERP, RECEIVER, 2, " "));
        refused("REASON_TOO_LONG", receivers.reject(ERP, RECEIVER, 2, "x".repeat(2_001)));
    }

    @Test
    void what_is_acknowledged_is_not_rejected_but_may_be_resent() {
        done(receivers.take(ERP, RECEIVER, 3));
        done(receivers.acknowledge(ERP, RECEIVER, 3));

        refused(JournalReceivers.ENTRY_ACKNOWLEDGED, receivers.reject(ERP, RECEIVER, 2, "no such account"));
        assertEquals(1, done(receivers.resend(ERP, RECEIVER, 2)).acknowledged());
        assertInstanceOf(Outcome.AlreadyDone.class, receivers.resend(ERP, RECEIVER, 2));

        assertEquals(List.of(2L, 3L), numbers(taken(2)));
    }

    /** A timed-out acknowledgement that comes again, or that of another worker. */
    @Test
    void a_late_acknowledgement_does_not_undo_a_resend() {
        done(receivers.take(ERP, RECEIVER, 5));
        done(receivers.acknowledge(ERP, RECEIVER, 5));
        done(receivers.resend(ERP, RECEIVER, 3));

        refused(JournalReceivers.ENTRY_NOT_SENT, receivers.acknowledge(ERP, RECEIVER, 5));
        assertEquals(List.of(3L, 4L, 5L), numbers(done(receivers.take(ERP, RECEIVER, 5))));
        assertEquals(5, done(receivers.acknowledge(ERP, RECEIVER, 5)).acknowledged());
    }

    @Test
    void an_entry_that_is_rejected_again_for_the_same_reason_is_a_case_again() {
        JournalEntry third = done(receivers.take(ERP, RECEIVER, 3)).entries().get(2);
        done(receivers.reject(ERP, RECEIVER, 3, "no such account"));
        done(receivers.resend(ERP, RECEIVER, 3));
        done(receivers.take(ERP, RECEIVER, 3));

        done(receivers.reject(ERP, RECEIVER, 3, "no such account"));

        assertEquals(
                2,
                bakery.company()
                        .service(ExceptionCases.class)
                        .ofEvent(third.event())
                        .size());
    }

    private JournalDelivery taken(int most) {
        return receivers.take(ERP, RECEIVER, most).toOptional().orElseThrow();
    }

    private static List<Long> numbers(JournalDelivery delivery) {
        return delivery.entries().stream().map(JournalEntry::number).toList();
    }

    private static void refused(String code, Outcome<?> outcome) {
        assertEquals(
                List.of(code),
                outcome.violations().stream().map(Violation::code).toList());
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream().map(Violation::code).toList();
    }
}
