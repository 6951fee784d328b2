package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.Reversals.reversalOf;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.edi.CheckedFile;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.InterchangeText;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.SentAgain;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.Dispositions;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.PostalAddress;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.company.TestCompany;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
import org.lottrace.edi.asn856.internal.PartnerFolder.SsccLevel;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.persistence.testing.TestDatabase;

class OutboundShipNoticesIT implements Interchanges, WithheldInterchanges {
    private static final Lot OLD = aLot("B26-1")
            .of(BREAD)
            .madeAt(Bakery.BERLIN)
            .producedOn("2026-03-01")
            .expiring("2026-03-11")
            .build();
    private static final Lot YOUNG =
            aLot("B26:2").of(BREAD).madeAt(Bakery.BERLIN).expiring("2026-03-12").build();
    private static final PartyId KIOSK = new PartyId("KIOSK");

    @TempDir
    Path mappings;

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final List<OutboundTransactionSet> sent = new ArrayList<>();
    private final List<String> withheld = new ArrayList<>();
    private List<Violation> answer = List.of();
    private ShipmentNotices notices;
    private TestCompany company;
    private LedgerFollowers followers;
    private long head;

    @BeforeEach
    void a_market_a_kiosk_and_bread() throws IOException {
        copyMappings();
        database.unitOfWork().run(() -> {
            database.parties()
                    .save(aParty(KIOSK)
                            .as(PartyRole.CUSTOMER)
                            .exchangingAs("ZZ", "KIOSK")
                            .mappedBy("pallet-labels")
                            .build());
            database.parties().save(aParty("CASH").as(PartyRole.CUSTOMER).build());
            database.lots().insert(OLD);
            database.lots().insert(YOUNG);
            database.salesOrders()
                    .save(aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
            database.salesOrders()
                    .save(aSalesOrder("SO2").by(KIOSK).ordering(BREAD, "24 C62").build());
        });
        notices = new ShipmentNotices(
                database.salesOrders(),
                database.items(),
                database.lots(),
                database.sites(),
                database.lotAges(),
                database.parties());
        company = TestCompany.on(database)
                .with(Clock.class, Bakery.CLOCK)
                .with(Interchanges.class, this)
                .with(WithheldInterchanges.class, this)
                .configured(ShipNoticeConfig.PID, Map.of("mappings", mappings.toString()));
        followers = company.service(LedgerFollowers.class);
        record(anEvent("receive", EventType.RECEIVE).build());
    }

    @Test
    void the_customer_reads_what_was_meant() {
        TraceEvent shipment = shipment("ship1", "D-1", Bakery.MARKET, "SO1")
                .with(line(OLD, 1, "SO1", Bakery.MARKET, "12 C62", "1 CS"))
                .with(line(YOUNG, 2, "SO1", Bakery.MARKET, "12 C62", "12 C62"))
                .with(line(OLD, 1, "SO1", Bakery.MARKET, "6 C62", "0.5 CS"))
                .build();
        record(shipment);

        catchUp();

        ShipNotice read = read(sent.get(0), "standard");
        ShipNotice meant = notices.notice(shipment, Bakery.party(Bakery.MARKET), SsccLevel.PACK);
        assertEquals(meant, with(List.of(), read));
        assertEquals("""
                notice BAKERY/D-1
                created 2026-03-02T09:00, shipped 2026-03-02
                from - to 4012345000030 / -
                carrier -, bill of lading -
                    packages 2 C62
                - order PO-SO1 line 1: 1.5 CS of lot B26-1, gtin 04012345000016, our item -, their item BREAD, produced 2026-03-01, expires 2026-03-11, tare -, pack %s
                - order PO-SO1 line 1: 12 C62 of lot B26:2, gtin 04012345000016, our item -, their item BREAD, produced -, expires 2026-03-12, tare -, pack %s
                """.formatted(Bakery.pallet(1), Bakery.pallet(2)), NoticeText.of(read));
    }

    @Test
    void what_was_sent_is_made_again_with_another_mapping_and_not_sent() {
        record(shipment("ship1", "D-1", Bakery.MARKET, "SO1")
                .with(line(OLD, 1, "SO1", Bakery.MARKET, "24 C62", "2 CS"))
                .build());
        catchUp();
        SentAgain again = company.service(SentAgain.class);
        Party market = Bakery.party(Bakery.MARKET);

        assertEquals(
                sent.get(0),
                again.again("856", "ship1", market).flatMap(Outcome::toOptional).orElseThrow());
        assertEquals(
                List.of("BINDING_BROKEN"),
                again.again("856", "ship1", market.with(market.profile().drafted())).orElseThrow().violations().stream()
                        .map(Violation::code)
                        .toList());
        assertEquals(Optional.empty(), again.again("861", "ship1", market));
        assertEquals(1, sent.size());
    }

    /** As a partner marked it: the goods say it so. */
    @Test
    void a_lot_number_with_blanks_is_sent_as_it_is() {
        Lot blank = aLot("A  1/2").of(BREAD).from(Bakery.MILL).build();
        database.unitOfWork().run(() -> database.lots().insert(blank));
        record(shipment("ship1", "D-1", Bakery.MARKET, "SO1")
                .with(line(blank, 1, "SO1", Bakery.MARKET, "12 C62", "1 CS"))
                .build());

        catchUp();

        assertEquals("A  1/2", read(sent.get(0), "standard").lines().get(0).lotNumber());
    }

    /** The customer finds the line that it ordered, with the item that came for it. */
    @Test
    void a_substitute_is_announced_for_the_line_that_the_customer_ordered() {
        Lot flour = aLot("F26-1").of(FLOUR).madeAt(Bakery.BERLIN).build();
        database.unitOfWork().run(() -> {
            database.lots().insert(flour);
            database.salesOrders()
                    .save(aSalesOrder("SO1")
                            .ordering(BREAD, "1 CS")
                            .insteadOf(1, "12 C62", FLOUR, "6 KGM")
                            .build());
        });

        ShipNotice notice = notices.notice(
                shipment("ship1", "D-1", Bakery.MARKET, "SO1")
                        .with(line(OLD, 1, "SO1", Bakery.MARKET, "12 C62", "1 CS"))
                        .with(line(flour, SalesOrder.FIRST_SUBSTITUTE, "SO1", Bakery.MARKET, "6 KGM", "6 KGM"))
                        .build(),
                Bakery.party(Bakery.MARKET),
                SsccLevel.PACK);

        assertEquals(
                List.of("1 BREAD B26-1", "1 FLOUR F26-1"),
                notice.lines().stream()
                        .map(line -> line.lineNumber() + " " + line.senderItem() + " " + line.lotNumber())
                        .sorted()
                        .toList());
    }

    @Test
    void a_customer_with_pallet_labels_gets_the_sscc_at_the_tare() {
        record(shipment("ship1", "D-1", KIOSK, "SO2")
                .with(line(OLD, 1, "SO2", KIOSK, "24 C62", "24 C62"))
                .build());

        catchUp();

        assertEquals(
                Optional.of(Bakery.pallet(1)),
                read(sent.get(0), "pallet-labels").lines().get(0).tare());
        assertTrue(
                sent.get(0).xml().indexOf("LIN_LT") < sent.get(0).xml().indexOf("LIN_EN"),
                sent.get(0).xml());
    }

    @Test
    void a_customer_of_edifact_gets_a_desadv_with_the_same_lots_and_units() {
        kioskWritesEdifact();
        TraceEvent shipment = shipment("ship1", "D-1", KIOSK, "SO2")
                .with(line(OLD, 1, "SO2", KIOSK, "12 C62", "12 C62"))
                .with(line(YOUNG, 2, "SO2", KIOSK, "12 C62", "12 C62"))
                .build();
        record(shipment);

        catchUp();

        assertEquals("DESADV", sent.get(0).code());
        assertEquals("D:01B:UN:EAN007", sent.get(0).version());
        byte[] file = X12.write("DESADV", "", sent.get(0).xml());
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("GIN+BX+B26?:2'") && text.contains("BGM+351+D-1+9'"), text);
        SetLevels levels = SetLevels.of(X12.read(file).get(0).segments());
        PartnerFolder partners = new PartnerFolder(X12.MAPPINGS);
        Reading reading = MessageReader.read(
                partners.binding("eancom-retail").read(levels),
                levels,
                partners.switches("eancom-retail"),
                Bakery.COMPANY);
        assertEquals(List.of(), reading.problems());
        assertEquals(
                notices.notice(shipment, kiosk(), SsccLevel.PACK).lines(),
                reading.notice().orElseThrow().lines());
    }

