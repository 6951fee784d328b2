package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.of;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;
import static org.lottrace.movement.capture.internal.CountStockIT.findings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Outcomes;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.partner.NoticeKeyData;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.company.WorkingBakery;

/** What a ship notice says of its lots is known of them when they are received against it. */
class AnnouncedAttributesIT {
    private static final LotKey SALT_7 = new LotKey(MILL, SALT, new LotNumber("S7"));
    private static final KeyDatum GERMAN = origin("DE");
    private static final KeyDatum FRENCH = origin("FR");
    private static final KeyDatum HARVESTED =
            KeyDataElement.HARVEST_DATE.is(new KeyDataValue.Day(LocalDate.of(2026, 2, 1)));
    private static final KeyDatum SOURCE = KeyDataElement.TLC_SOURCE_REFERENCE.is(new KeyDataValue.Text("MILL 4"));
    private static final KeyDatum WEIGHED = KeyDataElement.NET_WEIGHT.is(new KeyDataValue.Amount(of("9.8 KGM")));
    private static final KeyDatum GRADED = KeyDataElement.GRADE.is(new KeyDataValue.Code("A"));
    private static final KeyDatum SEALED = KeyDataElement.SEAL.is(new KeyDataValue.Text("S-1"));

    private final WorkingBakery bakery = new WorkingBakery();

    @BeforeEach
    void order() {
        bakery.order();
    }

    @Test
    void a_new_lot_gets_what_the_notice_says_of_it_and_its_goods_what_it_says_of_them() {
        announced("N1", GERMAN, HARVESTED, SOURCE, WEIGHED, SEALED);

        TraceEvent event = recorded(bakery.receive("r1", "N1"));

        assertEquals(List.of(GERMAN, HARVESTED, SOURCE), known());
        assertEquals(List.of(WEIGHED), event.lines().get(0).keyData());
        assertEquals(List.of(), findings(event));
        assertEquals(event, recorded(bakery.receive("r1", "N1")), "the same again is the same");
    }

    @Test
    void a_lot_that_is_scanned_gets_it_too_and_keeps_what_is_on_its_label() {
        announced("N1", GERMAN, HARVESTED);

        TraceEvent event = recorded(bakery.receive("r1", "N1", scanned("10 KGM", FRENCH)));

        assertEquals(List.of(HARVESTED, FRENCH), known());
        assertEquals(List.of(FRENCH), event.lines().get(0).keyData());
        assertEquals(List.of("ATTRIBUTE_DIFFERS"), findings(event));
        assertEquals(event, recorded(bakery.receive("r1", "N1", scanned("10 KGM", FRENCH))));
    }

    @Test
    void a_known_lot_gets_what_was_not_known_and_its_reversal_takes_that_back() {
        announced("N1");
        announced("N2", GERMAN, HARVESTED);
        recorded(bakery.receive("r1", "N1"));

        TraceEvent event = recorded(bakery.receive("r2", "N2"));

        assertEquals(List.of(GERMAN, HARVESTED), known());
        assertEquals(List.of(), findings(event));
        assertEquals(SALT_7, event.lotChanges().get(0).lot());
        Outcomes.done(bakery.reverse("u1", "r2"));
        assertEquals(List.of(), known());
    }

    @Test
    void the_reversal_of_a_receipt_takes_back_what_it_said_and_leaves_what_was_said_since() {
        announced("N1");
        announced("N2", GERMAN);
        announced("N3", HARVESTED);
        recorded(bakery.receive("r1", "N1"));
        recorded(bakery.receive("r2", "N2"));
        corrected("c1", GRADED);
        recorded(bakery.receive("r3", "N3"));

        Outcomes.done(bakery.reverse("u1", "r2"));

        assertEquals(Set.of(GRADED, HARVESTED), Set.copyOf(known()));
        Outcomes.done(bakery.reverse("u2", "r3"));
        assertEquals(List.of(GRADED), known());
    }

    @Test
    void what_a_receipt_said_and_was_corrected_since_is_not_taken_back_with_it() {
        announced("N1");
        announced("N2", GERMAN);
        recorded(bakery.receive("r1", "N1"));
        recorded(bakery.receive("r2", "N2"));
        corrected("c1", FRENCH);

        Outcomes.done(bakery.reverse("u1", "r2"));

        assertEquals(List.of(FRENCH), known());
    }

    @Test
    void what_is_known_stays_and_the_contradiction_is_a_case_of_the_lot() {
        announced("N1", GERMAN);
        announced("N2", FRENCH, HARVESTED);
        recorded(bakery.receive("r1", "N1"));

        TraceEvent event = recorded(bakery.receive("r2", "N2"));

        assertEquals(List.of(GERMAN, HARVESTED), known());
        assertEquals(List.of("ATTRIBUTE_DIFFERS"), findings(event));
    }

    @Test
    void a_contradiction_of_the_notice_is_no_reason_to_refuse_goods() {
        announced("N1", GERMAN);
        announced("N2", FRENCH);
        recorded(bakery.receive("r1", "N1"));

        assertEquals(
                List.of(),
                refusals(bakery.capture()
                        .receive(new Receipt(
                                aContext("r2").requested().request(), new ShipNoticeId(MILL, "N2"), DOCK, List.of()))));
    }

