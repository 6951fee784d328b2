package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.on;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.reversed;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Documents.orderLine;
import static org.lottrace.cost.internal.Goods.goods;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AccountBalance;
import org.lottrace.api.cost.AccountingPeriod;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.CloseRow;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.PeriodLock;
import org.lottrace.api.cost.PeriodSnapshot;
import org.lottrace.api.cost.PeriodState;
import org.lottrace.api.cost.SupplierInvoice;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.ContextBuilder;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;

/** It is the second of March, and February is closed. */
class AccountingPeriodsIT {
    private static final LocalDate JANUARY = LocalDate.parse("2026-01-31");
    private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-28");
    private static final LocalDate FIRST_OPEN = LocalDate.parse("2026-03-01");
    private static final Set<CloseCheck.Kind> ALL = EnumSet.allOf(CloseCheck.Kind.class);
    private static final Caller BEN = new Caller("ben", Set.of(Role.ACCOUNTANT));
    private static final Caller CLARA = new Caller("clara", Set.of(Role.CONTROLLER));
    private static final LotKey ONE = aLot("L1").key();
    private static final LotKey TWO = aLot("L2").key();

    private final BakeryBooks books = new BakeryBooks()
            .ordered("P1", FLOUR, "100 KGM", "2.00")
            .ordered("P2", FLOUR, "100 KGM", "3.00")
            .recorded(
                    on("2026-02-10", received("N1", "P1", goods(ONE, "10 KGM"))),
                    on("2026-02-25", shipped("S1", "SO1", goods(ONE, "4 KGM"))),
                    on("2026-03-01", received("N2", "P2", goods(TWO, "10 KGM"))));

    @Test
    void what_is_locked_has_its_figures_by_account_and_by_lot_and_somebody_else_signs_them() {
        AccountingPeriod locked = locked(FEBRUARY);

        PeriodSnapshot snapshot = locked.snapshot().orElseThrow();
        assertEquals(PeriodState.LOCKED, locked.state());
        assertEquals(
                List.of("INVENTORY EUR 12.00", "GOODS_RECEIVED_NOT_INVOICED EUR -20.00", "COST_OF_GOODS_SOLD EUR 8.00"),
                balances(snapshot));
        assertEquals(
                List.of("L1 6 KGM EUR 12.00"),
                books.periods().lots(snapshot.step(), Optional.empty(), 10).stream()
                        .map(AccountingPeriodsIT::text)
                        .toList());
        assertEquals(Optional.of(snapshot.hash()), books.periods().recompute(FEBRUARY));

        assertEquals(
                PeriodState.CLOSED,
                done(books.periods().sign(CLARA, FEBRUARY, snapshot.hash())).state());
        assertTrue(books.periods().sign(CLARA, FEBRUARY, snapshot.hash()) instanceof Outcome.AlreadyDone);
        assertTrue(books.periods().lock(BEN, lock(FEBRUARY)) instanceof Outcome.AlreadyDone);
    }

    @Test
    void what_comes_late_counts_on_the_first_open_day_and_says_its_own() {
        PeriodSnapshot filed = locked(FEBRUARY).snapshot().orElseThrow();

        books.recorded(on("2026-02-26", shipped("S2", "SO2", goods(ONE, "1 KGM"))));

        JournalEntry late = books.periods().late(FEBRUARY, 0, 10).get(0);
        assertEquals("S2", late.event().value());
        assertEquals(FIRST_OPEN, late.accountingDate());
        assertEquals(Optional.of(LocalDate.parse("2026-02-26")), late.originalDate());
        assertEquals(
                List.of("S2"),
                books.costing().journal(FIRST_OPEN, FIRST_OPEN, 0, 100).stream()
                        .filter(JournalEntry::isLate)
                        .map(entry -> entry.event().value())
                        .toList());
        assertEquals(Optional.of(filed.hash()), books.periods().recompute(FEBRUARY));
    }

