package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.Recall;
import org.lottrace.company.WorkingBakery;

/** Case w08: one consumption, and two outputs that are told one after the other. */
class LaterOutputTest {
    private static final LotKey MAIN = made(BREAD, "B1");
    private static final LotKey LATER = made(DOUGH, "D1");

    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    @BeforeEach
    void the_main_product_is_told() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "100 KGM")));
        recorded(bakery.produce("p1", "P1", BREAD, "15 C62", Optional.of("B1")));
    }

    private static LotKey made(ItemNumber item, String number) {
        return new LotKey(COMPANY, item, new LotNumber(number));
    }

    private void laterOutputIsTold() {
        recorded(bakery.produce("p2", "P1", DOUGH, "5 KGM", Optional.of("D1")));
    }

    @Test
    void both_are_made_of_what_was_consumed_and_nothing_of_it_is_there_twice() {
        laterOutputIsTold();

        Trace forward = trace(TraceRequest.of(Direction.FORWARD, FLOUR_1).withSuspectQuantities());
        assertEquals(List.of("L1 B1 75 KGM", "L1 D1 25 KGM"), edges(forward));
        assertEquals(
                List.of("B1 [75 KGM]", "D1 [25 KGM]"),
                forward.lots().stream()
                        .filter(lot -> lot.level() == 1)
                        .map(lot -> lot.lot().number() + " "
                                + lot.suspect().stream()
                                        .map(content -> content.contained().proportional())
                                        .toList())
                        .toList());
        assertEquals(List.of("L1 D1 25 KGM"), edges(trace(TraceRequest.of(Direction.BACKWARD, LATER))));
        assertEquals(
                List.of(),
                bakery.company().service(Certification.class).certifyAll().findings());
    }

    @Test
    void the_record_of_one_output_alone_is_complete() {
        laterOutputIsTold();
        reversed("p2");
        recorded(bakery.produce("p3", "P1", DOUGH, "5 KGM", Optional.of("D2")));
        recorded(bakery.produce("p4", "P1", DOUGH, "5 KGM", Optional.of("D3")));

        for (LotKey lot : List.of(FLOUR_1, MAIN, LATER, made(DOUGH, "D2"), made(DOUGH, "D3"))) {
            Certification certification = bakery.company().service(Certification.class);
            assertEquals(List.of(), certification.certify(List.of(lot)).findings(), lot.toString());
            assertEquals(List.of(), certification.certifyAll().findings());
        }
    }

    /** Of a second round, too: a recall that saw only the newest missed what came of the first. */
    @Test
    void what_may_be_of_two_rounds_is_found_from_both_and_shares_the_cost_of_both() {
        recorded(bakery.consume("c2", "P1", on(SHELF, FLOUR_2, "50 KGM")));
        recorded(bakery.produce("p1b", "P1", BREAD, "15 C62", Optional.of("B2")));
        laterOutputIsTold();

        Trace first = trace(TraceRequest.of(Direction.FORWARD, FLOUR_1).withSuspectQuantities());
        assertEquals(List.of("L1 B1 85.714286 KGM", "L1 D1 14.285714 KGM"), edges(first));
        assertEquals(List.of("B1 [85.714286 KGM]", "D1 [14.285714 KGM]"), suspect(first));
        Trace second = trace(TraceRequest.of(Direction.FORWARD, FLOUR_2).withSuspectQuantities());
        assertEquals(List.of("B2 [42.857143 KGM]", "D1 [7.142857 KGM]"), suspect(second));
        assertEquals(
                List.of("L1 D1 14.285714 KGM", "L2 D1 7.142857 KGM"),
                edges(trace(TraceRequest.of(Direction.BACKWARD, LATER))));
        assertEquals(
                List.of(),
                bakery.company().service(Certification.class).certifyAll().findings());
        assertEquals(
                List.of("EUR 42.86", "EUR 21.43", "EUR 10.71"),
                List.of(value(MAIN), value(made(BREAD, "B2")), value(LATER)));

        reversed("p2");
        assertEquals(List.of("L1 B1 100 KGM"), edges(trace(TraceRequest.of(Direction.FORWARD, FLOUR_1))));
        assertEquals(List.of("L2 B2 50 KGM"), edges(trace(TraceRequest.of(Direction.FORWARD, FLOUR_2))));
        assertEquals(List.of("EUR 50.00", "EUR 25.00"), List.of(value(MAIN), value(made(BREAD, "B2"))));
        assertEquals(
                List.of(),
                bakery.company().service(Certification.class).certifyAll().findings());
    }

    /** Of an order nothing of which was told before. */
    @Test
    void an_output_of_which_nobody_has_told_what_went_in_costs_nothing_until_it_is_made_good() {
        recorded(bakery.produce("q1", "P2", BREAD, "15 C62", Optional.of("B9")));
        LotKey bread = made(BREAD, "B9");

        assertEquals("EUR 0.00", value(bread));
        assertTrue(
                bakery.company().service(Certification.class).certifyAll().findings().stream()
                        .anyMatch(finding -> finding.lot().equals(Optional.of(bread))),
                "the certificate says that it is made of nothing");

        recorded(bakery.consume("q2", "P2", on(SHELF, FLOUR_2, "50 KGM")));
        reversed("q1");
        recorded(bakery.produce("q3", "P2", BREAD, "15 C62", Optional.of("B9")));
        assertEquals("EUR 25.00", value(bread));
        assertEquals(List.of("L2 B9 50 KGM"), edges(trace(TraceRequest.of(Direction.FORWARD, FLOUR_2))));
        assertEquals(
                List.of(),
                bakery.company().service(Certification.class).certifyAll().findings());
    }

    /** An order takes of one lot as long as it lasts. */
    @Test
    void two_rounds_of_the_same_lot_share_what_came_of_either() {
        recorded(bakery.consume("c2", "P1", on(SHELF, FLOUR_1, "50 KGM")));
        recorded(bakery.produce("p1b", "P1", BREAD, "15 C62", Optional.of("B2")));
        laterOutputIsTold();

        assertEquals(
                List.of("B1 [85.714286 KGM]", "B2 [42.857143 KGM]", "D1 [21.428571 KGM]"),
                suspect(trace(TraceRequest.of(Direction.FORWARD, FLOUR_1).withSuspectQuantities())));
        assertEquals(
                List.of("EUR 42.86", "EUR 21.43", "EUR 10.71"),
                List.of(value(MAIN), value(made(BREAD, "B2")), value(LATER)));
        assertEquals(
                List.of(),
                bakery.company().service(Certification.class).certifyAll().findings());
    }

    private static List<String> suspect(Trace forward) {
        return forward.lots().stream()
                .filter(lot -> lot.level() == 1)
                .map(lot -> lot.lot().number() + " "
                        + lot.suspect().stream()
                                .map(content -> content.contained().proportional())
                                .toList())
                .toList();
    }

    @Test
    void the_trace_of_before_shows_what_was_known_then() {
        long before = bakery.ledger().head();
        laterOutputIsTold();

        assertEquals(
                List.of("L1 B1 100 KGM"),
                edges(trace(TraceRequest.of(Direction.FORWARD, FLOUR_1).asOf(AsOf.position(before)))));
        reversed("p2");
        assertEquals(List.of("L1 B1 100 KGM"), edges(trace(TraceRequest.of(Direction.FORWARD, FLOUR_1))));
    }

    @Test
    void they_share_the_cost_by_an_entry_of_its_own() {
        List<String> before = journal("p1");
        laterOutputIsTold();

        assertEquals("EUR 37.50", value(MAIN));
        assertEquals("EUR 12.50", value(LATER));
        assertEquals(before, journal("p1"));
        assertEquals(
                List.of(
                        "INVENTORY B1 EUR -12.50",
                        "WORK_IN_PROCESS L1 EUR 12.50",
                        "WORK_IN_PROCESS L1 EUR -12.50",
                        "INVENTORY D1 EUR 12.50"),
                journal("p2"));
    }

    @Test
    void what_left_before_is_found_by_its_recall_and_leaves_its_part_of_the_cost_as_variance() {
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "6 C62").build());
        bakery.reserve("SO1", 1, MAIN, SHELF, "6 C62");
        recorded(bakery.ship("s1", "S1", "SO1", leaving(1, on(SHELF, MAIN, "6 C62"))));
        laterOutputIsTold();

        assertEquals(
                List.of(MARKET),
                bakery.company().service(Recall.class).scope(List.of(FLOUR_1)).shipments().stream()
                        .map(handover -> handover.party())
                        .toList());
        assertEquals("EUR 22.50", value(MAIN));
        assertEquals("EUR 12.50", value(LATER));
        assertEquals(
                List.of("INVENTORY B1 EUR -7.50", "PRODUCTION_VARIANCE B1 EUR -5.00"),
                journal("p2").subList(0, 2));
        reversed("p2");
        assertEquals("EUR 30.00", value(MAIN));
    }

    private void reversed(String event) {
        assertEquals(
                List.of(),
                bakery.reverse("r1", event).fold(done -> List.of(), known -> List.of(), WorkingBakery::codes));
    }

    private Trace trace(TraceRequest request) {
        return bakery.company().service(Genealogy.class).trace(request);
    }

    private static List<String> edges(Trace trace) {
        return trace.edges().stream()
                .map(traced -> traced.edge())
                .map(edge -> edge.input().number() + " " + edge.output().number() + " " + edge.quantity())
                .toList();
    }

    private String value(LotKey lot) {
        return costing().costOf(lot).orElseThrow().value().toString();
    }

    private LotCosting costing() {
        return bakery.company().service(LotCosting.class);
    }

    private List<String> journal(String event) {
        return costing().journal(TODAY.minusYears(1), TODAY.plusYears(1), 0, 1000).stream()
                .filter(entry -> entry.event().value().equals(event))
                .flatMap(entry -> entry.lines().stream())
                .map(line -> line.account() + " " + line.lot().orElseThrow().number() + " " + line.amount())
                .toList();
    }
}
