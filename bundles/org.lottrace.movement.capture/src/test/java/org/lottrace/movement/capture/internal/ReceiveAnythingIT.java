package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.notice;
import static org.lottrace.company.WorkingBakery.of;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;
import static org.lottrace.movement.capture.internal.CountStockIT.findings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.ContextBuilder;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.text.TextForms;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** Goods that came, announced or not, ordered or not, of a mill that sends notices; order PO1 is for 80 bags of flour and 100 kg of salt. */
class ReceiveAnythingIT {
    private static final LotKey SALT_7 = new LotKey(MILL, SALT, new LotNumber("S7"));

    private final WorkingBakery bakery = new WorkingBakery().expectingFlour();

    /** What a report is recorded with, and a request refused for; notice N1 announces 40 bags, 1000 kg, of L1 and of L2. */
    @ParameterizedTest
    @CsvSource({
        "N1, '',  L1,         1000 KGM, '',           ''",
        "N1, '',  L1,         1001 KGM, '',           OVER_RECEIPT",
        "N1, '',  L1,         41 BG,    '',           OVER_RECEIPT",
        "N1, '',  L1,         2001 KGM, '',           OVER_RECEIPT ORDER_EXCEEDED",
        "N1, '',  FLOUR/L9,   1 BG,     2027-01-31,   LOT_NOT_ANNOUNCED",
        "N1, '',  FLOUR/L9,   1 BG,     '',           LOT_NOT_ANNOUNCED EXPIRY_MISSING",
        "N1, '',  SALT/S7,    1 KGM,    '',           LOT_NOT_ANNOUNCED ORDER_MISSING PRICE_MISSING",
        "N1, PO1, SALT/S7,    1 KGM,    '',           LOT_NOT_ANNOUNCED",
        "N9, PO1, SALT/S7,    1 KGM,    '',           NOTICE_UNKNOWN",
        "'', PO1, SALT/S7,    100 KGM,  '',           NOTICE_MISSING",
        "'', PO1, SALT/S7,    101 KGM,  '',           ORDER_EXCEEDED NOTICE_MISSING",
        "'', PO9, SALT/S7,    1 KGM,    '',           ORDER_UNKNOWN PRICE_MISSING NOTICE_MISSING",
        "'', PO1, BREAD/B7,   1 C62,    2027-01-31,   ITEM_NOT_ORDERED PRICE_MISSING NOTICE_MISSING",
        "'', '',  SALT/S7,    1 KGM,    '',           ORDER_MISSING PRICE_MISSING NOTICE_MISSING",
        "'', PO1, FLOUR/L9,   1 BG,     2026-02-28,   LOT_EXPIRED NOTICE_MISSING",
    })
    void what_came_is_recorded_with_what_is_wrong_about_it(
            String notice, String order, String lot, String quantity, String expiry, String found) {
        Receipt.Line line = labelled(lot, quantity, expiry);
        List<String> codes = found.isEmpty() ? List.of() : List.of(found.split(" "));
        if (!found.isEmpty()) {
            assertEquals(
                    codes.stream().sorted().toList(),
                    refusals(receive(aContext("asked").requested(), notice, order, line)).stream()
                            .map(refusal -> refusal.split(" ")[0])
                            .sorted()
                            .toList());
        }

        TraceEvent event = recorded(receive(aContext("came"), notice, order, line));

        assertEquals(
                codes.stream().sorted().toList(),
                findings(event).stream().sorted().toList());
        assertEquals(event, recorded(receive(aContext("came"), notice, order, line)));
        assertEquals(
                List.of("EVENT_ID_REUSED id"),
                refusals(receive(aContext("came"), notice, order, labelled(lot, "3 KGM", expiry))));
    }

    /** Only what contradicts itself or names nothing. */
    @ParameterizedTest
    @CsvSource({
        "MILL,   '', SALT/S7,  1 CS,   UNIT_UNKNOWN lines[1].quantity",
        "MILL,   '', SALT/S7,  0 KGM,  QUANTITY_NOT_POSITIVE lines[1].quantity",
        "MILL,   '', S7,       1 KGM,  LOT_UNKNOWN lines[1].lot",
        "MILL,   '', PEPPER/1, 1 KGM,  ITEM_UNKNOWN lines[1].lot",
    })
    void what_says_nothing_is_refused_for_a_report_too(
            String supplier, String order, String lot, String quantity, String refusals) {
        Receipt receipt = new Receipt(
                aContext("e1").request(),
                Optional.of(new PartyId(supplier)),
                Optional.empty(),
                Optional.of(order).filter(number -> !number.isEmpty()),
                DOCK,
                List.of(came(lot, quantity)));

        assertEquals(List.of(refusals.split("\\|")), refusals(bakery.capture().receive(receipt)));
    }

