package org.lottrace.edi.warehouse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.on;

import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeReference;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.fixture.Outcomes;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.persistence.testing.TestDatabase;
import org.osgi.framework.BundleContext;

/** We run Berlin for ACME, who is told of what comes there and leaves: what is in the outbox is read by our reader and by StAEDI. */
class ClientReportsIT {
    private static final String TRANSFER = """
            ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0930*U*00401*000000011*0*P*>~
            GS*AR*ACME*LOTTRACE*20260302*0930*11*X*004010~
            ST*943*0001~
            W06*N*PO7*20260302*T7~
            N1*ST**92*BER~
            N9*BM*BOL-7~
            N9*SN*SEAL-7~
            N9*ZA*77~
            G62*11*20260301~
            W27*M*SCAC*VIA TOWN***ABCD*4711~
            W04*1000*KG**VN*FLOUR~
            N9*LT*L7**20270131~
            W20****1010.5*G*K~
            MAN*GM*340123450000000079~
            W03*1000~
            SE*14*0001~
            GE*1*11~
            IEA*1*000000011~
            """;

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private TestCompany company;
    private WorkingBakery bakery;

    @BeforeEach
    void berlin_is_run_for_acme() throws IOException {
        WarehouseExchangeIT.copy(X12.MAPPINGS, folder.resolve("mappings"));
        agreed("client", "sites = BER, HAM");
        database.unitOfWork().run(() -> {
            database.parties()
                    .save(aParty(Bakery.COMPANY)
                            .as(PartyRole.COMPANY)
                            .exchangingAs("ZZ", "LOTTRACE")
                            .build());
            saveClient("ACME");
        });
        open();
        bakery.expectingFlour();
    }

    @AfterEach
    void nothing_goes_on() {
        company.close();
    }

    @Test
    void what_came_is_told_with_lot_expiry_and_unit_and_what_is_wrong_with_it() throws Exception {
        Receipt.Line damaged = new Receipt.Line(
                LotReference.parse("L1"),
                quantity("39 BG"),
                Optional.of(Bakery.pallet(7)),
                Optional.empty(),
                Optional.of(NEXT_YEAR),
                true,
                Optional.empty(),
                Optional.empty());
        Outcomes.done(bakery.receive("r1", "N1", damaged, WorkingBakery.came("FLOUR/L9", "2 BG")));

        String text = told(1).get(0);

        assertTrue(text.contains("GS*RE*LOTTRACE*ACME*"), text);
        assertTrue(text.contains("W17*F*20260302*R") && text.contains("*N1*8*0900~"), text);
        assertTrue(text.contains("N1*WH*") && text.contains("N1*SF*party MILL*UL*4012345000023~"), text);
        assertTrue(text.contains("""
                        W07*975*KG**VN*FLOUR~
                        N9*LT*L1~
                        G62*36*20270131~
                        MAN*GM*%s~
                        W13*975*KG*01~
                        """.formatted(Bakery.pallet(7).value())), text);
        assertTrue(text.contains("N9*LT*L9~"), text);
        assertTrue(text.contains("W13*50*KG*13~"), text);
        ReadReport report = ReportReader.receipt(read(text));
        assertEquals("PO1", report.about);
        assertEquals(
                List.of("L1 975 KG", "L9 50 KG"),
                report.goods.stream()
                        .map(goods -> goods.lot + " " + goods.amount + " " + goods.unit)
                        .toList());
        assertEquals(List.of(), unreadable("944", text));
    }

    @Test
    void what_is_short_when_a_notice_is_closed_is_told_by_lot() throws Exception {
        Outcomes.done(bakery.receive("r1", "N1", WorkingBakery.came("FLOUR/L1", "39 BG")));
        Outcomes.done(bakery.expectedReceipts()
                .close(new NoticeClosing(aContext("c1").request(), WorkingBakery.notice("N1"), "short, credited")));

        String text = told(2).get(1);

        assertTrue(text.contains("*N1*8*0900~") && text.contains("N1*SF*party MILL*UL*4012345000023~"), text);
        assertTrue(text.contains("""
                        W07*0*KG**VN*FLOUR~
                        N9*LT*L1~
                        W13*25*KG*02~
                        W07*0*KG**VN*FLOUR~
                        N9*LT*L2~
                        W13*1000*KG*02~
                        W14*0~
                        """), text);
        assertEquals(List.of(), unreadable("944", text));
    }

