package org.lottrace.services;

import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.Money;
import org.lottrace.api.cost.AbsorbedCost;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostMethodChange;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.cost.LandedCost;
import org.lottrace.api.cost.SupplierInvoice;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.company.WorkingBakery;

/** What may happen in a bakery. Prices are such that no value has to be rounded, until orders are sent again. */
final class History {
    static final LotKey BREAD_LOT = new LotKey(COMPANY, BREAD, new LotNumber("B1"));

    /** In this order: movements and holds; more goods; what changes orders, items and lots; corrections; recalls; how items are valued; rates, invoices and other costs. */
    enum Step {
        RECEIVE,
        PUT_AWAY,
        CONSUME,
        PRODUCE,
        SHIP,
        RETURN,
        COUNT,
        DISPOSE,
        HOLD,
        RELEASE,
        DELIVER,
        ORDER_AGAIN,
        PACK_ANEW,
        RELABEL,
        REVERSE,
        RECALL,
        VALUE,
        RATE,
        INVOICE,
        FREIGHT,
        WORK
    }

    private History() {}

    /** @return what is always there to begin with: bread is baked, some of it shipped, and some of that comes back */
    static List<Action> ofOneDay() {
        return List.of(
                new Action(Step.CONSUME, true, 8),
                new Action(Step.PRODUCE, true, 8),
                new Action(Step.SHIP, true, 9),
                new Action(Step.RETURN, true, 4));
    }

    static Arbitrary<List<Action>> of(Set<Step> steps) {
        return Combinators.combine(
                        Arbitraries.of(steps),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(1, 9))
                .as(Action::new)
                .list()
                .ofMinSize(8)
                .ofMaxSize(25);
    }

    /** One step, of the first flour or the second, of an amount from 1 to 9. */
    record Action(Step step, boolean first, int amount) {
        /** Asked for as it comes; what is refused did not happen. */
        void happen(WorkingBakery bakery, String id) {
            LotKey flour = first ? FLOUR_1 : FLOUR_2;
            LocationId place = amount % 2 == 0 ? SHELF : DOCK;
            String kilograms = 10 * amount + " KGM";
            String pieces = amount + " C62";
            switch (step) {
                case RECEIVE -> bakery.receive(id, "N1", came(first ? "L1" : "L2", amount + " BG"));
                case PUT_AWAY ->
                    bakery.capture()
                            .transfer(
                                    EventType.PUT_AWAY,
                                    new Transfer(
                                            aContext(id).request(),
                                            BERLIN,
                                            GATE,
                                            Optional.empty(),
                                            List.of(on(place, flour, kilograms))));
                case CONSUME -> bakery.consume(id, "P1", on(place, flour, kilograms));
                case PRODUCE -> produceAsMuchAsWasConsumed(bakery, id);
                case SHIP -> ship(bakery, id, pieces);
                case RETURN ->
                    bakery.capture()
                            .takeBack(new CustomerReturn(
                                    aContext(id).request(), "R" + id, "S1", List.of(on(GATE, BREAD_LOT, pieces))));
                case COUNT ->
                    bakery.capture()
                            .count(new StockCount(
                                    aContext(id).request(), "C" + id, List.of(on(place, flour, 50 * amount + " KGM"))));
                case DISPOSE ->
                    bakery.capture()
                            .dispose(new Disposal(
                                    aContext(id).request(), "D" + id, List.of(on(place, flour, kilograms))));
                case HOLD -> bakery.holds().hold(aContext(id).request(), List.of(flour), "beetles");
                case RELEASE -> bakery.holds().release(aContext(id).request(), List.of(flour), "no beetles");
                case DELIVER -> {
                    bakery.expectedReceipts()
                            .expect(aShipNotice("N" + id)
                                    .announcing(
                                            "PO1",
                                            1,
                                            FLOUR,
                                            first ? "L1" : "L2",
                                            amount + " BG",
                                            Optional.of(NEXT_YEAR),
                                            Optional.empty())
                                    .build());
                    bakery.receive(id, "N" + id);
                }
                case ORDER_AGAIN ->
                    bakery.purchaseOrders()
                            .save(List.of(
                                    amount % 3 == 2
                                            ? aPurchaseOrder("PO1")
                                                    .consigning(FLOUR, "80 BG", 10 + amount + ".50")
                                                    .build()
                                            : aPurchaseOrder("PO1")
                                                    .ordering(
                                                            first ? FLOUR : SALT,
                                                            first ? "80 BG" : "80 KGM",
                                                            10 + amount + ".50")
                                                    .build()));
                case PACK_ANEW ->
                    bakery.company()
                            .service(ItemCatalog.class)
                            .save(List.of(anItem(FLOUR)
                                    .packed("BG", 20 + amount + "")
                                    .lastingDays(365 + amount)
                                    .build()));
                case RELABEL ->
                    bakery.lotCorrections()
                            .correct(new LotCorrection(
                                    aContext(id).request(),
                                    flour,
                                    Optional.empty(),
                                    Optional.of(NEXT_YEAR.plusDays(amount)),
                                    Optional.empty(),
                                    amount % 3 == 0 ? Optional.of(new LotNumber("L" + id)) : Optional.empty(),
                                    "label"));
                case REVERSE ->
                    bakery.ledger()
                            .after(amount, 1)
                            .forEach(wrong ->
                                    bakery.reverseAll(id, wrong.event().id().value()));
                case VALUE ->
                    bakery.company()
                            .service(CostEntries.class)
                            .changeMethod(new CostMethodChange(
                                    aContext(id).request(),
                                    first ? FLOUR : BREAD,
                                    method(amount),
                                    method(amount) == CostMethod.STANDARD
                                            ? Optional.of(standard(first ? "KGM" : "C62"))
                                            : Optional.empty(),
                                    "the board said so"));
                case RATE -> {
                    bakery.company()
                            .service(CostEntries.class)
                            .recordRates(new ExchangeRates(
                                    aContext(id).request(),
                                    "ECB",
                                    List.of(new ExchangeRates.Rate(
                                            TODAY, "USD", new BigDecimal("0.9" + amount + "37")))));
                    bakery.purchaseOrders().save(List.of(inDollars(11 + amount + ".37")));
                }
                case INVOICE ->
                    bakery.company()
                            .service(CostEntries.class)
                            .invoice(new SupplierInvoice(
                                    aContext(id).request(),
                                    "I" + id,
                                    MILL,
                                    List.of(new SupplierInvoice.Line(
                                            new OrderLineReference(
                                                    new DocumentReference(DocumentType.PURCHASE_ORDER, "PO1"), 1),
                                            quantity(amount + " BG"),
                                            Money.parse((first ? "USD " : "EUR ") + 12 * amount + ".01")))));
                case FREIGHT ->
                    bakery.company()
                            .service(CostEntries.class)
                            .landed(new LandedCost(
                                    aContext(id).request(),
                                    "F" + id,
                                    MILL,
                                    amount % 2 == 0 ? CostElement.FREIGHT : CostElement.DUTY,
                                    AllocationKey.QUANTITY,
                                    Money.parse("EUR " + amount + ".07"),
                                    List.of(new LandedCost.Target(flour, BigDecimal.ZERO))));
                case WORK ->
                    bakery.company()
                            .service(CostEntries.class)
                            .absorb(new AbsorbedCost(
                                    aContext(id).request(),
                                    "W" + id,
                                    "P1",
                                    amount % 2 == 0 ? CostElement.CONVERSION : CostElement.OVERHEAD,
                                    Money.parse("EUR " + amount + ".03")));
                case RECALL ->
                    bakery.company()
                            .service(RecallCases.class)
                            .open(
                                    ANNA,
                                    aContext(id).request(),
                                    anOpening(RecallMode.REAL),
                                    ScopeCriteria.of(List.of(flour)));
            }
        }
    }

