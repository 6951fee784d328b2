package org.lottrace.certificate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.Reversals.reversalOf;
import static org.lottrace.certificate.internal.CertifiedBakery.ASH;
import static org.lottrace.certificate.internal.CertifiedBakery.LOAF;
import static org.lottrace.certificate.internal.CertifiedBakery.LOTS;
import static org.lottrace.certificate.internal.CertifiedBakery.RYE;
import static org.lottrace.certificate.internal.CertifiedBakery.WHEAT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.lottrace.api.certificate.CompletenessCertificate;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.Finding.Witness;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Outcomes;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/** Every event of the bakery's two days is removed and changed in a copy of the database, one at a time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificationIT {
    private static final List<String> PARTS = List.of("event_line", "lot_edge", "event_document", "event_disposition");
    private static final Set<Witness> CHAIN = EnumSet.of(Witness.HASH_CHAIN, Witness.POSITIONS);

    private static final List<String> FACTS = List.of(
            "trace_event set event_type = 'TRANSFER'",
            "trace_event set event_type = 'RECEIVE'",
            "trace_event set event_id = 'another'",
            "trace_event set effective_at = dateadd(hour, 1, effective_at)",
            "trace_event set utc_offset = '+05:00'",
            "trace_event set accounting_date = date '2020-01-01'",
            "trace_event set actor = 'mallory'",
            "trace_event set device = 'laptop'",
            "trace_event set site = 'POT'",
            "trace_event set capture_source = 'ERP'",
            "trace_event set corrects = 'another'",
            "trace_event set recorded_at = dateadd(hour, 1, recorded_at)",
            "trace_event set hash = repeat('0', 64)",
            "event_document set document_number = 'another'",
            "event_document set document_type = 'COUNT_SHEET'",
            "event_line set lot_id = (select id from lot where lot_number = 'ASH')",
            "event_line set from_code = 'ELSEWHERE'",
            "event_line set to_code = 'ELSEWHERE'",
            "event_line set from_sscc = '340123450000000024'",
            "event_line set to_kind = from_kind, to_code = from_code, to_sscc = from_sscc",
            "trace_event set event_type = 'NONSENSE'",
            "event_line set from_kind = 'NONSENSE'",
            "event_line set unit = 'GRM'",
            "event_line set entered_quantity = 7",
            "event_line set order_type = 'SALES_ORDER', order_number = 'another', order_line = 9",
            "lot_edge set input_lot_id = (select id from lot where lot_number = 'ASH')",
            "lot_edge set output_lot_id = (select id from lot where lot_number = 'ASH')",
            "lot_edge set certainty = 'INFERRED'",
            "event_disposition set disposition = 'RECALLED'",
            "event_disposition set reason = 'none'",
            "event_disposition set lot_id = (select id from lot where lot_number = 'ASH')");

    private CertifiedBakery bakery;
    private List<RecordedEvent> events;

    @BeforeAll
    void two_days() {
        bakery = new CertifiedBakery().afterTwoDays();
        events = bakery.events();
    }

    @BeforeEach
    void as_it_was() {
        bakery.restore();
    }

    @Test
    void an_untouched_ledger_is_complete_and_balances() {
        CompletenessCertificate certificate = bakery.certification.certify(LOTS);

        assertEquals(List.of(), certificate.findings());
        assertEquals(List.of(), certificate.limits());
        assertEquals(LOTS, certificate.lots().stream().map(LotBalance::lot).toList());
        assertEquals(19, certificate.ledgerPosition());
        assertEquals(events.get(18).hash(), certificate.ledgerHash());
        LotBalance loaf = certificate.lots().get(0);
        assertEquals(quantity("120 C62"), loaf.produced());
        assertEquals(quantity("40 C62"), loaf.shipped());
        assertEquals(quantity("5 C62"), loaf.returned());
        assertEquals(quantity("5 C62"), loaf.disposed());
        assertEquals(quantity("3 C62"), loaf.missed());
        assertEquals(quantity("77 C62"), loaf.onHand());
        assertEquals(quantity("0 C62"), loaf.unaccounted());
    }

    @Test
    void what_was_reversed_is_no_gap_and_the_balances_close() {
        List.of("dispose", "return", "count").forEach(id -> events.stream()
                .map(RecordedEvent::event)
                .filter(event -> event.id().value().equals(id))
                .forEach(event -> Outcomes.done(bakery.ledger.append(reversalOf(event)))));
        bakery.booked();

        CompletenessCertificate certificate = bakery.certification.certify(LOTS);

        assertEquals(List.of(), certificate.findings());
        LotBalance loaf = certificate.lots().get(0);
        assertEquals(quantity("40 C62"), loaf.shipped());
        assertEquals(quantity("0 C62"), loaf.returned());
        assertEquals(quantity("0 C62"), loaf.disposed());
        assertEquals(quantity("0 C62"), loaf.missed());
        assertEquals(quantity("80 C62"), loaf.onHand());
        assertEquals(quantity("0 C62"), loaf.unaccounted());
    }

    @TestFactory
    Stream<DynamicTest> any_removed_event_is_named_by_lot_and_quantity() {
        return events.stream()
                .flatMap(event -> Stream.of(
                        tampered(
                                "remove " + name(event),
                                removal(event),
                                () -> assertRemovalIsNamed(event, elsewhere(event))),
                        tampered(
                                "remove the row of " + name(event),
                                List.of("delete from trace_event where ledger_position = " + event.position()),
                                () -> assertRemovalIsNamed(event, elsewhere(event)))));
    }

    /** The chain cannot help against somebody who can compute hashes; what was kept beside the ledger can. */
    @TestFactory
    Stream<DynamicTest> any_removed_event_is_named_even_when_the_chain_was_recomputed() {
        return events.stream()
                .map(event -> tampered(
                        "remove and recompute " + name(event),
                        removal(event),
                        () -> assertRemovalIsNamed(
                                event, bakery.withoutTheChain().certify(LOTS))));
    }

    @TestFactory
    Stream<DynamicTest> any_changed_quantity_is_named_with_the_difference() {
        return events.stream()
                .flatMap(event -> Stream.of("event_line", "lot_edge").flatMap(table -> parts(event, table)
                        .map(part -> tampered(
                                "one more in " + table + " " + part + " of " + name(event),
                                List.of("update " + table + " set quantity = quantity + 1" + where(event, table, part)),
                                () -> {
                                    LotKey lot = lotOf(event, table, part);
                                    Quantity one = new Quantity(BigDecimal.ONE, unitOf(event, table, part));
                                    assertNamed(
                                            elsewhere(event), lot, one, EnumSet.complementOf(EnumSet.copyOf(CHAIN)));
                                    assertNamed(
                                            bakery.withoutTheChain().certify(LOTS),
                                            lot,
                                            one,
                                            EnumSet.allOf(Witness.class));
                                }))));
    }

    @TestFactory
    Stream<DynamicTest> any_removed_part_is_named() {
        return events.stream().flatMap(event -> PARTS.stream().flatMap(table -> parts(event, table)
                .map(part -> tampered(
                        "remove " + table + " " + part + " of " + name(event),
                        List.of("delete from " + table + where(event, table, part)),
                        () -> assertLotsAreNamed(event, elsewhere(event))))));
    }

    @TestFactory
    Stream<DynamicTest> any_changed_fact_is_named() {
        return events.stream().flatMap(event -> FACTS.stream()
                .filter(fact -> isChange(fact, event))
                .map(fact -> tampered(
                        fact + " of " + name(event),
                        List.of("update " + fact + where(event, fact.split(" ")[0])),
                        () -> assertLotsAreNamed(event, elsewhere(event)))));
    }

    /** Somebody who cuts off the end also moves the head back, and then the chain is whole. */
    @Test
    void a_ledger_that_was_cut_off_is_found() {
        RecordedEvent last = events.get(18);
        removal(last).forEach(bakery.database::sql);
        bakery.database.sql("update ledger_head set head_position = 18, hash = '"
                + events.get(17).hash() + "'");

        assertEquals(Optional.empty(), bakery.ledger.firstBrokenPosition());
        assertLotsAreNamed(last, bakery.certification.certify(LOTS));
    }

    @Test
    void a_receipt_is_missed_even_when_hashes_and_stock_were_made_to_fit() {
        removal(events.get(2)).forEach(bakery.database::sql);
        bakery.database.sql("update stock set quantity = quantity - 32 where quantity = 32 and unit = 'KGM'");
        bakery.database.sql("update stock set quantity = quantity - 6 where quantity = 6 and place_code = 'POT/A-01'");

        CompletenessCertificate certificate = bakery.withoutTheChain().certify(List.of(RYE));

        assertNamed(certificate, RYE, quantity("50 KGM"), EnumSet.of(Witness.JOURNAL));
        assertNamed(certificate, RYE, quantity("8 KGM"), EnumSet.of(Witness.RUNNING_BALANCE));
        assertTrue(certificate.findings().stream().anyMatch(f -> f.message().contains("SHIP_NOTICE N2")));
    }

    @Test
    void stock_that_was_changed_beside_the_ledger_is_named() {
        bakery.database.sql("update stock set quantity = quantity - 7 where quantity = 40");

        CompletenessCertificate certificate = bakery.certification.certify(List.of(WHEAT));

        assertEquals(quantity("7 KGM"), certificate.lots().get(0).unaccounted());
        assertNamed(certificate, WHEAT, quantity("7 KGM"), EnumSet.of(Witness.STOCK));
        assertTrue(bakery.certification.certify(List.of(RYE)).isComplete());
    }

    /** Salt that came in October went into an order of September, and the certificate said "complete". */
    @Test
    void a_lot_that_was_taken_before_it_came_is_named() {
        DocumentReference september = new DocumentReference(DocumentType.PRODUCTION_ORDER, "P7");
        bakery.append(anEvent("early", EventType.CONSUME)
                .in(aContext("early").at("2026-03-01T08:00:00Z").build())
                .of(DocumentType.PRODUCTION_ORDER, "P7")
                .moving(WHEAT, "1 KGM", in(SHELF), Place.productionOrder(september)));

        CompletenessCertificate certificate = bakery.certification.certify(List.of(WHEAT));

        assertNamed(certificate, WHEAT, quantity("1 KGM"), EnumSet.of(Witness.TIME_ORDER));
        assertEquals(quantity("0 KGM"), certificate.lots().get(0).unaccounted());
    }

    @Test
    void others_may_write_meanwhile() throws Exception {
        ExecutorService forklift = Executors.newSingleThreadExecutor();
        try {
            Future<?> moves = forklift.submit(() -> {
                for (int i = 1; i <= 40; i++) {
                    bakery.append(anEvent("move-" + i, TRANSFER)
                            .of(DocumentType.TRANSFER_ORDER, "M" + i)
                            .moving(WHEAT, "1 KGM", in(SHELF), in(GATE)));
                }
            });
            int certificates = 0;
            while (!moves.isDone() || certificates == 0) {
                CompletenessCertificate certificate = bakery.certification.certify(LOTS);
                assertTrue(certificate.isComplete(), certificate.findings()::toString);
                certificates++;
            }
            moves.get(60, TimeUnit.SECONDS);
            assertEquals(59, bakery.certification.certify(LOTS).ledgerPosition());
        } finally {
            forklift.shutdownNow();
        }
    }

    @Test
    void a_lot_that_no_event_names_is_not_complete() {
        CompletenessCertificate certificate = bakery.certification.certify(List.of(ASH));

        assertEquals(
                List.of(Witness.REGISTRATION),
                certificate.findings().stream().map(Finding::witness).toList());
    }

    @Test
    void costing_that_lags_is_a_limit_not_a_finding() {
        bakery.database.sql("update follower set ledger_position = 3 where follower_name = 'cost'");
        bakery.database.sql("delete from journal_line where entry_number > 2");
        bakery.database.sql("delete from journal_entry where entry_number > 2");

        CompletenessCertificate certificate = bakery.certification.certify(LOTS);

        assertTrue(certificate.isComplete(), certificate.findings()::toString);
        assertEquals(1, certificate.limits().size());
    }

    /** What the node has verified helps only who asks about other lots. */
    @TestFactory
    Stream<DynamicTest> a_change_of_an_event_of_these_lots_is_found_behind_what_was_verified() {
        return events.stream().filter(CertificationIT::saysMuch).flatMap(event -> FACTS.stream()
                .filter(fact -> !fact.contains("_lot_id") && !fact.contains("set lot_id"))
                .filter(fact -> isChange(fact, event))
                .map(fact -> DynamicTest.dynamicTest(fact + " of " + name(event), () -> {
                    bakery.restore();
                    bakery.ledger.firstBrokenPosition();
                    bakery.database.sql("update " + fact + where(event, fact.split(" ")[0]));

                    assertLotsAreNamed(event, bakery.certification.certify(lotsOf(event)));
                })));
    }

    @TestFactory
    Stream<DynamicTest> an_event_of_these_lots_that_was_removed_is_found_behind_what_was_verified() {
        return events.stream()
                .map(event -> DynamicTest.dynamicTest(name(event), () -> {
                    bakery.restore();
                    bakery.ledger.firstBrokenPosition();
                    removal(event).forEach(bakery.database::sql);

                    assertRemovalIsNamed(event, bakery.certification.certify(lotsOf(event)));
                }));
    }

    /** Somebody who can compute hashes leaves a chain that fits; but it is another one. */
    @Test
    void an_event_of_these_lots_that_was_changed_with_all_hashes_behind_it_is_found() {
        bakery.ledger.firstBrokenPosition();
        bakery.replaceBy(events.stream()
                .map(RecordedEvent::event)
                .map(event -> event.id().value().equals("receive-2")
                        ? anEvent("receive-2", EventType.RECEIVE)
                                .of(DocumentType.SHIP_NOTICE, "another")
                                .with(event.lines().get(0))
                                .build()
                        : event)
                .toList());

        CompletenessCertificate certificate = bakery.certification.certify(List.of(RYE));

        assertEquals(Optional.empty(), bakery.ledger.firstBrokenPositionAfter(0));
        Finding rewritten = certificate.findings().get(0);
        assertEquals(Witness.HASH_CHAIN, rewritten.witness());
        assertEquals(Optional.of(1L), rewritten.ledgerPosition());
        assertTrue(rewritten.message().contains("not those that this node has verified"), rewritten.message());
    }

    @Test
    void what_comes_behind_what_was_verified_is_verified_whoever_asks() {
        bakery.ledger.firstBrokenPosition();
        bakery.append(anEvent("new", TRANSFER)
                .of(DocumentType.TRANSFER_ORDER, "N1")
                .moving(WHEAT, "1 KGM", in(SHELF), in(GATE)));
        bakery.database.sql("update trace_event set device = 'laptop' where ledger_position = 20");

        CompletenessCertificate certificate = bakery.certification.certify(List.of(RYE));

        assertEquals(
                List.of(Optional.of(WHEAT)),
                certificate.findings().stream()
                        .filter(finding -> finding.witness() == Witness.HASH_CHAIN)
                        .map(Finding::lot)
                        .toList());
    }

    @Test
    void a_change_elsewhere_is_found_on_demand_and_then_by_every_certificate() {
        bakery.ledger.firstBrokenPosition();
        bakery.database.sql("update trace_event set device = 'laptop' where ledger_position = 2");

        assertTrue(bakery.certification.certify(List.of(LOAF)).isComplete());
        assertEquals(Optional.of(2L), bakery.ledger.firstBrokenPosition());

        assertNamed(
                bakery.certification.certify(List.of(LOAF)),
                WHEAT,
                quantity("100 KGM"),
                EnumSet.of(Witness.HASH_CHAIN));
    }

    @Test
    void a_certificate_says_what_it_trusted() {
        assertEquals(0, bakery.certification.certify(List.of(RYE)).trusted().position());

        CompletenessCertificate second = bakery.certification.certify(List.of(RYE));

        assertEquals(19, second.trusted().position());
        assertEquals(events.get(18).hash(), second.trusted().hash());
        assertEquals(0, bakery.certification.certifyAll().trusted().position());
    }

    /** The event has what is changed, and it is something else. */
    private static boolean isChange(String fact, RecordedEvent event) {
        return (fact.startsWith("trace_event")
                        || parts(event, fact.split(" ")[0]).findAny().isPresent())
                && !fact.contains("'" + event.event().type() + "'")
                && (!fact.contains("'COUNT_SHEET'")
                        || event.event().document(DocumentType.COUNT_SHEET).isEmpty());
    }

    /** Two lots from a supplier, one made of another, one held. */
    private static boolean saysMuch(RecordedEvent event) {
        return Set.of("receive-1", "bake", "hold-rye").contains(name(event));
    }

    private static SortedSet<LotKey> lotsOf(RecordedEvent event) {
        SortedSet<LotKey> lots = new TreeSet<>();
        event.event().lines().forEach(line -> lots.add(line.lot()));
        event.event().dispositionChanges().forEach(change -> lots.add(change.lot()));
        return lots;
    }

    private DynamicTest tampered(String what, List<String> statements, Runnable check) {
        return DynamicTest.dynamicTest(what, () -> {
            bakery.restore();
            statements.forEach(bakery.database::sql);
            check.run();
        });
    }

    /** Asked about a lot that the event does not name, when there is one: a broken chain makes everybody a suspect. */
    private CompletenessCertificate elsewhere(RecordedEvent event) {
        return bakery.certification.certify(LOTS.stream()
                .filter(lot ->
                        event.event().lines().stream().noneMatch(l -> l.lot().equals(lot)))
                .limit(1)
                .toList());
    }

    private static void assertRemovalIsNamed(RecordedEvent event, CompletenessCertificate certificate) {
        for (EventLine line : event.event().lines()) {
            assertNamed(certificate, line.lot(), line.quantity(), EnumSet.complementOf(EnumSet.copyOf(CHAIN)));
        }
        assertLotsAreNamed(event, certificate);
    }

    private static void assertLotsAreNamed(RecordedEvent event, CompletenessCertificate certificate) {
        assertFalse(certificate.isComplete());
        Set<LotKey> named = certificate.findings().stream()
                .flatMap(finding -> finding.lot().stream())
                .collect(Collectors.toSet());
        List<LotKey> lots = new ArrayList<>();
        event.event().lines().forEach(line -> lots.add(line.lot()));
        event.event().dispositionChanges().forEach(change -> lots.add(change.lot()));
        assertTrue(named.containsAll(lots), () -> lots + " in " + certificate.findings());
    }

    private static void assertNamed(
            CompletenessCertificate certificate, LotKey lot, Quantity quantity, Set<Witness> by) {
        assertFalse(certificate.isComplete());
        assertTrue(
                certificate.findings().stream()
                        .filter(finding -> by.contains(finding.witness()))
                        .filter(finding -> finding.lot().equals(Optional.of(lot)))
                        .flatMap(finding -> finding.quantity().stream())
                        .anyMatch(named ->
                                named.equals(quantity) || named.negated().equals(quantity)),
                () -> lot + " " + quantity + " in " + certificate.findings());
    }

    private static List<String> removal(RecordedEvent event) {
        List<String> statements = new ArrayList<>();
        PARTS.forEach(table -> statements.add("delete from " + table + where(event, table)));
        statements.add("delete from trace_event where ledger_position = " + event.position());
        return statements;
    }

    private static String name(RecordedEvent event) {
        return event.event().id().value();
    }

    private static String where(RecordedEvent event, String table) {
        return table.equals("event_disposition")
                ? " where event_id = '" + name(event) + "'"
                : " where ledger_position = " + event.position();
    }

    private static String where(RecordedEvent event, String table, int part) {
        return where(event, table) + " and part = " + part;
    }

    private static Stream<Integer> parts(RecordedEvent event, String table) {
        int count =
                switch (table) {
                    case "event_line" -> event.event().lines().size();
                    case "lot_edge" -> event.event().edges().size();
                    case "event_document" -> event.event().documents().size();
                    default -> event.event().dispositionChanges().size();
                };
        return Stream.iterate(0, part -> part + 1).limit(count);
    }

    private static LotKey lotOf(RecordedEvent event, String table, int part) {
        return table.equals("event_line")
                ? event.event().lines().get(part).lot()
                : event.event().edges().get(part).input();
    }

    private static UnitOfMeasure unitOf(RecordedEvent event, String table, int part) {
        return (table.equals("event_line")
                        ? event.event().lines().get(part).quantity()
                        : event.event().edges().get(part).quantity())
                .unit();
    }
}
