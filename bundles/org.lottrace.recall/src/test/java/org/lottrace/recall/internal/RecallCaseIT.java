package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.recall.internal.RecallBakery.KIOSK;
import static org.lottrace.recall.internal.RecallBakery.MONDAY;
import static org.lottrace.recall.internal.RecallBakery.ORDER_P9;
import static org.lottrace.recall.internal.RecallBakery.RYE;
import static org.lottrace.recall.internal.RecallBakery.S1;
import static org.lottrace.recall.internal.RecallBakery.TUESDAY;
import static org.lottrace.recall.internal.RecallBakery.WHEAT;
import static org.lottrace.recall.internal.RecallBakery.numbers;
import static org.lottrace.recall.internal.RecallBakery.recorded;
import static org.lottrace.recall.internal.RecallBakery.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.EffectivenessLevel;
import org.lottrace.api.recall.LotRule;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.OpenPoint;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallFact.CancelledReservation;
import org.lottrace.api.recall.RecallFact.SampleDrawn;
import org.lottrace.api.recall.RecallFact.StockBlocked;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.RecallPreview;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.ScopeLot;
import org.lottrace.api.recall.report.Reconciliation;
import org.lottrace.api.recall.report.StatusReport;

class RecallCaseIT {
    private final RecallBakery bakery = new RecallBakery();

    @Test
    void opening_blocks_everything_live_in_one_transaction() {
        bakery.reserved(MONDAY, SHELF, "6 C62");
        bakery.announced("s1");
        bakery.announced("s2");
        bakery.holds.hold(aContext("h1").request(), List.of(TUESDAY.key()), "burnt");

        RecallCase opened = bakery.opened();

        assertEquals("R-000001", opened.id().value());
        assertEquals(
                List.of("KNEADED RECALLED", "MONDAY RECALLED", "TUESDAY RECALLED", "WHEAT RECALLED"),
                bakery.dispositions());
        StockBlocked blocked = opened.facts(StockBlocked.class).get(0);
        assertEquals(
                List.of(in(SHELF)),
                blocked.cancelled().stream().map(CancelledReservation::place).toList());
        assertEquals("s2 WITHHELD, s1 WITHHELD", bakery.notices());
        assertEquals(2, blocked.withheld().size());
        assertEquals(
                List.of("KIOSK 5 C62 2026-03-03"),
                blocked.inTransit().stream()
                        .map(goods -> goods.position().place().code() + " " + goods.quantity() + " "
                                + goods.due().orElseThrow())
                        .toList());
        assertEquals(
                List.of(
                        "WHEAT 0: 40 KGM 0 KGM",
                        "KNEADED 1: 0 KGM 0 KGM",
                        "MONDAY 2: 6 C62 4 C62",
                        "TUESDAY 2: 15 C62 5 C62"),
                opened.scope().lots().stream().map(RecallCaseIT::text).toList());
        assertEquals(bakery.ledger.head() - 1, opened.scope().ledgerPosition(), "the newest event before the recall");
    }

    @Test
    void a_preview_says_what_the_opening_then_does_and_changes_nothing() {
        bakery.reserved(MONDAY, SHELF, "6 C62");
        bakery.announced("s1");
        long head = bakery.ledger.head();

        RecallPreview preview = bakery.cases
                .preview(RecallMode.REAL, ScopeCriteria.of(List.of(WHEAT.key())))
                .toOptional()
                .orElseThrow();

        assertEquals(head, bakery.ledger.head());
        assertEquals(List.of(), bakery.dispositions());
        assertEquals("s1 PENDING", bakery.notices());
        RecallCase opened = bakery.opened();
        StockBlocked blocked = opened.facts(StockBlocked.class).get(0);
        assertEquals(opened.scope().lots(), preview.scope().lots());
        assertEquals(blocked.cancelled(), preview.reservations());
        assertEquals(blocked.withheld(), preview.shipNotices());
        assertEquals(
                bakery.reports.consignees(opened.id()).orElseThrow().stream()
                        .map(consignee -> consignee.party() + " "
                                + consignee.lines().stream()
                                        .map(line -> new RecallPreview.Received(
                                                line.shipment(), line.lot(), line.shipped(), line.returned()))
                                        .toList())
                        .toList(),
                preview.consignees().stream()
                        .map(reached -> reached.party() + " " + reached.lines())
                        .toList());
        assertEquals(List.of(), preview.recalledBefore());
    }

