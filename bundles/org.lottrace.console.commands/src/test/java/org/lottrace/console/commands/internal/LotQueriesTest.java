package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.DocumentType.SHIPMENT;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.console.commands.internal.Shell.answering;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.Edge.Certainty;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.Dispositions;
import org.lottrace.api.fixture.SiteBuilder;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.ChainOfCustody;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.SuspectContent;
import org.lottrace.api.genealogy.SuspectQuantity;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.master.MasterAction;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.Masters;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.PieceStep;
import org.lottrace.api.movement.SerialPieces;
import org.lottrace.api.overview.PastStock;
import org.lottrace.api.overview.PastStockFilter;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.seal.Tampering;

class LotQueriesTest {
    private static final Lot FLOUR_LOT =
            aLot("L1").expiring("2026-03-31").markedBySupplier("l 1").build();
    private static final Lot BREAD_LOT =
            aLot("26061-BER-0001").of(BREAD).madeAt(BERLIN).build();

    @Test
    void a_list_for_people_has_a_limit_and_says_that_there_is_more() throws Exception {
        Object many = Collections.nCopies(250, Bakery.items().get(0));
        try (Shell shell = Shell.with(answering(ItemCatalog.class, "all", given -> many), nothingClosed())) {
            shell.run("lot:items");
            assertEquals(100, shell.output().split("RAW_MATERIAL", -1).length - 1, shell.output());
            assertTrue(shell.output().contains("and 150 more: --limit 250 shows them"), shell.output());

            shell.run("lot:items --limit 250");
            assertTrue(shell.output().contains("as many as the limit of 250"), shell.output());

            shell.run("lot:items --limit 251");
            assertFalse(shell.output().contains("limit"), shell.output());
            assertEquals(250, shell.json("lot:items --json").size());
        }
    }

    @Test
    void a_piece_is_followed_by_its_serial_number() throws Exception {
        PieceStep step = new PieceStep(
                7,
                new EventId("s1"),
                SHIP,
                Instant.parse("2026-03-02T08:00:00Z"),
                BREAD_LOT.key(),
                Position.at(in(SHELF)),
                Position.at(Place.party(MARKET)));
        SerialPieces pieces = answering(
                SerialPieces.class,
                "steps",
                given -> given.equals(List.of("A 1", Optional.of(BREAD), 100)) ? List.of(step) : List.of());
        try (Shell shell = Shell.with(pieces)) {
            String line = "lot:serial 'A 1' --item BREAD";
            assertTrue(shell.run(line).contains(BREAD_LOT.key().toString()), shell.output());
            assertEquals(7, shell.json(line).at("/0/position").asInt());
            assertFalse(shell.run("lot:serial 'A 1' --item FLOUR").contains("s1"), shell.output());
        }
    }