    @Test
    void books_that_are_built_again_put_every_entry_on_the_same_day() {
        books.recorded(on("2026-02-20", shipped("S2", "SO2", goods(ONE, "1 KGM"))));
        AccountingPeriod locked = locked(FEBRUARY);
        books.recorded(on("2026-02-21", shipped("S3", "SO3", goods(ONE, "1 KGM"))));
        done(books.periods().reopen(CLARA, FEBRUARY, "an invoice was forgotten"));
        books.recorded(on("2026-02-22", shipped("S4", "SO4", goods(ONE, "1 KGM"))));
        locked(FEBRUARY);
        books.recorded(on("2026-02-23", shipped("S5", "SO5", goods(ONE, "1 KGM"))));
        List<JournalEntry> before = journal();
        assertEquals(
                List.of("S3 2026-03-01", "S5 2026-03-01"),
                before.stream()
                        .filter(JournalEntry::isLate)
                        .map(entry -> entry.event() + " " + entry.accountingDate())
                        .toList());

        books.forgetEverythingBooked();

        assertEquals(before, journal());
        assertEquals(
                books.periods().find(FEBRUARY).orElseThrow().snapshot().map(PeriodSnapshot::hash),
                books.periods().recompute(FEBRUARY));
        assertNotEquals(
                locked.snapshot().orElseThrow().hash(),
                books.periods()
                        .find(FEBRUARY)
                        .orElseThrow()
                        .snapshot()
                        .orElseThrow()
                        .hash());
    }

    @Test
    void what_waits_is_booked_behind_a_lock_and_never_at_it() {
        LotKey nine = aLot("L9").key();
        books.recorded(
                on("2026-03-02", received("N9", "P9", goods(nine, "5 KGM"))),
                on("2026-02-20", shipped("S9", "SO9", goods(nine, "1 KGM"))));
        assertEquals(List.of("CHECK_OPEN"), codes(books.periods().lock(BEN, lock(FEBRUARY))));
        books.recorded(on("2026-02-21", reversed("R9", shipped("S9", "SO9", goods(nine, "1 KGM")))));
        assertEquals(3, books.costing().waiting(0, 10).size());
        books.ordered("P9", FLOUR, "100 KGM", "4.00");
        assertEquals(List.of(), books.costing().waiting(0, 10));

        books.recorded(on("2026-03-03", received("N8", "P8", goods(nine, "2 KGM"))));
        PeriodSnapshot filed = locked(FEBRUARY).snapshot().orElseThrow();
        books.ordered("P8", FLOUR, "100 KGM", "5.00");
        assertEquals(1, books.costing().waiting(0, 10).size());
        books.recorded(on("2026-02-22", shipped("S8", "SO8", goods(nine, "1 KGM"))));

        books.costing().inventoryValue(); // the books come behind the lock
        assertEquals(List.of(), books.costing().waiting(0, 10));
        assertEquals(
                List.of("N9 2026-03-02", "S9 2026-02-20", "R9 2026-02-21", "N8 2026-03-03", "S8 2026-03-01"),
                books.costing().journal(3, 100).stream()
                        .map(entry -> entry.event() + " " + entry.accountingDate())
                        .toList());
        assertEquals(Optional.of(filed.hash()), books.periods().recompute(FEBRUARY));
    }

    @Test
    void the_figures_of_the_next_period_go_on_from_those_of_the_one_before() {
        books.recorded(
                on("2026-01-10", received("N0", "P1", goods(aLot("L0").key(), "1 KGM"))),
                on("2026-01-20", shipped("S0", "SO0", goods(aLot("L0").key(), "1 KGM"))),
                on("2026-02-27", consumed("C1", "MO1", goods(ONE, "2 KGM"))));
        locked(JANUARY);
        PeriodSnapshot february = locked(FEBRUARY).snapshot().orElseThrow();

        assertEquals(
                List.of(
                        "INVENTORY EUR 8.00",
                        "GOODS_RECEIVED_NOT_INVOICED EUR -22.00",
                        "WORK_IN_PROCESS EUR 4.00",
                        "COST_OF_GOODS_SOLD EUR 10.00"),
                balances(february));
        assertEquals(1, february.lots());
        assertEquals(Optional.of(february.hash()), books.periods().recompute(FEBRUARY));
    }

    @Test
    void only_a_date_that_the_sender_states_is_refused() {
        locked(FEBRUARY);

        assertEquals(
                List.of("PERIOD_CLOSED"),
                codes(invoiced("i1", aContext("i1").at("2026-02-27T08:00:00Z").countingOn("2026-02-28"))));
        assertEquals(
                List.of(),
                codes(invoiced("i2", aContext("i2").at("2026-02-27T08:00:00Z").countingOn("2026-03-01"))));
        assertEquals(
                List.of(),
                codes(books.entries()
                        .invoice(invoice(
                                "i3", aContext("i3").at("2026-02-27T08:00:00Z").request()))));
        assertEquals(
                List.of("i3"),
                books.periods().late(FEBRUARY, 0, 10).stream()
                        .map(entry -> entry.event().value())
                        .toList());
    }

