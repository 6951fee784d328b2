package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.recorded;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.PackUnit;
import org.lottrace.api.movement.DifferenceKind;
import org.lottrace.api.movement.NoticeArrivals;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.movement.NoticeDifference;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.movement.NoticeState;
import org.lottrace.api.movement.PartnerScore;
import org.lottrace.api.movement.PartnerScores;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.company.WorkingBakery;

/** What came is held against what was announced; each difference is a case with a deadline. */
class NoticeReconciliationIT {
    private final WorkingBakery bakery = new WorkingBakery();

    /** L1 on pallet 1, L2 on pallet 2. */
    @BeforeEach
    void announced() {
        bakery.order();
        bakery.expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(NEXT_YEAR), Optional.of(pallet(1)))
                .announcing("PO1", 1, FLOUR, "L2", "40 BG", Optional.of(NEXT_YEAR), Optional.of(pallet(2)))
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        // lot, pallet, days the label is off, what is found
        "L1,       1, 0,  ''",
        "L1,       1, 30, EXPIRY_NOT_AS_ANNOUNCED",
        "L1,       2, 0,  LOT_SWAPPED",
        "L1,       9, 0,  UNIT_NOT_AS_ANNOUNCED",
        "FLOUR/X9, 2, 0,  LOT_NOT_ANNOUNCED LOT_SWAPPED",
        "FLOUR/X9, 9, 0,  LOT_NOT_ANNOUNCED",
    })
    void each_difference_is_a_case_with_a_deadline(String lot, int pallet, int off, String found) {
        recorded(bakery.receive("e1", "N1", line(lot, pallet, NEXT_YEAR.minusDays(off))));

        List<ExceptionCase> cases = casesOf("e1");
        assertEquals(
                found,
                String.join(
                        " ", cases.stream().map(ExceptionCase::code).sorted().toList()));
        assertTrue(cases.stream().allMatch(one -> one.isOpen() && one.deadline().isAfter(one.opened())));
        assertEquals(found, String.join(" ", kinds()), "the reconciliation says the same");
    }

    @Test
    void more_than_announced_is_a_case_of_its_lot() {
        recorded(bakery.receive("e1", "N1", came("L1", "1500 KGM")));

        assertTrue(casesOf("e1").stream()
                .anyMatch(one -> one.code().equals("OVER_RECEIPT")
                        && one.lot()
                                .filter(lot -> lot.number().value().equals("L1"))
                                .isPresent()));
    }

    @Test
    void what_is_short_when_the_notice_is_closed_is_a_case_of_its_lot() {
        recorded(bakery.receive("e1", "N1", came("L1", "1000 KGM"), came("L2", "900 KGM")));

        TraceEvent closed = recorded(bakery.expectedReceipts()
                .close(new NoticeClosing(aContext("c1").request(), WorkingBakery.notice("N1"), "short, credited")));

        assertEquals(
                List.of("NOTICE_SHORT L2"),
                casesOf(closed.id().value()).stream()
                        .map(one -> one.code() + " " + one.lot().orElseThrow().number())
                        .toList());
        assertTrue(casesOf("c1").get(0).message().startsWith("100 KGM of lot "));
    }

    @Test
    void a_notice_of_which_nothing_came_is_closed_without_a_case() {
        recorded(bakery.expectedReceipts()
                .close(new NoticeClosing(aContext("c1").request(), WorkingBakery.notice("N1"), "never sent")));

        assertEquals(List.of(), casesOf("c1"));
    }

    @Test
    void the_label_counts_when_its_lot_is_known_with_the_announced_expiry() {
        recorded(bakery.receive("e1", "N1", line("L1", 1, NEXT_YEAR)));
        recorded(bakery.receive("e2", "N1", line("L1", 1, NEXT_YEAR.minusDays(30))));

        assertEquals(List.of("EXPIRY_NOT_AS_ANNOUNCED"), kinds());
        assertEquals(
                Optional.of(new EventId("e2")),
                reconciled().differences().get(0).event());
    }

    @Test
    void more_in_several_receipts_adds_up() {
        recorded(bakery.receive("e1", "N1", came("L1", "1000 KGM")));
        recorded(bakery.receive("e2", "N1", came("L1", "30 KGM")));
        recorded(bakery.receive("e3", "N1", came("L1", "20 KGM")));

        assertEquals(List.of("OVER_RECEIPT", "OVER_RECEIPT"), kinds());
        assertEquals(
                List.of("30 KGM", "20 KGM"),
                reconciled().differences().stream()
                        .map(difference -> difference.quantity().orElseThrow().toString())
                        .toList());
        assertTrue(casesOf("e3").get(0).message().contains("is 50 KGM more"), "and the case says so");
    }

    @Test
    void nothing_is_short_while_it_may_still_come() {
        recorded(bakery.receive("e1", "N1", came("L1", "900 KGM")));

        assertEquals(List.of(), kinds());
        assertEquals(NoticeState.OPEN, reconciled().state());
    }

    @Test
    void what_is_closed_is_short_and_a_pallet_of_which_nothing_came_is_missing() {
        recorded(bakery.receive("e1", "N1", came("L1", "900 KGM")));
        recorded(bakery.expectedReceipts()
                .close(new NoticeClosing(aContext("c1").request(), WorkingBakery.notice("N1"), "short, credited")));

        assertEquals(List.of("NOTICE_SHORT", "NOTICE_SHORT", "UNIT_NOT_COME"), kinds());
        assertEquals(
                kinds(),
                casesOf("c1").stream().map(ExceptionCase::code).sorted().toList(),
                "the cases are the same");
        assertEquals(
                Optional.of(quantity("100 KGM")),
                reconciled().differences().get(0).quantity());
        assertEquals(NoticeState.CLOSED, reconciled().state());
        assertEquals(
                List.of("1000 KGM 900 KGM", "1000 KGM 0 KGM"),
                reconciled().lines().stream()
                        .map(line -> line.announced() + " " + line.received())
                        .toList());
    }

    @Test
    void a_receipt_that_was_reversed_does_not_count() {
        recorded(bakery.receive("e1", "N1", line("L1", 2, NEXT_YEAR)));
        bakery.reverse("r1", "e1");

        assertEquals(List.of(), kinds());
        assertTrue(
                reconciled().lines().stream().allMatch(line -> line.received().isZero()));
    }

    @Test
    void the_notices_of_a_supplier_come_a_page_at_a_time_the_latest_first() {
        for (String number : List.of("N2", "N3")) {
            bakery.expect(aShipNotice(number)
                    .announcing("PO1", 1, FLOUR, "L" + number, "1 BG", Optional.of(NEXT_YEAR), Optional.empty())
                    .build());
        }
        List<ReconciledNotice> first = reconciliations().ofSupplier(MILL, Optional.empty(), 2);
        List<ReconciledNotice> next =
                reconciliations().ofSupplier(MILL, Optional.of(first.get(1).notice()), 2);

        assertEquals(
                List.of("N1", "N2", "N3"),
                Stream.concat(first.stream(), next.stream())
                        .map(one -> one.notice().number())
                        .toList());
        assertThrows(IllegalArgumentException.class, () -> reconciliations().ofSupplier(MILL, Optional.empty(), 0));
    }

    @Test
    void the_score_counts_what_was_on_time_complete_and_different() {
        bakery.expect(aShipNotice("N2")
                .announcing("PO1", 1, FLOUR, "LN2", "1 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());
        bakery.expect(aShipNotice("N3")
                .announcing("PO1", 1, FLOUR, "LN3", "1 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());
        bakery.expect(aShipNotice("N4")
                .announcing("PO1", 1, FLOUR, "LN4", "1 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());
        recorded(bakery.receive("e1", "N1", line("L1", 2, NEXT_YEAR)));
        recorded(bakery.receive("e2", "N2"));
        bakery.company().service(NoticeArrivals.class).agree(WorkingBakery.notice("N2"), 0);
        recorded(bakery.expectedReceipts()
                .close(new NoticeClosing(aContext("c4").request(), WorkingBakery.notice("N4"), "never sent")));

        PartnerScore score = scores().of(MILL, LocalDate.of(2026, 3, 31));

        assertEquals(
                new PartnerScore(
                        MILL,
                        LocalDate.of(2026, 3, 1),
                        3,
                        3,
                        2,
                        1,
                        1,
                        List.of(new PartnerScore.Count(DifferenceKind.LOT_SWAPPED, 1))),
                score);
    }

    @Test
    void scores_are_those_of_suppliers_with_notices_in_the_month() {
        assertEquals(
                List.of(MILL),
                scores().list(LocalDate.of(2026, 3, 9), Optional.empty(), 10).stream()
                        .map(PartnerScore::supplier)
                        .toList());
        assertEquals(List.of(), scores().list(LocalDate.of(2026, 3, 9), Optional.of(MILL), 10));
        assertEquals(List.of(), scores().list(LocalDate.of(2026, 4, 9), Optional.empty(), 10));
        assertEquals(0, scores().of(MILL, LocalDate.of(2026, 4, 9)).notices());
        assertThrows(
                IllegalArgumentException.class, () -> scores().list(LocalDate.of(2026, 4, 9), Optional.empty(), 0));
    }

    @Test
    void case_and_reconciliation_agree_when_only_another_lot_came() {
        recorded(bakery.receive("e1", "N1", line("FLOUR/X9", 9, NEXT_YEAR)));
        close("c1");

        List<String> atClosing = reconciled().differences().stream()
                .filter(difference -> difference.event().isEmpty())
                .map(difference -> difference.kind().code())
                .sorted()
                .toList();
        assertEquals(List.of("NOTICE_SHORT", "NOTICE_SHORT", "UNIT_NOT_COME", "UNIT_NOT_COME"), atClosing);
        assertEquals(atClosing, openOf("c1"));
    }

    @Test
    void a_pallet_that_came_with_another_lot_did_come() {
        recorded(bakery.receive("e1", "N1", line("L1", 1, NEXT_YEAR), line("FLOUR/X9", 2, NEXT_YEAR)));
        close("c1");

        assertEquals(List.of("NOTICE_SHORT", "NOTICE_SHORT"), openOf("c1"));
        assertTrue(!kinds().contains("UNIT_NOT_COME"), kinds().toString());
    }

    @Test
    void a_pallet_that_came_with_another_announced_lot_did_come() {
        recorded(bakery.receive("e1", "N1", line("L1", 2, NEXT_YEAR)));
        close("c1");

        assertEquals(List.of("NOTICE_SHORT", "NOTICE_SHORT"), openOf("c1"));
    }

    @Test
    void what_comes_after_the_closing_is_neither_short_nor_more_and_closes_the_case() {
        recorded(bakery.receive("e1", "N1", came("L1", "600 KGM"), came("L2", "1000 KGM")));
        close("c1");
        assertEquals(List.of("NOTICE_SHORT"), openOf("c1"));

        recorded(bakery.receive("e2", "N1", came("L1", "400 KGM")));

        assertEquals(List.of(), kinds());
        assertEquals(NoticeState.COMPLETE, reconciled().state());
        assertEquals(List.of(), openOf("c1"));
        assertEquals(List.of(), casesOf("e2"));
    }

    @Test
    void what_comes_after_the_closing_beyond_what_was_announced_is_more() {
        recorded(bakery.receive("e1", "N1", came("L1", "600 KGM"), came("L2", "1000 KGM")));
        close("c1");
        recorded(bakery.receive("e2", "N1", came("L1", "450 KGM")));

        assertEquals(List.of("OVER_RECEIPT"), kinds());
        assertEquals(
                Optional.of(quantity("50 KGM")),
                reconciled().differences().get(0).quantity());
        assertEquals(List.of("ORDER_EXCEEDED", "OVER_RECEIPT"), openOf("e2"));
    }

    @Test
    void what_comes_after_the_closing_and_is_reversed_is_short_again_with_a_case() {
        recorded(bakery.receive("e1", "N1", came("L1", "600 KGM"), came("L2", "1000 KGM")));
        close("c1");
        recorded(bakery.receive("e2", "N1", came("L1", "100 KGM")));
        assertTrue(openCasesOf("c1").get(0).message().startsWith("300 KGM"), "what is missing now");

        bakery.reverse("r2", "e2");

        assertEquals(List.of("NOTICE_SHORT"), kinds());
        assertEquals(1, openCasesOf("c1").size());
        assertTrue(openCasesOf("c1").get(0).message().startsWith("400 KGM"));
    }

    @Test
    void what_comes_of_a_notice_that_was_taken_back_is_more_and_nothing_is_short() {
        close("c1");
        recorded(bakery.receive("e1", "N1", came("L1", "200 KGM")));

        assertEquals(List.of("OVER_RECEIPT"), kinds());
        assertEquals(List.of("OVER_RECEIPT"), openOf("e1"));
        assertEquals(List.of(), openOf("c1"));
        assertEquals(NoticeState.CLOSED, reconciled().state());
    }

    @Test
    void a_reversal_that_opens_the_notice_again_closes_the_case_of_what_was_short() {
        recorded(bakery.receive("e1", "N1", came("L1", "900 KGM"), came("L2", "1000 KGM")));
        close("c1");
        bakery.reverse("r1", "e1");

        assertEquals(NoticeState.OPEN, reconciled().state());
        assertEquals(List.of(), openOf("c1"));
    }

    @Test
    void a_pack_that_changes_later_changes_no_old_notice() {
        recorded(bakery.receive("e1", "N1", came("L1", "1000 KGM"), came("L2", "900 KGM")));
        close("c1");
        packs(new PackUnit(new UnitOfMeasure("BG"), new BigDecimal("30")));

        assertEquals(List.of("NOTICE_SHORT"), kinds());
        assertEquals(
                List.of("1000 KGM", "1000 KGM"),
                reconciled().lines().stream()
                        .map(line -> line.announced().toString())
                        .toList());
    }

    @Test
    void a_pack_that_is_taken_away_breaks_neither_page_nor_score() {
        packs();

        assertEquals(1, reconciliations().ofSupplier(MILL, Optional.empty(), 2).size());
        assertEquals(1, scores().of(MILL, LocalDate.of(2026, 3, 1)).notices());
    }

    @Test
    void a_lot_on_two_pallets_with_one_wrong_label_is_one_case_and_one_difference() {
        bakery.expect(aShipNotice("N5")
                .announcing("PO1", 1, FLOUR, "M1", "4 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .announcing("PO1", 1, FLOUR, "M1", "4 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());
        recorded(bakery.receive(
                "e5",
                "N5",
                new Receipt.Line(
                        LotReference.parse("M1"),
                        quantity("200 KGM"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(NEXT_YEAR.minusDays(3)),
                        false,
                        Optional.empty(),
                        Optional.empty())));

        List<NoticeDifference> differences =
                reconciliations().find(WorkingBakery.notice("N5")).orElseThrow().differences();
        assertEquals(List.of("EXPIRY_NOT_AS_ANNOUNCED"), openOf("e5"));
        assertEquals(1, differences.size(), differences.toString());
        assertEquals(Optional.of(quantity("200 KGM")), differences.get(0).quantity());
    }

    private void packs(PackUnit... packs) {
        bakery.unitOfWork().run(() -> {
            Item flour = bakery.database().items().find(FLOUR).orElseThrow();
            bakery.database()
                    .items()
                    .save(new Item(
                            flour.number(),
                            flour.description(),
                            flour.type(),
                            flour.gtin(),
                            flour.baseUnit(),
                            List.of(packs),
                            flour.shelfLifeDays(),
                            flour.segregation(),
                            flour.profile()));
        });
    }

    private void close(String id) {
        recorded(bakery.expectedReceipts()
                .close(new NoticeClosing(aContext(id).request(), WorkingBakery.notice("N1"), "short, credited")));
    }

    private List<String> openOf(String event) {
        return openCasesOf(event).stream().map(ExceptionCase::code).sorted().toList();
    }

    private List<ExceptionCase> openCasesOf(String event) {
        return casesOf(event).stream().filter(ExceptionCase::isOpen).toList();
    }

    private PartnerScores scores() {
        return bakery.company().service(PartnerScores.class);
    }

    private NoticeReconciliations reconciliations() {
        return bakery.company().service(NoticeReconciliations.class);
    }

    private ReconciledNotice reconciled() {
        return reconciliations().find(WorkingBakery.notice("N1")).orElseThrow();
    }

    private List<String> kinds() {
        return reconciled().differences().stream()
                .map(difference -> difference.kind().code())
                .sorted()
                .toList();
    }

    private List<ExceptionCase> casesOf(String event) {
        return bakery.company().service(ExceptionCases.class).ofEvent(new EventId(event));
    }

    private static Receipt.Line line(String lot, int pallet, LocalDate expiry) {
        return new Receipt.Line(
                LotReference.parse(lot),
                quantity("100 KGM"),
                Optional.of(pallet(pallet)),
                Optional.empty(),
                Optional.of(expiry),
                false,
                Optional.empty(),
                Optional.empty());
    }
}
