package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.NoticeArrival;
import org.lottrace.api.movement.store.ProductionOrderStore.Kept;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionRole;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.partner.LongList;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.persistence.testing.SentStatement;
import org.lottrace.persistence.testing.SentStatements;

class OrderStoreContractIT extends StoreContract {
    private static final PurchaseOrder PO1 = aPurchaseOrder("PO1")
            .ordering(FLOUR, "40 BG", "12.50")
            .ordering(SALT, "3 KGM", "0.1234567890")
            .build();

    @Test
    void purchase_orders_come_back_and_are_replaced_with_their_lines() {
        db.purchaseOrders().save(PO1);
        db.purchaseOrders().save(aPurchaseOrder("PO0").build());
        assertEquals(Optional.of(PO1), db.purchaseOrders().find("PO1"));

        PurchaseOrder changed =
                aPurchaseOrder("PO1").ordering(SALT, "1 KGM", "0").build();
        db.purchaseOrders().save(changed);

        assertEquals(
                List.of(aPurchaseOrder("PO0").build(), changed),
                db.purchaseOrders().after("", 10));
        assertEquals(Optional.empty(), db.purchaseOrders().find("PO2"));
    }

    @Test
    void a_line_on_consignment_comes_back_so_and_the_others_do_not() {
        PurchaseOrder order = aPurchaseOrder("PO1")
                .consigning(SALT, "1 KGM", "0.50")
                .ordering(SALT, "1 KGM", "0.50")
                .build();
        db.purchaseOrders().save(order);

        assertEquals(Optional.of(order), db.purchaseOrders().find("PO1"));
        assertEquals(List.of(order), db.purchaseOrders().after("", 10));
    }

    @Test
    void production_orders_come_back_with_what_was_planned_and_when_they_were_closed() {
        ProductionOrder order = new ProductionOrder(
                "FA1",
                Bakery.BERLIN,
                LocalDate.of(2026, 3, 2),
                "2",
                List.of(
                        new ProductionOrder.Line(
                                1,
                                ProductionRole.COMPONENT,
                                FLOUR,
                                quantity("4 BG"),
                                new BigDecimal("2.5"),
                                Optional.empty(),
                                Optional.empty()),
                        new ProductionOrder.Line(
                                2,
                                ProductionRole.BY_PRODUCT,
                                SALT,
                                quantity("1 KGM"),
                                BigDecimal.ZERO,
                                Optional.of(new BigDecimal("33.3333333333")),
                                Optional.of(new UnitPrice(new BigDecimal("0.05"), "EUR", new UnitOfMeasure("KGM"))))));
        Kept open = new Kept(order, Optional.empty());
        Kept closed = new Kept(order, Optional.of(Instant.parse("2026-03-02T08:00:00.123456Z")));
        db.productionOrders().save(open);
        assertEquals(Optional.of(open), db.productionOrders().find("FA1"));

        db.productionOrders().save(closed);

        assertEquals(List.of(closed), db.productionOrders().after("", 10));
        assertEquals(List.of(), db.productionOrders().after("FA1", 10));
        assertEquals(Optional.empty(), db.productionOrders().find("FA2"));
        assertEquals(List.of(), db.productionOrders().moved(List.of("FA1")));
    }

    @Test
    void transfer_orders_come_back_as_they_were_saved() {
        TransferOrder order = new TransferOrder(
                "TR1",
                Bakery.BERLIN,
                Bakery.POTSDAM,
                LocalDate.of(2026, 3, 2),
                Optional.of(999),
                List.of(
                        new TransferOrder.Line(1, FLOUR, quantity("4 BG")),
                        new TransferOrder.Line(2, SALT, quantity("1 KGM"))));
        TransferOrder other = new TransferOrder(
                "TR2",
                Bakery.POTSDAM,
                Bakery.BERLIN,
                LocalDate.of(2026, 3, 2),
                Optional.empty(),
                List.of(new TransferOrder.Line(7, SALT, quantity("1 KGM"))));
        db.transferOrders().save(other);
        db.transferOrders().save(order);

        assertEquals(Optional.of(order), db.transferOrders().find("TR1"));
        assertEquals(List.of(order, other), db.transferOrders().withNumbers(List.of("TR2", "TR1", "TR3")));
        assertEquals(List.of(order), db.transferOrders().after("", 1));
        assertEquals(List.of(other), db.transferOrders().after("TR1", 10));
        assertEquals(Map.of(), db.ledger().dispatchedForTransferOrders(List.of("TR1")));
        assertEquals(List.of(), db.seals().unsealed(10));
    }

