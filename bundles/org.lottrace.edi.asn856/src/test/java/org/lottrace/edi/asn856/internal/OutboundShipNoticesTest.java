package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
import org.lottrace.edi.asn856.internal.PartnerFolder.SsccLevel;
import org.lottrace.ledger.internal.LedgerService;
import org.lottrace.persistence.testing.TestDatabase;

class OutboundShipNoticesTest implements Interchanges {
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
    private List<Violation> answer = List.of();
    private ShipmentNotices notices;
    private OutboundShipNotices outbound;
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
        notices = new ShipmentNotices(database.salesOrders(), database.items(), database.lots(), database.sites());
        outbound = new OutboundShipNotices(
                database.unitOfWork(),
                database.ledger(),
                database.projections(),
                database.parties(),
                new CustomerDispatch(
                        database.unitOfWork(),
                        new LedgerService(
                                database.unitOfWork(),
                                database.ledger(),
                                database.stock(),
                                database.reservations(),
                                database.dispositions(),
                                database.lots(),
                                database.items(),
                                List::of,
                                Bakery.CLOCK),
                        database.dispositions(),
                        database.parties(),
                        notices,
                        new PartnerFolder(mappings),
                        this));
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

        outbound.catchUp();

        ShipNotice read = read(sent.get(0), "standard");
        assertEquals(notices.notice(shipment, Bakery.party(Bakery.MARKET), SsccLevel.PACK), read);
        assertEquals("""
                notice BAKERY/D-1
                created 2026-03-02T09:00, shipped 2026-03-02
                from - to 4012345000030 / -
                carrier -, bill of lading -
                - order PO-SO1 line 1: 1.5 CS of lot B26-1, gtin 04012345000016, our item -, their item BREAD, produced 2026-03-01, expires 2026-03-11, tare -, pack %s
                - order PO-SO1 line 1: 12 C62 of lot B26:2, gtin 04012345000016, our item -, their item BREAD, produced -, expires 2026-03-12, tare -, pack %s
                """.formatted(Bakery.pallet(1), Bakery.pallet(2)), NoticeText.of(read));
    }

    @Test
    void a_customer_with_pallet_labels_gets_the_sscc_at_the_tare() {
        record(shipment("ship1", "D-1", KIOSK, "SO2")
                .with(line(OLD, 1, "SO2", KIOSK, "24 C62", "24 C62"))
                .build());

        outbound.catchUp();

        assertEquals(
                Optional.of(Bakery.pallet(1)),
                read(sent.get(0), "pallet-labels").lines().get(0).tare());
        assertTrue(
                sent.get(0).xml().indexOf("LIN_LT") < sent.get(0).xml().indexOf("LIN_EN"),
                sent.get(0).xml());
    }

    @Test
    void every_shipment_is_sent_once_and_none_to_those_without_edi() {
        record(shipTo("ship1", Bakery.MARKET, "SO1"));
        record(shipTo("ship2", new PartyId("CASH"), "SO1"));
        outbound.catchUp();
        outbound.catchUp();
        record(shipTo("ship3", Bakery.MARKET, "SO1"));
        outbound.catchUp();

        assertEquals(List.of("ship1", "ship3"), keys());
        assertEquals(4, position("asn856"));
    }

    @Test
    void the_notice_of_a_recalled_lot_is_withheld_and_the_others_go_out() {
        database.unitOfWork().run(() -> database.dispositions()
                .save(new LotDisposition(OLD.key(), Disposition.RECALLED, "glass", new EventId("receive"))));
        record(shipment("ship1", "D-1", Bakery.MARKET, "SO1")
                .with(line(OLD, 1, "SO1", Bakery.MARKET, "12 C62", "1 CS"))
                .build());
        record(shipment("ship2", "D-2", Bakery.MARKET, "SO1")
                .with(line(YOUNG, 1, "SO1", Bakery.MARKET, "12 C62", "1 CS"))
                .build());

        outbound.catchUp();

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
        outbound.catchUp();
        outbound.retry();

        assertEquals(List.of("ship2"), keys());
        assertEquals(1, position("asn856/KIOSK"));
        assertEquals(4, position("asn856"));

        Files.move(away, binding);
        outbound.retry();
        assertEquals(List.of("ship2", "ship1", "ship3"), keys());
        assertEquals(0, position("asn856/KIOSK"));
    }

    @Test
    void what_the_exchange_refuses_is_tried_again_too() {
        answer = List.of(new Violation("SCHEMA_MISSING", "", "there is no schema"));
        record(shipTo("ship1", Bakery.MARKET, "SO1"));
        outbound.catchUp();
        answer = List.of();

        outbound.retry();

        assertEquals(List.of("ship1", "ship1"), keys());
        assertEquals(0, position("asn856/MARKET"));
    }

    @Test
    void an_order_that_is_unknown_is_no_reason_to_forget_the_shipment() {
        record(shipTo("ship1", Bakery.MARKET, "SO9"));
        outbound.catchUp();
        assertEquals(List.of(), keys());

        database.unitOfWork().run(() -> database.salesOrders()
                .save(aSalesOrder("SO9").ordering(BREAD, "1 CS").build()));
        outbound.retry();
        assertEquals(List.of("ship1"), keys());
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

    private long position(String name) {
        return database.unitOfWork().required(() -> database.projections().position(name));
    }

    private List<String> keys() {
        return sent.stream().map(OutboundTransactionSet::key).toList();
    }

    /** As the customer: through the bytes of a file, with the same binding. */
    private static ShipNotice read(OutboundTransactionSet set, String mapping) {
        String received = X12.read(X12.write(set.xml())).get(0).xml();
        Reading reading = MessageReader.read(
                new PartnerFolder(X12.MAPPINGS).binding(mapping).read(received), Bakery.COMPANY);
        assertEquals(List.of(), reading.problems());
        return reading.notice().orElseThrow();
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
        sent.add(set);
        return answer;
    }

    @Override
    public List<Violation> check(byte[] content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<InterchangeRecord> recent(int limit) {
        throw new UnsupportedOperationException();
    }
}