    @Test
    void two_lines_of_a_lot_say_together_what_is_known() {
        bakery.expect(aShipNotice("N1")
                .announcing("PO1", 2, SALT, "S7", "4 KGM")
                .saying(GERMAN)
                .announcing("PO1", 2, SALT, "S7", "6 KGM")
                .saying(FRENCH, SOURCE)
                .build());

        TraceEvent event = recorded(bakery.receive("r1", "N1"));

        assertEquals(List.of(GERMAN, FRENCH, SOURCE), known());
        assertEquals(List.of(), findings(event));
    }

    @Test
    void weights_of_a_line_of_which_a_part_came_are_those_of_nobody() {
        announced("N1", WEIGHED);
        recorded(bakery.receive("r1", "N1", scanned("4 KGM")));

        TraceEvent rest = recorded(bakery.receive("r2", "N1"));

        assertEquals(List.of(), rest.lines().get(0).keyData());
    }

    @Test
    void the_same_notice_with_more_of_it_completes_one_of_which_nothing_was_kept_and_keeps_what_came() {
        announced("N1");
        recorded(bakery.receive("r1", "N1", scanned("4 KGM")));

        announced("N1", GERMAN);

        ExpectedReceipt now =
                bakery.expectedReceipts().find(new ShipNoticeId(MILL, "N1")).orElseThrow();
        assertEquals(List.of(GERMAN), now.notice().lines().get(0).keyData());
        assertEquals(of("4 KGM"), now.lines().get(0).received());
        assertEquals(List.of("NOTICE_DIFFERS number"), refused(notice("N1", FRENCH)));
    }

    /** Of a 943 neither was kept. */
    @Test
    void the_same_notice_with_carrier_and_bill_of_lading_completes_one_without() {
        ShipNotice bare = carried("", "");
        ShipNotice carried = carried("ABCD", "BOL-7", SEALED);
        bakery.expect(bare);

        assertEquals(List.of(), refused(carried));
        assertEquals(
                carried,
                bakery.expectedReceipts()
                        .find(new ShipNoticeId(MILL, "N1"))
                        .orElseThrow()
                        .notice());
        assertEquals(List.of("NOTICE_DIFFERS number"), refused(bare));
    }

    private static ShipNotice carried(String carrier, String billOfLading, KeyDatum... said) {
        ShipNotice notice = notice("N1");
        return new ShipNotice(
                notice.id(),
                notice.created(),
                notice.shipDate(),
                notice.shipFrom(),
                notice.shipTo(),
                notice.shipToId(),
                carrier,
                billOfLading,
                notice.lines(),
                List.of(said));
    }

    @Test
    void what_no_notice_says_is_refused_and_so_is_more_than_is_kept() {
        ShipNotice wrong = notice("N1", KeyDataElement.REASON.is(new KeyDataValue.Text("why")));
        ShipNotice long_ = notice("N2", KeyDataElement.STATEMENT.is(new KeyDataValue.Text("x".repeat(50_001))));
        KeyDatum[] many = IntStream.rangeClosed(0, NoticeKeyData.MOST)
                .mapToObj(i -> KeyDataElement.SERIAL.is(new KeyDataValue.Text("S" + i)))
                .toArray(KeyDatum[]::new);

        assertEquals(List.of("KEY_DATA_WRONG lines[1].keyData[1]"), refused(wrong));
        assertEquals(List.of("KEY_DATA_TOO_LONG lines[1].keyData"), refused(long_));
        assertEquals(List.of("KEY_DATA_TOO_LONG lines[1].keyData"), refused(notice("N3", many)));
    }

    private void corrected(String id, KeyDatum said) {
        recorded(bakery.lotCorrections()
                .correct(new LotCorrection(
                        aContext(id).request(),
                        SALT_7,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(said),
                        "label")));
    }

    private List<String> refused(ShipNotice notice) {
        return bakery.expectedReceipts().expect(notice).stream()
                .map(violation -> violation.code() + " " + violation.path())
                .toList();
    }

    private List<KeyDatum> known() {
        Map<LotKey, List<KeyDatum>> attributes = bakery.lotCorrections().attributes(List.of(SALT_7));
        return attributes.getOrDefault(SALT_7, List.of());
    }

    private void announced(String number, KeyDatum... said) {
        bakery.expect(notice(number, said));
    }

    private static ShipNotice notice(String number, KeyDatum... said) {
        return aShipNotice(number)
                .announcing("PO1", 2, SALT, "S7", "10 KGM")
                .saying(said)
                .build();
    }

    private static Receipt.Line scanned(String quantity, KeyDatum... said) {
        return new Receipt.Line(
                new LotReference(Optional.empty(), Optional.of(SALT), new LotNumber("S7")),
                of(quantity),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(said));
    }

    private static KeyDatum origin(String country) {
        return KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code(country));
    }
}