    @Test
    void a_desadv_of_a_recalled_lot_is_withheld_and_one_that_was_sent_is_cancelled_under_its_number() {
        kioskWritesEdifact();
        TraceEvent first = shipTo("ship1", KIOSK, "SO2");
        record(first);
        catchUp();
        logged("ship1", InterchangeStatus.SENT);
        database.unitOfWork().run(() -> database.dispositions()
                .save(List.of(Dispositions.of(OLD.key(), Disposition.RECALLED, "glass", new EventId("receive")))));
        record(shipTo("ship2", KIOSK, "SO2"));
        catchUp();
        record(reversalOf(first));
        catchUp();

        assertEquals(
                List.of("DESADV ship1 false", "DESADV ship2 true", "DESADV undo-ship1 false"),
                sent.stream()
                        .map(set -> set.code() + " " + set.key() + " " + set.withheld())
                        .toList());
        assertTrue(sent.get(2).xml().contains(">D-ship1<"), sent.get(2).xml());
        assertTrue(
                new String(X12.write("DESADV", "", sent.get(2).xml()), StandardCharsets.ISO_8859_1)
                        .contains("BGM+351+D-ship1+1'"),
                sent.get(2).xml());
    }

    private Party kiosk() {
        return database.unitOfWork()
                .required(() -> database.parties().find(KIOSK).orElseThrow());
    }

