package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.RecallFixture.anOpening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.LotRule;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.OpenPoint;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.ScopeLot;
import org.lottrace.api.recall.ScopeVersion;
import org.lottrace.api.transaction.StaleWriteException;

class RecallStoreContractIT extends StoreContract {
    private static final RecallCaseId ID = RecallCaseId.of(1);
    private static final EventId OPENING = new EventId("open-1");
    private static final DocumentReference SHIPMENT = new DocumentReference(DocumentType.SHIPMENT, "S1");

    @Test
    void every_kind_of_step_is_read_as_it_was_written() {
        List<RecallStep> steps =
                steps(everything(stored(aLot("A").build()), stored(aLot("B").build())));
        inOne(() -> {
            assertTrue(db.recalls().insert(ID, OPENING));
            db.recalls().append(ID, steps);
        });

        RecallCase expected = new RecallCase(ID, steps);

        assertEquals(Optional.of(expected), db.recalls().find(ID));
        assertEquals(Optional.of(expected), db.recalls().openedBy(OPENING));
        assertEquals(List.of(expected), db.recalls().all());
        assertEquals(Optional.empty(), db.recalls().find(RecallCaseId.of(2)));
        assertEquals(Optional.empty(), db.recalls().openedBy(new EventId("other")));
    }

    @Test
    void a_thousand_lots_of_several_items_and_units_come_back_in_their_order_from_a_few_rows() {
        opened(ID, "open-1");
        List<ScopeLot> affected = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Lot lot = aLot("n:" + i + ", %")
                    .of(i / 250 % 2 == 0 ? Bakery.FLOUR : Bakery.BREAD)
                    .build();
            String unit = i < 600 ? "KGM" : "C62";
            affected.add(new ScopeLot(
                    lot.key(),
                    i / 100,
                    quantity("123456789.123456 " + unit),
                    quantity(i % 3 + " " + unit),
                    quantity("0.5 " + unit)));
            db.lots().insert(lot);
        }
        List<LotKey> backwards =
                new ArrayList<>(affected.stream().map(ScopeLot::lot).toList());
        Collections.reverse(backwards);
        List<RecallFact> facts = List.of(
                new RecallFact.ScopeSet(new ScopeVersion(1, ScopeCriteria.of(List.of()), "glass", 17, affected)),
                new RecallFact.StockBlocked(Optional.of(new EventId("e1")), backwards, List.of(), List.of(), List.of()),
                new RecallFact.StockFreed(Optional.of(new EventId("e2")), backwards, List.of()));

        inOne(() ->
                db.recalls().append(ID, List.of(step(2, facts.get(0)), step(3, facts.get(1)), step(4, facts.get(2)))));

