package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.codes;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.ContextBuilder;
import org.lottrace.api.fixture.Outcomes;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.master.MasterAction;
import org.lottrace.api.master.MasterChange;
import org.lottrace.api.master.MasterClosing;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.MasterUse;
import org.lottrace.api.master.MasterUseKind;
import org.lottrace.api.master.Masters;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.OpeningStock;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** What is closed takes nothing new, what is there goes on, and what has happened is in the book. */
@ParameterizedClass
@EnumSource
class ClosedMastersTest {
    private static final String CLOSED = "MASTER_CLOSED";

    @Parameter
    Database on;

    private WorkingBakery bakery;
    private Masters masters;

    enum Database {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        Database(Supplier<TestDatabase> database) {
            this.database = database;
        }
    }

    @BeforeEach
    void open() {
        bakery = new WorkingBakery(
                        TestCompany.on(on.database.get().withBakery()).with(Clock.class, Bakery.CLOCK))
                .withFlour();
        masters = bakery.company().service(Masters.class);
    }

    @AfterEach
    void end() {
        bakery.company().close();
    }

    @Test
    void a_party_with_edi_files_that_wait_is_in_use() {
        MasterReference mill = new MasterReference(MasterKind.PARTY, "MILL");
        bakery.unitOfWork().run(() -> bakery.database()
                .parties()
                .save(aParty(Bakery.MILL).exchangingAs("ZZ", "MILLS").build()));
        assertEquals(List.of(), waiting(mill));
        bakery.unitOfWork().run(() -> Stream.of(InterchangeStatus.PENDING, InterchangeStatus.SENT)
                .forEach(status -> bakery.database()
                        .interchanges()
                        .insert(
                                new InterchangeRecord(
                                        0,
                                        Direction.OUTBOUND,
                                        "ZZ:BAKERY",
                                        "ZZ:MILLS",
                                        "1",
                                        List.of("861"),
                                        "",
                                        status,
                                        Bakery.NOW,
                                        List.of()),
                                Optional.of(status.code()),
                                new byte[0])));

        assertEquals(1, waiting(mill).size());
        assertTrue(masters.close(ANNA, new MasterClosing(mill, "no more", false)).violations().stream()
                .anyMatch(problem -> problem.code().equals("MASTER_IN_USE")
                        && problem.message().contains(waiting(mill).get(0))));
    }

    @Test
    void what_is_to_be_sent_to_another_site_keeps_its_item_and_both_sites_in_use() {
        ItemNumber yeast = new ItemNumber("YEAST");
        bakery.unitOfWork()
                .run(() -> bakery.database().items().save(anItem("YEAST").build()));
        assertEquals(
                List.of(),
                bakery.company()
                        .service(TransferOrders.class)
                        .save(List.of(new TransferOrder(
                                "TR1",
                                BERLIN,
                                POTSDAM,
                                LocalDate.of(2026, 3, 3),
                                Optional.empty(),
                                List.of(new TransferOrder.Line(1, yeast, Quantity.of("5", "KGM")))))));

        for (MasterReference used :
                List.of(MasterReference.of(yeast), MasterReference.of(BERLIN), MasterReference.of(POTSDAM))) {
            assertTrue(masters.uses(used).stream()
                    .anyMatch(use -> use.kind() == MasterUseKind.TRANSFER_ORDER
                            && use.named().equals(List.of("TR1"))));
        }
        assertEquals(
                List.of("MASTER_USED"),
                Outcomes.refusals(masters.delete(ANNA, new MasterChange(MasterReference.of(yeast), "a slip"))));
    }