    @Test
    void a_preview_of_an_exercise_or_of_what_is_recalled_stops_nothing_and_one_of_nothing_is_refused() {
        bakery.announced("s1");
        ScopeCriteria wheat = ScopeCriteria.of(List.of(WHEAT.key()));
        RecallPreview exercise =
                bakery.cases.preview(RecallMode.MOCK, wheat).toOptional().orElseThrow();
        bakery.opened();
        RecallPreview again =
                bakery.cases.preview(RecallMode.REAL, wheat).toOptional().orElseThrow();

        assertEquals(List.of(), exercise.shipNotices());
        assertEquals(again.scope().keys().stream().sorted().toList(), again.recalledBefore());
        assertEquals(
                List.of("NOTHING_AFFECTED"),
                bakery
                        .cases
                        .preview(RecallMode.REAL, new ScopeCriteria(List.of(), List.of(), List.of()))
                        .violations()
                        .stream()
                        .map(violation -> violation.code())
                        .toList());
    }

    @Test
    void a_ship_notice_that_is_just_being_written_is_to_be_stopped_and_one_that_left_is_not() {
        bakery.announced("s1", InterchangeStatus.SENDING);
        bakery.announced("s2", InterchangeStatus.SENT);

        RecallCase opened = bakery.opened();

        assertEquals("s2 SENT, s1 STOPPING", bakery.notices());
        assertEquals(List.of(), opened.facts(StockBlocked.class).get(0).withheld());
    }

    @Test
    void an_opening_that_fails_in_the_middle_leaves_nothing() {
        bakery.reserved(MONDAY, SHELF, "6 C62");
        bakery.announced("s1");

        assertThrows(
                IllegalStateException.class, () -> bakery.database.unitOfWork().run(() -> {
                    bakery.opened();
                    throw new IllegalStateException("power cut");
                }));
        assertEquals(List.of("EVENT_ID_REUSED"), refused(bakery.open("n1", anOpening(RecallMode.REAL))));

        assertEquals(List.of(), bakery.dispositions());
        assertEquals("s1 PENDING", bakery.notices());
        assertEquals(List.of(), bakery.cases.all());
        assertEquals(
                1,
                bakery.database
                        .unitOfWork()
                        .required(() -> bakery.database.reservations().ofLots(List.of(MONDAY.key())))
                        .size());
        assertEquals("R-000001", bakery.opened().id().value());
    }

    @Test
    void an_exercise_touches_nothing() {
        bakery.announced("s1");
        long head = bakery.ledger.head();

        RecallCase mock = recorded(bakery.open("open1", anOpening(RecallMode.MOCK)));

        assertEquals(4, mock.scope().lots().size());
        assertEquals(head, bakery.ledger.head());
        assertEquals(List.of(), bakery.dispositions());
        assertEquals("s1 PENDING", bakery.notices());
        assertEquals(List.of("MOCK_TELLS_NOBODY"), refused(bakery.cases.notifyConsignees(ANNA, mock.id())));
    }

    @Test
    void the_same_request_opens_one_case_and_another_with_its_id_is_refused() {
        RecallCase first = bakery.opened();

        assertEquals(first, bakery.opened());
        assertEquals(
                Optional.of(first),
                bakery.cases.openedBy(aContext("open1").build().id()));
        assertEquals(List.of("EVENT_ID_REUSED"), refused(bakery.open("open1", anOpening(RecallMode.WITHDRAWAL))));
    }

    @Test
    void says_everything_that_keeps_a_case_from_being_opened() {
        assertEquals(
                List.of("DECIDED_LATER", "PERCENT_WRONG", "LOT_UNKNOWN", "ITEM_UNKNOWN"),
                refused(bakery.cases.open(
                        ANNA,
                        aContext("open1").request(),
                        decidedTomorrow(),
                        new ScopeCriteria(
                                List.of(aLot("NOWHERE").key()),
                                List.of(new LotRule(
                                        new ItemNumber("CAKE"), Optional.empty(), Optional.empty(), Optional.empty())),
                                List.of()))));
        assertEquals(
                List.of("NOTHING_AFFECTED"),
                refused(bakery.cases.open(
                        ANNA,
                        aContext("open1").request(),
                        anOpening(RecallMode.REAL),
                        new ScopeCriteria(List.of(), List.of(bakedOn("2020-01-01")), List.of()))));
    }

