package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.COUNT;
import static org.lottrace.api.event.EventType.PACK;
import static org.lottrace.api.event.EventType.PICK;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.ItemProfile;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.movement.ScanAnswer;
import org.lottrace.api.movement.ScanClosing;
import org.lottrace.api.movement.ScanJob;
import org.lottrace.api.movement.ScanSession;
import org.lottrace.api.movement.ScanSessions;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** Flour L1, and 240 pieces of bread B1, on the shelf; bread has a trade item number. */
class ScanSessionIT {
    private static final String BREAD_LABEL = "(01)04012345000016(10)B1";

    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private final ScanSessions sessions = bakery.company().service(ScanSessions.class);
    private LotKey bread;

    @BeforeEach
    void baked() {
        bread = bakery.baked("B1");
    }

    @Test
    void each_scan_is_answered_with_what_it_is_and_what_comes_next() {
        assertEquals("GOODS", next(ScanJob.MOVE));
        assertEquals("QUANTITY", next(ScanJob.MOVE, "A-01", BREAD_LABEL));
        assertEquals("DESTINATION", next(ScanJob.MOVE, "A-01", BREAD_LABEL, "12"));
        assertEquals("", next(ScanJob.MOVE, "A-01", BREAD_LABEL, "12", "GATE"));
        assertEquals(
                List.of("LOCATION BER/A-01", "GOODS BAKERY/BREAD/B1", "QUANTITY 2 CS"),
                answer(ScanJob.MOVE, "A-01", BREAD_LABEL, "2 CS").scans().stream()
                        .map(scan -> scan.meaning() + " " + scan.text())
                        .toList());
    }

    @Test
    void a_link_a_typed_lot_and_a_unit_are_understood_too() {
        assertEquals(
                List.of("GOODS", "GOODS", "UNIT"),
                answer(ScanJob.PACK, "https://id.gs1.org/01/04012345000016/10/B1", "FLOUR/L1", "(00)" + pallet(1))
                        .scans()
                        .stream()
                        .map(scan -> scan.meaning().toString())
                        .toList());
    }

    @Test
    void a_date_that_differs_and_a_serial_number_are_said() {
        ScanAnswer answer = answer(ScanJob.COUNT, "(01)04012345000016(17)300101(10)B1(21)77");

        assertEquals(
                List.of("DATE_DIFFERS", "SERIAL_NOT_RECORDED"),
                answer.scans().get(0).problems().stream()
                        .map(problem -> problem.code())
                        .toList());
    }

    @Test
    void pieces_with_serial_numbers_are_one_line_and_each_counts_once() {
        breadWithSerials();
        String[] scans = {"C1", "A-01", BREAD_LABEL + "(21)S1", BREAD_LABEL + "(21)S2", BREAD_LABEL + "(21)S2"};

        assertEquals(
                List.of("SERIAL_REPEATED"),
                answer(ScanJob.COUNT, scans).scans().get(4).problems().stream()
                        .map(problem -> problem.code())
                        .toList());
        TraceEvent count = recorded(close("c1", ScanJob.COUNT, scans));
        assertEquals(
                List.of("S1", "S2"),
                count.keyData().stream()
                        .filter(datum -> datum.name().equals(KeyDataElement.SERIAL.word()))
                        .map(datum -> datum.value().text())
                        .toList());
        assertTrue(
                count.keyData().stream().anyMatch(datum -> datum.value().text().startsWith("2 C62 ")),
                count.keyData().toString());
    }

    /** What is said of some pieces is not mixed with what is said of the others in another unit. */
    @ParameterizedTest
    @CsvSource({"(21)S1, 1 CS", "(3103)000500(21)S1, ''"})
    void pieces_in_different_units_are_lines_of_their_own(String first, String quantity) {
        breadWithSerials();
        List<String> scans = Stream.of("C1", "A-01", BREAD_LABEL + first, quantity, BREAD_LABEL + "(21)S2")
                .filter(scan -> !scan.isEmpty())
                .toList();

        ScanAnswer answer = answer(ScanJob.COUNT, scans.toArray(String[]::new));

        assertEquals(List.of(), answer.missing());
        assertEquals(
                List.of(),
                answer.scans().stream()
                        .flatMap(scan -> scan.problems().stream())
                        .toList());
    }