        assertEquals(
                facts,
                db.recalls().find(ID).orElseThrow().steps().stream()
                        .skip(1)
                        .map(RecallStep::fact)
                        .toList());
        assertTrue(Integer.parseInt(db.texts("select count(*) from recall_fact").get(0)) < 100);
    }

    @Test
    void quantities_of_a_lot_in_two_units_are_refused() {
        opened(ID, "open-1");
        Lot lot = aLot("A").build();
        db.lots().insert(lot);
        ScopeLot two = new ScopeLot(lot.key(), 0, quantity("1 KGM"), quantity("1 C62"), quantity("0 KGM"));
        RecallFact fact =
                new RecallFact.ScopeSet(new ScopeVersion(1, ScopeCriteria.of(List.of()), "glass", 17, List.of(two)));

        assertThrows(
                IllegalArgumentException.class, () -> inOne(() -> db.recalls().append(ID, List.of(step(2, fact)))));
    }

    @Test
    void what_was_written_lot_by_lot_is_read_still() {
        opened(ID, "open-1");
        Lot lot = aLot("A").build();
        db.lots().insert(lot);
        inOne(() -> db.recalls()
                .append(
                        ID,
                        List.of(
                                step(2, scope(1)),
                                step(3, new RecallFact.StockFreed(Optional.empty(), List.of(), List.of())))));
        String id = db.texts("select id from lot where lot_number = 'A'").get(0);
        db.sql("insert into recall_fact (case_id, step, part, fact_name, lot_id, quantity, unit, whole_number) values"
                + " ('R-000001', 2, 90, 'onHand', " + id + ", 1.5, 'KGM', 2),"
                + " ('R-000001', 2, 91, 'shipped', " + id + ", 3, 'KGM', null),"
                + " ('R-000001', 3, 90, 'lot', " + id + ", null, null, null)");

        RecallCase found = db.recalls().find(ID).orElseThrow();

        assertEquals(
                List.of(new ScopeLot(lot.key(), 2, quantity("1.5 KGM"), quantity("3 KGM"), quantity("0 KGM"))),
                found.scope().lots());
        assertEquals(
                List.of(lot.key()),
                found.facts(RecallFact.StockFreed.class).get(0).lots());
    }

    @Test
    void a_case_is_open_until_it_is_closed() {
        opened(ID, "open-1");
        opened(RecallCaseId.of(2), "open-2");

        inOne(() -> List.of(ID, RecallCaseId.of(2))
                .forEach(id -> db.recalls().append(id, List.of(step(2, scope(1)), step(3, scope(2))))));
        assertEquals(Map.of(ID, 3, RecallCaseId.of(2), 3), db.recalls().openScopes());

        inOne(() -> db.recalls().append(ID, List.of(step(4, new RecallFact.Closed("all came back")))));

        assertEquals(Map.of(RecallCaseId.of(2), 3), db.recalls().openScopes());
        assertEquals(2, db.recalls().all().size());
    }

    @Test
    void open_and_closed_cases_come_in_pages_the_newest_first_whatever_their_numbers_look_like() {
        List.of(1L, 2L, 3L, 1_000_000L).forEach(number -> opened(RecallCaseId.of(number), "open" + number));
        inOne(() -> db.recalls().append(RecallCaseId.of(2), List.of(step(2, new RecallFact.Closed("done")))));

        assertEquals(List.of("R-1000000", "R-000003"), ids(db.recalls().newest(false, Optional.empty(), 2)));
        assertEquals(List.of("R-000001"), ids(db.recalls().newest(false, Optional.of(RecallCaseId.of(3)), 2)));
        assertEquals(List.of("R-000002"), ids(db.recalls().newest(true, Optional.empty(), 2)));
        assertEquals(List.of(), ids(db.recalls().newest(true, Optional.of(RecallCaseId.of(2)), 2)));
    }

    private static List<String> ids(List<RecallCase> cases) {
        return cases.stream().map(found -> found.id().value()).toList();
    }

    @Test
    void a_case_has_notices_from_its_first_one_until_it_is_closed() {
        opened(ID, "open-1");
        assertEquals(List.of(), db.recalls().openWithNotices());

        inOne(() -> db.recalls()
                .append(ID, List.of(step(2, new RecallFact.NoticeQueued("N1", Bakery.MARKET, NoticeKind.FIRST, 1)))));
        assertEquals(
                List.of(ID),
                db.recalls().openWithNotices().stream().map(RecallCase::id).toList());

        inOne(() -> db.recalls().append(ID, List.of(step(3, new RecallFact.Closed("all came back")))));
        assertEquals(List.of(), db.recalls().openWithNotices());
    }

    @Test
    void one_request_opens_one_case_and_a_step_is_written_once() {
        opened(ID, "open-1");

        inOne(() -> assertFalse(db.recalls().insert(RecallCaseId.of(2), new EventId("open-1"))));

        assertThrows(
                StaleWriteException.class,
                () -> inOne(() -> db.recalls().append(ID, List.of(step(1, new RecallFact.Closed("again"))))));
        assertFalse(db.recalls().find(ID).orElseThrow().isClosed());
    }

    @Test
    void the_lock_needs_a_unit_of_work_and_shows_the_case() {
        opened(ID, "open-1");

        assertThrows(IllegalStateException.class, () -> db.recalls().lock(ID));
        inOne(() -> assertEquals(db.recalls().find(ID), db.recalls().lock(ID)));
        inOne(() -> assertEquals(Optional.empty(), db.recalls().lock(RecallCaseId.of(9))));
    }

    @Test
    void a_case_is_read_whole_while_steps_come() {
        opened(ID, "open-1");
        int steps = 200;
        CountDownLatch start = new CountDownLatch(1);

        together(
                start,
                () -> {
                    await(start);
                    for (int number = 2; number <= steps; number++) {
                        RecallStep step = step(number, new RecallFact.Noted(NoteTopic.OTHER, "", "note " + number));
                        inOne(() -> db.recalls().append(ID, List.of(step)));
                    }
                },
                () -> {
                    await(start);
                    while (db.recalls().find(ID).orElseThrow().steps().size() < steps) {
                        Thread.onSpinWait();
                    }
                });

        assertEquals(steps, db.recalls().find(ID).orElseThrow().steps().size());
    }

    private void opened(RecallCaseId id, String event) {
        inOne(() -> {
            db.recalls().insert(id, new EventId(event));
            db.recalls().append(id, List.of(step(1, new RecallFact.Opened(anOpening(RecallMode.REAL)))));
        });
    }

    private static RecallFact scope(int version) {
        return new RecallFact.ScopeSet(new ScopeVersion(version, ScopeCriteria.of(List.of()), "glass", 17, List.of()));
    }

    private static List<RecallFact> everything(LotKey a, LotKey b) {
        OrderLineReference orderLine = new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "O1"), 2);
        ScopeCriteria criteria = new ScopeCriteria(
                List.of(a),
                List.of(
                        new LotRule(
                                Bakery.FLOUR,
                                Optional.of(Bakery.BERLIN),
                                Optional.of(LocalDate.parse("2026-03-01")),
                                Optional.empty()),
                        new LotRule(Bakery.BREAD, Optional.empty(), Optional.empty(), Optional.empty())),
                List.of(b));
        return List.of(
                new RecallFact.Opened(anOpening(RecallMode.REAL)),
                new RecallFact.ScopeSet(new ScopeVersion(
                        1,
                        criteria,
                        "glass",
                        17,
                        List.of(
                                new ScopeLot(a, 0, quantity("1 KGM"), quantity("2 KGM"), quantity("0.5 KGM")),
                                new ScopeLot(b, 3, quantity("0 KGM"), quantity("9 KGM"), quantity("0 KGM"))))),
                new RecallFact.StockBlocked(
                        Optional.of(new EventId("e1")),
                        List.of(b, a),
                        List.of(new RecallFact.CancelledReservation(
                                orderLine, a, Bakery.in(Bakery.GATE), quantity("1 KGM"))),
                        List.of(SHIPMENT),
                        List.of(
                                new RecallFact.GoodsInTransit(
                                        Whereabouts.State.ON_THE_ROAD,
                                        Optional.of(SHIPMENT),
                                        Position.at(Place.party(Bakery.MARKET), Bakery.pallet(1)),
                                        a,
                                        quantity("2 KGM"),
                                        Optional.of(LocalDate.parse("2026-03-03"))),
                                new RecallFact.GoodsInTransit(
                                        Whereabouts.State.IN_TRANSIT,
                                        Optional.empty(),
                                        Position.at(Place.inTransit(Bakery.POTSDAM)),
                                        a,
                                        quantity("3 KGM"),
                                        Optional.empty()))),
                new RecallFact.StockBlocked(Optional.empty(), List.of(), List.of(), List.of(), List.of()),
                new RecallFact.StockFreed(Optional.of(new EventId("e2")), List.of(a), List.of(SHIPMENT)),
                new RecallFact.NoticeQueued("R-000001/1/MARKET", Bakery.MARKET, NoticeKind.REMINDER, 1),
                new RecallFact.NoticeAttempted("R-000001/1/MARKET", Bakery.MARKET, "EMAIL", false, "no answer"),
                new RecallFact.NoticeAttempted("R-000001/1/MARKET", Bakery.MARKET, "TELEPHONE", true, ""),
                new RecallFact.Answered(
                        new ConsigneeAnswer(
                                Bakery.MARKET,
                                SHIPMENT,
                                a,
                                quantity("1 KGM"),
                                quantity("0.25 KGM"),
                                quantity("0 KGM"),
                                true,
                                "C-1",
                                "Ms Market",
                                "file 1"),
                        quantity("0.5 KGM")),
                new RecallFact.SampleDrawn(new BigDecimal("12.5"), -42, 1, 8, List.of(Bakery.MARKET), ""),
                new RecallFact.Checked(new EffectivenessCheck(Bakery.MARKET, "VISIT", true, false, "still on shelf")),
                new RecallFact.Disposed(
                        new RecallDisposal(a, RecallDisposal.Kind.DESTROYED, quantity("1 KGM"), "Mr Witness", "C-2")),
                new RecallFact.Noted(NoteTopic.REGULATOR, "L-1", "told by telephone"),
                new RecallFact.StatusReported(3, 2, 1, LocalDate.parse("2026-04-01")),
                new RecallFact.SignedFor(
                        List.of(
                                new OpenPoint("QUANTITY_UNACCOUNTED", "MARKET", "1 KGM", "ask"),
                                new OpenPoint("CHECK_MISSING", "MARKET", "", "check")),
                        "eaten"),
                new RecallFact.Struck(3, "another shop"),
                new RecallFact.Cancelled("wrong batch"),
                new RecallFact.Closed("all came back"));
    }

    private static List<RecallStep> steps(List<RecallFact> facts) {
        List<RecallStep> steps = new ArrayList<>();
        facts.forEach(fact -> steps.add(step(steps.size() + 1, fact)));
        return steps;
    }

    private static RecallStep step(int number, RecallFact fact) {
        return new RecallStep(number, Bakery.NOW.plusNanos(number * 1_000L), "anna", fact);
    }
}