    private List<String> waiting(MasterReference party) {
        return masters.uses(party).stream()
                .filter(use -> use.kind() == MasterUseKind.INTERCHANGE)
                .flatMap(use -> use.named().stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ITEM,     FLOUR,    lines[1].item",
        "PARTY,    MILL,     supplier",
        "SITE,     BER,      location",
        "LOCATION, BER/A-01, location",
    })
    void the_request_of_a_receipt_is_refused_and_its_report_recorded_with_a_finding(
            MasterKind kind, String key, String path) {
        close(new MasterReference(kind, key));

        assertEquals(
                List.of("MASTER_CLOSED " + path),
                ofClosing(receive(aContext("asked").requested())));
        TraceEvent event = recorded(receive(aContext("came").reported()));
        assertTrue(findings(event).contains(CLOSED), () -> findings(event).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "ITEM,     BREAD,    item",
        "SITE,     BER,      location",
        "LOCATION, BER/A-01, location",
    })
    void the_request_of_an_output_is_refused_and_its_report_recorded_with_a_finding(
            MasterKind kind, String key, String path) {
        done(bakery.consume("mix", "P1", on(SHELF, FLOUR_1, "10 KGM")));
        close(new MasterReference(kind, key));

        assertEquals(
                List.of("MASTER_CLOSED " + path),
                ofClosing(bake(aContext("asked").requested())));
        assertTrue(findings(recorded(bake(aContext("made").reported()))).contains(CLOSED));
    }

    @ParameterizedTest
    @CsvSource({
        "ITEM,     FLOUR,    lines[1].lot",
        "SITE,     BER,      lines[1].location",
        "LOCATION, BER/A-01, lines[1].location",
    })
    void the_request_of_opening_stock_is_refused_and_its_report_recorded_with_a_finding(
            MasterKind kind, String key, String path) {
        close(new MasterReference(kind, key));

        assertEquals(
                List.of("MASTER_CLOSED " + path),
                ofClosing(opened(aContext("asked").requested())));
        assertTrue(findings(recorded(opened(aContext("was").reported()))).contains(CLOSED));
    }

    @Test
    void a_count_finds_new_lots_of_a_closed_item_with_a_finding_and_those_that_were_there_without() {
        close(MasterReference.of(FLOUR));

        assertEquals(
                List.of("MASTER_CLOSED lines[1].lot"),
                ofClosing(counted(aContext("asked").requested(), "MILL/FLOUR/NEW")));
        assertTrue(findings(recorded(counted(aContext("new").reported(), "MILL/FLOUR/NEW")))
                .contains(CLOSED));
        assertFalse(findings(recorded(counted(aContext("old").reported(), "FLOUR/L1")))
                .contains(CLOSED));
    }

    @Test
    void what_was_sold_comes_back_but_not_into_a_closed_location() {
        bakery.baked("B1");
        assertEquals(
                List.of(), save(aSalesOrder("SO1").ordering(BREAD, "12 C62").build()));
        done(bakery.company().service(Allocation.class).allocate("SO1"));
        done(bakery.ship("ship", "S1", "SO1", leaving(1, on(SHELF, LotReference.parse(BREAD + "/B1"), "12 C62"))));
        close(MasterReference.of(BREAD));
        close(MasterReference.of(MARKET));
        close(MasterReference.of(BERLIN, SHELF));

        assertEquals(
                List.of("MASTER_CLOSED lines[1].location"),
                ofClosing(back(aContext("asked").requested(), SHELF)));
        assertTrue(findings(recorded(back(aContext("there").reported(), SHELF))).contains(CLOSED));
        assertEquals(List.of(), findings(recorded(back(aContext("here").reported(), DOCK))));
    }

    @Test
    void nothing_is_moved_into_a_closed_location_and_everything_out_of_it() {
        close(MasterReference.of(BERLIN, DOCK));

        assertEquals(List.of("MASTER_CLOSED toLocation"), ofClosing(moved("in", SHELF, DOCK)));
        masters.reopen(ANNA, new MasterChange(MasterReference.of(BERLIN, DOCK), "needed again"));
        done(moved("in", SHELF, DOCK));
        close(MasterReference.of(BERLIN, DOCK));
        done(moved("out", DOCK, SHELF));
    }