    /** The numbers, then the orders between the first and the last of them with their lines. */
    @Test
    void a_page_of_orders_is_two_statements_however_many_they_are() {
        for (int i = 10; i < 30; i++) {
            db.purchaseOrders()
                    .save(aPurchaseOrder("PO" + i)
                            .ordering(FLOUR, "1 BG", "1")
                            .ordering(SALT, "2 KGM", "1")
                            .build());
            db.salesOrders()
                    .save(aSalesOrder("S" + i)
                            .ordering(FLOUR, "1 KGM")
                            .ordering(BREAD, "2 CS")
                            .build());
        }

        assertEquals(
                2,
                statements(() -> assertEquals(
                        List.of("PO12", "PO13"),
                        db.purchaseOrders().after("PO11", 2).stream()
                                .map(PurchaseOrder::number)
                                .toList())));
        assertEquals(
                2,
                statements(() ->
                        assertEquals(20, db.purchaseOrders().after("", 100).size())));
        assertEquals(
                2,
                statements(() -> assertEquals(
                        List.of(2, 2, 2),
                        db.salesOrders().after("S20", 3).stream()
                                .map(order -> order.lines().size())
                                .toList())));
        assertEquals(
                1, statements(() -> assertEquals(List.of(), db.salesOrders().after("S29", 3))));
        assertEquals(
                1,
                statements(() -> assertEquals(
                        List.of("S11 2", "S12 2"),
                        db.salesOrders().withNumbers(List.of("S12", "S99", "S11")).stream()
                                .map(order ->
                                        order.number() + " " + order.lines().size())
                                .toList())));
    }

    private static int statements(Runnable work) {
        return (int) SentStatements.of(work).stream()
                .filter(sql -> !sql.equals(SentStatements.COMMIT))
                .count();
    }

    @Test
    void the_items_of_a_sales_order_are_locked() {
        db.salesOrders()
                .save(aSalesOrder("S1")
                        .ordering(FLOUR, "1 KGM")
                        .ordering(BREAD, "2 CS")
                        .ordering(FLOUR, "2 KGM")
                        .build());

        assertThrows(IllegalStateException.class, () -> db.salesOrders().lockItems("S1"));
        inOne(() -> {
            assertEquals(Set.of(FLOUR, BREAD), db.salesOrders().lockItems("S1"));
            assertEquals(Set.of(), db.salesOrders().lockItems("S2"));
        });
        contend(
                20,
                () -> inOne(() -> {
                    db.salesOrders().lockItems("S1");
                    SalesOrder now = db.salesOrders().find("S1").orElseThrow();
                    db.salesOrders()
                            .save(aSalesOrder("S1")
                                    .deliveredOn(now.deliveryDate().plusDays(1).toString())
                                    .ordering(BREAD, "2 CS")
                                    .build());
                }));
        assertEquals(
                TODAY.plusDays(41), db.salesOrders().find("S1").orElseThrow().deliveryDate());
    }

