package org.lottrace.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.MeasureQuestion;
import org.lottrace.api.planning.Measures;
import org.lottrace.api.planning.PassedLot;
import org.lottrace.api.planning.PassedReason;
import org.lottrace.api.planning.RotationMeasures;
import org.lottrace.api.planning.ShippedLot;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.SentStatements;
import org.lottrace.persistence.testing.TestDatabase;

@ParameterizedClass
@EnumSource
class RotationMeasuresIT {
    private static final MeasureQuestion THESE_DAYS = new MeasureQuestion(
            TODAY.minusDays(30), TODAY.plusDays(30), Optional.empty(), Optional.empty(), Optional.empty());

    @Parameter
    Engine engine;

    private TestDatabase database;
    private TestCompany company;
    private final Map<String, Long> positions = new HashMap<>();

    enum Engine {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        Engine(Supplier<TestDatabase> database) {
            this.database = database;
        }
    }

    @BeforeEach
    void open() {
        database = engine.database.get().withBakery();
        company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    }

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void a_company_with_nothing_has_measures_without_shares() {
        Measures measures = measures().measure(THESE_DAYS);

        assertEquals(Optional.empty(), measures.fill().linesPercent());
        assertEquals(List.of(), measures.waste().quantities());
        assertEquals(0, measures.life().deliveries());
        assertEquals(Optional.empty(), measures.rotation().lotsPerLine());
        assertEquals(
                List.of(-1, 7, 14, 30, 60, 90),
                measures.expiring().stream().map(Measures.Expiring::days).toList());
    }

    @Test
    void a_lot_that_stayed_costs_what_expired_of_it_later() {
        LotKey early = made("EARLY", "2026-03-12", "10 C62");
        LotKey late = made("LATE", "2026-03-20", "40 C62");
        ordered("SO1");
        ship("SO1", late, "4 C62");
        assertEquals(
                quantity("0 C62"),
                measures().passedOver(THESE_DAYS, 0, 10).get(0).spoiled());

        try (TestCompany later = TestCompany.on(database)
                .with(Clock.class, Clock.fixed(Instant.parse("2026-03-14T08:00:00Z"), ZoneOffset.UTC))) {
            PassedLot passed = later.service(RotationMeasures.class)
                    .passedOver(
                            new MeasureQuestion(TODAY, TODAY, Optional.empty(), Optional.empty(), Optional.empty()),
                            0,
                            10)
                    .get(0);
            assertEquals(early, passed.earlier());
            assertEquals(quantity("4 C62"), passed.spoiled(), "no more than could have gone");
        }
    }

    @Test
    void due_is_what_expires_within_the_lead_time_and_a_page_at_a_time() {
        LotKey now = made("NOW", TODAY.toString(), "10 C62");
        LotKey soon = made("SOON", TODAY.plusDays(14).toString(), "10 C62");
        made("LATER", TODAY.plusDays(15).toString(), "10 C62");

        assertEquals(
                List.of(now, soon),
                measures().due(Optional.of(BERLIN), Optional.empty(), 0, 10).stream()
                        .map(ExpiringLot::lot)
                        .toList());
        assertEquals(
                List.of(soon),
                measures().due(Optional.empty(), Optional.of(BREAD), 1, 1).stream()
                        .map(ExpiringLot::lot)
                        .toList());
    }

    @Test
    void every_figure_opens_to_its_rows() {
        LotKey early = made("EARLY", "2026-03-12", "10 C62");
        LotKey late = made("LATE", "2026-03-20", "40 C62");
        ordered("SO1");
        ship("SO1", late, "24 C62");

        Measures measures = measures().measure(THESE_DAYS);

        assertEquals(1, measures.fill().fullOrders());
        assertEquals(1, measures.fill().lines());
        assertEquals(Optional.of(new BigDecimal("17.0")), measures.life().meanDays());
        assertEquals(1, measures.rotation().violations());
        assertEquals(Optional.of(new BigDecimal("100.0")), measures.rotation().violationsPercent());
        assertEquals(1, measures().orderLines(THESE_DAYS, 0, 10).size());
        assertEquals(
                List.of(late),
                measures().deliveries(THESE_DAYS, 0, 10).stream()
                        .map(ShippedLot::lot)
                        .toList());
        PassedLot passed = measures().passedOver(THESE_DAYS, 0, 10).get(0);
        assertEquals(early, passed.earlier());
        assertEquals(quantity("10 C62"), passed.quantity());
        assertEquals(PassedReason.UNEXPLAINED, passed.reason());
        assertEquals(List.of(), measures().passedOver(THESE_DAYS, 1, 10));
    }