    private void kioskWritesEdifact() {
        database.unitOfWork().run(() -> database.parties()
                .save(aParty(KIOSK)
                        .as(PartyRole.CUSTOMER)
                        .exchangingAs("14", "4012345000023")
                        .mappedBy("eancom-retail")
                        .build()));
    }

    @Test
    void every_shipment_is_sent_once_and_none_to_those_without_edi() {
        record(shipTo("ship1", Bakery.MARKET, "SO1"));
        record(shipTo("ship2", new PartyId("CASH"), "SO1"));
        catchUp();
        catchUp();
        record(shipTo("ship3", Bakery.MARKET, "SO1"));
        catchUp();

        assertEquals(List.of("ship1", "ship3"), keys());
        assertEquals(4, status().position());
    }

    @Test
    void the_notice_of_a_recalled_lot_is_withheld_and_the_others_go_out() {
        database.unitOfWork().run(() -> database.dispositions()
                .save(List.of(Dispositions.of(OLD.key(), Disposition.RECALLED, "glass", new EventId("receive")))));
        record(shipment("ship1", "D-1", Bakery.MARKET, "SO1")
                .with(line(OLD, 1, "SO1", Bakery.MARKET, "12 C62", "1 CS"))
                .build());
        record(shipment("ship2", "D-2", Bakery.MARKET, "SO1")
                .with(line(YOUNG, 1, "SO1", Bakery.MARKET, "12 C62", "1 CS"))
                .build());

        catchUp();

        assertEquals(
                List.of("ship1 true", "ship2 false"),
                sent.stream().map(set -> set.key() + " " + set.withheld()).toList());
    }

    @Test
    void what_cannot_be_made_holds_back_this_customer_only_and_is_made_later_in_order() throws IOException {
        Path binding = mappings.resolve("partners/pallet-labels/856.oxm.xml");
        Path away = Files.move(binding, mappings.resolve("away"));
        record(shipTo("ship1", KIOSK, "SO2"));
        record(shipTo("ship2", Bakery.MARKET, "SO1"));
        record(shipTo("ship3", KIOSK, "SO2"));
        catchUp();
        retry();

        assertEquals(List.of("ship2"), keys());
        assertEquals(List.of(2L, 4L), heldBack());
        assertEquals(4, status().position());

        Files.move(away, binding);
        retry();
        assertEquals(List.of("ship2", "ship1", "ship3"), keys());
        assertEquals(List.of(), heldBack());
    }

    @Test
    void what_the_exchange_refuses_is_tried_again_too() {
        answer = List.of(new Violation("SCHEMA_MISSING", ViolationPath.WHOLE, "there is no schema"));
        record(shipTo("ship1", Bakery.MARKET, "SO1"));
        catchUp();
        assertEquals(List.of(), keys());
        assertTrue(status().setAside().get(0).failure().reason().contains("there is no schema"));
        answer = List.of();

        retry();

        assertEquals(List.of("ship1"), keys());
        assertEquals(List.of(), heldBack());
    }

    @Test
    void an_order_that_is_unknown_is_no_reason_to_forget_the_shipment() {
        record(shipTo("ship1", Bakery.MARKET, "SO9"));
        catchUp();
        assertEquals(List.of(), keys());

        database.unitOfWork().run(() -> database.salesOrders()
                .save(aSalesOrder("SO9").ordering(BREAD, "1 CS").build()));
        retry();
        assertEquals(List.of("ship1"), keys());
    }