    @Test
    void what_the_checks_have_found_is_put_right_or_accepted_with_a_reason() {
        books.recorded(on("2026-02-27", consumed("C1", "MO1", goods(ONE, "2 KGM"))));

        assertEquals(
                List.of("WORK_IN_PROCESS 1 EUR 4.00", "UNINVOICED 1 EUR 20.00"),
                books.periods().checklist(FEBRUARY).stream()
                        .filter(check -> !check.isPassed())
                        .map(check -> check.kind() + " " + check.found() + " "
                                + check.amount().orElseThrow())
                        .toList());
        CloseRow process = books.periods()
                .rows(FEBRUARY, CloseCheck.Kind.WORK_IN_PROCESS, 0, 10)
                .get(0);
        assertEquals("PRODUCTION_ORDER MO1", process.document().orElseThrow().toString());
        assertEquals(Optional.of(ONE), process.lot());
        CloseRow receipt = books.periods()
                .rows(FEBRUARY, CloseCheck.Kind.UNINVOICED, 0, 10)
                .get(0);
        assertEquals(Optional.of(LocalDate.parse("2026-02-10")), receipt.since());
        assertEquals(Optional.of(quantity("10 KGM")), receipt.quantity());

        assertEquals(
                List.of("CHECK_OPEN", "CHECK_OPEN"),
                codes(books.periods().lock(BEN, new PeriodLock(FEBRUARY, Set.of(), ""))));
        assertEquals(List.of("REASON_MISSING"), codes(books.periods().lock(BEN, new PeriodLock(FEBRUARY, ALL, " "))));
        assertEquals(
                List.of(CloseCheck.Kind.WORK_IN_PROCESS, CloseCheck.Kind.UNINVOICED),
                locked(FEBRUARY).steps().get(0).accepted());
    }

    @Test
    void an_event_that_is_not_booked_keeps_the_period_open_whatever_is_accepted() {
        books.recorded(on("2026-02-27", received("N9", "P9", goods(aLot("L9").key(), "1 KGM"))));

        assertEquals(List.of("CHECK_OPEN"), codes(books.periods().lock(BEN, lock(FEBRUARY))));
        CloseRow unposted =
                books.periods().rows(FEBRUARY, CloseCheck.Kind.UNPOSTED, 0, 10).get(0);
        assertEquals("N9", unposted.event().orElseThrow().value());
        assertTrue(unposted.note().contains("PURCHASE_ORDER P9"), unposted.note());

        books.ordered("P9", FLOUR, "1 KGM", "1.00");
        assertEquals(PeriodState.LOCKED, locked(FEBRUARY).state());
    }

    @Test
    void lots_that_are_worth_something_else_than_their_account_keep_it_open() {
        books.costing().inventoryValue();
        books.sql("update lot_cost set stock_amount = stock_amount + 1 where stock_amount = 12");

        assertEquals(List.of("CHECK_OPEN"), codes(books.periods().lock(BEN, lock(FEBRUARY))));
        CloseRow inventory = books.periods()
                .rows(FEBRUARY, CloseCheck.Kind.LOTS_DIFFER, 0, 10)
                .get(0);
        assertEquals(Optional.of(Account.INVENTORY), inventory.account());
        assertEquals(Optional.of(Money.parse("EUR 42.00")), inventory.booked());
        assertEquals(Optional.of(Money.parse("EUR -1.00")), inventory.amount());
    }

    @Test
    void a_rate_of_a_closed_day_is_recorded_late_and_what_comes_late_is_owed_at_it_on_the_first_open_day() {
        PeriodSnapshot filed = locked(FEBRUARY).snapshot().orElseThrow();

        done(books.entries()
                .recordRates(new ExchangeRates(
                        aContext("r1").request(),
                        "ECB",
                        List.of(rate("2026-02-26", "0.92"), rate("2026-03-02", "0.95")))));
        done(books.entries()
                .invoice(new SupplierInvoice(
                        aContext("i1").at("2026-02-26T09:00:00Z").request(),
                        "I-1",
                        MILL,
                        List.of(new SupplierInvoice.Line(
                                orderLine("P1"), quantity("1 KGM"), Money.parse("USD 2.00"))))));

        JournalEntry late = books.periods().late(FEBRUARY, 0, 10).get(0);
        assertEquals(FIRST_OPEN, late.accountingDate());
        assertEquals(
                List.of(Money.parse("EUR -1.84")),
                late.lines().stream()
                        .filter(line -> line.account() == Account.ACCOUNTS_PAYABLE)
                        .map(JournalLine::amount)
                        .toList());
        assertEquals(Optional.of(filed.hash()), books.periods().recompute(FEBRUARY));
    }