    @Test
    void a_lot_that_waits_for_production_is_not_passed_over_also_when_it_has_been_consumed() {
        LotKey early = made("EARLY", "2026-03-12", "10 C62");
        LotKey late = made("LATE", "2026-03-20", "40 C62");
        ordered("SO1");
        allocated(DocumentType.PRODUCTION_ORDER, "FA1", early);
        ship("SO1", late, "4 C62");

        DocumentReference order = new DocumentReference(DocumentType.PRODUCTION_ORDER, "FA1");
        append(anEvent("use-FA1", EventType.CONSUME)
                .of(DocumentType.PRODUCTION_ORDER, "FA1")
                .moving(early, "10 C62", in(SHELF), Place.productionOrder(order))
                .build());

        assertEquals(List.of(), measures().passedOver(THESE_DAYS, 0, 10));
    }

    @Test
    void what_a_production_order_was_promised_is_not_promised_to_the_sales_order_with_its_number() {
        LotKey early = made("EARLY", "2026-03-12", "10 C62");
        LotKey late = made("LATE", "2026-03-20", "40 C62");
        ordered("SO1");
        ordered("SO2");
        allocated(DocumentType.PRODUCTION_ORDER, "SO2", early);
        ship("SO1", late, "4 C62");
        ship("SO2", early, "10 C62");

        assertEquals(
                List.of(early),
                measures().passedOver(THESE_DAYS, 0, 10).stream()
                        .map(PassedLot::earlier)
                        .toList());
    }

    /** Line 1 of it, before anything leaves. */
    private void allocated(DocumentType type, String number, LotKey lot) {
        database.unitOfWork().run(() -> database.allocationDecisions()
                .insert(List.of(new AllocationDecision(
                        1,
                        new OrderLineReference(new DocumentReference(type, number), 1),
                        lot.item(),
                        NOW,
                        TODAY,
                        Rotation.FEFO,
                        List.of(),
                        quantity("10 C62"),
                        List.of(),
                        0,
                        Optional.empty()))));
    }

    @Test
    void what_expired_in_these_days_and_is_still_there_is_waste_and_what_expires_today_is_not() {
        made("OLD", "2026-03-01", "3 C62");
        made("TODAY", "2026-03-02", "4 C62");
        made("LONG-AGO", "2025-12-31", "5 C62");

        assertEquals(
                List.of("OLD"),
                measures().waste(THESE_DAYS, 0, 10).stream()
                        .map(wasted -> wasted.lot().number().value())
                        .toList());
        assertEquals(
                List.of(2L, 1L),
                measures().measure(THESE_DAYS).expiring().stream()
                        .limit(2)
                        .map(Measures.Expiring::lots)
                        .toList());
        assertEquals(
                3,
                measures()
                        .expiring(Optional.of(BERLIN), Optional.of(BREAD), 0, 0, 10)
                        .size());
    }

    @Test
    void what_came_and_what_was_lost_are_worth_what_the_journal_says() {
        LotKey old = made("OLD", "2026-03-01", "10 C62");
        LotKey good = made("GOOD", "2026-03-20", "30 C62");
        book("made-OLD", EventType.PRODUCE, old, Account.INVENTORY, "EUR 25.00", Account.WORK_IN_PROCESS);
        book("made-GOOD", EventType.PRODUCE, good, Account.INVENTORY, "EUR 75.00", Account.WORK_IN_PROCESS);
        dispose("d1", old, "4 C62");
        book("d1", EventType.DISPOSE, old, Account.WRITE_OFF, "EUR 10.00", Account.INVENTORY);
        dispose("d2", good, "4 C62");
        book("d2", EventType.DISPOSE, good, Account.WRITE_OFF, "EUR 9.00", Account.INVENTORY);

        Measures.Waste waste = measures()
                .measure(new MeasureQuestion(TODAY, TODAY, Optional.empty(), Optional.empty(), Optional.empty()))
                .waste();

        assertEquals(Optional.of(Money.parse("EUR 100.00")), waste.received());
        assertEquals(Optional.of(Money.parse("EUR 10.00")), waste.wasted());
        assertEquals(Optional.of(new BigDecimal("10.0")), waste.percent());
        assertEquals(quantity("4 C62"), waste.quantities().get(0).destroyed());
    }

