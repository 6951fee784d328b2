package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.codes;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.partner.LongList;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.WorkingBakery;

class ExpectedReceiptsIT {
    private static final String BREAD_GTIN = "04012345000016";

    private final WorkingBakery bakery = new WorkingBakery();

    /** PO1: flour, salt. PO2: flour twice, bread. PO3 is the market's. */
    @BeforeEach
    void orders() {
        bakery.order();
        bakery.unitOfWork().run(() -> bakery.database()
                .parties()
                .save(aParty(MARKET).as(PartyRole.SUPPLIER).build()));
        assertEquals(
                List.of(),
                bakery.purchaseOrders()
                        .save(List.of(
                                aPurchaseOrder("PO2")
                                        .ordering(FLOUR, "1 BG", "12.50")
                                        .ordering(FLOUR, "2 BG", "12.60")
                                        .ordering(BREAD, "2 CS", "9")
                                        .build(),
                                aPurchaseOrder("PO3")
                                        .from(MARKET)
                                        .ordering(FLOUR, "1 BG", "12.50")
                                        .build())));
    }

    @ParameterizedTest
    @CsvSource({
        // order, LIN01, GTIN, item, lot, produced, expires, quantity, refusal
        "PO1, 1,   '',    FLOUR, L1,  '',         2027-01-31, 1 BG,  ''",
        "PO1, '',  '',    FLOUR, L1,  2026-02-28, '',         1 BG,  ''",
        "PO1, 7,   '',    FLOUR, L1,  '',         2026-03-01, 1 BG,  ''",
        "PO1, 2,   '',    '',    L1,  '',         '',         1 KGM, ''",
        "PO2, 3,   " + BREAD_GTIN + ", '', L1, '', 2026-03-09, 1 CS, ''",
        "PO2, 9,   " + BREAD_GTIN + ", BREAD, L1, '', 2026-03-09, 1 CS, ''",
        "PO2, 9,   " + BREAD_GTIN + ", FLOUR, L1, '', 2026-03-09, 1 CS, ITEM_CONTRADICTED lines[1].item",
        "PO2, 2,   '',    FLOUR, L1,  '',         2027-01-31, 1 BG,  ''",
        "PO2, 3,   '',    FLOUR, L1,  '',         2027-01-31, 1 BG,  ORDER_LINE_UNKNOWN lines[1].lineNumber",
        "PO1, 7,   '',    '',    L1,  '',         '',         1 KGM, ORDER_LINE_UNKNOWN lines[1].lineNumber",
        "PO9, 1,   '',    FLOUR, L1,  '',         2027-01-31, 1 BG,  ORDER_UNKNOWN lines[1].purchaseOrder",
        "'',  1,   '',    FLOUR, L1,  '',         2027-01-31, 1 BG,  ORDER_UNKNOWN lines[1].purchaseOrder",
        "PO3, 1,   '',    FLOUR, L1,  '',         2027-01-31, 1 BG,  ORDER_OF_OTHER_SUPPLIER lines[1].purchaseOrder",
        "PO1, 1,   '',    CAKE,  L1,  '',         2027-01-31, 1 BG,  ITEM_UNKNOWN lines[1].item",
        "PO1, 1,   '',    C A,   L1,  '',         2027-01-31, 1 BG,  ITEM_UNKNOWN lines[1].item",
        "PO2, 3,   04012345000023, '', L1, '',    2026-03-09, 1 CS,  ITEM_UNKNOWN lines[1].item",
        "PO1, 1,   '',    BREAD, L1,  '',         2026-03-09, 1 CS,  ITEM_NOT_ORDERED lines[1].item",
        "PO1, 1,   '',    FLOUR, L1,  '',         2027-01-31, 1 CS,  UNIT_UNKNOWN lines[1].quantity",
        "PO1, 1,   '',    FLOUR, L1,  '',         2027-01-31, 0 BG,  QUANTITY_NOT_POSITIVE lines[1].quantity",
        "PO1, 1,   '',    FLOUR, '',  '',         2027-01-31, 1 BG,  LOT_MISSING lines[1].lotNumber",
        "PO1, 1,   '',    FLOUR, L#1, '',         2027-01-31, 1 BG,  LOT_NUMBER_INVALID lines[1].lotNumber",
        "PO1, 1,   '',    FLOUR, L1,  '',         2026-02-28, 1 BG,  LOT_EXPIRED lines[1].expiry",
        "PO1, 1,   '',    FLOUR, L1,  '',         '',         1 BG,  EXPIRY_MISSING lines[1].lot",
        "PO1, 1,   '',    FLOUR, L1,  2026-05-01, 2026-04-01, 1 BG,  EXPIRY_BEFORE_PRODUCTION lines[1].lot",
    })
    void reads_a_line(
            String order,
            String orderLine,
            String gtin,
            String item,
            String lot,
            String produced,
            String expires,
            String quantity,
            String refusal) {
        ShipNotice notice = notice(
                "BER",
                new ShipNoticeLine(
                        order,
                        orderLine,
                        gtin.isEmpty() ? Optional.empty() : Optional.of(new Gtin(gtin)),
                        item,
                        "",
                        lot,
                        date(produced),
                        date(expires),
                        EventBuilder.quantity(quantity),
                        Optional.empty(),
                        Optional.empty()));

        assertEquals(
                refusal.isEmpty() ? List.of() : List.of(refusal),
                codes(bakery.expectedReceipts().expect(notice)));
        assertEquals(
                refusal.isEmpty(), bakery.expectedReceipts().find(notice.id()).isPresent());
    }