    private static ExchangeRates.Rate rate(String day, String euros) {
        return new ExchangeRates.Rate(LocalDate.parse(day), "USD", new BigDecimal(euros));
    }

    @Test
    void periods_are_closed_one_after_the_other_and_opened_again_the_other_way_round() {
        books.recorded(on("2026-01-10", received("N0", "P1", goods(aLot("L0").key(), "1 KGM"))));

        assertEquals(List.of("EARLIER_PERIOD_OPEN"), codes(books.periods().lock(BEN, lock(FEBRUARY))));
        assertEquals(
                List.of("PERIOD_NOT_OVER", "EARLIER_PERIOD_OPEN"),
                codes(books.periods().lock(BEN, lock(LocalDate.parse("2026-03-31")))));
        assertEquals(List.of("PERIOD_UNKNOWN"), codes(books.periods().lock(BEN, lock(LocalDate.parse("2026-02-27")))));
        locked(JANUARY);
        locked(FEBRUARY);
        assertEquals(
                List.of("LATER_PERIOD_CLOSED", "REASON_MISSING"),
                codes(books.periods().reopen(CLARA, JANUARY, "")));
        done(books.periods().reopen(CLARA, FEBRUARY, "a count was wrong"));
        done(books.periods().reopen(CLARA, JANUARY, "a count was wrong"));
        assertEquals(
                List.of("2026-03-31 OPEN", "2026-02-28 REOPENED", "2026-01-31 REOPENED"),
                books.periods().list(Optional.empty(), 10).stream()
                        .map(period -> period.to() + " " + period.state())
                        .toList());
        assertEquals(
                List.of(JANUARY),
                books.periods().list(Optional.of(FEBRUARY), 10).stream()
                        .map(AccountingPeriod::to)
                        .toList());
    }

    @Test
    void who_locked_a_period_or_captured_a_movement_of_it_does_not_sign_it() {
        Caller baker = new Caller(aContext("x").request().actor(), Set.of(Role.CONTROLLER));
        assertEquals(List.of("PERIOD_NOT_LOCKED"), codes(books.periods().sign(CLARA, FEBRUARY, "")));
        String hash = done(books.periods().lock(CLARA, lock(FEBRUARY)))
                .snapshot()
                .orElseThrow()
                .hash();

        assertEquals(List.of("SIGNER_LOCKED"), codes(books.periods().sign(CLARA, FEBRUARY, hash)));
        assertEquals(
                List.of("HASH_DIFFERS", "SIGNER_CAPTURED"),
                codes(books.periods().sign(baker, FEBRUARY, "0".repeat(64))));
    }

    private AccountingPeriod locked(LocalDate to) {
        return done(books.periods().lock(BEN, lock(to)));
    }

    private static PeriodLock lock(LocalDate to) {
        return new PeriodLock(to, ALL, "they are known");
    }

    private List<JournalEntry> journal() {
        return books.costing().journal(JANUARY, FIRST_OPEN.plusYears(1), 0, 1_000);
    }

    private Outcome<RecordedEvent> invoiced(String id, ContextBuilder context) {
        return books.entries().invoice(invoice(id, context.request()));
    }

    private static SupplierInvoice invoice(String number, CaptureContext context) {
        return new SupplierInvoice(
                context,
                number,
                MILL,
                List.of(new SupplierInvoice.Line(orderLine("P1"), quantity("1 KGM"), Money.parse("EUR 2.00"))));
    }

    private static List<String> balances(PeriodSnapshot snapshot) {
        return snapshot.accounts().stream()
                .map((AccountBalance account) -> account.account() + " " + account.balance())
                .toList();
    }

    private static String text(LotCost cost) {
        return cost.lot().number() + " " + cost.quantity() + " " + cost.value();
    }

    private static <T> T done(Outcome<T> outcome) {
        return outcome.fold(done -> done, known -> known, problems -> {
            throw new AssertionError(problems);
        });
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.fold(done -> List.of(), known -> List.of(), problems -> problems.stream()
                .map(Violation::code)
                .toList());
    }
}