    private void dispose(String event, LotKey lot, String quantity) {
        append(anEvent(event, EventType.DISPOSE)
                .moving(lot, quantity, in(SHELF), Place.disposal(BERLIN))
                .build());
    }

    private void book(String event, EventType type, LotKey lot, Account debit, String amount, Account credit) {
        Money money = Money.parse(amount);
        database.unitOfWork().run(() -> {
            long number = database.costs().lastNumber() + 1;
            database.costs()
                    .post(List.of(new JournalEntry(
                            number,
                            new EventId(event),
                            positions.get(event),
                            type,
                            TODAY,
                            new DocumentReference(DocumentType.PRODUCTION_ORDER, "FA1"),
                            List.of(line(debit, lot, money), line(credit, lot, money.negated())))));
        });
    }

    private static JournalLine line(Account account, LotKey lot, Money amount) {
        return new JournalLine(
                account,
                Optional.of(lot),
                Optional.of(quantity(amount.isPositive() ? "1 C62" : "-1 C62")),
                Optional.empty(),
                amount);
    }

    @Test
    void how_much_there_is_does_not_change_the_number_of_questions() {
        made("EARLY", "2026-03-12", "10 C62");
        ordered("SO0");
        ship("SO0", made("LATE0", "2026-03-20", "40 C62"), "24 C62");
        int before = statements(() -> measures().measure(THESE_DAYS));
        for (int i = 1; i < 10; i++) {
            ordered("SO" + i);
            ship("SO" + i, made("LATE" + i, "2026-03-20", "40 C62"), "24 C62");
        }

        assertEquals(before, statements(() -> measures().measure(THESE_DAYS)));
        assertEquals(10, measures().measure(THESE_DAYS).rotation().violations());
    }

    @Test
    void pages_have_limits() {
        assertThrows(IllegalArgumentException.class, () -> measures().waste(THESE_DAYS, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> measures().waste(THESE_DAYS, 0, 2_001));
        assertThrows(IllegalArgumentException.class, () -> measures().waste(THESE_DAYS, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> measures()
                .expiring(Optional.empty(), Optional.empty(), 1_001, 0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new MeasureQuestion(
                        TODAY, TODAY.minusDays(1), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private RotationMeasures measures() {
        return company.service(RotationMeasures.class);
    }

    private LotKey made(String number, String expiry, String quantity) {
        LotKey lot = aLot(number).of(BREAD).expiring(expiry).key();
        database.unitOfWork().run(() -> {
            database.lots().insert(aLot(number).of(BREAD).expiring(expiry).build());
            database.stock().save(List.of(new StockBalance(lot, Position.at(in(SHELF)), quantity(quantity))));
        });
        append(anEvent("made-" + number, EventType.PRODUCE)
                .moving(lot, quantity, Place.transformation(BERLIN), in(SHELF))
                .build());
        return lot;
    }

    private void ordered(String number) {
        database.unitOfWork().run(() -> database.salesOrders()
                .save(aSalesOrder(number)
                        .deliveredOn("2026-03-03")
                        .ordering(BREAD, "2 CS")
                        .build()));
    }

    private void ship(String order, LotKey lot, String quantity) {
        append(anEvent("ship-" + order, EventType.SHIP)
                .of(DocumentType.SALES_ORDER, order)
                .of(DocumentType.SHIPMENT, "SH-" + order)
                .moving(
                        lot,
                        quantity,
                        Position.at(in(SHELF)),
                        Position.at(Place.party(MARKET)),
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, order), 1))
                .build());
    }

    private void append(TraceEvent event) {
        database.unitOfWork().run(() -> {
            long position = database.ledger().lockHead().position() + 1;
            positions.put(event.id().value(), position);
            database.ledger().append(new RecordedEvent(event, position, NOW, String.format("%064x", position)));
        });
    }

    private static int statements(Runnable question) {
        return (int) SentStatements.of(question).stream()
                .filter(sql -> !sql.equals(SentStatements.COMMIT))
                .count();
    }
}