    @Test
    void says_what_is_expected_in_the_terms_of_the_bakery() {
        bakery.expect(aShipNotice("N1")
                .announcing("PO2", 2, FLOUR, "L1", "2 BG", Optional.of(NEXT_YEAR), Optional.of(pallet(1)))
                .build());

        ExpectedReceipt expected =
                bakery.expectedReceipts().find(WorkingBakery.notice("N1")).orElseThrow();
        ExpectedReceipt.Line line = expected.lines().get(0);
        assertEquals(BERLIN, expected.site());
        assertEquals(
                aLot("L1").expiring(NEXT_YEAR.toString()).markedBySupplier("L1").build(),
                line.lot().orElseThrow());
        assertEquals("50 KGM", line.expected().toString());
        assertEquals("2 BG", line.announced().toString());
        assertEquals("PURCHASE_ORDER PO2 line 2", line.orderLine().toString());
        assertEquals(Optional.of(pallet(1)), line.container());
        assertEquals(
                Optional.empty(), bakery.lots().find(line.lot().orElseThrow().key()));
    }

    @Test
    void computes_the_expiry_from_the_day_of_production() {
        ShipNotice notice = notice("BER", flour("L1", date("2026-02-28"), Optional.empty()));
        bakery.expect(notice);

        Lot lot = bakery.expectedReceipts()
                .find(notice.id())
                .orElseThrow()
                .lines()
                .get(0)
                .lot()
                .orElseThrow();
        assertEquals(date("2027-02-28"), lot.expiry());
    }

    @Test
    void a_notice_too_long_for_memory_is_expected_as_any_other() {
        ShipNotice large = large(5_000, i -> flour("L" + i % 700, Optional.empty(), Optional.of(NEXT_YEAR)));
        ShipNotice small = large(5_000, i -> large.lines().get(i));

        assertEquals(List.of(), bakery.expectedReceipts().expect(large));
        ExpectedReceipt receipt = bakery.expectedReceipts().find(large.id()).orElseThrow();
        assertEquals(small, receipt.notice());
        assertEquals(5_000, receipt.lines().size());
        assertEquals(
                "L699", receipt.lines().get(4_899).lot().orElseThrow().number().value());
        assertEquals(List.of(), bakery.expectedReceipts().expect(large), "the same again changes nothing");
    }