    @Test
    void a_receipt_without_lines_needs_a_notice() {
        assertEquals(List.of("LINES_MISSING lines"), refusals(receive(aContext("e1"), "", "PO1")));
        assertEquals(List.of("NOTICE_UNKNOWN notice"), refusals(receive(aContext("e1"), "N9", "")));
    }

    @Test
    void a_lot_is_registered_as_its_label_says() {
        TraceEvent event = recorded(receive(
                aContext("e1"),
                "",
                "PO1",
                new Receipt.Line(
                        LotReference.parse("FLOUR/L9"),
                        of("2 BG"),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 2, 1)),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty())));

        Lot lot = bakery.lots().find(aLot("L9").key()).orElseThrow();
        assertEquals(Optional.of(LocalDate.of(2026, 2, 1)), lot.productionDate());
        assertEquals(event.lotChanges().stream().map(change -> change.toLot()).toList(), List.of(lot));
        assertEquals(true, lot.expiry().isPresent(), "computed from the shelf life of the item");
        assertEquals(List.of("L9: PARTY MILL → BER/DOCK 50 KGM"), lines(event));
    }

    /** What is known stays; the label is looked at again. */
    @Test
    void a_label_that_differs_from_what_is_known_is_a_finding() {
        bakery.lots().register(aLot("L1").expiring("2026-06-30").build());

        TraceEvent event = recorded(receive(aContext("e1"), "N1", "", came("L1", "1 BG")));

        assertEquals(List.of("LOT_DIFFERS"), findings(event));
        assertEquals(
                Optional.of(LocalDate.of(2026, 6, 30)),
                bakery.lots().find(FLOUR_1).orElseThrow().expiry());
    }

    @Test
    void more_than_announced_is_counted_and_taken_back_with_its_receipt() {
        recorded(receive(aContext("e1"), "N1", "", came("L1", "800 KGM")));
        recorded(receive(aContext("e2"), "N1", "", came("L1", "300 KGM")));
        assertEquals(of("0 KGM"), open("L1"));

        bakery.reverse("undo", "e2");

        assertEquals(of("200 KGM"), open("L1"));
        assertEquals(List.of("BER/DOCK 800 KGM"), bakery.stock(FLOUR_1));
    }

    /** A supplier announced twice what was ordered, and it was received as announced. */
    @Test
    void a_notice_beyond_its_order_is_received_with_a_finding() {
        bakery.expect(
                aShipNotice("N2").announcing("PO1", 2, SALT, "S7", "200 KGM").build());

        TraceEvent event = recorded(receive(aContext("e1"), "N2", ""));

        assertEquals(List.of("ORDER_EXCEEDED"), findings(event));
        assertEquals(List.of("BER/DOCK 200 KGM"), bakery.stock(SALT_7));
    }

    /** Two percent of 1000 kg of flour, and of 100 kg of salt. */
    @ParameterizedTest
    @CsvSource({
        "N1, '', L1, 1020 KGM, ''",
        "N1, '', L1, 1020.000001 KGM, OVER_RECEIPT",
        "'', PO1, SALT/S7, 102 KGM, NOTICE_MISSING",
        "'', PO1, SALT/S7, 102.000001 KGM, NOTICE_MISSING ORDER_EXCEEDED",
    })
    void so_much_more_as_was_agreed_is_no_finding(
            String notice, String order, String lot, String quantity, String found) {
        WorkingBakery tolerant = new WorkingBakery(
                        TestCompany.on(TestDatabase.h2().withBakery())
                                .with(Clock.class, Bakery.CLOCK)
                                .configured("org.lottrace.movement.capture", Map.of("over.receipt.percent", 2)))
                .expectingFlour();

        TraceEvent event = recorded(tolerant.capture()
                .receive(receipt(aContext("e1").request(), notice, order, labelled(lot, quantity, ""))));

        assertEquals(found.isEmpty() ? List.of() : List.of(found.split(" ")), findings(event));
    }

    @Test
    void what_is_short_stays_open() {
        TraceEvent event = recorded(receive(aContext("e1"), "N1", "", came("L1", "800 KGM")));

        assertEquals(List.of(), findings(event));
        assertEquals(of("200 KGM"), open("L1"));
    }

    @Test
    void damaged_goods_are_on_hold_from_the_beginning() {
        TraceEvent event = recorded(receive(aContext("e1"), "", "PO1", damaged("SALT/S7", "5 KGM")));

        assertEquals(List.of("GOODS_DAMAGED", "NOTICE_MISSING"), findings(event));
        assertEquals(
                Optional.of(Disposition.ON_HOLD),
                bakery.holds().dispositionOf(SALT_7).map(LotDisposition::disposition));
        assertEquals(event, recorded(receive(aContext("e1"), "", "PO1", damaged("SALT/S7", "5 KGM"))));
        assertEquals(
                List.of("EVENT_ID_REUSED id"), refusals(receive(aContext("e1"), "", "PO1", came("SALT/S7", "5 KGM"))));
    }

    @Test
    void a_recalled_lot_stays_recalled_when_more_of_it_comes_damaged() {
        recorded(receive(aContext("e1"), "", "PO1", came("SALT/S7", "5 KGM")));
        bakery.disposed(SALT_7, Disposition.RECALLED);

        recorded(receive(aContext("e2"), "", "PO1", damaged("SALT/S7", "5 KGM")));

        assertEquals(
                Optional.of(Disposition.RECALLED),
                bakery.holds().dispositionOf(SALT_7).map(LotDisposition::disposition));
    }

    /** The price of the order line, else the one that was said, else the last one, else none. */
    @Test
    void goods_are_worth_the_best_price_that_is_known() {
        assertEquals("none PRICE_MISSING", priceOf("e1", "", came("SALT/S1", "1 KGM")));
        assertEquals("0.4:EUR/KGM ", priceOf("e2", "", priced("SALT/S2", "0.4:EUR/KGM")));
        assertEquals("0.4:EUR/KGM PRICE_ASSUMED", priceOf("e3", "", came("SALT/S3", "1 KGM")));
        assertEquals("0.3:EUR/KGM ", priceOf("e4", "PO1", came("SALT/S4", "1 KGM")));
        assertEquals("0.3:EUR/KGM PRICE_DIFFERS", priceOf("e5", "PO1", priced("SALT/S5", "0.4:EUR/KGM")));
    }

    @Test
    void the_same_number_of_another_supplier_is_another_lot() {
        bakery.lots()
                .register(new Lot(
                        new LotKey(new PartyId("BAKE"), SALT, new LotNumber("S7")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));

        recorded(receive(aContext("e1"), "", "PO1", came("SALT/S7", "5 KGM")));

        assertEquals(List.of("BER/DOCK 5 KGM"), bakery.stock(SALT_7));
    }

    @Test
    void an_order_that_has_the_item_twice_wants_its_line_named() {
        bakery.purchaseOrders()
                .save(List.of(aPurchaseOrder("PO2")
                        .ordering(SALT, "10 KGM", "0.30")
                        .ordering(SALT, "10 KGM", "0.50")
                        .build()));

        assertEquals("0.3:EUR/KGM ORDER_LINE_UNKNOWN", priceOf("e1", "PO2", came("SALT/S1", "1 KGM")));
        assertEquals("0.5:EUR/KGM ", priceOf("e2", "PO2", ofOrderLine("SALT/S1", 2)));
        assertEquals("0.5:EUR/KGM ORDER_LINE_UNKNOWN PRICE_ASSUMED", priceOf("e3", "PO2", ofOrderLine("SALT/S1", 3)));
    }

    private String priceOf(String id, String order, Receipt.Line line) {
        TraceEvent event = recorded(receive(aContext(id), "", order, line));
        return event.lines()
                        .get(0)
                        .price()
                        .map(price -> TextForms.write(UnitPrice.class, price.price()))
                        .orElse("none")
                + " "
                + String.join(
                        " ",
                        findings(event).stream()
                                .filter(code -> !Set.of("ORDER_MISSING", "NOTICE_MISSING")
                                        .contains(code))
                                .toList());
    }

    private Quantity open(String lot) {
        return bakery.expectedReceipts().find(notice("N1")).orElseThrow().lines().stream()
                .filter(line -> line.lot().orElseThrow().key().number().value().equals(lot))
                .findFirst()
                .orElseThrow()
                .open();
    }

    private Outcome<RecordedEvent> receive(ContextBuilder context, String notice, String order, Receipt.Line... lines) {
        return bakery.capture().receive(receipt(context.request(), notice, order, lines));
    }

    private static Receipt receipt(CaptureContext context, String notice, String order, Receipt.Line... lines) {
        return new Receipt(
                context,
                Optional.of(MILL),
                Optional.of(notice).filter(number -> !number.isEmpty()).map(number -> new ShipNoticeId(MILL, number)),
                Optional.of(order).filter(number -> !number.isEmpty()),
                DOCK,
                List.of(lines));
    }

    private static Receipt.Line labelled(String lot, String quantity, String expiry) {
        return new Receipt.Line(
                LotReference.parse(lot),
                of(quantity),
                Optional.empty(),
                Optional.empty(),
                Optional.of(expiry).filter(date -> !date.isEmpty()).map(LocalDate::parse),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static Receipt.Line damaged(String lot, String quantity) {
        return new Receipt.Line(
                LotReference.parse(lot),
                of(quantity),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty());
    }

    private static Receipt.Line priced(String lot, String price) {
        return new Receipt.Line(
                LotReference.parse(lot),
                of("1 KGM"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(TextForms.read(UnitPrice.class, price)));
    }

    private static Receipt.Line ofOrderLine(String lot, int line) {
        return new Receipt.Line(
                LotReference.parse(lot),
                of("1 KGM"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(line),
                Optional.empty());
    }
}