    private static PurchaseOrder inDollars(String price) {
        PurchaseOrder euros =
                aPurchaseOrder("PO1").ordering(FLOUR, "80 BG", price).build();
        PurchaseOrder.Line line = euros.lines().get(0);
        return new PurchaseOrder(
                euros.number(),
                euros.supplier(),
                euros.site(),
                List.of(new PurchaseOrder.Line(
                        line.number(),
                        line.item(),
                        line.quantity(),
                        new UnitPrice(line.price().amount(), "USD", line.price().per()))));
    }

    private static CostMethod method(int amount) {
        return CostMethod.values()[amount % CostMethod.values().length];
    }

    private static UnitPrice standard(String unit) {
        return new UnitPrice(new BigDecimal("0.3137"), "EUR", new UnitOfMeasure(unit));
    }

    /** A piece for each kilogram, so that a piece costs what a kilogram does. */
    private static void produceAsMuchAsWasConsumed(WorkingBakery bakery, String id) {
        int consumed = bakery
                .unitOfWork()
                .required(() -> bakery.database()
                        .stock()
                        .at(Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, "P1"))))
                .stream()
                .mapToInt(balance -> balance.quantity().amount().intValueExact())
                .sum();
        if (consumed > 0) {
            bakery.produce(id, "P1", BREAD, consumed + " C62", Optional.of("B1"));
        }
    }

    private static void ship(WorkingBakery bakery, String id, String pieces) {
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "1000 C62").build());
        if (bakery.lots().find(BREAD_LOT).isPresent()) {
            bakery.reserve("SO1", 1, BREAD_LOT, SHELF, pieces);
            bakery.ship(id, "S1", "SO1", leaving(1, on(SHELF, BREAD_LOT, pieces)));
        }
    }
}