    @Test
    void of_a_notice_too_long_for_memory_is_said_what_is_wrong_anywhere_in_it_and_nothing_is_kept() {
        ShipNotice notice = large(
                5_000,
                i -> flour(
                        i == 4_321 ? "" : "L" + i % 700,
                        Optional.empty(),
                        Optional.of(i == 4_900 ? NEXT_YEAR.plusDays(1) : NEXT_YEAR)));

        assertEquals(
                List.of("LOT_MISSING lines[4322].lotNumber", "LOT_DIFFERS lines[4901].lot"),
                said(bakery.expectedReceipts().expect(notice)));
        assertEquals(Optional.empty(), bakery.expectedReceipts().find(notice.id()));
    }

    @Test
    void where_very_much_is_wrong_with_a_long_notice_the_first_problems_are_said_and_that_there_are_more() {
        ShipNotice notice = large(5_000, i -> flour("", Optional.empty(), Optional.of(NEXT_YEAR)));

        List<String> refusals = said(bakery.expectedReceipts().expect(notice));

        assertEquals(2_001, refusals.size());
        assertEquals("PROBLEMS_CUT_OFF lines", refusals.get(2_000));
    }

    private static List<String> said(List<Violation> problems) {
        return problems.stream()
                .map(problem -> problem.code() + " " + problem.path())
                .toList();
    }

    private static ShipNotice large(int size, IntFunction<ShipNoticeLine> line) {
        ShipNotice notice = notice("BER", line.apply(0));
        return new ShipNotice(
                notice.id(),
                notice.created(),
                notice.shipDate(),
                notice.shipFrom(),
                notice.shipTo(),
                notice.shipToId(),
                notice.carrier(),
                notice.billOfLading(),
                LongList.of(size, line));
    }

    @Test
    void accepts_the_same_notice_again_but_no_other_under_its_number() {
        ShipNotice notice = notice("BER", flour("L1", Optional.empty(), Optional.of(NEXT_YEAR)));
        bakery.expect(notice);
        bakery.expect(notice);

        assertEquals(
                List.of("NOTICE_DIFFERS number"),
                codes(bakery.expectedReceipts()
                        .expect(notice("BER", flour("L2", Optional.empty(), Optional.of(NEXT_YEAR))))));
        assertEquals(1, bakery.expectedReceipts().open(Optional.empty(), 10).size());
    }

    @Test
    void a_replacement_takes_the_place_of_a_notice_of_which_nothing_has_come() {
        ShipNotice first = notice("BER", flour("L1", Optional.empty(), Optional.of(NEXT_YEAR)));
        ShipNotice second = notice(
                "BER",
                flour("L2", Optional.empty(), Optional.of(NEXT_YEAR)),
                flour("L3", Optional.empty(), Optional.of(NEXT_YEAR)));
        bakery.expect(first);

        assertEquals(List.of(), codes(bakery.expectedReceipts().replace(second)));
        assertEquals(List.of(), codes(bakery.expectedReceipts().replace(second)));

        assertEquals(
                List.of("L2", "L3"),
                bakery.expectedReceipts().find(first.id()).orElseThrow().lines().stream()
                        .map(line -> line.lot().orElseThrow().key().number().value())
                        .toList());
    }

    @Test
    void the_same_number_with_a_later_date_is_a_replacement_also_without_saying_so() {
        ShipNotice first = notice("BER", flour("L1", Optional.empty(), Optional.of(NEXT_YEAR)));
        ShipNotice other = notice("BER", flour("L2", Optional.empty(), Optional.of(NEXT_YEAR)));
        bakery.expect(first);

        assertEquals(
                List.of(),
                codes(bakery.expectedReceipts()
                        .expect(createdAt(other, first.created().plusMinutes(1)))));

        assertEquals(List.of("L2"), expectedLots(first));
    }

    @Test
    void a_replacement_of_what_is_not_known_is_accepted() {
        ShipNotice notice = notice("BER", flour("L1", Optional.empty(), Optional.of(NEXT_YEAR)));

        assertEquals(List.of(), codes(bakery.expectedReceipts().replace(notice)));

        assertEquals(List.of("L1"), expectedLots(notice));
    }