    @Test
    void a_shipment_that_was_reported_without_its_order_is_told_and_holds_back_nothing() {
        record(shipTo("ship1", Bakery.MARKET, "SO9")
                .finding(List.of(new Violation("ORDER_UNKNOWN", "salesOrder", "SO9 is unknown"))));
        record(shipTo("ship2", Bakery.MARKET, "SO1"));

        catchUp();

        assertEquals(List.of("ship1", "ship2"), keys());
        assertEquals(List.of(), heldBack());
    }

    @Test
    void a_shipment_that_is_reversed_before_its_notice_is_made_is_never_told() {
        TraceEvent shipment = shipTo("ship1", Bakery.MARKET, "SO1");
        record(shipment);
        record(reversalOf(shipment));

        catchUp();

        assertEquals(List.of(), keys());
    }

    /** Otherwise this customer would wait for ever. */
    @Test
    void a_notice_that_cannot_be_made_holds_back_nothing_once_its_shipment_is_reversed() {
        TraceEvent wrong = shipTo("ship1", Bakery.MARKET, "SO9");
        record(wrong);
        record(shipTo("ship2", Bakery.MARKET, "SO1"));
        catchUp();
        assertEquals(List.of(), keys());

        record(reversalOf(wrong));
        catchUp();
        retry();

        assertEquals(List.of("ship2"), keys());
        assertEquals(List.of(), heldBack());
    }

    @Test
    void a_notice_that_waits_to_be_sent_is_withheld_when_its_shipment_is_reversed() {
        TraceEvent shipment = shipTo("ship1", Bakery.MARKET, "SO1");
        record(shipment);
        catchUp();
        logged("ship1", InterchangeStatus.PENDING);

        record(reversalOf(shipment));
        catchUp();

        assertEquals(List.of("856 ship1"), withheld);
        assertEquals(List.of("ship1"), keys());
    }

    @Test
    void a_notice_that_was_sent_is_cancelled_by_one_with_the_same_number_when_its_shipment_is_reversed() {
        TraceEvent shipment = shipTo("ship1", Bakery.MARKET, "SO1");
        record(shipment);
        catchUp();
        logged("ship1", InterchangeStatus.ACKNOWLEDGED);

        record(reversalOf(shipment));
        catchUp();

        assertEquals(List.of("ship1", "undo-ship1"), keys());
        String original = text(X12.read(X12.write(sent.get(0).xml())).get(0));
        String cancellation = text(X12.read(X12.write(sent.get(1).xml())).get(0));
        assertEquals(original.replace("BSN*00*", "BSN*01*"), cancellation);
        assertTrue(cancellation.contains("BSN*01*"), cancellation);
    }

    @Test
    void the_customer_is_told_how_the_goods_travel_and_what_is_known_of_their_lots() throws IOException {
        agreed("standard", "tlc.source = ZW");
        record(anEvent("known", EventType.LOT_CHANGE)
                .build()
                .changing(List.of(LotChange.changed(
                        OLD,
                        List.of(),
                        OLD,
                        List.of(
                                KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code("DE")),
                                KeyDataElement.TLC_SOURCE.is(new KeyDataValue.Who(Bakery.MILL))),
                        "label"))));
        EventLine line = line(OLD, 1, "SO1", Bakery.MARKET, "12 C62", "1 CS");
        record(shipment("ship1", "D-1", Bakery.MARKET, "SO1")
                .with(new EventLine(
                        line.lot(),
                        line.from(),
                        line.to(),
                        line.quantity(),
                        line.entered(),
                        line.orderLine(),
                        line.price(),
                        List.of(
                                KeyDataElement.SERIAL.is(new KeyDataValue.Text("S-1")),
                                KeyDataElement.SERIAL.is(new KeyDataValue.Text("S-2")),
                                KeyDataElement.NET_WEIGHT.is(new KeyDataValue.Amount(quantity("7.25 KGM"))))))
                .build()
                .saying(List.of(
                        KeyDataElement.CARRIER_CODE.is(new KeyDataValue.Code("ABCD")),
                        KeyDataElement.BILL_OF_LADING.is(new KeyDataValue.Text("BOL-7")),
                        KeyDataElement.CARRIER_REFERENCE.is(new KeyDataValue.Text("PRO-8")),
                        KeyDataElement.VEHICLE.is(new KeyDataValue.At(new Place.Vehicle("TR-9"))),
                        KeyDataElement.SEAL.is(new KeyDataValue.Text("SEAL-1")),
                        KeyDataElement.GROSS_WEIGHT.is(new KeyDataValue.Amount(quantity("8.5 KGM"))))));