    @Test
    void an_expansion_is_another_version_and_blocks_what_it_adds() {
        RecallCase opened = bakery.opened();

        RecallCase expanded = recorded(bakery.cases.expand(
                ANNA,
                aContext("more").request(),
                opened.id(),
                ScopeCriteria.of(List.of(RYE.key())),
                "same mill, same day"));

        assertEquals(opened.scope(), expanded.scopes().get(0));
        assertEquals(2, expanded.scope().number());
        assertEquals("same mill, same day", expanded.scope().reason());
        assertTrue(bakery.dispositions().contains("RYE RECALLED"));
        assertEquals(
                List.of("NOTHING_ADDED"),
                refused(bakery.cases.expand(
                        ANNA,
                        aContext("again").request(),
                        opened.id(),
                        ScopeCriteria.of(List.of(RYE.key())),
                        "same mill")));
    }

    @Test
    void a_rule_makes_every_lot_of_an_item_and_a_time_a_suspect() {
        RecallCase opened = recorded(bakery.cases.open(
                ANNA,
                aContext("open1").request(),
                anOpening(RecallMode.REAL),
                new ScopeCriteria(List.of(), List.of(bakedOn("2026-03-01")), List.of())));

        assertEquals("LATE MONDAY TUESDAY", numbers(opened.scope().keys()));
    }

    @Test
    void what_is_shown_not_to_be_affected_is_on_hold_and_its_ship_notice_goes_out() {
        bakery.announced("s1");
        bakery.announced("s2");
        RecallCase opened = bakery.opened();

        RecallCase narrowed = recorded(bakery.cases.exclude(
                ANNA, aContext("out").request(), opened.id(), List.of(TUESDAY.key()), "baked without glass"));

        assertEquals("WHEAT KNEADED MONDAY", numbers(narrowed.scope().keys()));
        assertTrue(bakery.dispositions().contains("TUESDAY ON_HOLD"));
        assertEquals("s2 PENDING, s1 WITHHELD", bakery.notices());
        assertEquals(
                List.of("LOT_NOT_AFFECTED"),
                refused(bakery.cases.exclude(
                        ANNA, aContext("out2").request(), opened.id(), List.of(TUESDAY.key()), "again")));
    }

    @Test
    void a_ship_notice_stays_withheld_while_one_of_its_lots_is_recalled() {
        bakery.record(anEvent("s4", EventType.SHIP)
                .of(DocumentType.SHIPMENT, "S4")
                .moving(MONDAY.key(), "1 C62", in(SHELF), Place.party(MARKET))
                .moving(TUESDAY.key(), "1 C62", in(SHELF), Place.party(MARKET))
                .build());
        bakery.announced("s4");
        RecallCaseId id = bakery.opened().id();

        recorded(bakery.cases.exclude(
                ANNA, aContext("out").request(), id, List.of(TUESDAY.key()), "baked without glass"));
        assertEquals("s4 WITHHELD", bakery.notices());

        recorded(bakery.cases.exclude(
                ANNA, aContext("out2").request(), id, List.of(MONDAY.key()), "baked without glass, too"));
        assertEquals("s4 PENDING", bakery.notices());
    }

    @Test
    void a_lot_that_another_case_affects_stays_recalled() {
        RecallCase first = bakery.opened();
        recorded(bakery.open("open2", anOpening(RecallMode.WITHDRAWAL)));

        recorded(bakery.cases.exclude(
                ANNA, aContext("out").request(), first.id(), List.of(TUESDAY.key()), "baked without glass"));

        assertTrue(bakery.dispositions().contains("TUESDAY RECALLED"));
    }

