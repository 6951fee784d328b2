package org.lottrace.console.web.internal.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.edi.CheckedFile;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.InterchangeText;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.PreviewedSet;
import org.lottrace.api.edi.ReadField;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.DifferenceKind;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.NoticeDifference;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.movement.NoticeState;
import org.lottrace.api.movement.PartnerScore;
import org.lottrace.api.movement.PartnerScores;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.operation.Role;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class PartnersPageTest {
    private static final String EDI =
            "ISA*00*          *00*          *ZZ*MILL           *ZZ*BAKERY         *260302*0800*U*00401*000000007*0*P*>~"
                    + "GS*SH*MILL*BAKERY*20260302*0800*7*X*004010~ST*856*0001~BSN*00*<b>N1~SE*3*0001~GE*1*7~IEA*1*7~";
    private static final Violation WRONG = new Violation(
            "REFUSED",
            ViolationPath.of(PathStep.position("4"), PathStep.segment("BSN"), PathStep.element("2")),
            "no such number");

    private final List<Object> asked = new ArrayList<>();
    private final Fake<Interchanges> interchanges = Fake.of(Interchanges.class)
            .when("find", given -> Optional.of((long) given.get(0))
                    .filter(id -> id == 7)
                    .map(id -> record(7, InterchangeStatus.REJECTED, List.of(WRONG))))
            .when("text", given -> Optional.of(new InterchangeText(EDI, EDI.length())));
    private final Fake<ExpectedReceipts> expected = Fake.of(ExpectedReceipts.class);
    private final Fake<NoticeReconciliations> reconciliations = Fake.of(NoticeReconciliations.class)
            .when("find", given -> Optional.of(reconciled((ShipNoticeId) given.get(0), List.of())));
    private final Fake<PartnerScores> scores = Fake.of(PartnerScores.class);
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void parties_are_found_by_number_name_town_and_edi_address() {
        open(Role.AUDITOR);

        assertTrue(desk.page("/console/partners").contains("id=MILL\""));
        String found = desk.page("/console/partners?q=zz:mill");
        assertTrue(found.contains("id=MILL\"") && !found.contains("id=MARKET\""), found);
        assertFalse(found.contains("New partner"), "an auditor changes nothing");
        assertTrue(desk.page("/console/partners/party?id=MARKET").contains("5 days"), "remaining shelf life");
        assertEquals(404, desk.get("/console/partners/party?id=NOBODY").statusCode());
    }

    @Test
    void interchanges_are_filtered_and_read_page_by_page() {
        interchanges.when("before", given -> {
            asked.addAll(given);
            return LongStream.rangeClosed(1, 51)
                    .mapToObj(i -> record(100 - i, InterchangeStatus.SENT, List.of()))
                    .toList();
        });
        open(Role.RECEIVER);

        String page = desk.page("/console/partners/interchanges?direction=OUTBOUND&status=SENT&partner=ZZ%3AMILL");

        assertEquals(
                List.of(
                        Optional.empty(),
                        new InterchangeFilter(
                                Optional.of(Direction.OUTBOUND),
                                Optional.of(InterchangeStatus.SENT),
                                Optional.of(new EdiAddress("ZZ", "MILL"))),
                        51),
                asked);
        assertTrue(page.contains("direction=OUTBOUND&amp;status=SENT&amp;partner=ZZ%3AMILL&amp;before=50\""), page);
        desk.page("/console/partners/interchanges?before=50");
        assertEquals(List.of(Optional.of(50L), InterchangeFilter.ALL), asked.subList(3, 5));
    }

    @Test
    void an_interchange_shows_its_problem_at_the_element_it_is_about() {
        open(Role.RECEIVER);

        String page = desk.page("/console/partners/interchange?id=7");

        assertTrue(page.contains("<li class=\"wrong\" id=\"s4\">"), page);
        assertTrue(page.contains("<mark>&lt;b&gt;N1</mark>"), "escaped and marked");
        assertTrue(page.contains("no such number"));
        assertEquals(404, desk.get("/console/partners/interchange?id=8").statusCode());
        assertEquals(404, desk.get("/console/partners/interchange?id=x").statusCode());
    }

    @Test
    void a_file_is_checked_whether_it_is_pasted_or_chosen() {
        interchanges.when("examine", given -> {
            asked.add(new String((byte[]) given.get(0), StandardCharsets.UTF_8));
            return new CheckedFile(
                    List.of(WRONG),
                    new FilePreview(
                            List.of(new PreviewedSet("856", "0001", List.of(new ReadField("number", "N-1")))),
                            List.of(),
                            List.of()));
        });
        open(Role.RECEIVER);

        HttpResponse<String> pasted = desk.send("/console/partners/check", "text", EDI);
        HttpResponse<String> chosen = desk.sendFile("/console/partners/check", "file", EDI);

        assertEquals(List.of(EDI + "\n", EDI), asked);
        assertEquals(422, pasted.statusCode());
        assertEquals(422, chosen.statusCode());
        assertTrue(pasted.body().contains("<mark>&lt;b&gt;N1</mark>")
                && chosen.body().contains("no such number"));
        assertTrue(
                chosen.body().contains("What it would become") && chosen.body().contains("N-1"), chosen.body());
        HttpResponse<String> nothing = desk.send("/console/partners/check", "text", " ");
        assertEquals(422, nothing.statusCode());
        assertTrue(nothing.body().contains("Choose a file or paste its content."));
    }

    @Test
    void what_is_too_large_to_be_read_is_said_to_be() {
        open(Role.RECEIVER);

        HttpResponse<String> answer = desk.send("/console/partners/check", "text", "x".repeat(3_000_000));

        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("What was sent is too large, or broken."), answer.body());
    }

    @Test
    void a_file_from_somebody_who_has_not_logged_in_is_not_even_read() {
        open(Role.RECEIVER);

        assertEquals(415, desk.sendFile("/console/login", "file", EDI).statusCode());
    }

    @Test
    void whoever_may_not_check_files_is_not_offered_it() {
        open(Role.ACCOUNTANT);

        assertFalse(desk.page("/console/partners").contains("/console/partners/check"));
        assertEquals(403, desk.get("/console/partners/check").statusCode());
        assertEquals(403, desk.send("/console/partners/check", "text", EDI).statusCode());
    }

    @Test
    void what_was_shipped_days_ago_and_is_not_here_is_late() {
        ExpectedReceipt late = receipt("N-1", Bakery.TODAY.minusDays(9), "2");
        ExpectedReceipt onItsWay = receipt("N-2", Bakery.TODAY, "0");
        expected.when("open", given -> List.of(late, onItsWay)).when("find", given -> Optional.of(late));
        open(Role.RECEIVER);

        String page = desk.page("/console/partners/expected");

        assertTrue(page.contains("Late: shipped 9 days ago") && page.contains("To come"), page);
        String one = desk.page("/console/partners/expected?sender=MILL&number=N-1");
        assertTrue(one.contains("<strong>8 kg</strong>"), "10 announced, 2 received");
    }

    @Test
    void a_line_without_a_lot_says_that_the_lot_is_captured_at_receipt() {
        expected.when(
                "find",
                given -> Optional.of(new ExpectedReceipt(
                        aShipNotice("N-1")
                                .announcing("PO1", 1, Bakery.FLOUR, "", "10 KGM")
                                .build(),
                        Bakery.BERLIN,
                        List.of(new ExpectedReceipt.Line(
                                1,
                                Bakery.FLOUR,
                                Optional.empty(),
                                kilos("10"),
                                kilos("4"),
                                kilos("10"),
                                new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "PO1"), 1),
                                Optional.empty())))));
        open(Role.RECEIVER);

        String page = desk.page("/console/partners/expected?sender=MILL&number=N-1");

        assertTrue(page.contains("FLOUR</span> <span class=\"badge\">lot is captured at receipt"), page);
        assertTrue(page.contains("<strong>6 kg</strong>"), page);
    }

    @Test
    void a_notice_shows_how_what_came_differs_from_it() {
        expected.when("find", given -> Optional.of(receipt("N-1", Bakery.TODAY, "12")));
        reconciliations.when(
                "find",
                given -> Optional.of(reconciled(
                        (ShipNoticeId) given.get(0),
                        List.of(new NoticeDifference(
                                DifferenceKind.OVER_RECEIPT,
                                Optional.of(new EventId("e1")),
                                Optional.of(1),
                                Optional.of(aLot("F-1").build().key()),
                                Optional.empty(),
                                Optional.of(kilos("2")),
                                "2 <more> than announced")))));
        open(Role.RECEIVER);

        String page = desk.page("/console/partners/expected?sender=MILL&number=N-1");

        assertTrue(page.contains("2 &lt;more&gt; than announced") && page.contains("<span>More than announced "), page);
        assertTrue(page.contains("/console/event?id=e1") && page.contains(">2 kg<"), page);
    }

    @Test
    void a_large_notice_is_shown_a_page_at_a_time_and_of_its_differences_the_first() {
        ExpectedReceipt one = receipt("N-1", Bakery.TODAY, "0");
        ExpectedReceipt.Line line = one.lines().get(0);
        ExpectedReceipt large = new ExpectedReceipt(
                one.notice().with(Collections.nCopies(450, one.notice().lines().get(0))),
                one.site(),
                IntStream.rangeClosed(1, 450)
                        .mapToObj(i -> new ExpectedReceipt.Line(
                                i,
                                aLot("L-" + i).build(),
                                line.expected(),
                                line.received(),
                                line.announced(),
                                line.orderLine(),
                                Optional.empty()))
                        .toList());
        expected.when("find", given -> Optional.of(large));
        reconciliations.when(
                "find",
                given -> Optional.of(reconciled(
                        (ShipNoticeId) given.get(0),
                        Collections.nCopies(
                                203,
                                new NoticeDifference(
                                        DifferenceKind.NOTICE_SHORT,
                                        Optional.empty(),
                                        Optional.of(1),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        "did not come")))));
        open(Role.RECEIVER);

        String first = desk.page("/console/partners/expected?sender=MILL&number=N-1");
        assertTrue(first.contains("/L-200<") && !first.contains("/L-201<"), first);
        assertTrue(first.contains("sender=MILL&amp;number=N-1&amp;before=200"), first);
        assertEquals(200, first.split("did not come", -1).length - 1);
        assertTrue(first.contains("There are 3 more differences"), first);

        String last = desk.page("/console/partners/expected?sender=MILL&number=N-1&before=400");
        assertTrue(last.contains("/L-401<") && last.contains("/L-450<") && !last.contains("/L-400<"), last);
        assertFalse(last.contains("before=600"), last);
    }

    @Test
    void a_notice_without_a_difference_says_so() {
        expected.when("find", given -> Optional.of(receipt("N-1", Bakery.TODAY, "10")));
        open(Role.RECEIVER);

        assertTrue(
                desk.page("/console/partners/expected?sender=MILL&number=N-1").contains("What came is as announced."));
    }

    @Test
    void what_a_notice_says_beside_its_fields_is_shown_by_names_people_know_that_of_the_lot_first() {
        expected.when("find", given -> Optional.of(receipt("N-1", Bakery.TODAY, "0")));
        open(Role.RECEIVER);

        String page = desk.page("/console/partners/expected?sender=MILL&number=N-1");

        assertTrue(page.matches("(?s).*<dt>seal</dt><dd>SEAL-9\\s*</dd>.*"), page);
        assertTrue(page.matches("(?s).*harvested</span> 1.Feb.2026.*gross weight</span> 10.5.kg.*"), page);
    }

    @Test
    void of_500_serial_numbers_of_a_line_and_seals_of_a_notice_the_first_are_shown_and_the_others_counted() {
        ExpectedReceipt one = receipt("N-1", Bakery.TODAY, "0");
        ShipNotice said = one.notice();
        ExpectedReceipt full = new ExpectedReceipt(
                new ShipNotice(
                        said.id(),
                        said.created(),
                        said.shipDate(),
                        said.shipFrom(),
                        said.shipTo(),
                        said.shipToId(),
                        said.carrier(),
                        said.billOfLading(),
                        List.of(said.lines().get(0).saying(many(KeyDataElement.SERIAL, "SN-"))),
                        many(KeyDataElement.SEAL, "SEAL-")),
                one.site(),
                one.lines());
        expected.when("find", given -> Optional.of(full));
        open(Role.RECEIVER);

        String page = desk.page("/console/partners/expected?sender=MILL&number=N-1");

        assertEquals(20, page.split("SN-", -1).length - 1);
        assertEquals(100, page.split("SEAL-", -1).length - 1);
        assertTrue(page.contains("There are 480 more") && page.contains("There are 400 more"), page);
    }

    private static List<KeyDatum> many(KeyDataElement element, String prefix) {
        return IntStream.range(0, 500)
                .mapToObj(number -> element.is(new KeyDataValue.Text(prefix + number)))
                .toList();
    }

    @Test
    void scores_are_those_of_a_month_a_page_at_a_time() {
        List<PartnerScore> all = IntStream.range(0, 26)
                .mapToObj(number -> score(number == 0 ? "MILL" : "P" + number))
                .toList();
        scores.when("list", given -> {
            asked.addAll(given);
            return all;
        });
        open(Role.AUDITOR);

        String page = desk.page("/console/partners/scores?month=2026-02&after=A");

        assertEquals(List.of(LocalDate.of(2026, 2, 1), Optional.of(new PartyId("A")), 26), asked);
        assertTrue(page.contains("3 of 4") && page.contains("Lot swapped: 2"), page);
        assertTrue(page.contains("month=2026-02&amp;after=P24"), page);
    }

    @Test
    void what_is_no_month_is_said_and_nothing_is_counted() {
        open(Role.AUDITOR);

        String page = desk.get("/console/partners/scores?month=spring").body();

        assertTrue(page.contains("Enter a month such as 2026-03."), page);
    }

    private static PartnerScore score(String supplier) {
        return new PartnerScore(
                new PartyId(supplier),
                LocalDate.of(2026, 2, 1),
                5,
                4,
                3,
                2,
                1,
                List.of(new PartnerScore.Count(DifferenceKind.LOT_SWAPPED, 2)));
    }

    private static ReconciledNotice reconciled(ShipNoticeId id, List<NoticeDifference> differences) {
        return new ReconciledNotice(id, Bakery.TODAY, Bakery.BERLIN, NoticeState.COMPLETE, List.of(), differences);
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(
                role,
                List.of(new PartnersPage()),
                interchanges.build(),
                expected.build(),
                reconciliations.build(),
                scores.build(),
                Fake.sites(),
                Fake.nothingClosed(),
                Fake.of(PartnerDirectory.class)
                        .when("all", ignored -> Bakery.parties())
                        .when("find", given -> Bakery.parties().stream()
                                .filter(party -> party.id().equals(given.get(0)))
                                .findFirst())
                        .build());
    }

    private static ExpectedReceipt receipt(String number, LocalDate shipped, String received) {
        DocumentReference order = new DocumentReference(DocumentType.PURCHASE_ORDER, "PO-1");
        ShipNotice notice = new ShipNotice(
                new ShipNoticeId(Bakery.MILL, number),
                shipped.atStartOfDay(),
                shipped,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                List.of(new ShipNoticeLine(
                        "PO-1",
                        "1",
                        Optional.empty(),
                        "FLOUR",
                        "",
                        "F-1",
                        Optional.empty(),
                        Optional.empty(),
                        kilos("10"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(
                                KeyDataElement.GROSS_WEIGHT.is(new KeyDataValue.Amount(kilos("10.5"))),
                                KeyDataElement.HARVEST_DATE.is(new KeyDataValue.Day(LocalDate.of(2026, 2, 1)))))),
                List.of(KeyDataElement.SEAL.is(new KeyDataValue.Text("SEAL-9"))));
        return new ExpectedReceipt(
                notice,
                Bakery.BERLIN,
                List.of(new ExpectedReceipt.Line(
                        1,
                        aLot("F-1").build(),
                        kilos("10"),
                        kilos(received),
                        kilos("10"),
                        new OrderLineReference(order, 1),
                        Optional.empty())));
    }

    private static InterchangeRecord record(long id, InterchangeStatus status, List<Violation> problems) {
        return new InterchangeRecord(
                id,
                Direction.INBOUND,
                "ZZ:MILL",
                "ZZ:BAKERY",
                "000000007",
                List.of("856"),
                "mill-7.edi",
                status,
                Bakery.NOW,
                problems);
    }

    private static Quantity kilos(String amount) {
        return new Quantity(new BigDecimal(amount), new UnitOfMeasure("KGM"));
    }
}