        catchUp();

        List<String> segments =
                List.of(text(X12.read(X12.write(sent.get(0).xml())).get(0)).split("\n"));
        for (String expected : List.of(
                "TD1**1****G*8.5*KG",
                "TD5**2*ABCD",
                "TD3*TL**TR-9******SEAL-1",
                "REF*BM*BOL-7",
                "REF*CN*PRO-8",
                "MEA*PD*N*7.25*KG",
                "REF*SE*S-1",
                "REF*SE*S-2")) {
            assertTrue(segments.contains(expected), expected + " in " + segments);
        }
        assertTrue(
                segments.stream()
                        .anyMatch(segment -> segment.startsWith("LIN*") && segment.endsWith("*LT*B26-1*CH*DE")),
                segments.toString());
        assertTrue(segments.stream().anyMatch(segment -> segment.startsWith("N1*ZW*")), segments.toString());
        ShipNotice read = read(sent.get(0), "standard");
        assertEquals("ABCD", read.carrier());
        assertEquals("BOL-7", read.billOfLading());
    }

    @Test
    void the_address_of_the_customer_is_in_the_notice() {
        database.unitOfWork().run(() -> {
            Party market = database.parties().find(Bakery.MARKET).orElseThrow();
            database.parties()
                    .save(new Party(
                            market.id(),
                            market.name(),
                            market.roles(),
                            market.gln(),
                            new PostalAddress("Ring 1", "Town", "NY", "10001", "US"),
                            market.email(),
                            market.phone(),
                            market.profile()));
        });
        record(shipTo("ship1", Bakery.MARKET, "SO1"));

        catchUp();

        String text = text(X12.read(X12.write(sent.get(0).xml())).get(0));
        assertTrue(text.contains("\nN3*Ring 1\nN4*Town*NY*10001*US\n"), text);
    }

    /** Nobody corrects an address to let goods be announced. */
    @Test
    void what_x12_has_no_room_for_keeps_no_notice_back() {
        database.unitOfWork().run(() -> {
            Party market = database.parties().find(Bakery.MARKET).orElseThrow();
            database.parties()
                    .save(new Party(
                            market.id(),
                            "Market " + "x".repeat(60),
                            market.roles(),
                            market.gln(),
                            new PostalAddress(
                                    "Ring 1\nHinterhaus " + "y".repeat(200), "z".repeat(40), "Bavaria", "7", "Germany"),
                            market.email(),
                            market.phone(),
                            market.profile()));
        });
        record(shipment("ship1", "D-1", Bakery.MARKET, "SO1")
                .with(line(OLD, 1, "SO1", Bakery.MARKET, "12 C62", "1 CS"))
                .build()
                .saying(List.of(
                        KeyDataElement.ROUTING.is(new KeyDataValue.Text("Carriers of the North and of the South, Ltd")),
                        KeyDataElement.VEHICLE.is(new KeyDataValue.At(new Place.Vehicle("HH-LT 2026 X"))),
                        KeyDataElement.SEAL.is(new KeyDataValue.Text("7")),
                        KeyDataElement.PACKAGES.is(new KeyDataValue.Amount(quantity("2.5 C62"))),
                        KeyDataElement.GROSS_WEIGHT.is(new KeyDataValue.Amount(quantity("12345678.123456 KGM"))))));

        catchUp();

        byte[] file = X12.write(sent.get(0).xml());
        assertEquals(List.of(), X12.staediSays(file));
        List<String> segments = List.of(text(X12.read(file).get(0)).split("\n"));
        for (String expected : List.of(
                "TD1******G*12345678.12*KG", "TD5*****Carriers of the North and of the So", "TD3*TL**HHLT2026X")) {
            assertTrue(segments.contains(expected), expected + " in " + segments);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CANCEL,  ship1 00; undo 01; ship2 00",
        "REPLACE, ship1 00; ship2 05",
        "CHANGE,  ship1 00; ship2 04",
        "RESEND,  ship1 00; ship2 00",
        "CASE,    ship1 00"
    })
    void a_shipment_that_is_recorded_again_is_told_as_its_customer_wants_it(String agreed, String told)
            throws IOException {
        agreed("standard", "changes = " + agreed);
        TraceEvent shipment = shipmentOfNumber("ship1");
        record(shipment);
        catchUp();
        logged("ship1", InterchangeStatus.SENT);

        record(reversalOf(shipment));
        record(shipmentOfNumber("ship2"));
        catchUp();

        assertEquals(told, purposes());
        assertEquals(agreed.equals("CASE") ? List.of("ship2") : List.of(), told("ship2"));
        assertEquals(List.of(), told("undo-ship1"));
    }

    @ParameterizedTest
    @CsvSource({"CANCEL, true", "REPLACE, true", "CHANGE, true", "RESEND, false", "CASE, false"})
    void a_shipment_that_is_reversed_alone_is_cancelled_or_a_case(String agreed, boolean isCancelled)
            throws IOException {
        agreed("standard", "changes = " + agreed);
        TraceEvent shipment = shipmentOfNumber("ship1");
        record(shipment);
        catchUp();
        logged("ship1", InterchangeStatus.SENT);

        record(reversalOf(shipment));
        catchUp();

        assertEquals(isCancelled ? "ship1 00; undo 01" : "ship1 00", purposes());
        assertEquals(isCancelled ? List.of() : List.of("undo-ship1"), told("undo-ship1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCEL", "REPLACE", "CHANGE", "RESEND", "CASE"})
    void what_a_customer_has_received_is_changed_by_no_notice(String agreed) throws IOException {
        agreed("standard", "changes = " + agreed);
        TraceEvent shipment = shipmentOfNumber("ship1");
        record(shipment);
        catchUp();
        logged(
                "ship1",
                InterchangeStatus.ACKNOWLEDGED,
                new Violation("RECEIPT_CONFIRMED", ViolationPath.WHOLE, "came"));

        record(reversalOf(shipment));
        record(shipmentOfNumber("ship2"));
        catchUp();

        assertEquals("ship1 00", purposes());
        assertEquals(List.of("ship2"), told("ship2"));
    }

    @Test
    void a_desadv_is_replaced_in_its_own_words() throws IOException {
        kioskWritesEdifact();
        Files.writeString(mappings.resolve("partners/eancom-retail/DESADV.properties"), "changes = REPLACE\n");
        TraceEvent shipment = shipment("ship1", "D-1", KIOSK, "SO2")
                .with(line(OLD, 1, "SO2", KIOSK, "12 C62", "12 C62"))
                .build();
        record(shipment);
        catchUp();
        logged("ship1", InterchangeStatus.SENT);

        record(reversalOf(shipment));
        record(shipment("ship2", "D-1", KIOSK, "SO2")
                .with(line(OLD, 1, "SO2", KIOSK, "11 C62", "11 C62"))
                .build());
        catchUp();

        assertEquals(List.of("ship1", "ship2"), keys());
        assertTrue(
                new String(X12.write("DESADV", "", sent.get(1).xml()), StandardCharsets.ISO_8859_1)
                        .contains("BGM+351+D-1+5'"),
                sent.get(1).xml());
    }

    @Test
    void a_notice_that_was_cancelled_is_followed_by_an_original() throws IOException {
        agreed("standard", "changes = REPLACE");
        TraceEvent shipment = shipmentOfNumber("ship1");
        record(shipment);
        catchUp();
        logged("ship1", InterchangeStatus.SENT);
        record(reversalOf(shipment));
        catchUp();
        logged("undo-ship1", InterchangeStatus.SENT);

        record(shipmentOfNumber("ship2"));
        catchUp();

        assertEquals("ship1 00; undo 01; ship2 00", purposes());
    }

    @Test
    void a_notice_that_waits_is_withheld_when_its_shipment_is_reversed_whatever_was_agreed() throws IOException {
        agreed("standard", "changes = CASE");
        TraceEvent shipment = shipmentOfNumber("ship1");
        record(shipment);
        catchUp();
        logged("ship1", InterchangeStatus.PENDING);

        record(reversalOf(shipment));
        catchUp();

        assertEquals(List.of("856 ship1"), withheld);
        assertEquals(List.of(), told("undo-ship1"));
    }

    /** The customer knows the first shipment, and nothing of the second one. */
    @ParameterizedTest
    @CsvSource({
        "REPLACE, ship1 00; ship2 05; undo-ship2 01",
        "CHANGE,  ship1 00; ship2 04; undo-ship2 01",
        "RESEND,  ship1 00; ship2 00"
    })
    void what_takes_the_place_of_a_notice_and_is_reversed_before_it_was_sent_is_told_of_the_notice_that_was(
            String agreed, String told) throws IOException {
        agreed("standard", "changes = " + agreed);
        TraceEvent shipment = shipmentOfNumber("ship1");
        record(shipment);
        catchUp();
        logged("ship1", InterchangeStatus.SENT);
        record(reversalOf(shipment));
        TraceEvent second = shipmentOfNumber("ship2");
        record(second);
        catchUp();
        logged("ship2", InterchangeStatus.PENDING);

        record(reversalOf(second));
        catchUp();

        assertEquals(List.of("856 ship2"), withheld);
        assertEquals(told, purposes());
        assertEquals(agreed.equals("RESEND") ? List.of("undo-ship2") : List.of(), told("undo-ship2"));
    }

    /** The case of the shipment goes when that is reversed. */
    @Test
    void a_person_is_asked_again_when_what_took_the_place_of_a_notice_is_reversed_too() throws IOException {
        agreed("standard", "changes = CASE");
        TraceEvent shipment = shipmentOfNumber("ship1");
        record(shipment);
        catchUp();
        logged("ship1", InterchangeStatus.SENT);
        record(reversalOf(shipment));
        TraceEvent second = shipmentOfNumber("ship2");
        record(second);
        catchUp();

        record(reversalOf(second));
        catchUp();

        assertEquals(List.of("undo-ship2"), told("undo-ship2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCEL", "REPLACE", "CHANGE", "RESEND", "CASE"})
    void a_notice_that_waits_is_withheld_and_the_shipment_that_takes_its_place_is_an_original(String agreed)
            throws IOException {
        agreed("standard", "changes = " + agreed);
        TraceEvent shipment = shipmentOfNumber("ship1");
        record(shipment);
        catchUp();
        logged("ship1", InterchangeStatus.PENDING);

        record(reversalOf(shipment));
        record(shipmentOfNumber("ship2"));
        catchUp();

        assertEquals(List.of("856 ship1"), withheld);
        assertEquals("ship1 00; ship2 00", purposes());
        assertEquals(List.of(), told("ship2"));
    }

    @Test
    void a_notice_that_is_corrected_twice_and_cancelled_is_told_each_time_and_begins_anew() throws IOException {
        agreed("standard", "changes = REPLACE");
        TraceEvent before = shipmentOfNumber("ship1");
        record(before);
        catchUp();
        logged("ship1", InterchangeStatus.ACKNOWLEDGED);
        for (String id : List.of("ship2", "ship3")) {
            record(reversalOf(before));
            before = shipmentOfNumber(id);
            record(before);
            catchUp();
            logged(id, InterchangeStatus.SENT);
        }
        record(reversalOf(before));
        catchUp();
        logged("undo-ship3", InterchangeStatus.SENT);
        record(shipmentOfNumber("ship4"));
        catchUp();

        assertEquals("ship1 00; ship2 05; ship3 05; undo-ship3 01; ship4 00", purposes());
    }

    private void agreed(String partner, String lines) throws IOException {
        Files.writeString(mappings.resolve("partners/" + partner + "/856.properties"), lines + "\n");
    }

    private TraceEvent shipmentOfNumber(String id) {
        return shipment(id, "D-1", Bakery.MARKET, "SO1")
                .with(line(OLD, 1, "SO1", Bakery.MARKET, "12 C62", "1 CS"))
                .build();
    }

    /** @return events of which a person has to tell the customer */
    private List<String> told(String event) {
        return company.service(ExceptionCases.class).ofEvent(new EventId(event)).stream()
                .filter(one -> one.code().equals("NOTICE_NOT_CORRECTED"))
                .map(one -> one.event().value())
                .toList();
    }

    private String purposes() {
        return sent.stream()
                .map(set -> set.key().replace("undo-ship1", "undo") + " "
                        + X12.read(X12.write(set.xml()))
                                .get(0)
                                .segments()
                                .get(1)
                                .element(1))
                .collect(Collectors.joining("; "));
    }

    private void logged(String key, InterchangeStatus status, Violation... notes) {
        database.unitOfWork().run(() -> database.interchanges()
                .insert(
                        new InterchangeRecord(
                                0,
                                Direction.OUTBOUND,
                                "",
                                "",
                                "000000001",
                                List.of(OutboundTransactionSet.SHIP_NOTICE),
                                key,
                                status,
                                Bakery.NOW,
                                List.of(notes)),
                        Optional.of(OutboundTransactionSet.logKey(OutboundTransactionSet.SHIP_NOTICE, key)),
                        new byte[0]));
    }

    @Override
    public Set<String> withhold(String code, Collection<String> keys) {
        return keys.stream().filter(key -> withhold(code, key)).collect(Collectors.toSet());
    }

    @Override
    public Set<String> waiting(String code, Collection<String> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean withhold(String code, String key) {
        boolean waits = database.interchanges()
                .find(OutboundTransactionSet.logKey(code, key))
                .filter(record -> database.interchanges()
                        .replaceStatus(record.id(), InterchangeStatus.PENDING, InterchangeStatus.WITHHELD))
                .isPresent();
        if (waits) {
            withheld.add(code + " " + key);
        }
        return waits;
    }

    private TraceEvent shipTo(String id, PartyId customer, String order) {
        return shipment(id, "D-" + id, customer, order)
                .with(line(OLD, 1, order, customer, "12 C62", "1 CS"))
                .build();
    }

    private static org.lottrace.api.fixture.EventBuilder shipment(
            String id, String number, PartyId customer, String order) {
        return anEvent(id, EventType.SHIP).of(DocumentType.SHIPMENT, number).of(DocumentType.SALES_ORDER, order);
    }

    private static EventLine line(Lot lot, int pallet, String order, PartyId customer, String base, String entered) {
        return new EventLine(
                lot.key(),
                Position.at(Bakery.in(GATE)),
                Position.at(Place.party(customer), Bakery.pallet(pallet)),
                quantity(base),
                quantity(entered),
                Optional.of(new OrderLineReference(aSalesOrder(order).build().reference(), 1)));
    }

    private void record(TraceEvent event) {
        database.unitOfWork().run(() -> {
            database.ledger().lockHead();
            database.ledger().append(new RecordedEvent(event, ++head, Bakery.NOW, "0".repeat(64)));
        });
    }

    private void catchUp() {
        assertEquals(0, followers.catchUp("asn856", Duration.ofSeconds(60)).lag());
    }

    /** What is held back, from the first on. */
    private void retry() {
        heldBack().stream().findFirst().ifPresent(first -> followers.retry("asn856", first));
    }

    private List<Long> heldBack() {
        return status().setAside().stream().map(SetAsideEvent::position).toList();
    }

    private FollowerStatus status() {
        return followers.status("asn856");
    }

    private List<String> keys() {
        return sent.stream().map(OutboundTransactionSet::key).toList();
    }

    /** As the customer: through the bytes of a file, with the same binding. */
    private static ShipNotice read(OutboundTransactionSet set, String mapping) {
        SetLevels received = SetLevels.of(X12.read(X12.write(set.xml())).get(0).segments());
        Reading reading = MessageReader.read(
                new PartnerFolder(X12.MAPPINGS).binding(mapping).read(received), Bakery.COMPANY);
        assertEquals(List.of(), reading.problems());
        return NoticeText.withoutParties(reading.notice().orElseThrow());
    }

    private static ShipNotice with(List<KeyDatum> keyData, ShipNotice notice) {
        return new ShipNotice(
                notice.id(),
                notice.created(),
                notice.shipDate(),
                notice.shipFrom(),
                notice.shipTo(),
                notice.shipToId(),
                notice.carrier(),
                notice.billOfLading(),
                notice.lines(),
                keyData);
    }

    private void copyMappings() throws IOException {
        try (Stream<Path> files = Files.walk(X12.MAPPINGS.resolve("partners"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = mappings.resolve(X12.MAPPINGS.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Override
    public List<Violation> send(OutboundTransactionSet set) {
        if (answer.isEmpty()) {
            sent.add(set);
        }
        return answer;
    }

    @Override
    public Set<String> release(String code, Collection<String> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FilePreview preview(byte[] content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CheckedFile examine(byte[] content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Violation> check(byte[] content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<InterchangeRecord> recent(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<InterchangeRecord> before(Optional<Long> before, InterchangeFilter filter, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<InterchangeRecord> find(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<InterchangeText> text(long id) {
        throw new UnsupportedOperationException();
    }

    private static String text(X12.Received set) {
        return set.segments().stream()
                .map(segment -> String.join("*", segment.elements()))
                .collect(Collectors.joining("\n"));
    }
}