    @Test
    void a_whole_case_from_the_decision_to_the_end() {
        RecallCaseId id = bakery.opened().id();
        bakery.clock.goOn(Duration.ofMinutes(10));
        recorded(bakery.cases.notified(ANNA, id, MARKET, "TELEPHONE", "spoke to Ms Market"));
        bakery.clock.goOn(Duration.ofMinutes(10));
        recorded(bakery.cases.notified(ANNA, id, KIOSK, "VISIT", "closed down"));
        recorded(bakery.answer(id, MARKET, "3", "0", "1"));
        bakery.returned("r1", MONDAY, "3 C62", MARKET, "S1");
        recorded(bakery.answer(id, KIOSK, "0", "4", "0"));
        recorded(bakery.cases.drawSample(ANNA, id, 7, ""));
        recorded(bakery.cases.check(ANNA, id, new EffectivenessCheck(MARKET, "VISIT", true, true, "shelf is empty")));
        recorded(bakery.cases.check(ANNA, id, new EffectivenessCheck(KIOSK, "VISIT", true, false, "nobody there")));
        bakery.destroyed("d1", MONDAY, "9 C62", in(SHELF));
        bakery.destroyed("d2", TUESDAY, "15 C62", in(SHELF));
        bakery.destroyed("d3", WHEAT, "35 KGM", in(SHELF));
        recorded(certified(id, MONDAY, "9 C62"));

        assertEquals(
                List.of(
                        "STOCK_UNDECIDED 5 KGM",
                        "CERTIFICATE_MISSING 15 C62",
                        "CERTIFICATE_MISSING 35 KGM",
                        "QUANTITY_UNACCOUNTED 1 C62"),
                open(id));
        recorded(certified(id, TUESDAY, "15 C62"));
        assertEquals(
                List.of("STOCK_UNDECIDED", "CERTIFICATE_MISSING", "QUANTITY_UNACCOUNTED"),
                refused(bakery.cases.close(ANNA, id, "done")));

        bakery.destroyed("d4", WHEAT, "5 KGM", ORDER_P9);
        recorded(certified(id, WHEAT, "40 KGM"));
        recorded(bakery.cases.note(ANNA, id, NoteTopic.REGULATOR, "L-7", "told by telephone"));
        recorded(bakery.cases.sign(ANNA, id, "one bread was eaten, the owner says"));
        RecallCase closed = recorded(bakery.cases.close(ANNA, id, "all but one piece found"));

        assertTrue(closed.isClosed());
        assertEquals(List.of("CASE_CLOSED"), refused(bakery.answer(id, MARKET, "0", "0", "0")));
        StatusReport status = bakery.reports.status(id).orElseThrow();
        assertEquals(2, status.notified());
        assertEquals(2, status.answered());
        assertEquals(Optional.of(Bakery.NOW), status.clock().stockBlocked());
        assertEquals(
                Optional.of(Bakery.NOW.plus(Duration.ofMinutes(10))),
                status.clock().firstNotice());
        assertEquals(
                Optional.of(Bakery.NOW.plus(Duration.ofMinutes(20))),
                status.clock().allNotified());
        assertEquals(
                List.of("MONDAY 75 100", "TUESDAY 80 80"),
                status.reconciliation().downstream().stream()
                        .map(balance -> balance.lot().number() + " "
                                + balance.recoveryPercent().stripTrailingZeros().toPlainString() + " "
                                + balance.accountabilityPercent()
                                        .stripTrailingZeros()
                                        .toPlainString())
                        .toList());
    }

    @Test
    void the_whole_case_is_one_document() {
        RecallCaseId id = bakery.opened().id();
        recorded(bakery.cases.notified(ANNA, id, MARKET, "TELEPHONE", "spoke to \"Ms Market\""));

        String document = bakery.reports.export(id).orElseThrow();

        List.of(
                        "\"form\":\"lottrace-recall-2\"",
                        "\"kind\":\"STOCK_BLOCKED\"",
                        "\"kind\":\"NOTICE_ATTEMPTED\"",
                        "spoke to \\\"Ms Market\\\"",
                        "\"onHand\":\"40 KGM\"",
                        "\"code\":\"STOCK_UNDECIDED\"",
                        "\"checkedPercent\":\"100\"")
                .forEach(part -> assertTrue(document.contains(part), part + " is not in " + document));
        assertEquals(document, bakery.reports.export(id).orElseThrow());
        assertEquals(Optional.empty(), bakery.reports.export(RecallCaseId.of(99)));
    }

    @Test
    void a_signature_covers_what_was_open_then_and_no_more() {
        RecallCaseId id = bakery.opened().id();
        recorded(bakery.cases.sign(ANNA, id, "we give up"));
        assertEquals(List.of("NOTHING_OPEN"), refused(bakery.cases.sign(ANNA, id, "we give up")));

        recorded(bakery.answer(id, MARKET, "0", "0", "1"));

        assertEquals(List.of("QUANTITY_UNACCOUNTED"), refused(bakery.cases.close(ANNA, id, "done")));
    }

    @Test
    void what_the_ledger_cannot_explain_is_shown() {
        RecallCaseId id = bakery.opened().id();
        bakery.database.sql("update stock set quantity = 34 where quantity = 35");

        Reconciliation reconciliation = bakery.reports.reconciliation(id).orElseThrow();

        assertEquals(
                "1 KGM",
                reconciliation.own().stream()
                        .filter(balance -> balance.lot().equals(WHEAT.key()))
                        .findFirst()
                        .orElseThrow()
                        .unaccounted()
                        .toString());
        assertTrue(open(id).contains("QUANTITY_UNEXPLAINED 1 KGM"));
    }

