package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Restatement;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.CurrentCaller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.company.WorkingBakery;

/** What a report leaves open is recorded, is a case, and is said later. */
class RestateReportIT {
    private static final PartyId NOBODY = new PartyId("NOBODY");

    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-02-20T08:00:00Z");
    private LotKey bread;

    @BeforeEach
    void bread_is_ordered() {
        bread = bakery.baked("B1", "2026-02-28T08:00:00Z");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "20 C62").build());
    }

    @Test
    void goods_that_went_to_somebody_unknown_are_known_to_have_gone_there_until_somebody_says_who_it_is() {
        TraceEvent told = recorded(ship("s1", "S1", "SO9", Optional.of(NOBODY)));

        assertEquals(List.of("CUSTOMER_UNKNOWN", "ORDER_UNKNOWN"), CountStockIT.findings(told));
        assertEquals(List.of("B1: BER/A-01 → PARTY NOBODY 5 C62"), lines(told));
        assertEquals(Set.of(PartyRole.TOLD), party(NOBODY));
        assertEquals(List.of("CUSTOMER_UNKNOWN", "ORDER_UNKNOWN"), open("s1"));
        assertEquals(
                List.of("CUSTOMER_UNKNOWN"),
                CountStockIT.findings(recorded(ship("s2", "S2", "SO9", Optional.of(NOBODY)))).stream()
                        .filter(code -> code.startsWith("CUSTOMER"))
                        .toList(),
                "it is still unknown");
        assertEquals(
                List.of("CUSTOMER_UNKNOWN customer", "ORDER_UNKNOWN salesOrder"),
                refusals(bakery.capture()
                        .ship(new Shipment(
                                aContext("s3").requested().request(),
                                "S3",
                                "SO9",
                                Optional.of(NOBODY),
                                List.of(leaving(1, on(SHELF, bread, "5 C62")))))));

        Outcome<RecordedEvent> named = restate("n1", "s1", Optional.of(MARKET), Optional.empty());

        assertEquals(List.of("B1: BER/A-01 → PARTY MARKET 5 C62"), lines(recorded(named)));
        assertEquals(List.of("ORDER_UNKNOWN"), CountStockIT.findings(recorded(named)));
        assertEquals(List.of(), open("s1"));
        assertEquals(told.context().effective(), recorded(named).context().effective());
        assertTrue(
                restate("n1", "s1", Optional.of(MARKET), Optional.empty()) instanceof Outcome.AlreadyDone,
                "the same again");
    }

    @Test
    void goods_of_which_nobody_says_who_got_them_have_left_all_the_same() {
        TraceEvent told = recorded(ship("s1", "S1", "SO9", Optional.empty()));

        assertEquals(List.of("B1: BER/A-01 → PARTY UNNAMED 5 C62"), lines(told));
        assertEquals(List.of("ORDER_UNKNOWN", "CUSTOMER_UNKNOWN"), CountStockIT.findings(told));
    }

    @Test
    void a_shipment_whose_number_another_one_has_is_told_apart() {
        recorded(ship("s1", "S1", "SO1", Optional.empty()));

        TraceEvent told = recorded(ship("s2", "S1", "SO1", Optional.empty()));

        assertEquals(Optional.of("S1#2"), number(told));
        assertTrue(CountStockIT.findings(told).contains("SHIPMENT_NUMBER_IN_USE"));
        assertEquals(told, recorded(ship("s2", "S1", "SO1", Optional.empty())), "the same again");
        assertEquals(Optional.of("S1#3"), number(recorded(ship("s3", "S1", "SO1", Optional.empty()))));
        assertEquals(Optional.of("S7"), number(recorded(restate("n1", "s2", Optional.empty(), Optional.of("S7")))));
        assertEquals(List.of(), open("s2"));
    }

    @Test
    void goods_of_one_of_several_lots_are_a_lot_of_their_own_that_a_recall_of_either_finds() {
        LotKey ofMill = aLot("77").expiring("2026-12-31").key();
        LotKey ofMarket = aLot("77").from(MARKET).expiring("2026-10-31").key();
        bakery.lots().register(aLot("77").expiring("2026-12-31").build());
        bakery.lots().register(aLot("77").from(MARKET).expiring("2026-10-31").build());
        LotReference label = LotReference.parse("FLOUR/77");

        TraceEvent told = recorded(bakery.capture()
                .consume(new Consumption(
                        aContext("c1").reported().request(), "P1", List.of(on(SHELF, label, "10 KGM")))));

        LotKey own = told.lines().get(0).lot();
        assertEquals(new LotNumber("77?"), own.number());
        assertEquals(
                "2026-10-31",
                bakery.lots().find(own).orElseThrow().expiry().orElseThrow().toString());
        assertEquals(
                Set.of(ofMarket + " in " + own, ofMill + " in " + own),
                Set.copyOf(told.edges().stream()
                        .filter(edge -> edge.certainty() == Edge.Certainty.INFERRED)
                        .map(edge -> edge.input() + " in " + edge.output())
                        .toList()));
        assertTrue(open("c1").contains("LOT_AMBIGUOUS"), open("c1").toString());
        assertEquals(
                told,
                recorded(bakery.capture()
                        .consume(new Consumption(
                                aContext("c1").reported().request(), "P1", List.of(on(SHELF, label, "10 KGM"))))),
                "the same again");

        TraceEvent named = recorded(bakery.corrections()
                .restate(new Restatement(
                        aContext("n1").request(),
                        new EventId("c1"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Restatement.NamedLot(own, ofMarket)),
                        "the sack was found")));

        assertEquals(
                List.of(ofMarket),
                named.lines().stream().map(line -> line.lot()).toList());
        assertEquals(List.of(), named.edges());
        assertEquals(List.of(), open("c1"));
        assertEquals(List.of(), bakery.stock(own));
    }

    @Test
    void what_came_from_somebody_unknown_is_in_the_book_under_their_number_and_then_under_the_supplier_that_is_named() {
        Receipt receipt = new Receipt(
                aContext("r1").request(),
                Optional.of(NOBODY),
                Optional.empty(),
                Optional.empty(),
                DOCK,
                List.of(new Receipt.Line(
                        LotReference.parse("SALT/N-1"),
                        WorkingBakery.of("7 KGM"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.of(new UnitPrice(
                                new BigDecimal("0.40"),
                                "EUR",
                                WorkingBakery.of("1 KGM").unit())),
                        List.of(KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code("DE"))))));

        TraceEvent told = recorded(bakery.capture().receive(receipt));

        assertTrue(CountStockIT.findings(told).contains("SUPPLIER_UNKNOWN"));
        assertEquals(NOBODY, told.lines().get(0).lot().issuer());
        assertEquals(told, recorded(bakery.capture().receive(receipt)), "the same again");
        TraceEvent named = recorded(restate("n1", "r1", Optional.of(MILL), Optional.empty()));
        LotKey lot = named.lines().get(0).lot();
        assertEquals(MILL, lot.issuer());
        assertEquals(List.of("BER/DOCK 7 KGM"), bakery.stock(lot));
        assertEquals(told.lines().get(0).price(), named.lines().get(0).price());
        assertEquals(
                List.of(KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code("DE"))),
                bakery.lotCorrections().attributes(List.of(lot)).get(lot));
        assertEquals(List.of(), bakery.stock(told.lines().get(0).lot()));
    }

    @Test
    void what_says_nothing_or_what_nobody_knows_is_refused_and_changes_nothing() {
        recorded(ship("s1", "S1", "SO9", Optional.of(NOBODY)));

        assertEquals(List.of("NOTHING_NAMED party"), refusals(restate("n1", "s1", Optional.empty(), Optional.empty())));
        assertEquals(
                List.of("PARTY_UNKNOWN party"),
                refusals(restate("n1", "s1", Optional.of(new PartyId("NIEMAND")), Optional.empty())));
        assertEquals(
                List.of("PARTY_UNKNOWN party"), refusals(restate("n1", "s1", Optional.of(NOBODY), Optional.empty())));
        assertEquals(
                List.of("EVENT_UNKNOWN corrects"),
                refusals(restate("n1", "s9", Optional.of(MARKET), Optional.empty())));
        assertEquals(
                List.of("NOT_RESTATABLE corrects"),
                refusals(restate("n1", "bake-B1", Optional.of(MARKET), Optional.empty())));
        assertEquals(
                List.of("LOT_NOT_IN_EVENT lots[1].recorded", "LOT_UNKNOWN lots[1].is"),
                refusals(bakery.corrections()
                                .restate(new Restatement(
                                        aContext("n1").request(),
                                        new EventId("s1"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(new Restatement.NamedLot(
                                                FLOUR_1, new LotKey(MILL, FLOUR, new LotNumber("L99")))),
                                        "found")))
                        .stream()
                        .sorted()
                        .toList());
        assertEquals(List.of("CUSTOMER_UNKNOWN", "ORDER_UNKNOWN"), open("s1"));
    }

    @Test
    void a_party_that_somebody_saves_is_known_from_then_on() {
        recorded(ship("s1", "S1", "SO9", Optional.of(NOBODY)));
        save(NOBODY);

        TraceEvent next = recorded(ship("s2", "S2", "SO9", Optional.of(NOBODY)));

        assertEquals(List.of("ORDER_UNKNOWN"), CountStockIT.findings(next));
        assertEquals(List.of("ORDER_UNKNOWN"), open("s1"), "nobody has to find out who it is");
    }

    @Test
    void a_case_about_another_party_that_is_still_unknown_stays_open() {
        recorded(ship("s1", "S1", "SO9", Optional.of(NOBODY)));
        recorded(ship("s2", "S2", "SO9", Optional.of(new PartyId("NIEMAND"))));
        recorded(ship("s3", "S3", "SO9", Optional.empty()));

        save(NOBODY);

        assertEquals(List.of("ORDER_UNKNOWN"), open("s1"));
        assertEquals(List.of("CUSTOMER_UNKNOWN", "ORDER_UNKNOWN"), open("s2"));
        assertTrue(open("s3").contains("CUSTOMER_UNKNOWN"), open("s3").toString());
    }

    @Test
    void who_says_the_party_leaves_open_what_is_said_neither_of_the_number_nor_of_the_lot() {
        two_lots_are_77();
        recorded(ship("s1", "S1", "SO1", Optional.empty()));
        TraceEvent told = recorded(bakery.capture()
                .ship(new Shipment(
                        aContext("s2").reported().request(),
                        "S1",
                        "SO9",
                        Optional.of(NOBODY),
                        List.of(leaving(1, on(SHELF, LotReference.parse("FLOUR/77"), "10 KGM"))))));

        TraceEvent named = recorded(restate("n1", "s2", Optional.of(MARKET), Optional.empty()));

        assertEquals(told.edges(), named.edges(), "a recall of either lot still finds the goods");
        assertTrue(number(named).orElseThrow().startsWith("S1#"), number(named).toString());
        assertEquals(
                List.of("LOT_AMBIGUOUS", "SHIPMENT_NUMBER_IN_USE"),
                open("n1").stream()
                        .filter(Set.of("LOT_AMBIGUOUS", "SHIPMENT_NUMBER_IN_USE")::contains)
                        .sorted()
                        .toList());
    }

    @Test
    void another_customer_gets_the_lot_that_left_also_when_the_first_one_had_numbered_it() {
        LotKey ofMarket = aLot("M-1").from(MARKET).expiring("2026-12-31").key();
        bakery.lots().register(aLot("M-1").from(MARKET).expiring("2026-12-31").build());
        recorded(bakery.capture()
                .ship(new Shipment(
                        aContext("s1").reported().request(),
                        "S1",
                        "SO9",
                        Optional.of(MARKET),
                        List.of(leaving(1, on(SHELF, LotReference.to(ofMarket), "10 KGM"))))));

        TraceEvent named = recorded(restate("n1", "s1", Optional.of(MILL), Optional.empty()));

        assertEquals(ofMarket, named.lines().get(0).lot());
    }

    @Test
    void nobody_becomes_somebody_by_being_saved() {
        recorded(ship("s1", "S1", "SO9", Optional.empty()));
        save(new PartyId("UNNAMED"));

        assertEquals(
                List.of("ORDER_UNKNOWN", "CUSTOMER_UNKNOWN"),
                CountStockIT.findings(recorded(ship("s2", "S2", "SO9", Optional.empty()))));
        assertEquals(
                List.of("PARTY_UNKNOWN party"),
                refusals(restate("n1", "s1", Optional.of(new PartyId("UNNAMED")), Optional.empty())));
    }

    @Test
    void of_two_reports_about_goods_of_one_of_several_lots_either_is_told_again() {
        two_lots_are_77();
        recorded(moved("t1"));
        LotKey own = recorded(moved("t2")).lines().get(0).lot();
        LotKey ofMill = aLot("77").expiring("2026-12-31").key();

        assertEquals(
                List.of(ofMill),
                recorded(say("n1", "t1", own, ofMill)).lines().stream()
                        .map(line -> line.lot())
                        .toList());
        assertEquals(
                List.of(ofMill),
                recorded(say("n2", "t2", own, ofMill)).lines().stream()
                        .map(line -> line.lot())
                        .toList());
        assertEquals(List.of(), bakery.stock(own));
        assertEquals(List.of("ALREADY_REVERSED corrects"), refusals(say("n3", "t1", own, ofMill)));
    }

    @Test
    void long_numbers_that_differ_at_their_end_may_be_each_of_their_lots() {
        for (String number : List.of("12345678901234567890", "12345678901234567891")) {
            bakery.lots().register(aLot(number).expiring("2026-12-31").build());
            bakery.lots()
                    .register(aLot(number).from(MARKET).expiring("2026-12-31").build());
        }

        TraceEvent told = recorded(bakery.capture()
                .consume(new Consumption(
                        aContext("c1").reported().request(),
                        "P1",
                        List.of(
                                on(SHELF, LotReference.parse("FLOUR/12345678901234567890"), "10 KGM"),
                                on(SHELF, LotReference.parse("FLOUR/12345678901234567891"), "10 KGM")))));

        assertEquals(
                4, told.edges().stream().map(edge -> edge.input()).distinct().count());
    }

    @Test
    void who_named_no_day_of_the_books_is_not_told_that_it_is_closed_by_now() {
        TraceEvent told = recorded(ship("s1", "S1", "SO9", Optional.of(NOBODY)));
        LocalDate day = told.context().localDate();
        bakery.unitOfWork().run(() -> bakery.database()
                .periods()
                .insert(new PeriodStep(
                        1, day.withDayOfMonth(1), day, PeriodStep.Kind.LOCK, 0, List.of(), "", "ben", NOW)));

        TraceEvent named = recorded(restate("n1", "s1", Optional.of(MARKET), Optional.empty()));

        assertEquals(List.of("ORDER_UNKNOWN"), CountStockIT.findings(named));
        assertEquals(told.context().accountingDate(), named.context().accountingDate());
    }

    @Test
    void what_a_receipt_says_of_a_known_lot_and_is_not_so_stays_a_finding_when_it_is_told_again() {
        recorded(bakery.capture().receive(salt("r0", MILL, "DE")));
        assertTrue(CountStockIT.findings(recorded(bakery.capture().receive(salt("r1", NOBODY, "FR"))))
                .contains("ATTRIBUTE_DIFFERS"));

        TraceEvent named = recorded(restate("n1", "r1", Optional.of(MARKET), Optional.empty()));

        assertTrue(
                CountStockIT.findings(named).contains("ATTRIBUTE_DIFFERS"),
                CountStockIT.findings(named).toString());
    }

    @Test
    void who_may_do_the_work_may_say_what_of_it_was_left_open_and_nobody_else() throws Exception {
        recorded(ship("s1", "S1", "SO9", Optional.of(NOBODY)));

        assertEquals(
                List.of("ROLE_MISSING corrects"),
                refusals(CurrentCaller.during(
                        new Caller("rita", Set.of(Role.RECEIVER)),
                        () -> restate("n1", "s1", Optional.of(MARKET), Optional.empty()))));
        recorded(CurrentCaller.during(
                new Caller("steffen", Set.of(Role.SHIPPER)),
                () -> restate("n1", "s1", Optional.of(MARKET), Optional.empty())));
        assertEquals(
                List.of("ROLE_MISSING corrects"),
                refusals(CurrentCaller.during(
                        new Caller("steffen", Set.of(Role.SHIPPER)),
                        () -> restate("n2", "n1", Optional.empty(), Optional.of("S9")))),
                "its number was never open");
        recorded(CurrentCaller.during(
                new Caller("carl", Set.of(Role.CORRECTOR)),
                () -> restate("n2", "n1", Optional.of(MILL), Optional.empty())));
    }

    @Test
    void goods_that_may_be_of_a_held_lot_are_told_of_as_held() {
        two_lots_are_77();
        LotKey ofMill = aLot("77").expiring("2026-12-31").key();
        recorded(bakery.holds().hold(aContext("h1").request(), List.of(ofMill), Optional.empty(), "foreign matter"));

        TraceEvent told = recorded(bakery.capture()
                .ship(new Shipment(
                        aContext("s1").reported().request(),
                        "S1",
                        "SO9",
                        Optional.of(MARKET),
                        List.of(leaving(1, on(SHELF, LotReference.parse("FLOUR/77"), "10 KGM"))))));

        assertTrue(
                CountStockIT.findings(told).contains("LOT_ON_HOLD"),
                CountStockIT.findings(told).toString());
        assertTrue(open("s1").contains("LOT_ON_HOLD"), open("s1").toString());
    }

    @Test
    void what_left_for_another_site_and_came_there_is_told_again() {
        two_lots_are_77();
        LotKey ofMill = aLot("77").expiring("2026-12-31").key();
        LotReference label = LotReference.parse("FLOUR/77");
        LotKey own = recorded(bakery.capture()
                        .dispatch(new Dispatch(
                                aContext("d1").reported().request(),
                                POTSDAM,
                                Optional.empty(),
                                List.of(on(SHELF, label, "10 KGM")))))
                .lines()
                .get(0)
                .lot();
        recorded(bakery.capture()
                .arrive(new Arrival(
                        aContext("a1").in(POTSDAM).reported().request(),
                        POTSDAM,
                        SHELF,
                        List.of(),
                        List.of(new Arrival.Line(label, WorkingBakery.of("10 KGM"), Optional.empty())))));
        assertEquals(List.of("POT/A-01 10 KGM"), bakery.stock(own));
        assertEquals(List.of("FOLLOWED_BY corrects"), refusals(say("n1", "d1", own, ofMill)), "it came");

        recorded(say("n2", "a1", own, ofMill));
        recorded(say("n3", "d1", own, ofMill));

        assertEquals(List.of(), bakery.stock(own));
        assertEquals(List.of("POT/A-01 10 KGM"), bakery.stock(ofMill));
        assertEquals(List.of(), open("d1"));
        assertEquals(List.of(), open("a1"));
    }

    @Test
    void the_expiry_on_the_label_of_a_lot_that_is_known_with_another_is_told_again() {
        bakery.lots().register(aLot("N-2").expiring("2026-12-31").build());
        LocalDate label = LocalDate.of(2026, 11, 30);
        TraceEvent told = recorded(bakery.capture().receive(labelled("r1", "MILL/FLOUR/N-2", label)));
        assertTrue(told.findings().contains("LOT_DIFFERS"), told.findings().toString());
        assertEquals(Optional.of(label), onLabel(told));

        TraceEvent named = recorded(restate("n1", "r1", Optional.of(MARKET), Optional.empty()));

        assertTrue(named.findings().contains("LOT_DIFFERS"), named.findings().toString());
        assertEquals(Optional.of(label), onLabel(named));
        assertEquals(
                told, recorded(bakery.capture().receive(labelled("r1", "MILL/FLOUR/N-2", label))), "the same again");
    }

    @Test
    void an_expiry_that_a_report_told_first_is_known_after_it_was_told_again() {
        LotKey lot = aLot("N-3").of(SALT).key();
        bakery.lots().register(aLot("N-3").of(SALT).build());
        LocalDate label = LocalDate.of(2027, 11, 30);
        recorded(bakery.capture().receive(labelled("r1", "MILL/SALT/N-3", label)));
        assertEquals(Optional.of(label), bakery.lots().find(lot).orElseThrow().expiry());

        recorded(restate("n1", "r1", Optional.of(MARKET), Optional.empty()));

        assertEquals(Optional.of(label), bakery.lots().find(lot).orElseThrow().expiry());
    }

    private static Optional<LocalDate> onLabel(TraceEvent receipt) {
        return KeyDatum.find(receipt.lines().get(0).keyData(), KeyDataElement.EXPIRY_DATE)
                .map(said -> LocalDate.parse(said.text()));
    }

    private static Receipt labelled(String id, String lot, LocalDate expiry) {
        return new Receipt(
                aContext(id).request(),
                Optional.of(NOBODY),
                Optional.empty(),
                Optional.empty(),
                DOCK,
                List.of(new Receipt.Line(
                        LotReference.parse(lot),
                        WorkingBakery.of("7 KGM"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(expiry),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        List.of())));
    }

    private static Receipt salt(String id, PartyId supplier, String origin) {
        return new Receipt(
                aContext(id).request(),
                Optional.of(supplier),
                Optional.empty(),
                Optional.empty(),
                DOCK,
                List.of(new Receipt.Line(
                        LotReference.parse("MILL/SALT/N-1"),
                        WorkingBakery.of("7 KGM"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code(origin))))));
    }

    private void two_lots_are_77() {
        bakery.lots().register(aLot("77").expiring("2026-12-31").build());
        bakery.lots().register(aLot("77").from(MARKET).expiring("2026-10-31").build());
    }

    private Outcome<RecordedEvent> moved(String id) {
        return bakery.capture()
                .transfer(
                        EventType.TRANSFER,
                        new Transfer(
                                aContext(id).reported().request(),
                                BERLIN,
                                DOCK,
                                Optional.empty(),
                                List.of(on(SHELF, LotReference.parse("FLOUR/77"), "10 KGM"))));
    }

    private Outcome<RecordedEvent> say(String id, String event, LotKey recorded, LotKey is) {
        return bakery.corrections()
                .restate(new Restatement(
                        aContext(id).request(),
                        new EventId(event),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Restatement.NamedLot(recorded, is)),
                        "the sack was found"));
    }

    private void save(PartyId id) {
        PartnerDirectory partners = bakery.company().service(PartnerDirectory.class);
        Party told = partners.find(id).orElseThrow();
        partners.save(List.of(new Party(
                id, "Corner shop", Set.of(PartyRole.CUSTOMER), told.gln(), told.address(), "", "", told.profile())));
    }

    private Outcome<RecordedEvent> ship(String id, String number, String order, Optional<PartyId> customer) {
        return bakery.capture()
                .ship(new Shipment(
                        aContext(id).reported().request(),
                        number,
                        order,
                        customer,
                        List.of(leaving(1, on(SHELF, bread, "5 C62")))));
    }

    private Outcome<RecordedEvent> restate(String id, String event, Optional<PartyId> party, Optional<String> number) {
        return bakery.corrections()
                .restate(new Restatement(
                        aContext(id).request(), new EventId(event), party, number, List.of(), "asked the driver"));
    }

    private static Optional<String> number(TraceEvent event) {
        return event.document(DocumentType.SHIPMENT).map(document -> document.number());
    }

    private Set<PartyRole> party(PartyId party) {
        return bakery.company()
                .service(PartnerDirectory.class)
                .find(party)
                .orElseThrow()
                .roles();
    }

    private List<String> open(String event) {
        return bakery.company().service(ExceptionCases.class).ofEvent(new EventId(event)).stream()
                .filter(ExceptionCase::isOpen)
                .map(ExceptionCase::code)
                .toList();
    }
}
