package org.lottrace.edi.warehouse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.SiteBuilder.aSite;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeReference;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.InventoryAdvices;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.Outcomes;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.PostalAddress;
import org.lottrace.api.thirdparty.ComparisonState;
import org.lottrace.api.thirdparty.GoodsCondition;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.WorkingBakery;
import org.lottrace.edi.x12.testing.X12;

/** ACME runs Potsdam; what it says comes through the bytes of the sample files, held against the schemas, and what we say goes that way, too. */
class WarehouseDocumentsIT {
    private static final Path SAMPLES = X12.MAPPINGS.resolve("samples/warehouse");
    private static final Caller ANNA = new Caller("anna", Set.of(Role.OPERATOR));
    private static final LocationId BROKEN = new LocationId("Q-01");
    private static final Party ACME = aParty("ACME")
            .as(PartyRole.CARRIER)
            .exchangingAs("ZZ", "ACME")
            .mappedBy("third-party")
            .build();

    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-03-01T06:00:00Z");
    private final ThirdPartyWarehouses warehouses = bakery.company().service(ThirdPartyWarehouses.class);

    @BeforeEach
    void potsdam_is_run_by_acme() {
        bakery.unitOfWork().run(() -> {
            bakery.database().parties().save(ACME);
            bakery.database()
                    .sites()
                    .save(aSite(POTSDAM)
                            .with(SHELF, LocationType.STORAGE)
                            .with(DOCK, LocationType.RECEIVING)
                            .with(BROKEN, LocationType.QUARANTINE)
                            .build());
        });
        assertEquals(List.of(), warehouses.save(new ThirdPartyWarehouse(POTSDAM, ACME.id(), SHELF, BROKEN, 0, 24)));
    }

    @Test
    void a_receipt_is_booked_and_noted_with_the_transfer_that_it_answers() throws IOException {
        flourSent();
        weSent("943", "POT/T1");

        HandledSet handled = handle("transfer-receipt.944");

        assertEquals(List.of(), handled.problems());
        assertEquals(List.of("RECEIPT_DIFFERS", "NOT_USED"), codes(handled.notes()));
        assertEquals(List.of("RECEIPT_DIFFERS"), noted("943", "POT/T1"));
        assertEquals(List.of("BER/A-01 600 KGM", "POT/A-01 350 KGM", "POT/Q-01 50 KGM"), bakery.stock(FLOUR_1));
        assertEquals(List.of("BER/A-01 900 KGM", "POT/A-01 40 KGM", "IN_TRANSIT POT 60 KGM"), bakery.stock(FLOUR_2));
        assertEquals(List.of("TRANSFER_DAMAGED", "TRANSFER_SHORT"), openCases());
    }

    @Test
    void the_same_file_again_changes_nothing() throws IOException {
        flourSent();
        handle("transfer-receipt.944");
        List<String> stock = bakery.stock(FLOUR_1);

        assertEquals(List.of(), handle("transfer-receipt.944").problems());
        assertEquals(stock, bakery.stock(FLOUR_1));
    }