    @Test
    void what_left_is_told_with_lots_and_units_and_how_much_is_still_to_leave() throws Exception {
        flourCame();
        LotKey bread = bakery.baked("B1");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "48 C62").build());

        bakery.reserve("SO1", 1, bread, SHELF, "48 C62");
        Outcomes.done(bakery.ship(
                "s1",
                "D1",
                "SO1",
                new Shipment.Line(1, on(SHELF, bread, "30 C62"), Optional.of(Bakery.pallet(1))),
                new Shipment.Line(1, on(SHELF, bread, "6 C62"), Optional.empty())));
        Outcomes.done(bakery.ship("s2", "D2", "SO1", WorkingBakery.leaving(1, on(SHELF, bread, "12 C62"))));

        List<String> advices = told(3).subList(1, 3);
        String first = advices.get(0);
        assertTrue(first.contains("GS*SW*LOTTRACE*ACME*"), first);
        assertTrue(first.contains("W06*N*SO1*20260302*D1"), first);
        assertTrue(first.contains("N1*SF*") && first.contains("N1*ST*party MARKET*UL*4012345000030~"), first);
        assertTrue(first.contains("G62*11*20260302*8*0900~"), first);
        assertTrue(first.contains("W12*BP*48*6*12*EA**VN*BREAD*********EN*4012345000016~\nN9*LT*B1~"), first);
        assertTrue(first.contains("LX*2~\nMAN*GM*" + Bakery.pallet(1).value() + "~\nW12*BP**30**EA**VN*BREAD"), first);
        assertTrue(first.contains("W03*36~"), first);
        assertTrue(advices.get(1).contains("W12*CC*48*12**EA"), advices.get(1));
        ReadReport report = ReportReader.advice(read(first));
        assertEquals("D1 SO1", report.number + " " + report.about);
        assertEquals(
                List.of("B1 6 ", "B1 30 " + Bakery.pallet(1).value()),
                report.goods.stream()
                        .map(goods -> goods.lot + " " + goods.amount + " " + goods.sscc)
                        .toList());
        assertEquals(List.of(), unreadable("945", first));
    }

    @Test
    void serial_numbers_and_catch_weight_are_told_where_the_goods_have_them() throws Exception {
        flourCame();
        LotKey bread = bakery.baked("B1");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "2 C62").build());
        Outcomes.done(bakery.ledger()
                .append(EventBuilder.anEvent("s1", EventType.SHIP)
                        .of(DocumentType.SHIPMENT, "D1")
                        .of(DocumentType.SALES_ORDER, "SO1")
                        .with(new EventLine(
                                bread,
                                Position.at(Bakery.in(SHELF)),
                                Position.at(Place.party(MARKET)),
                                quantity("2 C62"),
                                quantity("2 C62"),
                                Optional.of(new OrderLineReference(
                                        aSalesOrder("SO1").build().reference(), 1)),
                                Optional.empty(),
                                List.of(
                                        KeyDataElement.SERIAL.is(new KeyDataValue.Text("S-1")),
                                        KeyDataElement.SERIAL.is(new KeyDataValue.Text("S-2")),
                                        KeyDataElement.NET_WEIGHT.is(new KeyDataValue.Amount(quantity("1.52 KGM"))))))
                        .build()));

        String advice = told(2).get(1);

        assertTrue(advice.contains("N9*LT*B1~\nN9*SE*S-1~\nN9*SE*S-2~\nW20****1.52*N*K~\n"), advice);
        assertEquals(List.of(), unreadable("945", advice));
    }

    @Test
    void what_the_partner_orders_leaves_and_is_told_under_its_number() throws Exception {
        flourCame();
        LotKey bread = bakery.baked("B1");

        drop("940.edi", order("W05*N*4711*PO-9~", "N1*ST**92*MARKET~", "W01*2*CA**VN*BREAD~"));

        waitUntil(() -> company.service(SalesOrders.class).find("4711").isPresent());
        SalesOrder order = company.service(SalesOrders.class).find("4711").orElseThrow();
        assertEquals(
                "MARKET PO-9 BER 2026-03-03",
                order.customer() + " " + order.customerOrder() + " " + order.shipFrom() + " " + order.deliveryDate());
        bakery.reserve("4711", 1, bread, SHELF, "24 C62");
        Outcomes.done(bakery.ship("s1", "D1", "4711", WorkingBakery.leaving(1, on(SHELF, bread, "2 CS"))));
        told(2);
        waitUntil(() -> outbox().stream().anyMatch(text -> text.contains("ST*945*")));
        String advice = outbox().stream()
                .filter(text -> text.contains("ST*945*"))
                .findFirst()
                .orElseThrow();
        assertTrue(advice.contains("W06*N*4711*20260302*D1**PO-9~"), advice);
        assertTrue(advice.contains("W12*CC*2*2**CA**VN*BREAD"), advice);
        assertEquals(List.of(), unreadable("945", advice));
    }

    @Test
    void what_the_partner_announces_is_expected_and_its_receipt_answers_it() throws Exception {
        assertEquals(
                List.of(),
                company.service(PurchaseOrders.class)
                        .save(List.of(aPurchaseOrder("PO7")
                                .from(new PartyId("ACME"))
                                .ordering(Bakery.FLOUR, "40 BG", "1.00")
                                .build())));

        drop("943.edi", TRANSFER);

        ShipNoticeId notice = new ShipNoticeId(new PartyId("ACME"), "T7");
        waitUntil(() -> company.service(ExpectedReceipts.class).find(notice).isPresent());
        assertEquals(
                "2026-03-01",
                company.service(ExpectedReceipts.class)
                        .find(notice)
                        .orElseThrow()
                        .notice()
                        .shipDate()
                        .toString());
        ShipNotice kept = company.service(ExpectedReceipts.class)
                .find(notice)
                .orElseThrow()
                .notice();
        assertEquals("SCAC BOL-7", kept.carrier() + " " + kept.billOfLading());
        assertEquals(List.of("seal SEAL-7", "routing VIA TOWN", "vehicle VEHICLE ABCD 4711"), texts(kept.keyData()));
        assertEquals(
                List.of("grossWeight 1010.5 KGM"), texts(kept.lines().get(0).keyData()));
        Outcomes.done(bakery.capture().receive(new Receipt(aContext("r7").request(), notice, SHELF, List.of())));
        told(2);
        waitUntil(() -> outbox().stream().anyMatch(text -> text.contains("ST*944*")));
        String receipt = outbox().stream()
                .filter(text -> text.contains("ST*944*"))
                .findFirst()
                .orElseThrow();
        assertTrue(receipt.contains("*PO7*T7*8*0900~"), receipt);
        assertTrue(receipt.contains("N9*LT*L7~\nG62*36*20270131~\nMAN*GM*340123450000000079~"), receipt);
        assertEquals(List.of(), unreadable("944", receipt));
    }

    @Test
    void what_an_announcement_says_and_nobody_keeps_is_named() {
        assertEquals(
                List.of("these segments are not used: [N9*ZA]"),
                handle("943", TRANSFER).notes().stream().map(Violation::message).toList());
    }

    private static List<String> texts(List<KeyDatum> data) {
        return data.stream()
                .map(datum -> datum.name() + " " + datum.value().text())
                .toList();
    }

    @Test
    void whatever_is_wrong_with_what_is_announced_is_told_at_once_and_nothing_is_expected() {
        String wrong = TRANSFER.replace("W06*N*PO7*", "W06*C**")
                .replace("KG**VN*FLOUR", "ZZ**VN*NOTHING")
                .replace("340123450000000079", "340123450000000070");

        HandledSet handled = handle("943", wrong);

        assertEquals(
                List.of(
                        "STATUS_NOT_TAKEN W06",
                        "ORDER_UNKNOWN W06",
                        "ITEM_UNKNOWN 9 / W04",
                        "UNIT_UNKNOWN 9 / W04",
                        "SSCC_INVALID 9 / W04"),
                handled.problems().stream()
                        .map(problem -> problem.code() + " " + problem.path())
                        .toList());
    }

    @Test
    void whatever_is_wrong_with_an_order_is_told_at_once_and_nothing_is_ordered() {
        HandledSet handled = handle(order("W05*F*4711~", "N1*ST**92*NOBODY~", "W01*2*ZZ**VN*NOTHING~"));

        assertEquals(
                List.of("CUSTOMER_UNKNOWN", "ORDER_STATUS_NOT_TAKEN", "ITEM_UNKNOWN", "UNIT_UNKNOWN"),
                handled.problems().stream().map(Violation::code).toList());
        assertTrue(company.service(SalesOrders.class).find("4711").isEmpty());
    }

    @Test
    void an_order_that_names_a_lot_gets_that_lot_whatever_expires_first() throws Exception {
        flourCame();
        bakery.baked("B1");
        LotKey named = bakery.baked("B2");

        HandledSet handled = handle(order("W05*N*4711~", "N1*ST**92*MARKET~", "W01*2*CA**VN*BREAD~\nN9*LT*B2~"));

        assertEquals(List.of(), handled.problems());
        assertEquals(List.of(named + " 24 C62"), reserved("4711"));
        handle(order("W05*N*4711~", "N1*ST**92*MARKET~", "W01*2*CA**VN*BREAD~\nN9*LT*B2~"));
        assertEquals(List.of(named + " 24 C62"), reserved("4711"), "the same again");
    }

    @Test
    void what_cannot_be_had_of_a_lot_that_is_ordered_is_a_case_and_the_order_stays() throws Exception {
        flourCame();
        LotKey named = bakery.baked("B2");

        HandledSet handled = handle(order("W05*N*4711~", "N1*ST**92*MARKET~", "W01*900*CA**VN*BREAD~\nN9*LT*B2~"));

        assertEquals(List.of(), handled.problems());
        assertTrue(company.service(SalesOrders.class).find("4711").isPresent());
        List<ExceptionCase> cases =
                company.service(ExceptionCases.class).list(ExceptionFilter.NONE, Optional.empty(), 100).stream()
                        .filter(one -> one.code().equals("NAMED_LOT_NOT_RESERVED"))
                        .toList();
        assertEquals(
                List.of(Optional.of(named)),
                cases.stream().map(ExceptionCase::lot).toList());
        assertTrue(cases.get(0).message().contains("order 4711"), cases.get(0).message());
    }

    @Test
    void a_lot_that_nobody_knows_is_told_to_who_ordered_it() {
        HandledSet handled = handle(order("W05*N*4711~", "N1*ST**92*MARKET~", "W01*2*CA**VN*BREAD~\nN9*LT*B9~"));

        assertEquals(
                List.of("LOT_UNKNOWN"),
                handled.problems().stream().map(Violation::code).toList());
        assertTrue(company.service(SalesOrders.class).find("4711").isEmpty());
    }

    private List<String> reserved(String order) {
        return company
                .service(Reservations.class)
                .ofOrder(new DocumentReference(DocumentType.SALES_ORDER, order))
                .stream()
                .map(one -> one.lot() + " " + one.quantity())
                .toList();
    }

    @Test
    void an_order_of_somebody_else_is_not_replaced_by_one_with_its_number() {
        bakery.ordered(new SalesOrder(
                "4711",
                MARKET,
                "X",
                Bakery.POTSDAM,
                Bakery.TODAY,
                aSalesOrder("SO1").ordering(BREAD, "1 C62").build().lines()));

        HandledSet handled = handle(order("W05*N*4711~", "N1*ST**92*MARKET~", "W01*2*CA**VN*BREAD~"));

        assertEquals(
                List.of("ORDER_OF_OTHERS"),
                handled.problems().stream().map(Violation::code).toList());
    }

    @Test
    void the_answer_of_the_partner_is_noted_at_what_it_answers() throws Exception {
        flourCame();
        String told = told(1).get(0);

        drop("997.edi", """
                ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0930*U*00401*000000009*0*P*>~
                GS*FA*ACME*LOTTRACE*20260302*0930*9*X*004010~
                ST*997*0001~
                AK1*RE*%s~
                AK2*944*0001~
                AK5*A~
                AK9*A*1*1*1~
                SE*6*0001~
                GE*1*9~
                IEA*1*000000009~
                """.formatted(told.split("GS\\*")[1].split("\\*")[5]));

        waitUntil(() -> record("944", "r1").status() == InterchangeStatus.ACKNOWLEDGED);
    }

    @Test
    void what_happens_at_another_site_or_for_nobody_is_told_to_nobody() throws Exception {
        agreed("client", "sites = HAM");
        flourCame();
        catchUp();

        assertEquals(List.of(), outbox());
    }

    @Test
    void a_site_that_is_run_for_two_partners_is_told_to_neither_and_told_when_that_is_mended() throws Exception {
        database.unitOfWork().run(() -> saveClient("OTHER"));
        flourCame();
        catchUp();
        SetAsideEvent aside = followers().status(ClientReports.NAME).setAside().get(0);
        assertTrue(
                aside.failure().reason().contains("[ACME, OTHER]"),
                aside.failure().reason());
        assertEquals(List.of(), outbox());

        database.unitOfWork().run(() -> database.parties()
                .save(aParty("OTHER")
                        .as(PartyRole.CARRIER)
                        .exchangingAs("ZZ", "OTHER")
                        .build()));
        followers().retry(ClientReports.NAME, aside.position());

        assertEquals(1, told(1).size());
    }

    @Test
    void a_report_that_was_sent_and_is_wrong_is_a_case_until_the_partner_is_told() throws Exception {
        flourCame();
        told(1);
        waitUntil(() -> record("944", "r1").status() == InterchangeStatus.SENT);

        Outcomes.done(bakery.reverse("undo", "r1"));
        catchUp();

        List<ExceptionCase> cases = company.service(ExceptionCases.class).ofEvent(new EventId("undo"));
        assertEquals(
                List.of("CLIENT_REPORT_TAKEN_BACK"),
                cases.stream().map(ExceptionCase::code).toList());
        assertEquals(1, outbox().size());
    }

    @Test
    void what_was_told_is_told_once_under_numbers_without_a_gap_when_everything_starts_again() throws Exception {
        flourCame();
        List<String> before = told(1);
        company.close();
        open();
        LotKey bread = bakery.baked("B1");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "2 C62").build());
        bakery.reserve("SO1", 1, bread, SHELF, "2 C62");
        Outcomes.done(bakery.ship("s1", "D1", "SO1", WorkingBakery.leaving(1, on(SHELF, bread, "2 C62"))));

        List<String> after = told(2);

        assertEquals(before.get(0), after.get(0), "byte for byte");
        assertEquals(
                List.of("000000001", "000000002"),
                after.stream().map(ClientReportsIT::control).toList());
    }

    @Test
    void a_report_that_cannot_be_written_uses_up_no_number_and_says_at_which_element() throws Exception {
        flourCame();
        told(1);
        LotKey bread = bakery.baked("B1");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "2 C62").build());
        bakery.reserve("SO1", 1, bread, SHELF, "2 C62");
        Outcomes.done(bakery.ship(
                "s1",
                "A-NUMBER-THAT-IS-LONGER-THAN-X12-HAS-ROOM-FOR",
                "SO1",
                WorkingBakery.leaving(1, on(SHELF, bread, "2 C62"))));
        catchUp();

        String reason = followers()
                .status(ClientReports.NAME)
                .setAside()
                .get(0)
                .failure()
                .reason();
        assertTrue(reason.contains("W06"), reason);
        assertFalse(outbox().size() > 1, () -> "sent: " + outbox());
    }

    /** As a transport does it. */
    private void drop(String name, String content) throws IOException {
        Path half = Files.writeString(folder.resolve(name), content);
        Files.move(half, folder.resolve("inbox").resolve(name));
    }

    private HandledSet handle(String order) {
        return handle("940", order);
    }

    private HandledSet handle(String code, String file) {
        return database.unitOfWork().required(() -> company.services(TransactionSetHandler.class).stream()
                .filter(one -> one.transactionSet().equals(code))
                .findFirst()
                .orElseThrow()
                .handle(new InboundTransactionSet(
                        code,
                        "004010",
                        database.parties().find(new PartyId("ACME")).orElseThrow(),
                        new InterchangeReference(
                                new EdiAddress("ZZ", "ACME"), new EdiAddress("ZZ", "LOTTRACE"), "1", "1", "0001"),
                        read(file))));
    }

    private static String order(String beginning, String receiver, String goods) {
        int segments = 8 + goods.split("\n").length;
        return """
                ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0930*U*00401*000000010*0*P*>~
                GS*OW*ACME*LOTTRACE*20260302*0930*10*X*004010~
                ST*940*0001~
                %s
                N1*WH**92*BER~
                %s
                G62*10*20260303~
                LX*1~
                %s
                W76*2~
                SE*%d*0001~
                GE*1*10~
                IEA*1*000000010~
                """.formatted(beginning, receiver, goods, segments);
    }

    private void flourCame() {
        Outcomes.done(bakery.capture()
                .receive(new Receipt(aContext("r1").request(), WorkingBakery.notice("N1"), SHELF, List.of())));
    }

    private void saveClient(String name) {
        database.parties()
                .save(aParty(name)
                        .as(PartyRole.SUPPLIER)
                        .exchangingAs("ZZ", name)
                        .mappedBy("client")
                        .build());
    }

    private void agreed(String mapping, String said) throws IOException {
        Path partner =
                Files.createDirectories(folder.resolve("mappings/partners").resolve(mapping));
        Files.writeString(partner.resolve("warehouse.properties"), said);
    }

    private void open() {
        company = TestCompany.on(database)
                .with(Clock.class, Bakery.CLOCK)
                .with(BundleContext.class, WarehouseExchangeIT.carryingNothing())
                .configured(WarehouseEdiConfig.PID, Map.of("mappings", at("mappings")))
                .configured(
                        "org.lottrace.edi.x12",
                        Map.of(
                                "mappings", at("mappings"),
                                "inbox", at("inbox"),
                                "archive", at("archive"),
                                "rejected", at("rejected"),
                                "outbox", at("outbox"),
                                "poll.milliseconds", 100));
        company.service(Interchanges.class);
        company.service(WithheldInterchanges.class);
        bakery = new WorkingBakery(company);
        followers();
    }

    private LedgerFollowers followers() {
        return company.service(LedgerFollowers.class);
    }

    private void catchUp() {
        assertEquals(0, followers().catchUp(ClientReports.NAME, DEADLINE).lag());
    }

    /** @return what is in the outbox when so many have come, by control number */
    private List<String> told(int count) throws Exception {
        catchUp();
        assertEquals(List.of(), followers().status(ClientReports.NAME).setAside());
        waitUntil(() -> outbox().size() >= count);
        return outbox();
    }

    private InterchangeRecord record(String code, String event) {
        return database.unitOfWork()
                .required(() -> database.interchanges().find(OutboundTransactionSet.logKey(code, event)))
                .orElseThrow();
    }

    private List<String> outbox() {
        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .map(ClientReportsIT::text)
                    .sorted((one, other) -> control(one).compareTo(control(other)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "nothing came in time");
            Thread.sleep(50);
        }
    }

    private static List<SetSegment> read(String text) {
        return X12.read(text.getBytes(StandardCharsets.UTF_8)).get(0).segments();
    }

    /** @return what StAEDI finds wrong with it */
    private static List<String> unreadable(String code, String text) throws Exception {
        Schema schema = SchemaFactory.newFactory()
                .createSchema(Files.newInputStream(X12.MAPPINGS.resolve("x12/004010/" + code + ".xml")));
        List<String> errors = new ArrayList<>();
        int segments = 0;
        try (EDIStreamReader reader = EDIInputFactory.newFactory()
                .createEDIStreamReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_TRANSACTION) {
                    reader.setTransactionSchema(schema);
                }
                if (event == EDIStreamEvent.START_SEGMENT) {
                    segments++;
                }
                if (event.isError()) {
                    errors.add(reader.getErrorType() + " " + reader.getLocation());
                }
            }
        }
        assertTrue(segments > 10, "StAEDI has read it");
        return errors;
    }

    private static String control(String interchange) {
        return interchange.split("\\*")[13];
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