    @Test
    void a_refused_replacement_leaves_the_notice_as_it_was() {
        ShipNotice first = notice("BER", flour("L1", Optional.empty(), Optional.of(NEXT_YEAR)));
        bakery.expect(first);

        assertEquals(
                List.of("LOT_MISSING lines[1].lotNumber"),
                codes(bakery.expectedReceipts()
                        .replace(notice("BER", flour("", Optional.empty(), Optional.of(NEXT_YEAR))))));

        assertEquals(List.of("L1"), expectedLots(first));
    }

    @Test
    void a_cancelled_notice_is_expected_no_longer_and_comes_back_under_no_purpose() {
        ShipNotice first = notice("BER", flour("L1", Optional.empty(), Optional.of(NEXT_YEAR)));
        bakery.expect(first);

        assertEquals(List.of(), codes(bakery.expectedReceipts().cancel(first.id())));
        assertEquals(List.of(), codes(bakery.expectedReceipts().cancel(first.id())));

        assertEquals(List.of(), bakery.expectedReceipts().open(Optional.empty(), 10));
        assertEquals(List.of(), codes(bakery.expectedReceipts().expect(first)));
        assertEquals(List.of(), bakery.expectedReceipts().open(Optional.empty(), 10));
        assertEquals(
                List.of("NOTICE_CLOSED number"),
                codes(bakery.expectedReceipts()
                        .replace(notice("BER", flour("L2", Optional.empty(), Optional.of(NEXT_YEAR))))));
    }

    @Test
    void what_is_not_known_cannot_be_cancelled() {
        ShipNotice notice = notice("BER", flour("L1", Optional.empty(), Optional.of(NEXT_YEAR)));

        assertEquals(
                List.of("NOTICE_UNKNOWN number"),
                codes(bakery.expectedReceipts().cancel(notice.id())));
    }

    @Test
    void after_the_receipt_a_notice_is_neither_replaced_nor_cancelled() {
        ShipNotice first = notice("BER", flour("L1", Optional.empty(), Optional.of(NEXT_YEAR)));
        ShipNotice other = notice("BER", flour("L2", Optional.empty(), Optional.of(NEXT_YEAR)));
        bakery.expect(first);
        recorded(bakery.receive("e1", "N1", came("L1", "1 KGM")));

        assertEquals(
                List.of("NOTICE_RECEIVED number"),
                codes(bakery.expectedReceipts().replace(other)));
        assertEquals(
                List.of("NOTICE_RECEIVED number"),
                codes(bakery.expectedReceipts().cancel(first.id())));
        assertEquals(
                List.of("NOTICE_RECEIVED number"),
                codes(bakery.expectedReceipts()
                        .expect(createdAt(other, first.created().plusMinutes(1)))));
        assertEquals(List.of("L1"), expectedLots(first));
    }

    private List<String> expectedLots(ShipNotice notice) {
        return bakery.expectedReceipts().find(notice.id()).orElseThrow().lines().stream()
                .map(line -> line.lot().orElseThrow().key().number().value())
                .toList();
    }

    private static ShipNotice createdAt(ShipNotice notice, LocalDateTime created) {
        return new ShipNotice(
                notice.id(),
                created,
                notice.shipDate(),
                notice.shipFrom(),
                notice.shipTo(),
                notice.shipToId(),
                notice.carrier(),
                notice.billOfLading(),
                notice.lines());
    }

    @ParameterizedTest
    @CsvSource({"BER, BER, ''", "POT, POT, ''", "'', BER, ''", "XXX, '', SHIP_TO_UNKNOWN shipTo"})
    void finds_the_site(String shipTo, String site, String refusal) {
        ShipNotice notice = notice(shipTo, flour("L1", Optional.empty(), Optional.of(NEXT_YEAR)));

        assertEquals(
                refusal.isEmpty() ? List.of() : List.of(refusal),
                codes(bakery.expectedReceipts().expect(notice)));
        assertEquals(
                site,
                bakery.expectedReceipts()
                        .find(notice.id())
                        .map(expected -> expected.site().value())
                        .orElse(""));
    }