    @Test
    void an_advice_ships_what_it_says_in_the_units_that_it_names() throws IOException {
        LotKey bread = breadInPotsdam();
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "48 C62").build());
        done(document("W1", StockDocumentKind.SHIPPING_ORDER, "SO1", line(BREAD, Optional.empty(), "48 C62")));
        weSent("940", "POT/W1");

        HandledSet handled = handle("shipping-advice.945");

        assertEquals(List.of(), handled.problems());
        assertEquals(List.of("RECEIPT_CONFIRMED"), noted("940", "POT/W1"));
        assertTrue(bakery.stock(bread).contains("POT/A-01 152 C62"), () -> bakery.stock(bread)
                .toString());
        assertEquals(
                List.of("(00)340123450000000017 36 C62", " 12 C62"),
                bakery.ledger().find(new EventId("3pl:SHIPPING_ADVICE:POT:S1")).orElseThrow().event().lines().stream()
                        .map(line ->
                                line.to().container().map(sscc -> "(00)" + sscc).orElse("") + " " + line.quantity())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"W06*N**20260302*S1~, S1", "W06*N*W1*20260302*S1~, W1"})
    void an_advice_without_an_order_that_we_know_is_booked_for_the_customer_that_it_names(String said, String order)
            throws IOException {
        LotKey bread = breadInPotsdam();
        String advice = text("shipping-advice.945").replace("W06*N*W1*20260302*S1~", said);

        HandledSet handled = handle("945", advice);

        assertEquals(List.of(), handled.problems());
        assertTrue(bakery.stock(bread).contains("POT/A-01 152 C62"), () -> bakery.stock(bread)
                .toString());
        TraceEvent left = bakery.ledger()
                .find(new EventId("3pl:SHIPPING_ADVICE:POT:S1"))
                .orElseThrow()
                .event();
        assertEquals(List.of("ORDER_UNKNOWN"), left.findings());
        assertEquals(Place.party(Bakery.MARKET), left.lines().get(0).to().place());
        assertTrue(
                left.documents().contains(new DocumentReference(DocumentType.SALES_ORDER, order)),
                () -> left.documents().toString());
        assertTrue(openCases().containsAll(List.of("ORDER_UNKNOWN", "SHIPPING_ORDER_UNKNOWN")), () -> openCases()
                .toString());
        assertEquals(List.of(), handle("945", advice).problems(), "the same again");
    }

    @Test
    void an_advice_that_says_neither_order_nor_customer_is_refused_and_told_what_to_say() throws IOException {
        HandledSet handled = handle(
                "945",
                text("shipping-advice.945")
                        .replace("W06*N*W1*20260302*S1~", "W06*N**20260302*S1~")
                        .replace("MARKET*92*MARKET", "MARKET*92*NOBODY"));

        assertEquals(List.of("ABOUT_MISSING"), codes(handled.problems()));
        assertTrue(handled.problems().get(0).message().contains("which customer got the goods"));
    }

    @Test
    void the_goods_went_to_whom_they_were_shipped_whoever_pays_for_them_and_stands_before() throws IOException {
        breadInPotsdam();
        String advice = text("shipping-advice.945")
                .replace("N1*ST*", "N1*BT*MILL*92*MILL~\nN1*ST*")
                .replace("SE*15", "SE*16");

        assertEquals(List.of(), handle("945", advice).problems());

        assertEquals(Place.party(Bakery.MARKET), receiver());
    }

    @Test
    void who_pays_for_the_goods_of_a_known_order_is_not_who_got_them() throws IOException {
        breadInPotsdam();
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "48 C62").build());
        done(document("W1", StockDocumentKind.SHIPPING_ORDER, "SO1", line(BREAD, Optional.empty(), "48 C62")));

        HandledSet handled =
                handle("945", text("shipping-advice.945").replace("N1*ST*MARKET*92*MARKET~", "N1*BT*MILL*92*MILL~"));

        assertEquals(List.of(), handled.problems());
        assertEquals(Place.party(Bakery.MARKET), receiver());
    }

    private Place receiver() {
        TraceEvent left = bakery.ledger()
                .find(new EventId("3pl:SHIPPING_ADVICE:POT:S1"))
                .orElseThrow()
                .event();
        return left.lines().get(0).to().place();
    }

    @Test
    void an_inventory_is_held_against_our_book_and_books_nothing() throws IOException {
        flourSent();
        handle("transfer-receipt.944");
        List<String> stock = bakery.stock(FLOUR_1);

        assertEquals(List.of(), handle("inventory.846").problems());

        assertEquals(stock, bakery.stock(FLOUR_1));
        assertEquals(
                ComparisonState.DIFFERS,
                warehouses
                        .comparison(POTSDAM, StockDocumentKind.INVENTORY, "I1")
                        .orElseThrow()
                        .state());
        assertEquals(
                List.of("FLOUR 400 KGM 400 KGM", "FLOUR 40 KGM 0 KGM"),
                warehouses.comparison(POTSDAM, StockDocumentKind.INVENTORY, "I1").orElseThrow().rows().stream()
                        .map(row -> row.item() + " " + row.expected() + " " + row.stated())
                        .toList());
    }

    @Test
    void whatever_is_wrong_is_told_at_its_segment_and_all_at_once() {
        HandledSet handled = handle(
                "944",
                text("transfer-receipt.944")
                        .replace("W07*16*BG**VN*FLOUR", "W07*16*ZZ**VN*NOTHING")
                        .replace("N9*LT*L2~\n", "")
                        .replace("SE*12", "SE*11"));

        assertEquals(
                List.of("ITEM_UNKNOWN 5 / W07", "UNIT_UNKNOWN 5 / W07", "LOT_MISSING 9 / W07"),
                handled.problems().stream()
                        .map(violation -> violation.code() + " " + violation.path())
                        .toList());
        assertEquals(List.of(), warehouses.list(POTSDAM, StockDocumentKind.TRANSFER_RECEIPT, Optional.empty(), 10));
    }

    @Test
    void who_runs_no_warehouse_is_refused() {
        warehouses.save(new ThirdPartyWarehouse(POTSDAM, MARKET, SHELF, BROKEN, 0, 24));

        assertEquals(
                List.of("WAREHOUSE_UNKNOWN"),
                codes(handle("944", text("transfer-receipt.944")).problems()));
    }

    @Test
    void a_second_lot_or_an_unknown_quantity_is_not_swallowed() {
        assertEquals(
                1,
                handle(
                                "944",
                                text("transfer-receipt.944")
                                        .replace("N9*LT*L1~", "N9*LT*L1~\nN9*LT*L9~")
                                        .replace("SE*12", "SE*13"))
                        .unread()
                        .size());
        assertEquals(
                1,
                handle("846", text("inventory.846").replace("QTY*20*10*KG", "QTY*QH*10*KG"))
                        .unread()
                        .size());
    }

    @Test
    void goods_of_which_nothing_left_need_no_lot() throws IOException {
        breadInPotsdam();
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "48 C62").build());
        done(document("W1", StockDocumentKind.SHIPPING_ORDER, "SO1", line(BREAD, Optional.empty(), "48 C62")));

        HandledSet handled = handle(
                "945",
                text("shipping-advice.945")
                        .replace("LX*2~\nN9*LT*B1~\nW12*CC**12**EA**VN*BREAD~", "LX*2~\nW12*BP*12*0*12*EA**VN*BREAD~")
                        .replace("SE*15", "SE*14"));

        assertEquals(List.of(), handled.problems());
        assertEquals(
                ComparisonState.DIFFERS,
                warehouses
                        .comparison(POTSDAM, StockDocumentKind.SHIPPING_ORDER, "W1")
                        .orElseThrow()
                        .state());
    }

    @Test
    void an_inventory_is_neither_nothing_by_silence_nor_one_of_two_quantities() {
        flourSent();
        HandledSet silent = handle(
                "846", text("inventory.846").replace("QTY*17*0*KG~\n", "").replace("SE*12", "SE*11"));
        assertEquals(List.of("QUANTITY_MISSING"), codes(silent.problems()));

        HandledSet twice = handle(
                "846",
                text("inventory.846")
                        .replace("QTY*17*390*KG~", "QTY*17*390*KG~\nQTY*17*20*KG~")
                        .replace("SE*12", "SE*13"));
        assertEquals(1, twice.unread().size());
        assertEquals(List.of(), warehouses.list(POTSDAM, StockDocumentKind.INVENTORY, Optional.empty(), 10));
    }

    @Test
    void a_lot_is_no_item_and_two_items_are_not_one_of_them() {
        flourSent();
        assertEquals(
                List.of("ITEM_UNKNOWN"),
                codes(handle("846", text("inventory.846").replace("LIN*1*VN*FLOUR*LT*L1", "LIN*1*VN*NOTHING*LT*FLOUR"))
                        .problems()));
        assertEquals(
                List.of("ITEM_CONTRADICTED"),
                codes(handle(
                                "846",
                                text("inventory.846")
                                        .replace("LIN*1*VN*FLOUR*LT*L1", "LIN*1*VN*FLOUR*EN*4012345000016*LT*L1"))
                        .problems()));
    }

    @Test
    void an_order_says_where_the_customer_is_and_a_long_number_of_the_customer_is_no_reason_not_to_send_it() {
        bakery.unitOfWork().run(() -> {
            Party market = bakery.database().parties().find(MARKET).orElseThrow();
            bakery.database()
                    .parties()
                    .save(new Party(
                            market.id(),
                            market.name(),
                            market.roles(),
                            market.gln(),
                            new PostalAddress("Markt 1", "Berlin", "", "10178", "DE"),
                            "",
                            "",
                            market.profile()));
        });
        SalesOrder order = aSalesOrder("SO1").ordering(BREAD, "48 C62").build();
        bakery.ordered(new SalesOrder(
                "SO1",
                order.customer(),
                "4711/2026/0815/FILIALE-KREUZB",
                order.shipFrom(),
                order.deliveryDate(),
                order.lines()));
        List<OutboundTransactionSet> sent = new ArrayList<>();
        KeptDocument kept =
                done(document("W1", StockDocumentKind.SHIPPING_ORDER, "SO1", line(BREAD, Optional.empty(), "48 C62")));

        assertEquals(List.of(), sender(sent).send(warehouses.warehouses().get(0), kept));

        byte[] written = X12.write("940", "OW", sent.get(0).xml());
        assertEquals(1, X12.read(written).size());
        String text = new String(written, StandardCharsets.UTF_8);
        assertTrue(text.contains("N3*Markt 1~\nN4*Berlin**10178*DE~"), text);
        assertTrue(text.contains("W05*N*W1~") && text.contains("N9*PO*4711/2026/0815/FILIALE"), text);
    }

    @Test
    void a_transfer_or_an_order_for_a_warehouse_of_others_is_refused_and_not_left_waiting() {
        String fromAcme = text("transfer.943")
                .replace("ZZ*LOTTRACE       *ZZ*MARKET         ", "ZZ*ACME           *ZZ*LOTTRACE       ");
        assertEquals(List.of("NOT_FOR_US"), codes(handle("943", fromAcme).problems()));
        assertEquals(
                List.of("NOT_FOR_US"),
                codes(handle("940", text("shipping-order.940")).problems()));
        assertEquals(
                List.of("NOT_FOR_US"),
                codes(handler("940")
                        .preview(set("940", text("shipping-order.940")))
                        .handled()
                        .problems()));
    }

    @Test
    void our_transfer_goes_out_as_943() throws IOException {
        assertWritten("transfer.943", flourSent());
    }

    @Test
    void our_shipping_order_goes_out_as_940() throws IOException {
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "48 C62").build());

        assertWritten(
                "shipping-order.940",
                done(document(
                        "W1",
                        StockDocumentKind.SHIPPING_ORDER,
                        "SO1",
                        line(BREAD, Optional.of("B1"), "2 CS"),
                        line(BREAD, Optional.empty(), "24 C62"))));
    }

    @Test
    void what_lies_at_a_site_goes_out_as_846_lot_by_lot() {
        List<OutboundTransactionSet> sent = new ArrayList<>();
        InventoryAdvices advices = advices(sent);

        assertEquals(List.of(), advices.send(Bakery.BERLIN, ACME.id(), "I7"));

        OutboundTransactionSet set = sent.get(0);
        byte[] written = X12.write(set.code(), set.functionalId(), set.xml());
        assertEquals(1, X12.read(written).size());
        assertEquals(text("our-inventory.846"), new String(written, StandardCharsets.UTF_8));
        assertEquals("BER/ACME/I7", set.key());
    }

    @Test
    void an_inventory_that_nobody_could_read_is_not_sent() {
        List<OutboundTransactionSet> sent = new ArrayList<>();

        assertEquals(
                List.of("NOTHING_THERE", "PARTNER_UNKNOWN", "DOCUMENT_NUMBER_WRONG"),
                codes(advices(sent).send(POTSDAM, new PartyId("NOBODY"), "two words")));
        assertEquals(List.of("SITE_UNKNOWN"), codes(advices(sent).send(new SiteId("NONE"), ACME.id(), "I7")));
        assertEquals(List.of(), sent);
    }

    private InventoryAdvices advices(List<OutboundTransactionSet> sent) {
        return new InventoryAdvicesService(
                bakery.unitOfWork(),
                interchanges(sent),
                bakery.database().parties(),
                bakery.database().sites(),
                bakery.database().items(),
                bakery.company().service(StockOnHand.class),
                bakery.lots(),
                Bakery.CLOCK);
    }

    @Test
    void an_order_that_was_sent_is_taken_back_and_one_that_waits_is_not_sent() {
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "48 C62").build());
        List<KeptDocument> orders = List.of("W1", "W2", "W3").stream()
                .map(number -> done(document(
                        number, StockDocumentKind.SHIPPING_ORDER, "SO1", line(BREAD, Optional.empty(), "24 C62"))))
                .toList();
        weSent("940", "POT/W1");
        record("940", "POT/W2", InterchangeStatus.PENDING);
        List<OutboundTransactionSet> sent = new ArrayList<>();

        orders.forEach(order -> assertEquals(List.of(), bakery.unitOfWork().required(() -> sender(sent)
                .cancel(warehouses.warehouses().get(0), order))));

        assertEquals(
                List.of("POT/W1/cancelled"),
                sent.stream().map(OutboundTransactionSet::key).toList());
        String written = new String(X12.write("940", "OW", sent.get(0).xml()), StandardCharsets.UTF_8);
        assertTrue(written.contains("W05*F*W1*"), written);
        assertEquals(InterchangeStatus.WITHHELD, bakery.unitOfWork().required(() -> bakery.database()
                .interchanges()
                .find(OutboundTransactionSet.logKey("940", "POT/W2"))
                .orElseThrow()
                .status()));
    }

    @Test
    void who_has_not_agreed_to_it_gets_nothing() {
        List<OutboundTransactionSet> sent = new ArrayList<>();
        Party silent = aParty("ACME").exchangingAs("ZZ", "ACME").build();
        bakery.unitOfWork().run(() -> bakery.database().parties().save(silent));

        assertEquals(List.of(), sender(sent).send(warehouses.warehouses().get(0), flourSent()));
        assertEquals(List.of(), sent);
    }

    private void assertWritten(String sample, KeptDocument document) throws IOException {
        List<OutboundTransactionSet> sent = new ArrayList<>();
        assertEquals(List.of(), sender(sent).send(warehouses.warehouses().get(0), document));
        OutboundTransactionSet set = sent.get(0);
        byte[] written = X12.write(set.code(), set.functionalId(), set.xml());

        assertEquals(1, X12.read(written).size());
        assertEquals(text(sample), new String(written, StandardCharsets.UTF_8));
        assertEquals("POT/" + document.document().number(), set.key(), "the same document is sent once");
    }

    private OutboundStockDocuments sender(List<OutboundTransactionSet> sent) {
        return new OutboundStockDocuments(
                interchanges(sent),
                bakery.company().service(WithheldInterchanges.class),
                bakery.database().interchanges(),
                bakery.database().parties(),
                new DocumentWriter(
                        bakery.database().items(),
                        bakery.database().sites(),
                        bakery.database().parties(),
                        bakery.database().salesOrders()),
                new WarehouseFolder(X12.MAPPINGS));
    }

    private static Interchanges interchanges(List<OutboundTransactionSet> sent) {
        return (Interchanges) Proxy.newProxyInstance(
                WarehouseDocumentsIT.class.getClassLoader(),
                new Class<?>[] {Interchanges.class},
                (proxy, method, given) -> {
                    sent.add((OutboundTransactionSet) given[0]);
                    return List.of();
                });
    }

    private KeptDocument flourSent() {
        return done(new StockDocument(
                "T1",
                StockDocumentKind.TRANSFER_SHIPMENT,
                POTSDAM,
                Optional.of(Bakery.BERLIN),
                Optional.empty(),
                Instant.parse("2026-03-02T06:00:00Z"),
                List.of(line(FLOUR, Optional.of("L1"), "16 BG"), line(FLOUR, Optional.of("L2"), "100 KGM"))));
    }

    private LotKey breadInPotsdam() {
        LotKey bread = bakery.baked("B1", "2026-03-01T08:00:00Z");
        done(new StockDocument(
                "T0",
                StockDocumentKind.TRANSFER_SHIPMENT,
                POTSDAM,
                Optional.of(Bakery.BERLIN),
                Optional.empty(),
                Instant.parse("2026-03-02T05:00:00Z"),
                List.of(line(BREAD, Optional.of("B1"), "200 C62"))));
        done(document("R0", StockDocumentKind.TRANSFER_RECEIPT, "T0", line(BREAD, Optional.of("B1"), "200 C62")));
        return bread;
    }

    private static StockDocument document(
            String number, StockDocumentKind kind, String about, StockDocument.Line... lines) {
        return new StockDocument(
                number,
                kind,
                POTSDAM,
                Optional.empty(),
                Optional.of(about),
                Instant.parse("2026-03-02T06:30:00Z"),
                List.of(lines));
    }

    private static StockDocument.Line line(ItemNumber item, Optional<String> lot, String quantity) {
        return new StockDocument.Line(
                item,
                Optional.empty(),
                lot.map(LotNumber::new),
                quantity(quantity),
                Optional.empty(),
                Optional.of(SHELF),
                Optional.empty(),
                GoodsCondition.GOOD);
    }

    private KeptDocument done(StockDocument document) {
        return Outcomes.done(warehouses.record(ANNA, document));
    }

    @Test
    void a_receipt_is_shown_field_by_field_and_nothing_is_recorded() throws IOException {
        ReadSet read = handler("944").preview(set("944", text("transfer-receipt.944")));

        assertEquals(
                List.of(
                        "number R1",
                        "about T1",
                        "date 20260302",
                        "time 0800",
                        "places POT",
                        "goods[1].item.VN FLOUR",
                        "goods[1].lotNumber L1",
                        "goods[1].amount 16",
                        "goods[1].damaged 2",
                        "goods[1].unit BG",
                        "goods[2].item.VN FLOUR",
                        "goods[2].lotNumber L2",
                        "goods[2].amount 40",
                        "goods[2].unit KG"),
                read.fields().stream()
                        .map(field -> field.name() + " " + field.value())
                        .toList());
        assertEquals(List.of(), read.handled().problems());
        assertEquals(List.of(), read.handled().unread());
        assertEquals(
                Optional.empty(),
                bakery.company()
                        .service(ThirdPartyWarehouses.class)
                        .find(POTSDAM, StockDocumentKind.TRANSFER_RECEIPT, "R1"));
    }

    @ParameterizedTest
    @CsvSource({"945, shipping-advice.945", "846, inventory.846"})
    void every_report_that_is_read_is_shown(String code, String sample) throws IOException {
        assertTrue(handler(code).preview(set(code, text(sample))).fields().stream()
                .anyMatch(read -> read.name().equals("goods[1].lotNumber")));
    }

    private HandledSet handle(String sample) throws IOException {
        return handle(sample.substring(sample.indexOf('.') + 1), text(sample));
    }

    private HandledSet handle(String code, String file) {
        return bakery.unitOfWork().required(() -> handler(code).handle(set(code, file)));
    }

    private TransactionSetHandler handler(String code) {
        return bakery.company().services(TransactionSetHandler.class).stream()
                .filter(one -> one.transactionSet().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static InboundTransactionSet set(String code, String file) {
        return new InboundTransactionSet(
                code,
                "004010",
                ACME,
                new InterchangeReference(
                        new EdiAddress("ZZ", "ACME"), new EdiAddress("ZZ", "LOTTRACE"), "1", "1", "0001"),
                X12.read(file.getBytes(StandardCharsets.UTF_8)).get(0).segments());
    }

    /** As if that had been sent: its record in the log. */
    private void weSent(String code, String key) {
        record(code, key, InterchangeStatus.SENT);
    }

    private void record(String code, String key, InterchangeStatus status) {
        bakery.unitOfWork().run(() -> bakery.database()
                .interchanges()
                .insert(
                        new InterchangeRecord(
                                0,
                                Direction.OUTBOUND,
                                "",
                                "",
                                "000000001",
                                List.of(code),
                                code + ".edi",
                                status,
                                Bakery.NOW,
                                List.of()),
                        Optional.of(OutboundTransactionSet.logKey(code, key)),
                        new byte[0]));
    }

    private List<String> noted(String code, String key) {
        return codes(bakery.unitOfWork().required(() -> bakery.database()
                .interchanges()
                .find(OutboundTransactionSet.logKey(code, key))
                .orElseThrow()
                .problems()));
    }

    private static List<String> codes(List<Violation> violations) {
        return violations.stream().map(Violation::code).toList();
    }

    private List<String> openCases() {
        return bakery
                .company()
                .service(ExceptionCases.class)
                .list(
                        new ExceptionFilter(
                                Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty(), false),
                        Optional.empty(),
                        100)
                .stream()
                .map(ExceptionCase::code)
                .sorted()
                .toList();
    }

    private static String text(String sample) {
        try {
            return Files.readString(SAMPLES.resolve(sample + ".edi"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
