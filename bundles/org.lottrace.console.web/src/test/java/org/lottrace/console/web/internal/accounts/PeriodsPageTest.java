package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AccountBalance;
import org.lottrace.api.cost.AccountingPeriod;
import org.lottrace.api.cost.AccountingPeriods;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.CloseRow;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.PeriodLock;
import org.lottrace.api.cost.PeriodSnapshot;
import org.lottrace.api.cost.PeriodState;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class PeriodsPageTest {
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 28);
    private static final DocumentReference ORDER = new DocumentReference(DocumentType.PURCHASE_ORDER, "PO-7");
    private static final String HASH = "ab".repeat(32);
    private static final PeriodStep LOCKED = new PeriodStep(
            1,
            FEBRUARY.withDayOfMonth(1),
            FEBRUARY,
            PeriodStep.Kind.LOCK,
            7,
            List.of(CloseCheck.Kind.UNINVOICED),
            "the invoice comes",
            "ben",
            Instant.parse("2026-03-01T08:00:00Z"));

    private final Fake<LotCosting> costing =
            Fake.of(LotCosting.class).when("progress", ignored -> new CostingProgress(12, 12, Optional.empty()));
    private final Fake<AccountingPeriods> periods = Fake.of(AccountingPeriods.class)
            .when("list", ignored -> List.of(period(PeriodState.LOCKED, LOCKED)))
            .when("late", ignored -> List.of(late()))
            .when(
                    "checklist",
                    ignored -> List.of(
                            new CloseCheck(CloseCheck.Kind.UNPOSTED, 0, Optional.empty()),
                            new CloseCheck(CloseCheck.Kind.UNINVOICED, 2, Optional.of(Money.parse("EUR 20.00")))));
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void the_periods_are_listed_with_their_state_and_who_took_the_last_step() {
        open(Role.AUDITOR);

        String page = desk.page("/console/accounts/periods");

        assertTrue(page.contains("href=\"/console/accounts/periods/2026-02-28\""), page);
        assertTrue(page.contains("Locked, to be signed"));
        assertTrue(page.contains("ben · "));
    }

    @Test
    void an_open_period_shows_its_checks_and_what_is_accepted_is_locked_with_a_reason() {
        periods.when("find", ignored -> Optional.of(period(PeriodState.OPEN)))
                .when(
                        "lock",
                        asked -> ((PeriodLock) asked.get(1)).reason().isEmpty()
                                ? new Outcome.Refused<AccountingPeriod>(
                                        List.of(new Violation("REASON_MISSING", "reason", "say why it is accepted")))
                                : new Outcome.Done<>(period(PeriodState.LOCKED, LOCKED)));
        open(Role.ACCOUNTANT);

        String page = desk.page("/console/accounts/periods/2026-02-28");
        assertTrue(
                page.contains("href=\"/console/accounts/periods/2026-02-28/UNINVOICED\">Received, not invoiced</a>"),
                page);
        assertTrue(page.contains("€20.00"));
        assertFalse(page.contains("/sign\""));

        HttpResponse<String> refused =
                desk.send("/console/accounts/periods/2026-02-28/lock", "accepted", "UNINVOICED", "reason", "");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("say why it is accepted"));
        assertTrue(refused.body().contains("value=\"UNINVOICED\" checked"), refused.body());
        assertEquals(
                303,
                desk.send("/console/accounts/periods/2026-02-28/lock", "accepted", "UNINVOICED", "reason", "it comes")
                        .statusCode());
    }

    @Test
    void a_locked_period_shows_its_figures_and_a_controller_signs_these() {
        periods.when("find", ignored -> Optional.of(period(PeriodState.LOCKED, LOCKED)))
                .when(
                        "sign",
                        asked -> asked.get(2).equals(HASH)
                                ? new Outcome.Done<>(period(PeriodState.CLOSED, LOCKED))
                                : new Outcome.Refused<>(List.of()));
        open(Role.CONTROLLER);

        String page = desk.page("/console/accounts/periods/2026-02-28");
        assertTrue(page.contains(HASH));
        assertTrue(page.contains("€12.00"));
        assertTrue(page.contains("Came late for this period"));
        assertTrue(page.contains("the invoice comes"));

        assertEquals(
                303,
                desk.send("/console/accounts/periods/2026-02-28/sign", "hash", HASH)
                        .statusCode());
    }

    @Test
    void who_may_not_sign_finds_no_button_and_is_refused() {
        periods.when("find", ignored -> Optional.of(period(PeriodState.LOCKED, LOCKED)));
        open(Role.ACCOUNTANT);

        assertFalse(desk.page("/console/accounts/periods/2026-02-28").contains("/sign\""));
        HttpResponse<String> refused = desk.send("/console/accounts/periods/2026-02-28/sign", "hash", HASH);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("ROLE_MISSING"));
    }

    @Test
    void the_rows_of_a_check_are_shown_a_page_at_a_time_and_an_unknown_check_is_not_found() {
        CloseRow row = new CloseRow(
                Optional.of(ORDER),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Money.parse("EUR 20.00")),
                Optional.of(FEBRUARY),
                "MILL");
        periods.when(
                "rows", asked -> (int) asked.get(2) == 0 ? Collections.nCopies((int) asked.get(3), row) : List.of(row));
        open(Role.ACCOUNTANT);

        String page = desk.page("/console/accounts/periods/2026-02-28/UNINVOICED");
        assertTrue(page.contains("/console/accounts/periods/2026-02-28/UNINVOICED?after=100"), page);
        assertTrue(desk.page("/console/accounts/periods/2026-02-28/UNINVOICED?after=100")
                .contains("MILL"));
        assertEquals(
                404, desk.get("/console/accounts/periods/2026-02-28/NONSENSE").statusCode());
        assertEquals(404, desk.get("/console/accounts/periods/never").statusCode());
    }

    @Test
    void what_differs_is_said_in_the_language_of_the_reader() {
        Money amount = Money.parse("EUR 20.00");
        periods.when(
                "rows",
                asked -> List.of(new CloseRow(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(amount),
                        Optional.empty(),
                        Optional.of(Account.INVENTORY),
                        Optional.of(Money.parse("EUR 90.00")),
                        "")));
        open(Role.ACCOUNTANT);

        String german = desk.page("/console/accounts/periods/2026-02-28/LOTS_DIFFER", "de");

        assertTrue(german.contains("Vorräte: gebucht sind 90,00"), german);
        assertTrue(german.contains("die Chargen sind 70,00"), german);
    }

    @Test
    void an_entry_that_came_late_says_in_the_journal_which_day_it_was_for() {
        costing.when("journal", ignored -> List.of(late()));
        open(Role.ACCOUNTANT);

        assertTrue(desk.page("/console/accounts/journal?from=2026-03-01&to=2026-03-02")
                .contains("late, for "));
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(
                Set.of(role), List.of(new AccountsPage()), costing.build(), periods.build(), Fake.sites());
    }

    private static AccountingPeriod period(PeriodState state, PeriodStep... steps) {
        Money twelve = Money.parse("EUR 12.00");
        return new AccountingPeriod(
                FEBRUARY.withDayOfMonth(1),
                FEBRUARY,
                state,
                List.of(steps),
                state.isOpen()
                        ? Optional.empty()
                        : Optional.of(new PeriodSnapshot(
                                1,
                                FEBRUARY,
                                12,
                                1,
                                HASH,
                                List.of(new AccountBalance(Account.INVENTORY, twelve, twelve)))));
    }

    private static JournalEntry late() {
        Money two = Money.parse("EUR 2.00");
        return new JournalEntry(
                9,
                new EventId("E-9"),
                9,
                EventType.RECEIVE,
                FEBRUARY.plusDays(1),
                Optional.of(FEBRUARY.minusDays(2)),
                ORDER,
                List.of(line(Account.INVENTORY, two), line(Account.GOODS_RECEIVED_NOT_INVOICED, two.negated())));
    }

    private static JournalLine line(Account account, Money amount) {
        return new JournalLine(account, Optional.empty(), Optional.empty(), Optional.empty(), amount);
    }
}
