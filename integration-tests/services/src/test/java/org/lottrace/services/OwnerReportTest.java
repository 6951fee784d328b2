package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.DISPOSE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.company.WorkingBakery.FLOUR_1;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.cost.BooksOpening;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.PartyBuilder;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.drill.DrillRequest;
import org.lottrace.api.recall.drill.MockRecall;
import org.lottrace.api.recall.report.OwnerFigures;
import org.lottrace.api.recall.report.OwnerFigures.Known;
import org.lottrace.api.recall.report.OwnerReport;
import org.lottrace.api.recall.report.RecallReach;
import org.lottrace.api.recall.report.WriteOff;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** What tracing lots is worth to the owner, through all services on each database. */
class OwnerReportTest {
    private static final LocalDate GO_LIVE = LocalDate.of(2026, 3, 1);
    private static final LocalDate END = LocalDate.of(2026, 3, 31);

    private WorkingBakery bakery;
    private TestCompany company;

    enum On {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        On(Supplier<TestDatabase> database) {
            this.database = database;
        }
    }

    @AfterEach
    void end() {
        company.close();
    }

    /** 1000 KGM of each of two lots at 0.50 since 4 January; L1 keeps until 2027, and 10 KGM of it were thrown away in February. */
    private void begin(On on, Map<String, Object> settings) {
        company = TestCompany.on(on.database.get().withBakery())
                .with(Clock.class, Bakery.CLOCK)
                .configured("org.lottrace.recall.owner", settings);
        bakery = new WorkingBakery(company).withFlourAt("2026-01-04T08:00:00Z");
        thrownAway("d1", "2026-02-10T08:00:00Z", FLOUR_1, "10 KGM");
    }

    private void thrownAway(String id, String instant, LotKey lot, String quantity) {
        TraceEvent event = anEvent(id, DISPOSE)
                .in(aContext(id).at(instant).build())
                .of(DocumentType.DISPOSAL_ORDER, id)
                .moving(lot, quantity, in(SHELF), Place.disposal(BERLIN))
                .build();
        bakery.unitOfWork().run(() -> {
            bakery.ledger()
                    .lockFor(List.of(event.id()), List.of(lot), event.context().effective());
            done(bakery.ledger().append(event));
        });
    }

    private OwnerReport report() {
        return company.service(OwnerReport.class);
    }

    /** 5.00 in 56 days before, 2.00 in 31 days since. */
    @ParameterizedTest
    @EnumSource
    void what_was_written_off_in_a_month_before_is_in_the_books_when_they_began_before(On on) {
        begin(on, Map.of("go.live", "2026-03-01", "before.written.off", "900"));
        thrownAway("d2", "2026-03-02T07:00:00Z", FLOUR_1, "4 KGM");

        OwnerFigures figures = report().figures(GO_LIVE, END);

        assertEquals(Optional.of(GO_LIVE), figures.goLive());
        assertEquals(Known.BOOKED, figures.known());
        assertEquals(56, figures.before().orElseThrow().days());
        assertEquals(euros("5.00"), figures.before().orElseThrow().writtenOff());
        assertEquals(euros("2.72"), figures.before().orElseThrow().writtenOffInAMonth());
        assertEquals(euros("2.00"), figures.now().writtenOff());
        assertEquals(euros("1.96"), figures.now().writtenOffInAMonth());
        assertEquals(Optional.of(euros("9.12")), figures.savedInAYear());
    }

    @ParameterizedTest
    @EnumSource
    void what_is_in_no_book_is_what_the_settings_say_or_unknown(On on) {
        begin(on, Map.of("before.written.off", "900.00", "before.expired", "300"));

        OwnerFigures assumed = report().figures(GO_LIVE, END);

        assertEquals(Known.ASSUMED, assumed.known());
        assertEquals(euros("900.00"), assumed.before().orElseThrow().writtenOffInAMonth());
        assertEquals(euros("300.00"), assumed.before().orElseThrow().expiredInAMonth());
        assertEquals(Optional.of(euros("10800.00")), assumed.savedInAYear());
        company.close();
        begin(on, Map.of());
        OwnerFigures unknown = report().figures(GO_LIVE, END);
        assertEquals(Known.UNKNOWN, unknown.known());
        assertEquals(Optional.empty(), unknown.savedInAYear());
    }