    @Test
    void sales_orders_come_back_and_are_replaced_with_their_lines() {
        SalesOrder order = aSalesOrder("S1")
                .through("RETAIL")
                .ordering(BREAD, "2 CS", "31.8012345678 CS")
                .ordering(BREAD, "5 C62")
                .insteadOf(2, "5 C62", FLOUR, "2 KGM")
                .build();
        db.salesOrders().save(order);
        assertEquals(
                new SalesOrder.InsteadOf(2, quantity("5 C62")),
                db.salesOrders()
                        .find("S1")
                        .orElseThrow()
                        .line(900_001)
                        .orElseThrow()
                        .insteadOf()
                        .orElseThrow());
        db.salesOrders().save(aSalesOrder("S0").deliveredOn("2026-12-31").build());

        assertEquals(Optional.of(order), db.salesOrders().find("S1"));

        db.salesOrders().save(aSalesOrder("S1").build());
        assertEquals(
                List.of(
                        aSalesOrder("S0").deliveredOn("2026-12-31").build(),
                        aSalesOrder("S1").build()),
                db.salesOrders().after("", 10));
    }

    @Test
    void an_expected_receipt_comes_back_with_its_notice() {
        ExpectedReceipt receipt = expected("N1", "2026-03-01", "0 KGM");

        db.expectedReceipts().save(receipt);

        assertEquals(
                Optional.of(receipt),
                db.expectedReceipts().find(receipt.notice().id()));
        inOne(() -> assertEquals(
                Optional.of(receipt),
                db.expectedReceipts().lock(receipt.notice().id())));
    }

