package org.lottrace.thirdparty.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.SiteBuilder.aSite;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.thirdparty.internal.Documents.about;
import static org.lottrace.thirdparty.internal.Documents.damaged;
import static org.lottrace.thirdparty.internal.Documents.inventory;
import static org.lottrace.thirdparty.internal.Documents.item;
import static org.lottrace.thirdparty.internal.Documents.lot;
import static org.lottrace.thirdparty.internal.Documents.lotOf;
import static org.lottrace.thirdparty.internal.Documents.sent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
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
import org.lottrace.api.movement.Restatement;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.thirdparty.ComparisonState;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockComparison;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.StockDocumentSender;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;

/** Potsdam is run by a carrier, which holds what the bakery in Berlin sends there. */
class ThirdPartyWarehousesIT {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.OPERATOR));
    private static final LocationId BROKEN = new LocationId("Q-01");

    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-03-01T06:00:00Z");
    private final ThirdPartyWarehouses warehouses = bakery.company().service(ThirdPartyWarehouses.class);

    @BeforeEach
    void potsdam_is_run_by_another_company() {
        bakery.unitOfWork().run(() -> bakery.database()
                .sites()
                .save(aSite(POTSDAM)
                        .with(SHELF, LocationType.STORAGE)
                        .with(DOCK, LocationType.RECEIVING)
                        .with(BROKEN, LocationType.QUARANTINE)
                        .build()));
        assertEquals(List.of(), warehouses.save(new ThirdPartyWarehouse(POTSDAM, MARKET, SHELF, BROKEN, 0, 24)));
    }

    @Test
    void what_was_sent_and_came_is_stock_there_and_agrees() {
        done(sent("T1", lot(FLOUR, "L1", "400 KGM")));
        assertEquals(ComparisonState.OPEN, transfer().state());
        assertEquals(List.of("BER/A-01 600 KGM", "IN_TRANSIT POT 400 KGM"), bakery.stock(FLOUR_1));

        done(about(StockDocumentKind.TRANSFER_RECEIPT, "R1", "T1", lot(FLOUR, "L1", "16 BG")));

        assertEquals(List.of("BER/A-01 600 KGM", "POT/A-01 400 KGM"), bakery.stock(FLOUR_1));
        assertEquals(ComparisonState.AGREES, transfer().state());
        assertEquals(List.of("R1"), transfer().answers());
        assertEquals(List.of(), openCases());
    }

    @Test
    void what_is_short_or_damaged_is_a_case_until_the_rest_comes() {
        done(sent("T1", lot(FLOUR, "L1", "400 KGM")));
        done(about(
                StockDocumentKind.TRANSFER_RECEIPT,
                "R1",
                "T1",
                lot(FLOUR, "L1", "300 KGM"),
                damaged(lot(FLOUR, "L1", "50 KGM"))));

        assertEquals(
                List.of("BER/A-01 600 KGM", "POT/A-01 300 KGM", "POT/Q-01 50 KGM", "IN_TRANSIT POT 50 KGM"),
                bakery.stock(FLOUR_1));
        assertEquals(List.of("TRANSFER_DAMAGED", "TRANSFER_SHORT"), openCases());
        assertEquals(List.of("FLOUR 400 KGM 350 KGM 50 KGM true"), rows(transfer()));

        done(about(StockDocumentKind.TRANSFER_RECEIPT, "R2", "T1", lot(FLOUR, "L1", "50 KGM")));

        assertEquals(List.of("TRANSFER_DAMAGED"), openCases());
        assertEquals(List.of("FLOUR 400 KGM 400 KGM 50 KGM true"), rows(transfer()));
    }

    @Test
    void what_left_of_one_of_several_lots_is_shipped_and_may_be_each_of_them() {
        twoLotsAre77();
        bakery.ordered(aSalesOrder("SO1").ordering(FLOUR, "10 KGM").build());
        StockDocument advice = about(StockDocumentKind.SHIPPING_ADVICE, "A1", "SO1", lot(FLOUR, "77", "10 KGM"));

        KeptDocument kept = done(advice);

        assertEquals(
                Set.of(aLot("77").key(), aLot("77").from(MARKET).key()),
                bakery.company().service(Ledger.class).find(kept.events().get(0)).orElseThrow().event().edges().stream()
                        .map(edge -> edge.input())
                        .collect(Collectors.toSet()));
        assertTrue(openCases().contains("LOT_AMBIGUOUS"), openCases().toString());
        assertTrue(warehouses.record(ANNA, advice) instanceof Outcome.AlreadyDone, "the same again");
    }

    @Test
    void what_was_sent_and_came_of_one_of_several_lots_is_on_the_road_and_there_and_may_be_each_of_them() {
        twoLotsAre77();

        KeptDocument transfer = done(sent("T7", lot(FLOUR, "77", "10 KGM")));
        assertEquals(List.of("IN_TRANSIT POT 10 KGM"), bakery.stock(UNCLEAR));
        KeptDocument receipt = done(about(StockDocumentKind.TRANSFER_RECEIPT, "R7", "T7", lot(FLOUR, "77", "10 KGM")));

        assertEquals(List.of("POT/A-01 10 KGM"), bakery.stock(UNCLEAR));
        assertEquals(ComparisonState.AGREES, transfer().state());
        done(inventory("I7", lot(FLOUR, "77", "10 KGM")));
        assertEquals(ComparisonState.AGREES, newest(StockDocumentKind.INVENTORY).state());
        for (KeptDocument kept : List.of(transfer, receipt)) {
            assertEquals(Set.of(aLot("77").key(), aLot("77").from(MARKET).key()), mayBe(kept));
            assertTrue(
                    bakery
                            .company()
                            .service(ExceptionCases.class)
                            .ofEvent(kept.events().get(0))
                            .stream()
                            .anyMatch(one -> one.code().equals("LOT_AMBIGUOUS")),
                    kept.toString());
        }
        assertTrue(
                warehouses.record(ANNA, sent("T7", lot(FLOUR, "77", "10 KGM"))) instanceof Outcome.AlreadyDone,
                "the same again");
    }

    @Test
    void which_of_several_lots_was_sent_and_came_is_said_later() {
        twoLotsAre77();
        KeptDocument transfer = done(sent("T7", lot(FLOUR, "77", "10 KGM")));
        KeptDocument receipt = done(about(StockDocumentKind.TRANSFER_RECEIPT, "R7", "T7", lot(FLOUR, "77", "10 KGM")));
        LotKey meant = aLot("77").key();

        Outcomes.done(say("n1", receipt.events().get(0), BERLIN, meant));
        Outcomes.done(say("n2", transfer.events().get(0), BERLIN, meant));

        assertEquals(List.of(), bakery.stock(UNCLEAR));
        assertEquals(List.of("POT/A-01 10 KGM"), bakery.stock(meant));
        assertTrue(!openCases().contains("LOT_AMBIGUOUS"), openCases().toString());
    }

    @Test
    void an_inventory_of_one_of_several_lots_is_held_against_those_that_are_there() {
        twoLotsAre77();
        done(sent("T7", lotOf(MARKET, "77", "10 KGM"), lotOf(Bakery.MILL, "77", "5 KGM")));
        done(about(
                StockDocumentKind.TRANSFER_RECEIPT,
                "R7",
                "T7",
                lotOf(MARKET, "77", "10 KGM"),
                lotOf(Bakery.MILL, "77", "5 KGM")));

        done(inventory("I1", lot(FLOUR, "77", "15 KGM")));
        assertEquals(ComparisonState.AGREES, newest(StockDocumentKind.INVENTORY).state());

        done(inventory("I2", lot(FLOUR, "77", "18 KGM")));
        assertEquals(
                List.of(
                        "FLOUR 0 KGM 3 KGM 0 KGM true",
                        "FLOUR 10 KGM 10 KGM 0 KGM false",
                        "FLOUR 5 KGM 5 KGM 0 KGM false"),
                rows(newest(StockDocumentKind.INVENTORY)).stream().sorted().toList());
    }

    @Test
    void an_order_for_one_of_several_lots_asks_which() {
        twoLotsAre77();
        bakery.ordered(aSalesOrder("SO1").ordering(FLOUR, "10 KGM").build());

        assertEquals(
                List.of("LOT_AMBIGUOUS lines[1].lot"),
                refusals(warehouses.record(
                        ANNA, about(StockDocumentKind.SHIPPING_ORDER, "W7", "SO1", lot(FLOUR, "77", "10 KGM")))));
    }

    private static final LotKey UNCLEAR = new LotKey(Bakery.COMPANY, FLOUR, new LotNumber("77?"));

    private void twoLotsAre77() {
        for (var lot : List.of(
                aLot("77").expiring("2026-12-31"), aLot("77").from(MARKET).expiring("2026-12-31"))) {
            bakery.lots().register(lot.build());
        }
    }

    private Set<LotKey> mayBe(KeptDocument kept) {
        return bakery.company().service(Ledger.class).find(kept.events().get(0)).orElseThrow().event().edges().stream()
                .map(edge -> edge.input())
                .collect(Collectors.toSet());
    }

    private Outcome<?> say(String id, EventId event, SiteId site, LotKey meant) {
        return bakery.corrections()
                .restate(new Restatement(
                        aContext(id).in(site).request(),
                        event,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Restatement.NamedLot(UNCLEAR, meant)),
                        "the label was found"));
    }

    @Test
    void an_advice_answers_its_order_also_when_it_was_said_later_who_got_the_goods_until_that_is_reversed() {
        bakery.ordered(aSalesOrder("SO1").ordering(FLOUR, "10 KGM").build());
        done(sent("T1", lot(FLOUR, "L1", "10 KGM")));
        done(about(StockDocumentKind.TRANSFER_RECEIPT, "R1", "T1", lot(FLOUR, "L1", "10 KGM")));
        done(about(StockDocumentKind.SHIPPING_ORDER, "W1", "SO1", item(FLOUR, "10 KGM")));
        KeptDocument advice = done(about(StockDocumentKind.SHIPPING_ADVICE, "A1", "W1", lot(FLOUR, "L1", "10 KGM")));

        restate("n1", advice.events().get(0), Bakery.MILL);
        assertEquals(ComparisonState.AGREES, order().state());
        assertEquals(List.of("A1"), order().answers());

        restate("n2", new EventId("n1"), MARKET);
        assertEquals(ComparisonState.AGREES, order().state());

        bakery.reverse("u1", "n2");
        assertEquals(List.of(), order().answers());
    }

    private void restate(String id, EventId event, PartyId party) {
        Outcomes.done(bakery.corrections()
                .restate(new Restatement(
                        aContext(id).in(POTSDAM).request(),
                        event,
                        Optional.of(party),
                        Optional.empty(),
                        List.of(),
                        "asked the driver")));
    }

    @Test
    void a_lot_that_was_not_sent_is_taken_all_the_same_and_is_a_case() {
        done(sent("T1", lot(FLOUR, "L1", "100 KGM")));
        done(about(
                StockDocumentKind.TRANSFER_RECEIPT,
                "R1",
                "T1",
                lot(FLOUR, "L1", "100 KGM"),
                lot(FLOUR, "L2", "20 KGM"),
                lot(FLOUR, "NEVER-SEEN", "5 KGM")));

        LotKey unknown = new LotKey(Bakery.COMPANY, FLOUR, new LotNumber("NEVER-SEEN"));
        assertEquals(List.of("POT/A-01 5 KGM"), bakery.stock(unknown));
        assertEquals(
                List.of(
                        "EXPIRY_MISSING",
                        "LOT_UNKNOWN",
                        "STOCK_UNEXPLAINED",
                        "TRANSFER_LOT_NOT_SENT",
                        "TRANSFER_LOT_NOT_SENT"),
                openCases().stream().filter(code -> !code.startsWith("COST")).toList());
    }

    @Test
    void a_receipt_of_a_transfer_that_nobody_recorded_is_kept() {
        done(about(StockDocumentKind.TRANSFER_RECEIPT, "R9", "T9", lot(FLOUR, "L1", "10 KGM")));

        assertTrue(openCases().contains("TRANSFER_UNKNOWN"));
        assertTrue(bakery.stock(FLOUR_1).contains("POT/A-01 10 KGM"));
    }

    @Test
    void the_same_document_again_changes_nothing_and_another_one_under_its_number_is_refused() {
        done(sent("T1", lot(FLOUR, "L1", "400 KGM")));

        assertTrue(warehouses.record(ANNA, sent("T1", lot(FLOUR, "L1", "400 KGM"))) instanceof Outcome.AlreadyDone);
        assertEquals(
                List.of("DOCUMENT_NUMBER_REUSED number"),
                refusals(warehouses.record(ANNA, sent("T1", lot(FLOUR, "L1", "399 KGM")))));
        assertEquals(List.of("BER/A-01 600 KGM", "IN_TRANSIT POT 400 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_nothing_is_recorded() {
        assertEquals(
                List.of(
                        "DOCUMENT_NUMBER_WRONG number",
                        "ABOUT_MISSING about",
                        "ITEM_UNKNOWN lines[1].item",
                        "QUANTITY_NOT_POSITIVE lines[2].quantity",
                        "UNIT_UNKNOWN lines[2].quantity",
                        "LOT_MISSING lines[2].lot"),
                refusals(warehouses.record(
                        ANNA,
                        new StockDocument(
                                "two words",
                                StockDocumentKind.SHIPPING_ADVICE,
                                POTSDAM,
                                Optional.empty(),
                                Optional.empty(),
                                Bakery.NOW,
                                List.of(lot(new ItemNumber("NONE"), "L1", "1 KGM"), item(FLOUR, "0 CS"))))));
        assertEquals(List.of(), warehouses.list(POTSDAM, StockDocumentKind.SHIPPING_ADVICE, Optional.empty(), 10));
    }

    @Test
    void a_transfer_says_from_which_site_the_goods_left() {
        StockDocument transfer = sent("T1", lot(FLOUR, "L1", "1 KGM"));

        assertEquals(
                List.of("FROM_MISSING from"),
                refusals(warehouses.record(
                        ANNA,
                        new StockDocument(
                                transfer.number(),
                                transfer.kind(),
                                transfer.warehouse(),
                                Optional.empty(),
                                transfer.about(),
                                transfer.at(),
                                transfer.lines()))));
    }

    @Test
    void a_site_that_nobody_runs_for_us_takes_no_documents() {
        StockDocument document = new StockDocument(
                "I1",
                StockDocumentKind.INVENTORY,
                Bakery.BERLIN,
                Optional.empty(),
                Optional.empty(),
                Bakery.NOW,
                List.of(lot(FLOUR, "L1", "1 KGM")));

        assertEquals(List.of("WAREHOUSE_UNKNOWN warehouse"), refusals(warehouses.record(ANNA, document)));
        assertEquals(
                List.of("LOCATION_UNKNOWN location", "PARTNER_UNKNOWN partner", "VALUE_OUT_OF_RANGE tolerancePercent"),
                warehouses
                        .save(new ThirdPartyWarehouse(
                                POTSDAM, new PartyId("NOBODY"), new LocationId("NOWHERE"), BROKEN, 101, 0))
                        .stream()
                        .map(violation -> violation.code() + " " + violation.path())
                        .toList());
    }

    @Test
    void what_they_ship_leaves_our_stock_there_and_is_held_against_the_order() {
        LotKey bread = breadInPotsdam();
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "100 C62").build());
        done(about(StockDocumentKind.SHIPPING_ORDER, "W1", "SO1", item(BREAD, "100 C62")));
        assertEquals(ComparisonState.OPEN, order().state());

        done(about(StockDocumentKind.SHIPPING_ADVICE, "S1", "W1", lot(BREAD, "B1", "90 C62")));

        assertTrue(bakery.stock(bread).contains("POT/A-01 110 C62"), () -> bakery.stock(bread)
                .toString());
        assertEquals(List.of("BREAD 100 C62 90 C62 0 C62 true"), rows(order()));
        assertTrue(openCases().contains("SHIPPING_SHORT"), () -> openCases().toString());

        done(about(StockDocumentKind.SHIPPING_ADVICE, "S2", "W1", lot(BREAD, "B1", "10 C62")));
        assertEquals(ComparisonState.AGREES, order().state());
        assertTrue(!openCases().contains("SHIPPING_SHORT"));
    }

    @Test
    void an_order_that_nobody_has_shipped_is_taken_back_and_one_that_was_shipped_is_not() {
        breadInPotsdam();
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "100 C62").build());
        done(about(StockDocumentKind.SHIPPING_ORDER, "W1", "SO1", item(BREAD, "60 C62")));
        done(about(StockDocumentKind.SHIPPING_ORDER, "W2", "SO1", item(BREAD, "40 C62")));
        done(about(StockDocumentKind.SHIPPING_ADVICE, "S1", "W1", lot(BREAD, "B1", "60 C62")));

        assertEquals(List.of("ORDER_SHIPPED number"), refusals(warehouses.cancel(ANNA, POTSDAM, "W1", "typed")));
        assertEquals(List.of("DOCUMENT_UNKNOWN number"), refusals(warehouses.cancel(ANNA, POTSDAM, "W9", "typed")));
        assertEquals(List.of("REASON_MISSING reason"), refusals(warehouses.cancel(ANNA, POTSDAM, "W2", " ")));

        assertTrue(warehouses.cancel(ANNA, POTSDAM, "W2", "typed") instanceof Outcome.Done);
        assertTrue(warehouses.cancel(ANNA, POTSDAM, "W2", "again") instanceof Outcome.AlreadyDone);
        assertEquals(List.of(), order().rows());
        assertEquals(
                Optional.of("typed"),
                warehouses
                        .find(POTSDAM, StockDocumentKind.SHIPPING_ORDER, "W2")
                        .flatMap(KeptDocument::cancelled)
                        .map(KeptDocument.Cancelling::reason));
    }

    @Test
    void an_advice_without_its_sales_order_is_kept_and_booked_when_the_order_is_there() {
        LotKey bread = breadInPotsdam();
        KeptDocument kept = done(about(StockDocumentKind.SHIPPING_ADVICE, "S1", "SO7", lot(BREAD, "B1", "90 C62")));
        assertEquals(List.of(), kept.events());
        assertEquals(List.of("ORDER_UNKNOWN number"), refusals(post("S1")));

        bakery.ordered(aSalesOrder("SO7").ordering(BREAD, "90 C62").build());
        Outcomes.done(post("S1"));

        assertTrue(bakery.stock(bread).contains("POT/A-01 110 C62"));
        assertTrue(openCases().contains("SHIPPING_ORDER_UNKNOWN"));
        assertEquals(List.of("NOTHING_TO_POST number"), refusals(post("S1")));
    }

    @Test
    void only_an_advice_names_a_customer_and_one_that_nobody_knows_is_kept_as_told() {
        assertEquals(
                List.of("CUSTOMER_NOT_WANTED customer"),
                refusals(warehouses.record(ANNA, naming(Bakery.MARKET, StockDocumentKind.TRANSFER_RECEIPT))));
        breadInPotsdam();

        KeptDocument kept = done(naming(new PartyId("NOBODY"), StockDocumentKind.SHIPPING_ADVICE));

        assertEquals(1, kept.events().size());
        assertTrue(openCases().contains("CUSTOMER_UNKNOWN"));
    }

    @Test
    void an_advice_does_not_answer_an_order_that_is_given_later_under_the_number_that_it_named() {
        breadInPotsdam();
        bakery.ordered(aSalesOrder("W9").ordering(BREAD, "10 C62").build());
        done(about(StockDocumentKind.SHIPPING_ADVICE, "S1", "W9", lot(BREAD, "B1", "10 C62")));
        assertTrue(openCases().contains("SHIPPING_ORDER_UNKNOWN"));

        done(about(StockDocumentKind.SHIPPING_ORDER, "W9", "W9", lot(BREAD, "B1", "5 C62")));

        assertEquals(List.of(), order().answers());
        assertTrue(openCases().contains("SHIPPING_ORDER_UNKNOWN"), "nobody has found out who ordered that");
    }

    @Test
    void who_got_the_goods_of_an_advice_is_part_of_what_it_says() {
        breadInPotsdam();
        done(naming(Bakery.MARKET, StockDocumentKind.SHIPPING_ADVICE));

        assertTrue(
                warehouses.record(ANNA, naming(Bakery.MARKET, StockDocumentKind.SHIPPING_ADVICE))
                        instanceof Outcome.AlreadyDone<KeptDocument>);
        assertEquals(
                List.of("DOCUMENT_NUMBER_REUSED number"),
                refusals(warehouses.record(ANNA, naming(Bakery.MILL, StockDocumentKind.SHIPPING_ADVICE))));
    }

    /** As when their customer was unknown to us on the first day, or the first one was recorded before advices named customers. */
    @Test
    void an_advice_that_waits_is_booked_when_it_comes_again_and_names_the_customer() {
        LotKey bread = breadInPotsdam();
        assertEquals(
                List.of(),
                done(about(StockDocumentKind.SHIPPING_ADVICE, "S1", "T1", lot(BREAD, "B1", "9 C62")))
                        .events());
        assertEquals(1, count("SHIPPING_NOT_BOOKED"));

        KeptDocument booked = done(naming(Bakery.MARKET, StockDocumentKind.SHIPPING_ADVICE));

        assertEquals(1, booked.events().size());
        assertEquals(Optional.of(Bakery.MARKET), booked.document().customer());
        assertEquals(
                Optional.of(booked), warehouses.find(POTSDAM, StockDocumentKind.SHIPPING_ADVICE, "S1"), "it is kept");
        assertTrue(bakery.stock(bread).contains("POT/A-01 191 C62"), () -> bakery.stock(bread)
                .toString());
        assertEquals(0, count("SHIPPING_NOT_BOOKED"));
        assertTrue(
                warehouses.record(ANNA, naming(Bakery.MARKET, StockDocumentKind.SHIPPING_ADVICE))
                        instanceof Outcome.AlreadyDone<KeptDocument>);
    }

    @Test
    void an_advice_that_is_booked_for_its_order_is_the_same_when_it_names_the_customer_too() {
        breadInPotsdam();
        bakery.ordered(aSalesOrder("T1").ordering(BREAD, "9 C62").build());
        done(about(StockDocumentKind.SHIPPING_ADVICE, "S1", "T1", lot(BREAD, "B1", "9 C62")));

        assertTrue(
                warehouses.record(ANNA, naming(Bakery.MARKET, StockDocumentKind.SHIPPING_ADVICE))
                        instanceof Outcome.AlreadyDone<KeptDocument>);
    }

    @Test
    void who_got_the_goods_may_be_somebody_else_than_the_customer_of_the_order() {
        breadInPotsdam();
        bakery.ordered(aSalesOrder("T1").ordering(BREAD, "9 C62").build());

        EventId left = done(naming(Bakery.MILL, StockDocumentKind.SHIPPING_ADVICE))
                .events()
                .get(0);

        assertEquals(
                Place.party(Bakery.MILL),
                bakery.ledger()
                        .find(left)
                        .orElseThrow()
                        .event()
                        .lines()
                        .get(0)
                        .to()
                        .place(),
                "a recall finds who got the goods");
        assertEquals(1, count("CUSTOMER_DIFFERS"));
    }

    private static StockDocument naming(PartyId customer, StockDocumentKind kind) {
        StockDocument document = about(kind, "S1", "T1", lot(BREAD, "B1", "9 C62"));
        return new StockDocument(
                document.number(),
                kind,
                document.warehouse(),
                Optional.empty(),
                document.about(),
                Optional.of(customer),
                document.at(),
                document.lines());
    }

    @Test
    void an_inventory_books_nothing_and_shows_each_lot_that_differs() {
        done(sent("T1", lot(FLOUR, "L1", "400 KGM"), lot(FLOUR, "L2", "100 KGM")));
        done(about(
                StockDocumentKind.TRANSFER_RECEIPT,
                "R1",
                "T1",
                lot(FLOUR, "L1", "400 KGM"),
                lot(FLOUR, "L2", "100 KGM")));

        done(inventory("I1", lot(FLOUR, "L1", "390 KGM"), lot(FLOUR, "L7", "3 KGM")));

        StockComparison comparison = warehouses
                .reconcile(POTSDAM, StockDocumentKind.INVENTORY, Optional.empty(), 1)
                .get(0);
        assertEquals(ComparisonState.DIFFERS, comparison.state());
        assertEquals(
                List.of(
                        "FLOUR 400 KGM 390 KGM 0 KGM true",
                        "FLOUR 100 KGM 0 KGM 0 KGM true",
                        "FLOUR 0 KGM 3 KGM 0 KGM true"),
                rows(comparison));
        assertTrue(bakery.stock(FLOUR_1).contains("POT/A-01 400 KGM"));
        assertEquals(3, openCases().stream().filter("INVENTORY_DIFFERS"::equals).count());
    }

    @Test
    void each_inventory_of_a_page_is_held_against_the_book_of_its_own_time() {
        done(sent("T1", lot(FLOUR, "L1", "400 KGM")));
        StockDocument before = inventory("I1", lot(FLOUR, "L1", "0 KGM"));
        done(new StockDocument(
                before.number(),
                before.kind(),
                before.warehouse(),
                before.from(),
                before.about(),
                Instant.parse("2026-03-02T06:30:00Z"),
                before.lines()));
        done(about(StockDocumentKind.TRANSFER_RECEIPT, "R1", "T1", lot(FLOUR, "L1", "400 KGM")));
        done(inventory("I2", lot(FLOUR, "L1", "400 KGM")));

        assertEquals(
                List.of(ComparisonState.AGREES, ComparisonState.AGREES),
                warehouses.reconcile(POTSDAM, StockDocumentKind.INVENTORY, Optional.empty(), 10).stream()
                        .map(StockComparison::state)
                        .toList());
    }

    @Test
    void what_differs_within_the_tolerance_is_no_case() {
        warehouses.save(new ThirdPartyWarehouse(POTSDAM, MARKET, SHELF, BROKEN, 5, 24));
        done(sent("T1", lot(FLOUR, "L1", "400 KGM")));

        done(about(StockDocumentKind.TRANSFER_RECEIPT, "R1", "T1", lot(FLOUR, "L1", "380 KGM")));
        assertEquals(ComparisonState.AGREES, transfer().state());
        assertEquals(List.of(), openCases());
    }

    @Test
    void a_receipt_that_is_reversed_answers_nothing_any_more() {
        done(sent("T1", lot(FLOUR, "L1", "400 KGM")));
        KeptDocument receipt = done(about(StockDocumentKind.TRANSFER_RECEIPT, "R1", "T1", lot(FLOUR, "L1", "400 KGM")));

        Outcomes.done(bakery.reverse("undo", receipt.events().get(0).value()));

        assertEquals(ComparisonState.OPEN, transfer().state());
        assertEquals(List.of("BER/A-01 600 KGM", "IN_TRANSIT POT 400 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void a_transfer_that_nobody_answers_in_time_is_a_case_until_it_is_answered() {
        done(sent("T1", lot(FLOUR, "L1", "400 KGM")));
        look(Duration.ofHours(24));
        assertEquals(List.of(), openCases());

        look(Duration.ofHours(25));
        look(Duration.ofHours(26));
        assertEquals(List.of("TRANSFER_NOT_ANSWERED"), openCases());

        done(about(StockDocumentKind.TRANSFER_RECEIPT, "R1", "T1", lot(FLOUR, "L1", "400 KGM")));
        assertEquals(List.of(), openCases());
    }

    @Test
    void what_was_short_is_short_again_when_the_rest_is_reversed() {
        done(sent("T1", lot(FLOUR, "L1", "400 KGM")));
        done(about(StockDocumentKind.TRANSFER_RECEIPT, "R1", "T1", lot(FLOUR, "L1", "300 KGM")));
        KeptDocument rest = done(about(StockDocumentKind.TRANSFER_RECEIPT, "R2", "T1", lot(FLOUR, "L1", "99 KGM")));
        Outcomes.done(bakery.reverse("undo", rest.events().get(0).value()));

        look(Duration.ofHours(1));

        assertEquals(List.of("TRANSFER_SHORT"), openCases());
        assertEquals(List.of("FLOUR 400 KGM 300 KGM 0 KGM true"), rows(transfer()));
    }

    @Test
    void a_transfer_that_is_recorded_after_its_receipt_is_known_then_and_what_differs_is_told_at_once() {
        done(about(StockDocumentKind.TRANSFER_RECEIPT, "R1", "T1", lot(FLOUR, "L1", "300 KGM")));
        assertTrue(openCases().contains("TRANSFER_UNKNOWN"));

        done(sent("T1", lot(FLOUR, "L1", "400 KGM")));

        assertTrue(!openCases().contains("TRANSFER_UNKNOWN"), openCases().toString());
        assertTrue(openCases().contains("TRANSFER_SHORT"), openCases().toString());
    }

    @Test
    void an_order_that_nobody_answers_in_time_is_a_case_until_it_is_shipped_or_cancelled() {
        breadInPotsdam();
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "100 C62").build());
        done(about(StockDocumentKind.SHIPPING_ORDER, "W1", "SO1", item(BREAD, "60 C62")));
        done(about(StockDocumentKind.SHIPPING_ORDER, "W2", "SO1", item(BREAD, "40 C62")));

        look(Duration.ofHours(25));
        look(Duration.ofHours(26));
        assertEquals(List.of("SHIPPING_NOT_ANSWERED", "SHIPPING_NOT_ANSWERED"), openCases());

        done(about(StockDocumentKind.SHIPPING_ADVICE, "S1", "W1", lot(BREAD, "B1", "60 C62")));
        assertEquals(1, count("SHIPPING_NOT_ANSWERED"));
        Outcomes.done(warehouses.cancel(ANNA, POTSDAM, "W2", "typed"));
        assertEquals(0, count("SHIPPING_NOT_ANSWERED"));
    }

    @Test
    void an_advice_that_cannot_be_booked_yet_is_a_case_until_it_is() {
        breadInPotsdam();
        done(about(StockDocumentKind.SHIPPING_ADVICE, "S1", "SO7", lot(BREAD, "B1", "90 C62")));
        assertEquals(1, count("SHIPPING_NOT_BOOKED"));

        bakery.ordered(aSalesOrder("SO7").ordering(BREAD, "90 C62").build());
        Outcomes.done(post("S1"));

        assertEquals(0, count("SHIPPING_NOT_BOOKED"));
    }

    @Test
    void of_many_orders_the_oldest_is_looked_at_as_well() {
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "1000 C62").build());
        for (int i = 0; i < 203; i++) {
            done(about(StockDocumentKind.SHIPPING_ORDER, "W" + i, "SO1", item(BREAD, "1 C62")));
        }

        look(Duration.ofHours(25));

        assertEquals(203, count("SHIPPING_NOT_ANSWERED"));
    }

    @Test
    void a_transfer_that_was_told_and_is_reversed_has_to_be_told_again_once() {
        KeptDocument unsent = done(sent("T1", lot(FLOUR, "L1", "400 KGM")));
        look(Duration.ZERO, Optional.of(new Sender()));
        Outcomes.done(bakery.reverse("undo", unsent.events().get(0).value()));

        look(Duration.ZERO);
        look(Duration.ZERO);

        assertEquals(List.of("TRANSFER_TAKEN_BACK"), openCases());
    }

    @Test
    void what_nobody_could_send_is_sent_when_somebody_can_and_once() {
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "100 C62").build());
        assertTrue(done(sent("T1", lot(FLOUR, "L1", "400 KGM"))).unsent());
        Outcomes.done(bakery.reverse(
                "undo",
                done(sent("T2", lot(FLOUR, "L1", "40 KGM"))).events().get(0).value()));
        done(about(StockDocumentKind.SHIPPING_ORDER, "W1", "SO1", item(BREAD, "60 C62")));
        done(about(StockDocumentKind.SHIPPING_ORDER, "W2", "SO1", item(BREAD, "40 C62")));
        Outcomes.done(warehouses.cancel(ANNA, POTSDAM, "W2", "typed"));

        Sender sender = new Sender();
        sender.problems = List.of(new Violation("NO_EDI_ADDRESS", ViolationPath.WHOLE, "it has none"));
        look(Duration.ZERO, Optional.of(sender));
        look(Duration.ZERO, Optional.of(sender));
        assertEquals(3, count("STOCK_DOCUMENT_NOT_SENT"), "of T1, W1 and the cancelling of W2");

        sender.problems = List.of();
        sender.asked.clear();
        look(Duration.ZERO, Optional.of(sender));
        look(Duration.ZERO, Optional.of(sender));
        assertEquals(List.of("T1", "cancel W2", "W1"), sender.asked);
        assertEquals(0, count("STOCK_DOCUMENT_NOT_SENT"));
    }

    @Test
    void what_no_table_has_room_for_is_refused_with_what_to_do() {
        assertEquals(
                List.of("TEXT_TOO_LONG about"),
                refusals(warehouses.record(
                        ANNA,
                        about(StockDocumentKind.TRANSFER_RECEIPT, "R1", "T".repeat(51), lot(FLOUR, "L1", "1 KGM")))));
        StockDocument.Line[] lines = new StockDocument.Line[5_001];
        Arrays.setAll(lines, i -> lot(FLOUR, "L" + i, "1 KGM"));
        assertEquals(List.of("TOO_MANY_LINES lines"), refusals(warehouses.record(ANNA, inventory("I1", lines))));
    }

    private long count(String code) {
        return bakery
                .company()
                .service(ExceptionCases.class)
                .list(
                        new ExceptionFilter(
                                Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty(), false),
                        Optional.empty(),
                        500)
                .stream()
                .filter(one -> one.code().equals(code))
                .count();
    }

    /** Sends nothing, and remembers what it was asked for. */
    private static final class Sender implements StockDocumentSender {
        private final List<String> asked = new ArrayList<>();
        private List<Violation> problems = List.of();

        @Override
        public List<Violation> send(ThirdPartyWarehouse warehouse, KeptDocument document) {
            asked.add(document.document().number());
            return problems;
        }

        @Override
        public List<Violation> cancel(ThirdPartyWarehouse warehouse, KeptDocument order) {
            asked.add("cancel " + order.document().number());
            return problems;
        }
    }

    /** As the watch does, so long after the bakery's hour. */
    private void look(Duration later) {
        look(later, Optional.empty());
    }

    private void look(Duration later, Optional<StockDocumentSender> sender) {
        try (TestCompany then = TestCompany.on(bakery.database())
                .with(Clock.class, Clock.offset(Bakery.CLOCK, later))
                .configured("org.lottrace.thirdparty", Map.of("watch.seconds", 0))) {
            sender.ifPresent(one -> then.with(StockDocumentSender.class, one));
            then.service(TransferWatch.class).look();
        }
    }

    private static List<String> refusals(Outcome<?> outcome) {
        return outcome.violations().stream()
                .map(violation -> violation.code() + " " + violation.path())
                .toList();
    }

    private LotKey breadInPotsdam() {
        LotKey bread = bakery.baked("B1", "2026-03-01T08:00:00Z");
        done(sent("T0", lot(BREAD, "B1", "200 C62")));
        done(about(StockDocumentKind.TRANSFER_RECEIPT, "R0", "T0", lot(BREAD, "B1", "200 C62")));
        return bread;
    }

    private KeptDocument done(StockDocument document) {
        return Outcomes.done(warehouses.record(ANNA, document));
    }

    private Outcome<KeptDocument> post(String number) {
        return warehouses.post(ANNA, POTSDAM, StockDocumentKind.SHIPPING_ADVICE, number);
    }

    private StockComparison transfer() {
        return newest(StockDocumentKind.TRANSFER_SHIPMENT);
    }

    private StockComparison order() {
        return newest(StockDocumentKind.SHIPPING_ORDER);
    }

    private StockComparison newest(StockDocumentKind kind) {
        return warehouses.reconcile(POTSDAM, kind, Optional.empty(), 1).get(0);
    }

    private static List<String> rows(StockComparison comparison) {
        return comparison.rows().stream()
                .map(row -> row.item() + " " + row.expected() + " " + row.stated() + " " + row.damaged() + " "
                        + row.differs())
                .toList();
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
}