    @Test
    void what_is_there_of_a_closed_item_is_consumed_allocated_and_shipped() {
        bakery.baked("B1");
        SalesOrder order = aSalesOrder("SO1").ordering(BREAD, "12 C62").build();
        assertEquals(List.of(), save(order));
        close(MasterReference.of(BREAD));
        close(MasterReference.of(FLOUR));
        close(MasterReference.of(MARKET));

        done(bakery.consume("mix", "P2", on(SHELF, FLOUR_1, "10 KGM")));
        done(bakery.company().service(Allocation.class).allocate("SO1"));
        done(bakery.ship("ship", "S1", "SO1", leaving(1, on(SHELF, LotReference.parse(BREAD + "/B1"), "12 C62"))));
        assertEquals(List.of(), save(order), "an order that was there is sent again as it was");
    }

    @Test
    void new_orders_name_nothing_that_is_closed() {
        close(MasterReference.of(SALT));
        close(MasterReference.of(BREAD));
        close(MasterReference.of(MARKET));
        close(MasterReference.of(MILL));

        assertEquals(
                List.of("MASTER_CLOSED orders[1].customer", "MASTER_CLOSED orders[1].lines[1].item"),
                codes(bakery.company()
                        .service(SalesOrders.class)
                        .save(List.of(
                                aSalesOrder("SO9").ordering(BREAD, "1 C62").build()))));
        PurchaseOrder more =
                aPurchaseOrder("PO9").ordering(SALT, "1 KGM", "0.30").build();
        assertEquals(
                List.of("MASTER_CLOSED orders[1].supplier", "MASTER_CLOSED orders[1].lines[1].item"),
                codes(bakery.purchaseOrders().save(List.of(more))));
        bakery.order();
    }

    @Test
    void what_is_open_with_it_is_named_first_and_closed_when_that_is_confirmed() {
        done(bakery.holds().hold(aContext("hold").request(), List.of(FLOUR_1), "weevils"));
        MasterReference flour = MasterReference.of(FLOUR);
        bakery.company()
                .service(SalesOrders.class)
                .save(List.of(aSalesOrder("SO1").ordering(FLOUR, "1 KGM").build()));

        Outcome<MasterStep> refused = masters.close(ANNA, new MasterClosing(flour, "not bought any more", false));

        assertEquals(
                List.of(
                        "item FLOUR has stock: FLOUR/L1, FLOUR/L2; see to it first, or confirm that it is to be closed all the same",
                        "item FLOUR has hold: FLOUR/L1; see to it first, or confirm that it is to be closed all the same",
                        "item FLOUR has sales order: SO1; see to it first, or confirm that it is to be closed all the same"),
                refused.violations().stream().map(one -> one.message()).toList());
        assertEquals(
                List.of("MASTER_IN_USE", "MASTER_IN_USE", "MASTER_IN_USE"),
                refused.violations().stream().map(one -> one.code()).toList());
        assertEquals(
                List.of("STOCK", "HOLD", "SALES_ORDER"),
                masters.uses(flour).stream().map(use -> use.kind().code()).toList());
        assertEquals(Optional.empty(), masters.closing(flour));

        MasterStep closed = done(masters.close(ANNA, new MasterClosing(flour, "not bought any more", true)));
        assertEquals(
                new MasterStep(closed.number(), flour, MasterAction.CLOSE, "not bought any more", ANNA.name(), NOW),
                closed);
    }

    @Test
    void a_step_is_taken_once_however_often_it_is_asked_for_and_every_step_is_kept() {
        MasterReference salt = MasterReference.of(SALT);
        assertEquals(List.of("MASTER_OPEN"), Outcomes.refusals(reopen(salt)));
        MasterStep closed = close(salt);
        assertEquals(new Outcome.AlreadyDone<>(closed), masters.close(ANNA, new MasterClosing(salt, "again", true)));
        assertEquals(List.of(closed), masters.closed(Optional.of(MasterKind.ITEM), Optional.empty(), 10));
        assertEquals(List.of(), masters.closed(Optional.of(MasterKind.PARTY), Optional.empty(), 10));

        MasterStep opened = done(reopen(salt));
        assertEquals(new Outcome.AlreadyDone<>(opened), reopen(salt));
        assertEquals(List.of(), masters.closed(Optional.empty(), Optional.empty(), 10));
        assertEquals(List.of(closed, opened), masters.steps(salt, Optional.empty(), 10));
        assertEquals(List.of(opened), masters.steps(salt, Optional.of(closed.number()), 10));
    }