    @ParameterizedTest
    @EnumSource
    void each_figure_opens_to_its_lines_page_by_page_and_expired_goods_are_told_apart(On on) {
        begin(on, Map.of());
        company.database().sql("update lot set expiry = date '2026-03-01' where lot_number = 'L1'");
        thrownAway("d2", "2026-03-02T07:00:00Z", FLOUR_1, "4 KGM");
        thrownAway("d3", "2026-03-02T07:30:00Z", FLOUR_1, "6 KGM");
        LocalDate from = LocalDate.of(2026, 2, 1);

        List<WriteOff> all = new ArrayList<>();
        List<WriteOff> page = report().writeOffs(from, END, false, Optional.empty(), 1);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = report().writeOffs(
                            from,
                            END,
                            false,
                            Optional.of(WriteOff.Key.parse(page.get(0).key().toString())),
                            1);
        }

        assertEquals(
                List.of(
                        "d1 2026-02-10 10 KGM EUR 5.00 false",
                        "d2 2026-03-02 4 KGM EUR 2.00 true",
                        "d3 2026-03-02 6 KGM EUR 3.00 true"),
                all.stream().map(OwnerReportTest::text).toList());
        assertEquals(all.subList(1, 3), report().writeOffs(from, END, true, Optional.empty(), 10));
        OwnerFigures figures = report().figures(from, END);
        assertEquals(euros("10.00"), figures.now().writtenOff());
        assertEquals(euros("5.00"), figures.now().expired());
    }

    /** It was thrown away before it expired; that this was a mistake was found afterwards. */
    @ParameterizedTest
    @EnumSource
    void what_is_undone_after_it_has_expired_is_no_more_expired_than_when_it_was_thrown_away(On on) {
        begin(on, Map.of());
        company.database().sql("update lot set expiry = date '2026-03-01' where lot_number = 'L1'");
        undone("d1", "2026-03-02T07:00:00Z");

        OwnerFigures figures = report().figures(LocalDate.of(2026, 2, 1), END);

        assertEquals(euros("0.00"), figures.now().writtenOff());
        assertEquals(euros("0.00"), figures.now().expired());
        List<WriteOff> lines = report().writeOffs(LocalDate.of(2026, 2, 1), END, false, Optional.empty(), 10);
        assertEquals(
                List.of(false, false), lines.stream().map(WriteOff::isExpired).toList());
        assertEquals(List.of(), report().writeOffs(LocalDate.of(2026, 2, 1), END, true, Optional.empty(), 10));
    }

    private void undone(String id, String instant) {
        TraceEvent event = anEvent("undo-" + id, EventType.REVERSE)
                .in(aContext("undo-" + id).at(instant).build())
                .of(DocumentType.DISPOSAL_ORDER, id)
                .correcting(id)
                .moving(FLOUR_1, "10 KGM", Place.disposal(BERLIN), in(SHELF))
                .build();
        bakery.unitOfWork().run(() -> {
            bakery.ledger()
                    .lockFor(
                            List.of(event.id()),
                            List.of(FLOUR_1),
                            event.context().effective());
            done(bakery.ledger().append(event));
        });
    }

    /** Opening stock is entered the day before, or some days: that says nothing of what was lost. */
    @ParameterizedTest
    @EnumSource
    void books_that_had_nothing_written_off_before_leave_it_to_the_settings(On on) {
        begin(on, Map.of("go.live", "2026-01-05", "before.written.off", "900"));

        OwnerFigures figures = report().figures(GO_LIVE, END);

        assertEquals(Known.ASSUMED, figures.known());
        assertEquals(euros("900.00"), figures.before().orElseThrow().writtenOffInAMonth());
        company.close();
        begin(on, Map.of("go.live", "2026-01-05"));
        assertEquals(Known.UNKNOWN, report().figures(GO_LIVE, END).known());
    }

    private static String text(WriteOff line) {
        return line.document().number() + " " + line.day() + " " + line.amount().quantity() + " "
                + line.amount().value() + " " + line.isExpired();
    }

    @ParameterizedTest
    @EnumSource
    void a_recall_of_one_lot_stands_beside_a_recall_of_the_whole_product(On on) {
        begin(on, Map.of());
        done(company.service(RecallCases.class)
                .open(
                        new Caller("anna", Set.of(Role.RECALL_COORDINATOR)),
                        aContext("recall").request(),
                        anOpening(RecallMode.REAL),
                        ScopeCriteria.of(List.of(FLOUR_1))));

        List<RecallReach> open = report().reaches(false, Optional.empty(), 10);

        assertEquals(1, open.size());
        assertEquals(1, open.get(0).reach().orElseThrow().affectedLots());
        assertEquals(euros("495.00"), open.get(0).reach().orElseThrow().affectedValue());
        assertEquals(2, open.get(0).reach().orElseThrow().productLots());
        assertEquals(euros("500.00"), open.get(0).reach().orElseThrow().avoided());
        assertEquals(List.of(), report().reaches(true, Optional.empty(), 10));
        assertThrows(IllegalArgumentException.class, () -> report().reaches(true, Optional.empty(), 100));
    }

    @ParameterizedTest
    @EnumSource
    void the_hours_of_a_trace_are_those_of_the_drills_beside_what_the_settings_say(On on) {
        begin(on, Map.of("before.trace.hours", "4", "traces.in.a.year", "12", "hour.cost", "50"));
        assertEquals(Optional.empty(), report().figures(GO_LIVE, END).savedInAYear());

        done(company.service(MockRecall.class)
                .run(new DrillRequest("anna", Optional.of(FLOUR_1), Drill.Target.values()[0], Optional.of(1L))));

        OwnerFigures figures = report().figures(GO_LIVE, END);
        assertEquals(1, figures.traces().drills());
        assertEquals(figures.traces().longest(), figures.traces().average());
        assertTrue(figures.savedInAYear().orElseThrow().isGreaterThan(euros("2390")));
        assertFalse(figures.savedInAYear().orElseThrow().isGreaterThan(euros("2400")));
        assertEquals(0, report().figures(END, END).traces().drills());
    }

    @ParameterizedTest
    @EnumSource
    void too_many_days_and_days_that_are_none_are_refused(On on) {
        begin(on, Map.of());

        assertThrows(IllegalArgumentException.class, () -> report().figures(END, GO_LIVE));
        assertThrows(IllegalArgumentException.class, () -> report().figures(
                        GO_LIVE, GO_LIVE.plusDays(OwnerReport.MOST_DAYS)));
        assertEquals(
                OwnerReport.MOST_DAYS,
                report().figures(GO_LIVE, GO_LIVE.plusDays(OwnerReport.MOST_DAYS - 1L))
                        .now()
                        .days());
    }

    /** What is said of before is an amount in euros. */
    @ParameterizedTest
    @EnumSource
    void a_company_that_keeps_books_of_its_own_sees_what_is_in_them_and_nothing_that_is_said_of_the_common_ones(On on) {
        begin(on, Map.of("before.written.off", "900", "hour.cost", "50"));
        PartyId other = new PartyId("BAKERY-US");
        bakery.unitOfWork().run(() -> company.database()
                .parties()
                .save(PartyBuilder.aParty(other.value()).as(PartyRole.COMPANY).build()));
        done(company.service(Companies.class)
                .open(new Caller("anna", Set.of(Role.CONTROLLER)), new BooksOpening(other, "USD", "")));
        LocalDate from = LocalDate.of(2026, 2, 1);

        OwnerFigures own = CurrentBooks.of(Optional.of(other), () -> report().figures(from, END));

        assertEquals(Money.zero(CurrencyUnit.USD), own.now().writtenOff());
        assertEquals(Known.UNKNOWN, own.known());
        assertEquals(Optional.empty(), own.assumed().hour());
        assertEquals(List.of(), CurrentBooks.of(Optional.of(other), () -> report().writeOffs(
                        from, END, false, Optional.empty(), 10)));
        assertEquals(euros("5.00"), report().figures(from, END).now().writtenOff());
        assertEquals(Known.ASSUMED, report().figures(from, END).known());
    }

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