    @Test
    void says_everything_that_is_wrong_with_a_notice() {
        assertEquals(
                List.of(
                        "ORDER_UNKNOWN lines[1].purchaseOrder",
                        "LOT_MISSING lines[1].lotNumber",
                        "LOT_DIFFERS lines[3].lot",
                        "SHIP_TO_UNKNOWN shipTo"),
                codes(bakery.expectedReceipts()
                        .expect(aShipNotice("N1")
                                .to("XXX")
                                .announcing("PO9", 1, FLOUR, "", "1 BG")
                                .announcing("PO1", 1, FLOUR, "L1", "1 BG", Optional.of(NEXT_YEAR), Optional.empty())
                                .announcing(
                                        "PO1",
                                        1,
                                        FLOUR,
                                        "L1",
                                        "1 BG",
                                        Optional.of(NEXT_YEAR.plusDays(1)),
                                        Optional.empty())
                                .build())));
        assertEquals(
                List.of("LINES_MISSING lines"),
                codes(bakery.expectedReceipts().expect(aShipNotice("N1").build())));
    }

    private static ShipNotice notice(String shipTo, ShipNoticeLine... lines) {
        ShipNotice empty = aShipNotice("N1").to(shipTo).build();
        return new ShipNotice(
                empty.id(),
                empty.created(),
                empty.shipDate(),
                empty.shipFrom(),
                empty.shipTo(),
                empty.shipToId(),
                empty.carrier(),
                empty.billOfLading(),
                List.of(lines));
    }

    private static ShipNoticeLine flour(String lot, Optional<LocalDate> produced, Optional<LocalDate> expires) {
        return new ShipNoticeLine(
                "PO1",
                "1",
                Optional.empty(),
                "FLOUR",
                "",
                lot,
                produced,
                expires,
                EventBuilder.quantity("1 BG"),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<LocalDate> date(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    @Test
    void the_rest_of_a_notice_is_closed_for_a_reason_and_expected_no_longer() {
        bakery.expectingFlour();
        recorded(bakery.receive("e1", "N1", came("L1", "900 KGM")));
        NoticeClosing closing = closing("c1", "N1", "short, credited");

        TraceEvent event = recorded(bakery.expectedReceipts().close(closing));

        assertEquals(List.of(), bakery.expectedReceipts().open(Optional.empty(), 10));
        assertEquals(
                List.of("SHIP_NOTICE MILL/N1", "short, credited", "NOTICE_SHORT"),
                event.keyData().stream().map(datum -> datum.value().text()).toList());
        assertEquals(event, recorded(bakery.expectedReceipts().close(closing)));
        assertEquals(
                List.of("EVENT_ID_REUSED id"),
                refusals(bakery.expectedReceipts().close(closing("c1", "N1", "another reason"))));
        assertEquals(
                List.of("NOTHING_OPEN notice"),
                refusals(bakery.expectedReceipts().close(closing("c2", "N1", "again"))));
        assertEquals(
                List.of(),
                CountStockIT.findings(recorded(bakery.receive("e2", "N1", came("L1", "50 KGM")))),
                "of what was announced");
        assertEquals(
                List.of("OVER_RECEIPT"),
                CountStockIT.findings(recorded(bakery.receive("e3", "N1", came("L1", "60 KGM")))));
        assertEquals(
                List.of("REVERSAL_NOT_REVERSIBLE corrects"),
                bakery.reverse("undo", "c1").fold(done -> List.of(), WorkingBakery::codes));
    }

    @Test
    void a_notice_that_nobody_knows_is_not_closed_nor_one_without_a_reason() {
        bakery.expectingFlour();

        assertEquals(
                List.of("REASON_MISSING reason", "NOTICE_UNKNOWN notice"),
                refusals(bakery.expectedReceipts().close(closing("c1", "N9", " "))));
        assertEquals(1, bakery.expectedReceipts().open(Optional.empty(), 10).size());
    }

    private static NoticeClosing closing(String id, String notice, String reason) {
        return new NoticeClosing(aContext(id).request(), WorkingBakery.notice(notice), reason);
    }
}