    private void breadWithSerials() {
        Item bread = bakery.company().service(ItemCatalog.class).find(BREAD).orElseThrow();
        assertEquals(
                List.of(),
                bakery.company()
                        .service(ItemCatalog.class)
                        .save(List.of(new Item(
                                bread.number(),
                                bread.description(),
                                bread.type(),
                                bread.gtin(),
                                bread.baseUnit(),
                                bread.packUnits(),
                                bread.shelfLifeDays(),
                                bread.segregation(),
                                new ItemProfile(
                                        Optional.of(TrackingMode.LOT_AND_SERIAL),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Set.of())))));
    }

    @ParameterizedTest
    @CsvSource({"(01)04012345000017(10)B1", "(01)09506000134352(10)B1", "(410)4012345000009"})
    void what_cannot_be_used_is_said_and_not_recorded(String scan) {
        assertEquals(
                ScanAnswer.Meaning.NOTHING,
                answer(ScanJob.COUNT, scan).scans().get(0).meaning());
        assertTrue(refusals(close("x", ScanJob.COUNT, "C1", "A-01", BREAD_LABEL, "240", scan))
                .contains("SCANS_INCOMPLETE session"));
    }

    @Test
    void a_session_that_is_not_done_is_not_recorded() {
        assertEquals(
                List.of("SCANS_INCOMPLETE session", "SCANS_INCOMPLETE session"),
                refusals(close("x", ScanJob.MOVE, "A-01", BREAD_LABEL)));
    }

    @Test
    void each_job_becomes_its_event_and_is_recorded_once() {
        TraceEvent moved = recorded(close("m", ScanJob.MOVE, "A-01", BREAD_LABEL, "12", "P-01"));
        assertEquals(TRANSFER, moved.type());
        assertEquals(List.of("B1: BER/A-01 → BER/P-01 12 C62"), lines(moved));
        assertTrue(close("m", ScanJob.MOVE, "A-01", BREAD_LABEL, "12", "P-01") instanceof Outcome.AlreadyDone);

        assertEquals(
                PICK,
                recorded(close("k", ScanJob.PICK, "A-01", BREAD_LABEL, "5", "GATE"))
                        .type());
        TraceEvent packed = recorded(close("p", ScanJob.PACK, "A-01", BREAD_LABEL, "24", "(00)" + pallet(1)));
        assertEquals(PACK, packed.type());
        assertEquals(List.of("B1: BER/A-01 → BER/A-01 (00)" + pallet(1) + " 24 C62"), lines(packed));
        TraceEvent unit = recorded(close("u", ScanJob.MOVE, "(00)" + pallet(1), "GATE"));
        assertEquals(
                List.of("B1: BER/A-01 (00)" + pallet(1) + " → BER/GATE (00)" + pallet(1) + " 24 C62"), lines(unit));

        TraceEvent counted = recorded(close("c", ScanJob.COUNT, "C1", "P-01", BREAD_LABEL, "11"));
        assertEquals(COUNT, counted.type());
        assertEquals(List.of("B1: BER/P-01 → COUNT_DIFFERENCE BER 1 C62"), lines(counted));

        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "10 C62").build());
        bakery.reserve("SO1", 1, bread, SHELF, "10 C62");
        assertEquals(
                SHIP,
                recorded(close("s", ScanJob.SHIP, "SO1", "S1", "A-01", BREAD_LABEL, "10"))
                        .type());

        TraceEvent received =
                recorded(close("r", ScanJob.RECEIVE, "MILL", "DOCK", "(01)04012345000016(17)270131(10)X9", "7"));
        assertEquals(RECEIVE, received.type());
        assertEquals(List.of("X9: PARTY MILL → BER/DOCK 7 C62"), lines(received));
    }

    private String next(ScanJob job, String... scans) {
        return answer(job, scans).missing().stream()
                .findFirst()
                .map(ScanAnswer.Missing::code)
                .orElse("");
    }

    private ScanAnswer answer(ScanJob job, String... scans) {
        return sessions.answer(new ScanSession(job, BERLIN, List.of(scans)));
    }

    private Outcome<RecordedEvent> close(String id, ScanJob job, String... scans) {
        return sessions.close(
                new ScanClosing(aContext(id).reported().request(), new ScanSession(job, BERLIN, List.of(scans))));
    }
}