    @Test
    void a_reason_is_said_and_what_is_not_there_is_told() {
        assertEquals(
                List.of("MASTER_UNKNOWN", "REASON_MISSING"),
                Outcomes.refusals(masters.close(
                        ANNA, new MasterClosing(MasterReference.of(new ItemNumber("CAKE")), " ", false))));
        assertEquals(
                List.of("REASON_TOO_LONG"),
                Outcomes.refusals(
                        masters.close(ANNA, new MasterClosing(MasterReference.of(SALT), "x".repeat(2_001), false))));
        assertEquals(
                List.of("CONTROL_CHARACTER"),
                Outcomes.refusals(masters.delete(ANNA, new MasterChange(MasterReference.of(POTSDAM), "a\nb"))));
    }

    @Test
    void what_was_never_used_is_deleted_and_what_was_stays() {
        ItemNumber typo = new ItemNumber("FLUOR");
        bakery.company()
                .service(ItemCatalog.class)
                .save(List.of(anItem(typo).packed("BG", "25").having("GLUTEN").build()));
        MasterReference mistake = MasterReference.of(typo);

        MasterStep deleted = done(delete(mistake));

        assertEquals(
                Optional.empty(), bakery.company().service(ItemCatalog.class).find(typo));
        assertEquals(new Outcome.AlreadyDone<>(deleted), delete(mistake));
        assertEquals(List.of(deleted), masters.steps(mistake, Optional.empty(), 10));
        assertEquals(List.of("MASTER_UNKNOWN"), Outcomes.refusals(reopen(mistake)));
        for (MasterReference used : List.of(
                MasterReference.of(FLOUR),
                MasterReference.of(MILL),
                MasterReference.of(BERLIN),
                MasterReference.of(BERLIN, SHELF))) {
            assertTrue(
                    delete(used).violations().stream()
                                    .allMatch(one -> one.code().equals("MASTER_USED"))
                            && !delete(used).violations().isEmpty(),
                    used::toString);
        }
    }

    @Test
    void a_site_and_its_locations_are_deleted_while_no_goods_have_been_there() {
        MasterReference shelf = MasterReference.of(POTSDAM, SHELF);
        done(delete(shelf));
        assertEquals(
                List.of(),
                bakery.company()
                        .service(SiteDirectory.class)
                        .find(POTSDAM)
                        .orElseThrow()
                        .locations());
        done(delete(MasterReference.of(POTSDAM)));
        assertEquals(1, bakery.company().service(SiteDirectory.class).all().size());
    }

    @Test
    void a_site_stays_to_which_another_one_has_moved_goods() {
        done(bakery.capture()
                .transfer(
                        EventType.TRANSFER,
                        new Transfer(
                                aContext("over").request(),
                                POTSDAM,
                                SHELF,
                                Optional.empty(),
                                List.of(on(SHELF, FLOUR_1, "10 KGM")))));

        assertEquals(List.of("MASTER_USED"), Outcomes.refusals(delete(MasterReference.of(POTSDAM))));
        assertEquals(List.of("MASTER_USED"), Outcomes.refusals(delete(MasterReference.of(POTSDAM, SHELF))));
    }

    @Test
    void a_location_where_goods_have_been_is_not_left_out_of_its_site() {
        Site berlin = Bakery.site(BERLIN);
        Site smaller = new Site(
                berlin.id(),
                berlin.company(),
                berlin.name(),
                berlin.gln(),
                berlin.zone(),
                berlin.productionDayStart(),
                berlin.lotNumberTemplate(),
                berlin.locations().stream()
                        .filter(location -> location.id().equals(DOCK))
                        .toList());

        assertEquals(
                List.of("LOCATION_USED sites[1].locations"),
                codes(bakery.company().service(SiteDirectory.class).save(List.of(smaller))));
    }