    @Test
    void destroyed_goods_need_a_witness_and_a_certificate() {
        RecallCaseId id = bakery.opened().id();

        assertEquals(
                List.of("UNIT_NOT_BASE", "WITNESS_MISSING", "CERTIFICATE_MISSING"),
                refused(bakery.cases.dispose(
                        ANNA,
                        id,
                        new RecallDisposal(MONDAY.key(), RecallDisposal.Kind.DESTROYED, quantity("1 KGM"), "", ""))));
        assertEquals(
                List.of("LOT_NOT_AFFECTED"),
                refused(bakery.cases.dispose(
                        ANNA,
                        id,
                        new RecallDisposal(RYE.key(), RecallDisposal.Kind.REWORKED, quantity("1 KGM"), "", ""))));
    }

    @Test
    void a_sample_is_the_same_for_the_same_seed_and_not_drawn_again_silently() {
        RecallCaseId id = recorded(bakery.open("open1", anOpening(RecallMode.REAL, EffectivenessLevel.B, "50")))
                .id();
        RecallCase once = recorded(bakery.cases.drawSample(ANNA, id, 7, ""));

        assertEquals(List.of("REASON_MISSING"), refused(bakery.cases.drawSample(ANNA, id, 8, "")));

        RecallCase twice = recorded(bakery.cases.drawSample(ANNA, id, 7, "to see that it is the same"));
        var draws = twice.facts(SampleDrawn.class);
        assertEquals(1, draws.get(0).sample().size());
        assertEquals(draws.get(0).sample(), draws.get(1).sample());
        assertEquals(once.steps(), twice.steps().subList(0, once.steps().size()));
    }

    @Test
    void a_sample_among_other_consignees_does_not_count() {
        RecallCaseId id = bakery.opened().id();
        recorded(bakery.cases.drawSample(ANNA, id, 7, ""));
        recorded(bakery.cases.check(ANNA, id, new EffectivenessCheck(MARKET, "VISIT", true, true, "")));
        recorded(bakery.cases.exclude(
                ANNA, aContext("out").request(), id, List.of(TUESDAY.key()), "baked without glass"));

        assertTrue(open(id).contains("CHECK_MISSING "), open(id).toString());

        recorded(bakery.cases.drawSample(ANNA, id, 7, "the kiosk received nothing that is affected"));

        assertTrue(!open(id).contains("CHECK_MISSING "), open(id).toString());
    }

    @Test
    void an_answer_must_be_about_goods_that_were_shipped() {
        RecallCaseId id = bakery.opened().id();

        assertEquals(
                List.of("NOT_SHIPPED"),
                refused(bakery.cases.answer(
                        ANNA,
                        id,
                        new ConsigneeAnswer(
                                KIOSK,
                                S1,
                                MONDAY.key(),
                                quantity("0 C62"),
                                quantity("0 C62"),
                                quantity("0 C62"),
                                false,
                                "",
                                "",
                                ""))));
    }

    private Outcome<RecallCase> certified(RecallCaseId id, Lot lot, String quantity) {
        return bakery.cases.dispose(
                ANNA,
                id,
                new RecallDisposal(lot.key(), RecallDisposal.Kind.DESTROYED, quantity(quantity), "Mr Witness", "C-1"));
    }

    private List<String> open(RecallCaseId id) {
        return bakery.reports.reconciliation(id).orElseThrow().unsigned().stream()
                .map((OpenPoint point) -> point.code() + " " + point.quantity())
                .toList();
    }

    private static LotRule bakedOn(String day) {
        return new LotRule(
                Bakery.BREAD,
                Optional.of(Bakery.BERLIN),
                Optional.of(LocalDate.parse(day)),
                Optional.of(LocalDate.parse(day)));
    }

    private static RecallOpening decidedTomorrow() {
        var opening = anOpening(RecallMode.REAL, EffectivenessLevel.B, "10");
        return new RecallOpening(
                opening.mode(),
                opening.recallClass(),
                opening.regime(),
                opening.trigger(),
                opening.reason(),
                opening.hazard(),
                opening.healthEvaluation(),
                opening.instructions(),
                opening.depth(),
                opening.warning(),
                opening.level(),
                opening.checkedPercent(),
                Bakery.NOW.plusSeconds(86_400),
                opening.decidedBy(),
                opening.contact());
    }

    private static String text(ScopeLot lot) {
        return lot.lot().number() + " " + lot.level() + ": " + lot.onHand() + " " + lot.shipped();
    }
}