    @Test
    void what_a_notice_says_beside_its_fields_is_listed_with_its_lines_and_with_the_shipment() throws Exception {
        ShipNotice plain = aShipNotice("N1")
                .announcing("PO1", 1, FLOUR_LOT.key().item(), "L1", "5 KGM")
                .saying(KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code("MX")))
                .build();
        ShipNotice notice = new ShipNotice(
                plain.id(),
                plain.created(),
                plain.shipDate(),
                plain.shipFrom(),
                plain.shipTo(),
                plain.shipToId(),
                plain.carrier(),
                plain.billOfLading(),
                plain.lines(),
                List.of(KeyDataElement.SEAL.is(new KeyDataValue.Text("SEAL-9"))));
        ExpectedReceipt receipt = new ExpectedReceipt(
                notice,
                BERLIN,
                List.of(new ExpectedReceipt.Line(
                        1,
                        FLOUR_LOT,
                        quantity("5 KGM"),
                        quantity("0 KGM"),
                        quantity("5 KGM"),
                        new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "PO1"), 1),
                        Optional.empty())));
        ExpectedReceipts receipts = answering(ExpectedReceipts.class, "find", given -> Optional.of(receipt));
        try (Shell shell = Shell.with(receipts)) {
            String printed = shell.run("lot:expected --notice MILL/N1");

            assertTrue(printed.contains("countryOfOrigin=MX") && printed.contains("seal=SEAL-9"), printed);
            assertEquals(
                    "SEAL-9",
                    shell.json("lot:expected --notice MILL/N1 --json")
                            .at("/0/notice/keyData/0/value/text")
                            .asText());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lot:items,      1 BG = 25 KGM, /0/packUnits/0/baseUnits, 25",
        "lot:items,      04012345000016, /3/gtin,                 04012345000016",
        "lot:sites,      P-01 PICKING,  /0/locations/2/type,      PICKING",
        "lot:partners,   ZZ:MARKET,     /2/profile/minimumRemainingShelfLifeDays, 5",
        "lot:list FLOUR, l 1,           /0/expiry,                2026-03-31",
    })
    void master_data_is_listed(String line, String inTable, String pointer, String inJson) throws Exception {
        ItemCatalog items = answering(ItemCatalog.class, "all", given -> Bakery.items());
        PartnerDirectory partners = answering(PartnerDirectory.class, "all", given -> Bakery.parties());
        try (Shell shell = Shell.with(items, partners, nothingClosed(), Answers.sites(), Answers.lots(FLOUR_LOT))) {
            assertTrue(shell.run(line).contains(inTable), shell.output());
            assertEquals(inJson, shell.json(line).at(pointer).asText());
        }
    }

    @Test
    void closed_sites_are_listed_when_asked_for_and_closed_locations_are_told() throws Exception {
        Masters masters = answering(Masters.class, "closed", given -> Stream.of(
                        MasterReference.of(POTSDAM), MasterReference.of(BERLIN, SHELF))
                .filter(master -> ((Optional<?>) given.get(0)).orElseThrow() == master.kind())
                .map(master -> new MasterStep(1, master, MasterAction.CLOSE, "moved out", "anna", Instant.EPOCH))
                .toList());
        try (Shell shell = Shell.with(masters, Answers.sites())) {
            assertEquals(1, shell.json("lot:sites").size());
            assertTrue(shell.run("lot:sites").contains("BER/A-01"), shell.output());
            assertEquals(2, shell.json("lot:sites --closed").size());
            assertTrue(shell.run("lot:sites --closed").contains("POT"), shell.output());
        }
    }

    @Test
    void a_lot_is_shown_with_its_disposition_and_stock() throws Exception {
        Holds holds = answering(
                Holds.class,
                "dispositionOf",
                lot -> Optional.of(Dispositions.of(FLOUR_LOT.key(), Disposition.ON_HOLD, "glass", new EventId("e1"))));
        try (Shell shell = Shell.with(holds, stock(), Answers.lots(FLOUR_LOT))) {
            String table = shell.run("lot:show FLOUR/L1");
            assertTrue(table.contains("ON_HOLD") && table.contains("BER/A-01") && table.contains("5 KGM"), table);
            assertEquals(
                    "glass",
                    shell.json("lot:show FLOUR/L1").at("/disposition/reason").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lot:stock --lot L1,               1",
        "lot:stock,                        6",
        "lot:stock --site BER,             3",
        "lot:stock --item FLOUR,           4",
        "lot:stock --item FLOUR --site BER, 2",
        "lot:stock --item BREAD --site BER, 0",
        "lot:stock --at 2026-03-01T08:00, 1",
        "lot:stock --lot L1 --known-at 2026-03-01T08:00, 1",
        "lot:stock --site BER --item BREAD --at 2026-03-01T08:00, 0",
    })
    void stock_is_asked_by_lot_item_and_site(String line, int balances) throws Exception {
        try (Shell shell =
                Shell.with(stock(), pastStock(), Answers.sites(), Answers.lots(FLOUR_LOT), Answers.items())) {
            assertEquals(balances, shell.json(line).size());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lot:list FLOUT         | item FLOUT is unknown; lot:items lists those that are known
            lot:stock --item FLOUT | item FLOUT is unknown; lot:items lists those that are known
            lot:stock --item FLOUT --at 2026-03-01 | item FLOUT is unknown; lot:items lists those that are known
            lot:stock --lot L1 --site BER --at 2026-03-01 | --lot stands alone: leave out --item and --site
            lot:stock --site BRE   | site BRE is unknown; known are: BER, POT
            """)
    void of_what_is_unknown_there_is_no_empty_list(String line, String said) {
        try (Shell shell =
                Shell.with(stock(), pastStock(), Answers.sites(), Answers.lots(FLOUR_LOT), Answers.items())) {
            Exception failure = assertThrows(CommandException.class, () -> shell.run(line));

            assertTrue(failure.getMessage().startsWith(said), failure.getMessage());
        }
    }

    @Test
    void more_stock_of_the_past_than_fits_the_memory_is_refused() throws Exception {
        PastStock endless = answering(
                PastStock.class, "list", given -> Collections.nCopies((int) given.get(3), balance(FLOUR_LOT, "4 KGM")));
        try (Shell shell = Shell.with(stock(), endless, Answers.sites(), Answers.lots(FLOUR_LOT), Answers.items())) {
            Exception failure =
                    assertThrows(CommandException.class, () -> shell.run("lot:stock --at 2026-03-01T08:00"));

            assertTrue(failure.getMessage().contains("ask for one --site"), failure.getMessage());
        }
    }

    @Test
    void a_trace_is_narrowed_by_options() throws Exception {
        Genealogy genealogy = tracing();
        try (Shell shell = Shell.with(genealogy, Answers.lots(FLOUR_LOT))) {
            JsonNode json = shell.json(
                    "lot:trace L1 --both --position 41 --known-at 2026-03-02T08:00 --at 2026-03-01T08:00 --item BREAD"
                            + " --site BER --party MARKET --minimum 5:KGM --levels 3 --known-only --suspect 10:KGM");

            assertEquals("BOTH", json.at("/request/direction").asText());
            assertEquals(41, json.at("/request/asOf/position").asInt());
            assertEquals(
                    "2026-03-02T08:00:00Z", json.at("/request/asOf/knownAt").asText());
            assertEquals(
                    "2026-03-01T08:00:00Z", json.at("/request/asOf/happenedBy").asText());
            assertEquals("BREAD", json.at("/request/filter/items/0").asText());
            assertEquals("5", json.at("/request/filter/minimum/amount").asText());
            assertEquals(3, json.at("/request/stops/levels").asInt());
            assertEquals("10", json.at("/request/seeds/0/suspect/amount").asText());
            assertTrue(shell.run("lot:trace L1 --suspect 10:KGM").contains("0 / 1.5 / 10 KGM"));
        }
    }

    @Test
    void a_chain_of_custody_shows_who_had_it_and_where_it_is() throws Exception {
        Position shipped = Position.at(Place.party(MARKET), pallet(1));
        List<DocumentReference> documents = List.of(new DocumentReference(SHIPMENT, "S-1"));
        ChainOfCustody chain = new ChainOfCustody(
                List.of(BREAD_LOT.key()),
                List.of(new CustodyStep(
                        new EventId("e1"),
                        42,
                        SHIP,
                        Bakery.NOW.atOffset(ZoneOffset.ofHours(1)),
                        "anna",
                        BERLIN,
                        documents,
                        BREAD_LOT.key(),
                        Position.at(in(SHELF)),
                        shipped,
                        quantity("20 C62"))),
                List.of(new Whereabouts(
                        BREAD_LOT.key(),
                        Whereabouts.State.ON_THE_ROAD,
                        shipped,
                        quantity("20 C62"),
                        documents,
                        Optional.of(Bakery.TODAY))),
                42);
        List<Object> asked = new ArrayList<>();
        Genealogy genealogy = answering(Genealogy.class, "custody", given -> {
            asked.add(given.get(1));
            return chain;
        });
        try (Shell shell = Shell.with(genealogy, Answers.lots(BREAD_LOT))) {
            String table = shell.run("lot:custody " + pallet(1));
            for (String part : List.of(
                    "anna", "2026-03-02T09:00+01:00", "SHIPMENT S-1", "Where it is now", "ON_THE_ROAD", "2026-03-02")) {
                assertTrue(table.contains(part), part + " in\n" + table);
            }
            assertEquals(
                    "2026-03-02T09:00+01:00",
                    shell.json("lot:custody " + pallet(1)).at("/steps/0/at").asText());
            assertTrue(shell.run("lot:custody --at 2026-03-01T08:00 --known-at 2026-03-02T08:00 " + pallet(1))
                    .contains("Where it was then"));
            assertEquals(
                    List.of(
                            AsOf.LATEST,
                            AsOf.LATEST,
                            new AsOf(
                                    Optional.empty(),
                                    Optional.of(Instant.parse("2026-03-02T08:00:00Z")),
                                    Optional.of(Instant.parse("2026-03-01T08:00:00Z")))),
                    asked);
        }
    }

    @Test
    void a_trace_shows_levels_edges_handovers_and_how_far_it_is_complete() throws Exception {
        Genealogy genealogy = tracing();
        try (Shell shell = Shell.with(genealogy, Answers.lots(FLOUR_LOT))) {
            String table = shell.run("lot:trace L1");
            for (String part :
                    List.of("12.5 KGM", "SHIPMENT S-1", "MARKET", pallet(1).value(), "position", "42")) {
                assertTrue(table.contains(part), part + " in\n" + table);
            }

            assertTrue(table.contains("IN_TRANSIT POT"), table);
            assertEquals(
                    "IN_TRANSIT",
                    shell.json("lot:trace L1").at("/goods/0/state").asText());
            assertEquals(0, shell.json("lot:trace L1 --site BER").at("/goods").size());

            JsonNode json = shell.json("lot:trace L1 --backward");
            assertEquals("BACKWARD", json.at("/request/direction").asText());
            assertEquals("12.5", json.at("/edges/0/edge/quantity/amount").asText());
            assertEquals(42, json.at("/ledgerPosition").asInt());
        }
    }

    @Test
    void the_newest_events_are_listed_and_one_is_shown_completely() throws Exception {
        var shipped = Answers.recorded(
                anEvent("e1", SHIP)
                        .of(SHIPMENT, "S-1")
                        .moving(BREAD_LOT.key(), "20 C62", in(SHELF), Place.party(MARKET))
                        .build(),
                120);
        Ledger ledger = answering(
                Ledger.class,
                Map.of(
                        "head", given -> 120L,
                        "after", given -> given.equals(List.of(70L, 50)) ? List.of(shipped) : List.of(),
                        "byDocument", given -> List.of(shipped),
                        "find", given -> Optional.of(shipped)));
        try (Shell shell = Shell.with(ledger, Answers.sites())) {
            assertEquals(120, shell.json("lot:events").at("/0/position").asInt());
            assertEquals(0, shell.json("lot:events --after 5 --limit 10").size());
            assertEquals(1, shell.json("lot:events --document shipment:S-1").size());
            assertTrue(shell.run("lot:event e1").contains("PARTY MARKET"), shell.output());
            assertTrue(shell.run("lot:event e1").contains("2026-03-02T09:00:01+01:00"), shell.output());
        }
    }

    @Test
    void a_broken_hash_chain_and_a_changed_record_fail() throws Exception {
        RecordSeals none = answering(RecordSeals.class, Map.of("verify", given -> List.of()));
        RecordSeals one = answering(
                RecordSeals.class,
                Map.of(
                        "verify",
                        given -> List.of(
                                new Tampering("sales_order", "order_number SO1", Optional.of("customer"), "changed"))));
        Ledger broken =
                answering(Ledger.class, Map.of("head", given -> 9L, "firstBrokenPosition", given -> Optional.of(4L)));
        try (Shell shell = Shell.with(broken, none)) {
            Exception failure = assertThrows(CommandException.class, () -> shell.run("lot:verify"));
            assertTrue(failure.getMessage().contains("position 4"), failure.getMessage());
        }
        Ledger whole =
                answering(Ledger.class, Map.of("head", given -> 9L, "firstBrokenPosition", given -> Optional.empty()));
        try (Shell shell = Shell.with(whole, none)) {
            assertEquals(9, shell.json("lot:verify").at("/events").asInt());
        }
        try (Shell shell = Shell.with(whole, one)) {
            assertThrows(CommandException.class, () -> shell.run("lot:verify"));
            assertTrue(shell.output().contains("customer"), shell.output());
        }
    }

    /** S9: one command prints the standard. */
    @Test
    void the_numbering_standard_of_a_site_is_printed_part_by_part() throws Exception {
        var site = SiteBuilder.aSite("ATL")
                .numbering("{yyyy}-{site}-{shift}-{seq:4}{chk}")
                .build();
        try (Shell shell = Shell.with(Answers.sites(List.of(site)))) {
            JsonNode parts = shell.json("lot:numbering").at("/0/parts");

            assertEquals("{yyyy}", parts.at("/0/text").asText());
            assertEquals("always this text", parts.at("/1/meaning").asText());
            assertEquals(
                    "running number, 4 digits, from 1 for each different rest",
                    parts.at("/6/meaning").asText());
            assertEquals(8, parts.size());
        }
    }

    private static Genealogy tracing() {
        return answering(
                Genealogy.class,
                Map.of(
                        "trace",
                        given -> trace((TraceRequest) given.get(0)),
                        "whereabouts",
                        given -> List.of(inTransit())));
    }

    private static Whereabouts inTransit() {
        return new Whereabouts(
                FLOUR_LOT.key(),
                Whereabouts.State.IN_TRANSIT,
                Position.at(Place.inTransit(Bakery.POTSDAM)),
                quantity("7 KGM"),
                List.of(),
                Optional.empty());
    }

    private static StockOnHand stock() {
        StockBalance flour = balance(FLOUR_LOT, "5 KGM");
        StockBalance bread = balance(BREAD_LOT, "20 C62");
        return answering(
                StockOnHand.class,
                Map.of(
                        "ofLot", given -> List.of(flour),
                        "ofItem", given -> given.get(0).equals(FLOUR) ? List.of(flour) : List.of(),
                        "at", given -> List.of(flour, bread),
                        "inTransitTo",
                                given -> List.of(new StockBalance(
                                        FLOUR_LOT.key(),
                                        Position.at(Place.inTransit((SiteId) given.get(0))),
                                        quantity("1 KGM")))));
    }

    private static PastStock pastStock() {
        return answering(PastStock.class, "list", given -> {
            assertEquals(
                    Optional.of(Instant.parse("2026-03-01T08:00:00Z")),
                    ((AsOf) given.get(1)).happenedBy().or(((AsOf) given.get(1))::knownAt));
            return ((PastStockFilter) given.get(0)).item().filter(BREAD::equals).isPresent()
                    ? List.of()
                    : List.of(balance(FLOUR_LOT, "4 KGM"));
        });
    }

    private static StockBalance balance(Lot lot, String quantity) {
        return new StockBalance(lot.key(), Position.at(in(SHELF)), quantity(quantity));
    }

    private static Trace trace(TraceRequest request) {
        EventId event = new EventId("e1");
        Edge edge = new Edge(FLOUR_LOT.key(), BREAD_LOT.key(), quantity("12.5 KGM"), Certainty.KNOWN);
        Handover shipped = new Handover(
                event,
                42,
                SHIP,
                Bakery.NOW,
                BERLIN,
                BREAD_LOT.key(),
                MARKET,
                List.of(new DocumentReference(SHIPMENT, "S-1")),
                quantity("20 C62"),
                Optional.of(pallet(1)));
        return new Trace(
                request,
                List.of(new TracedLot(FLOUR_LOT.key(), 0), new TracedLot(BREAD_LOT.key(), 1, List.of(suspect()))),
                List.of(new TracedEdge(
                        event, 41, Bakery.NOW, BERLIN, edge, Optional.of(new BigDecimal("0.5")), Optional.empty())),
                List.of(shipped),
                List.of(balance(BREAD_LOT, "4 C62")),
                42);
    }

    private static SuspectContent suspect() {
        SuspectQuantity some = new SuspectQuantity(quantity("0 KGM"), quantity("1.5 KGM"), quantity("10 KGM"));
        return new SuspectContent(some, some, some);
    }

    private static Masters nothingClosed() {
        return answering(Masters.class, "closed", given -> List.of());
    }
}