    @Test
    void what_uses_it_is_named_up_to_ten_of_a_kind() {
        SalesOrders orders = bakery.company().service(SalesOrders.class);
        for (int i = 10; i <= 21; i++) {
            orders.save(List.of(aSalesOrder("SO" + i).ordering(BREAD, "1 C62").build()));
        }

        MasterUse use = masters.uses(MasterReference.of(MARKET)).get(0);

        assertEquals(MasterUse.MOST_NAMED, use.named().size());
        assertEquals("SO10", use.named().get(0));
        assertTrue(use.more());
    }

    private MasterStep close(MasterReference master) {
        return done(masters.close(ANNA, new MasterClosing(master, "not any more", true)));
    }

    private Outcome<MasterStep> reopen(MasterReference master) {
        return masters.reopen(ANNA, new MasterChange(master, "once more"));
    }

    private Outcome<MasterStep> delete(MasterReference master) {
        return masters.delete(ANNA, new MasterChange(master, "typed wrong"));
    }

    private List<String> save(SalesOrder order) {
        return codes(bakery.company().service(SalesOrders.class).save(List.of(order)));
    }

    private Outcome<RecordedEvent> receive(ContextBuilder context) {
        return bakery.capture()
                .receive(new Receipt(
                        context.request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.of("PO1"),
                        SHELF,
                        List.of(WorkingBakery.came("MILL/FLOUR/L9", "1 BG"))));
    }

    private Outcome<RecordedEvent> opened(ContextBuilder context) {
        return bakery.capture()
                .open(new OpeningStock(
                        context.request(),
                        "LIST-1",
                        List.of(new OpeningStock.Line(
                                aLot("OLD")
                                        .of(FLOUR)
                                        .from(MILL)
                                        .expiring("2027-01-31")
                                        .build(),
                                SHELF,
                                Optional.empty(),
                                WorkingBakery.of("10 KGM"),
                                new UnitPrice(new BigDecimal("1.00"), "EUR", new UnitOfMeasure("KGM"))))));
    }

    private Outcome<RecordedEvent> counted(ContextBuilder context, String lot) {
        return bakery.capture()
                .count(new StockCount(context.request(), "C1", List.of(on(SHELF, LotReference.parse(lot), "10 KGM"))));
    }

    private Outcome<RecordedEvent> back(ContextBuilder context, LocationId location) {
        return bakery.capture()
                .takeBack(new CustomerReturn(
                        context.request(),
                        "R1",
                        "S1",
                        List.of(on(location, LotReference.parse(BREAD + "/B1"), "1 C62"))));
    }

    private Outcome<RecordedEvent> bake(ContextBuilder context) {
        return bakery.capture()
                .produce(new Production(
                        context.request(),
                        "P1",
                        BREAD,
                        WorkingBakery.of("24 C62"),
                        Optional.empty(),
                        "",
                        "",
                        SHELF,
                        Optional.empty()));
    }

    private Outcome<RecordedEvent> moved(String id, LocationId from, LocationId to) {
        return bakery.capture()
                .transfer(
                        EventType.TRANSFER,
                        new Transfer(
                                aContext(id).requested().request(),
                                BERLIN,
                                to,
                                Optional.empty(),
                                List.of(on(from, FLOUR_1, "10 KGM"))));
    }

    private static List<String> ofClosing(Outcome<RecordedEvent> outcome) {
        return codes(outcome.violations().stream()
                .filter(violation -> violation.code().equals(CLOSED))
                .toList());
    }

    private static List<String> findings(TraceEvent event) {
        return event.keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.FINDING.word()))
                .map(datum -> datum.value().text())
                .toList();
    }
}