    @Test
    void what_a_notice_says_beside_its_fields_comes_back_whole_and_is_sealed() {
        ExpectedReceipt plain = expected("N1", "2026-03-01", "0 KGM");
        List<KeyDatum> ofNotice = List.of(
                KeyDataElement.STATEMENT.is(new KeyDataValue.Text("Y two\nrows \\n and a \\ \r end ")),
                KeyDataElement.VEHICLE.is(new KeyDataValue.At(new Place.Vehicle("TRAILER 7"))));
        List<KeyDatum> ofLine = List.of(
                KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code("MX")),
                KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code("US")),
                KeyDataElement.HARVEST_DATE.is(new KeyDataValue.Day(LocalDate.of(2026, 2, 28))),
                KeyDataElement.GROSS_WEIGHT.is(new KeyDataValue.Amount(quantity("12.5 KGM"))));
        ShipNotice said = plain.notice();
        ExpectedReceipt receipt = new ExpectedReceipt(
                new ShipNotice(
                        said.id(),
                        said.created(),
                        said.shipDate(),
                        said.shipFrom(),
                        said.shipTo(),
                        said.shipToId(),
                        said.carrier(),
                        said.billOfLading(),
                        said.lines().stream().map(line -> line.saying(ofLine)).toList(),
                        ofNotice),
                plain.site(),
                plain.lines());

        db.expectedReceipts().save(receipt);

        assertEquals(Optional.of(receipt), stored(plain));
        inOne(() -> assertEquals(Optional.of(receipt), db.expectedReceipts().lock(said.id())));
        inOne(() -> assertEquals(
                receipt, db.expectedReceipts().lockInParts(said.id()).orElseThrow()));
        assertEquals(List.of(receipt), db.expectedReceipts().openOf(FLOUR));
        assertEquals(List.of(), db.seals().compare(0, 100_000).found());

        db.expectedReceipts().save(plain);

        assertEquals(Optional.of(plain), stored(plain));
    }

    /** A new column that is not read would be silently empty for who receives. */
    @Test
    void every_column_of_a_notice_is_read_with_its_lock() {
        ExpectedReceipt receipt = expected("N1", "2026-03-01", "0 KGM");
        db.expectedReceipts().save(receipt);
        String asked = String.join(
                " ",
                SentStatements.of(() ->
                        inOne(() -> db.expectedReceipts().lock(receipt.notice().id()))));

        assertEquals(
                List.of(),
                Stream.of("expected_receipt", "ship_notice_line", "expected_receipt_line")
                        .flatMap(table -> db
                                .texts("select lower(column_name) from information_schema.columns where"
                                        + " lower(table_name) = '" + table + "' and lower(table_schema) = 'public'")
                                .stream()
                                .filter(column -> !asked.matches("(?s).*\\b" + column + "\\b.*"))
                                .map(column -> table + "." + column))
                        .toList());
    }

    @Test
    void a_receipt_too_long_for_memory_is_stored_and_sealed_and_replaced_as_any_other() {
        ExpectedReceipt first = longReceipt("N1", 4_321, "1 KGM");
        ExpectedReceipt second = longReceipt("N1", 2_111, "2 KGM");

        db.expectedReceipts().insert(first);

        assertEquals(Optional.of(first), stored(first));
        assertEquals(List.of(), db.seals().compare(0, 100_000).found());
        assertEquals(List.of(), db.seals().unsealed(10));
        db.unitOfWork().run(() -> {
            ExpectedReceipt inParts =
                    db.expectedReceipts().lockInParts(first.notice().id()).orElseThrow();
            assertTrue(inParts.lines() instanceof LongList && inParts.notice().lines() instanceof LongList);
            assertEquals(first, inParts);
            assertNotEquals(second, inParts);
            ShipNoticeId unknown = new ShipNoticeId(first.notice().id().sender(), "UNKNOWN");
            assertEquals(Optional.empty(), db.expectedReceipts().lockInParts(unknown));
        });

        db.expectedReceipts().save(second);

        assertEquals(Optional.of(second), stored(first));
        assertEquals(List.of(), db.seals().unsealed(10));
    }

    private static ExpectedReceipt longReceipt(String number, int size, String quantity) {
        ExpectedReceipt one = expected(number, "2026-03-01", "0 KGM");
        ShipNotice notice = one.notice();
        ShipNoticeLine said = notice.lines().get(0);
        ExpectedReceipt.Line line = one.lines().get(0);
        return new ExpectedReceipt(
                new ShipNotice(
                        notice.id(),
                        notice.created(),
                        notice.shipDate(),
                        notice.shipFrom(),
                        notice.shipTo(),
                        notice.shipToId(),
                        notice.carrier(),
                        notice.billOfLading(),
                        LongList.of(
                                size,
                                i -> new ShipNoticeLine(
                                        said.purchaseOrder(),
                                        String.valueOf(i + 1),
                                        said.gtin(),
                                        said.receiverItem(),
                                        said.senderItem(),
                                        "LOT" + i,
                                        said.productionDate(),
                                        said.expiry(),
                                        said.quantity(),
                                        said.tare(),
                                        said.pack()))),
                BERLIN,
                LongList.of(
                        size,
                        i -> new ExpectedReceipt.Line(
                                i + 1,
                                line.lot().orElseThrow(),
                                quantity(quantity),
                                quantity("0 KGM"),
                                line.announced(),
                                line.orderLine(),
                                line.container())));
    }

    @Test
    void a_line_whose_lot_is_captured_at_receipt_comes_back_without_one_and_is_of_no_lot() {
        ExpectedReceipt named = expected("N1", "2026-03-01", "0 KGM");
        ExpectedReceipt.Line line = named.lines().get(0);
        ExpectedReceipt receipt = new ExpectedReceipt(
                named.notice(),
                BERLIN,
                List.of(new ExpectedReceipt.Line(
                        1,
                        FLOUR,
                        Optional.empty(),
                        line.expected(),
                        line.received(),
                        line.announced(),
                        line.orderLine(),
                        line.container())));
        ExpectedReceipt partly = new ExpectedReceipt(
                receipt.notice(), BERLIN, List.of(receipt.lines().get(0).having(quantity("400 KGM"))));

        db.expectedReceipts().save(receipt);

        assertEquals(Optional.of(receipt), stored(receipt));
        assertEquals(
                List.of(),
                db.expectedReceipts().openOf(List.of(line.lot().orElseThrow().key())));
        assertEquals(List.of(receipt), db.expectedReceipts().openOf(FLOUR));
        assertEquals(List.of(receipt), db.expectedReceipts().openIn(pallet(1)));
        assertEquals(1, statementsToSave(partly));
        assertEquals(Optional.of(partly), stored(receipt));
    }

    @Test
    void of_a_notice_that_is_only_received_nothing_is_written_but_what_has_come() {
        ExpectedReceipt before = expected("N1", "2026-03-01", "0 KGM");
        ExpectedReceipt partly = expected("N1", "2026-03-01", "400 KGM");
        ExpectedReceipt complete = expected("N1", "2026-03-01", "1000 KGM");
        ExpectedReceipt other = expected("N1", "2026-03-02", "1000 KGM");
        db.expectedReceipts().save(before);

        assertEquals(1, statementsToSave(partly));
        assertEquals(Optional.of(partly), stored(before));
        assertEquals(2, statementsToSave(complete), "it is not open any more");
        assertEquals(Optional.of(complete), stored(before));
        assertEquals(List.of(), db.expectedReceipts().open(Optional.empty(), 10));

        assertTrue(statementsToSave(other) > 2);
        assertEquals(Optional.of(other), stored(before));
    }

    private long statementsToSave(ExpectedReceipt receipt) {
        Runnable save = () -> {
            db.expectedReceipts().lock(receipt.notice().id());
            db.expectedReceipts().save(receipt);
        };
        return SentStatements.heard(() -> inOne(save)).stream()
                .flatMap(sent -> sent.parts().stream())
                .map(SentStatement::sql)
                .filter(sql -> sql.matches("(?s)(merge|update|delete|insert).*(expected_receipt|ship_notice_line).*"))
                .count();
    }

    private Optional<ExpectedReceipt> stored(ExpectedReceipt receipt) {
        return db.expectedReceipts().find(receipt.notice().id());
    }

    @Test
    void an_expected_receipt_is_inserted_once() {
        ExpectedReceipt first = expected("N1", "2026-03-01", "0 KGM");
        ExpectedReceipt second = expected("N1", "2026-03-02", "0 KGM");
        db.expectedReceipts().insert(first);

        assertThrows(StaleWriteException.class, () -> db.expectedReceipts().insert(second));

        assertEquals(
                Optional.of(first), db.expectedReceipts().find(first.notice().id()));
    }

    @Test
    void the_notices_of_a_sender_come_a_page_at_a_time_the_latest_first_open_or_not() {
        ExpectedReceipt complete = expected("N1", "2026-02-28", "1000 KGM");
        ExpectedReceipt first = expected("N2", "2026-03-01", "0 KGM");
        ExpectedReceipt second = expected("N3", "2026-03-01", "0 KGM");
        List.of(second, complete, first).forEach(db.expectedReceipts()::save);

        PartyId mill = first.notice().id().sender();
        assertEquals(List.of(first, second), db.expectedReceipts().ofSender(mill, Optional.empty(), 2));
        assertEquals(
                List.of(complete),
                db.expectedReceipts().ofSender(mill, Optional.of(second.notice().id()), 2));
        assertEquals(
                List.of(first, second),
                db.expectedReceipts()
                        .ofSender(mill, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), Optional.empty(), 9));
        assertThrows(IllegalArgumentException.class, () -> db.expectedReceipts()
                .ofSender(Bakery.MARKET, Optional.of(first.notice().id()), 2));
    }

    @Test
    void senders_are_those_with_notices_of_these_days() {
        db.expectedReceipts().save(expected("N1", "2026-03-01", "0 KGM"));
        db.expectedReceipts().save(expected("N2", "2026-03-02", "0 KGM"));
        LocalDate first = LocalDate.of(2026, 3, 1);

        assertEquals(
                List.of(Bakery.MILL), db.expectedReceipts().senders(first, first.plusDays(30), Optional.empty(), 9));
        assertEquals(List.of(), db.expectedReceipts().senders(first, first.plusDays(30), Optional.of(Bakery.MILL), 9));
        assertEquals(
                List.of(), db.expectedReceipts().senders(first.plusDays(2), first.plusDays(30), Optional.empty(), 9));
    }

    @Test
    void when_a_notice_came_comes_back_as_it_was_saved_last_and_is_sealed_each_time() {
        ShipNoticeId one = new ShipNoticeId(Bakery.MILL, "N/1");
        ShipNoticeId other = new ShipNoticeId(Bakery.MILL, "N2");
        Instant came = Instant.parse("2026-03-01T08:00:00.123456789Z");
        db.noticeArrivals().save(new NoticeArrival(one, came, Optional.empty(), false));
        NoticeArrival late = new NoticeArrival(one, came, Optional.of(came.minusSeconds(1)), false);
        db.noticeArrivals().save(late);
        db.noticeArrivals().save(new NoticeArrival(other, came, Optional.of(came.plusSeconds(1)), false));

        assertEquals(Optional.of(late), db.noticeArrivals().find(one));
        assertEquals(List.of(late), db.noticeArrivals().lateAndUntold(Optional.empty(), 9));
        assertEquals(List.of(), db.noticeArrivals().lateAndUntold(Optional.of(one), 9));

        db.noticeArrivals().save(new NoticeArrival(one, came, late.due(), true));

        assertEquals(List.of(), db.noticeArrivals().lateAndUntold(Optional.empty(), 9));
        assertEquals(
                4,
                db.texts("select record_key from seal where record_type = 'NOTICE_ARRIVAL'")
                        .size());
    }

    @Test
    void what_is_still_to_come_is_listed_by_ship_date_and_notice() {
        ExpectedReceipt later = expected("N1", "2026-03-02", "0 KGM");
        ExpectedReceipt second = expected("N3", "2026-03-01", "999 KGM");
        ExpectedReceipt first = expected("N2", "2026-03-01", "0 KGM");
        ExpectedReceipt complete = expected("N0", "2026-03-01", "1000 KGM");

        List.of(later, second, expected("N0", "2026-03-01", "0 KGM"), first, complete)
                .forEach(db.expectedReceipts()::save);

        assertEquals(List.of(first, second, later), db.expectedReceipts().open(Optional.empty(), 10));
    }

    @Test
    void what_is_still_to_come_can_be_read_page_by_page() {
        List<ExpectedReceipt> all = Stream.of(
                        "2026-03-01/A1", "2026-03-01/N2", "2026-03-02/A0", "2026-03-02/N1", "2026-04-01/B1")
                .map(known -> expected(known.substring(11), known.substring(0, 10), "0 KGM"))
                .toList();
        List.of(3, 0, 4, 2, 1).forEach(which -> db.expectedReceipts().save(all.get(which)));
        db.expectedReceipts().save(expected("C1", "2026-03-02", "1000 KGM"));

        for (int size = 1; size <= all.size() + 1; size++) {
            List<ExpectedReceipt> read = new ArrayList<>();
            List<ExpectedReceipt> page = db.expectedReceipts().open(Optional.empty(), size);
            while (!page.isEmpty()) {
                assertEquals(Math.min(size, all.size() - read.size()), page.size());
                read.addAll(page);
                page = db.expectedReceipts()
                        .open(Optional.of(page.get(page.size() - 1).notice().id()), size);
            }
            assertEquals(all, read);
        }
        ShipNoticeId complete =
                expected("C1", "2026-03-02", "1000 KGM").notice().id();
        assertEquals(all.subList(3, 5), db.expectedReceipts().open(Optional.of(complete), 10));
        ShipNoticeId unknown = expected("X1", "2026-03-02", "0 KGM").notice().id();
        assertThrows(IllegalArgumentException.class, () -> db.expectedReceipts().open(Optional.of(unknown), 10));
    }

    @Test
    void a_page_of_what_is_still_to_come_reads_no_more_than_is_on_it() {
        db.expectedReceipts().save(expected("N1", "2026-03-01", "0 KGM"));
        int alone = rowsOfFirst();
        IntStream.range(0, 20)
                .forEach(number -> db.expectedReceipts().save(expected("M" + number, "2026-03-02", "0 KGM")));

        assertEquals(alone, rowsOfFirst());
    }

    private int rowsOfFirst() {
        return SentStatements.heard(() -> db.expectedReceipts().open(Optional.empty(), 1)).stream()
                .mapToInt(SentStatement::rows)
                .sum();
    }

    @Test
    void what_is_still_to_come_is_found_by_lot_item_and_logistic_unit() {
        ExpectedReceipt second = expected("N3", "2026-03-01", "999 KGM");
        ExpectedReceipt first = expected("N2", "2026-03-01", "0 KGM");
        List.of(second, expected("N0", "2026-03-01", "1000 KGM"), first).forEach(db.expectedReceipts()::save);

        List<ExpectedReceipt> both = List.of(first, second);
        assertEquals(
                both,
                db.expectedReceipts()
                        .openOf(List.of(aLot("L1").key(), aLot("L2").key())));
        assertEquals(
                List.of(),
                db.expectedReceipts()
                        .openOf(List.of(
                                aLot("L1").of(SALT).key(),
                                aLot("L2").key(),
                                aLot("L1").from(MARKET).key())));
        assertEquals(List.of(), db.expectedReceipts().openOf(List.of()));
        assertEquals(both, db.expectedReceipts().openOf(FLOUR));
        assertEquals(List.of(), db.expectedReceipts().openOf(SALT));
        assertEquals(both, db.expectedReceipts().openIn(pallet(1)));
        assertEquals(List.of(), db.expectedReceipts().openIn(pallet(2)));
    }

    @Test
    void orders_can_be_read_page_by_page() {
        List.of("b", "a", "C").forEach(number -> {
            db.purchaseOrders().save(aPurchaseOrder(number).build());
            db.salesOrders().save(aSalesOrder(number).build());
        });

        assertEquals(List.of("C", "a"), purchases("", 2));
        assertEquals(List.of("b"), purchases("a", 2));
        assertEquals(List.of("C", "a"), sales("", 2));
        assertEquals(List.of("b"), sales("aa", 2));
    }

    private List<String> purchases(String after, int limit) {
        return db.purchaseOrders().after(after, limit).stream()
                .map(PurchaseOrder::number)
                .toList();
    }

    private List<String> sales(String after, int limit) {
        return db.salesOrders().after(after, limit).stream()
                .map(SalesOrder::number)
                .toList();
    }

    @Test
    void whoever_locks_an_expected_receipt_sees_what_the_one_before_has_received() {
        var id = expected("N1", "2026-03-01", "0 KGM").notice().id();
        db.expectedReceipts().save(expected("N1", "2026-03-01", "0 KGM"));

        contend(
                10,
                () -> inOne(() -> {
                    var received = db.expectedReceipts()
                            .lock(id)
                            .orElseThrow()
                            .lines()
                            .get(0)
                            .received();
                    db.expectedReceipts()
                            .save(expected(
                                    "N1",
                                    "2026-03-01",
                                    received.plus(quantity("1 KGM")).toString()));
                }));

        assertEquals(
                quantity("20 KGM"),
                db.expectedReceipts().find(id).orElseThrow().lines().get(0).received());
    }

    private static ExpectedReceipt expected(String number, String shipped, String received) {
        ShipNotice notice = aShipNotice(number)
                .shippedOn(shipped)
                .announcing("PO1", 1, FLOUR, "l 1", "40 BG", Optional.of(TODAY.plusYears(1)), Optional.of(pallet(1)))
                .build();
        return new ExpectedReceipt(
                notice,
                BERLIN,
                List.of(new ExpectedReceipt.Line(
                        1,
                        aLot("L1")
                                .markedBySupplier("l 1")
                                .expiring("2027-03-02")
                                .build(),
                        quantity("1000 KGM"),
                        quantity(received),
                        quantity("40 BG"),
                        new OrderLineReference(PO1.reference(), 1),
                        Optional.of(pallet(1)))));
    }
}
