package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.recall.internal.RecallBakery.WHEAT;
import static org.lottrace.recall.internal.RecallBakery.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.ShipNoticeBuilder;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.LotRule;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallFact.GoodsInTransit;
import org.lottrace.api.recall.RecallFact.StockBlocked;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;

/** What was on its way when the case was opened. */
class RecallTransitIT {
    /** Announced, never received. */
    private static final Lot SPELT =
            aLot("SPELT").of(FLOUR).expiring("2027-01-31").build();

    private final RecallBakery bakery = new RecallBakery();
    private final MovementCapture capture = bakery.company.service(MovementCapture.class);

    @Test
    void opening_lists_own_transit_shipments_on_the_road_and_announced_goods() {
        dispatchWheat();
        announce(SPELT, WHEAT);

        RecallCase opened = bakery.opened();

        assertEquals(
                List.of(
                        "KIOSK 5 C62 ON_THE_ROAD SHIPMENT S2",
                        "POT 12 KGM IN_TRANSIT TRANSFER_ORDER T1",
                        "MILL 40 KGM ANNOUNCED SHIP_NOTICE N9"),
                inTransit(opened));
    }

    @Test
    void what_arrives_of_a_recalled_lot_stays_recalled_and_unusable_and_is_on_hand_all_the_way() {
        dispatchWheat();
        RecallCase opened = bakery.opened();
        assertEquals(quantity("40 KGM"), onHand(opened));

        capture.arrive(new Arrival(
                        aContext("a1").in(POTSDAM).request(),
                        POTSDAM,
                        SHELF,
                        List.of(),
                        List.of(new Arrival.Line(
                                LotReference.to(WHEAT.key()), quantity("10 KGM"), Optional.of(pallet(3))))))
                .fold(known -> known, violations -> {
                    throw new AssertionError(violations.toString());
                });

        assertTrue(bakery.dispositions().contains("WHEAT RECALLED"));
        assertEquals(quantity("40 KGM"), onHand(opened));
        assertEquals(List.of("LOT_RECALLED"), consumed(POTSDAM, WHEAT, Optional.of(3)));
        assertEquals(
                List.of("IN_STOCK 23 KGM", "IN_STOCK 10 KGM", "IN_PRODUCTION 5 KGM"),
                bakery.genealogy.whereabouts(List.of(WHEAT.key())).stream()
                        .map(where -> where.state() + " " + where.quantity())
                        .filter(text -> !text.contains("TRANSIT"))
                        .toList());
    }

    @Test
    void an_announced_lot_that_is_suspect_comes_in_recalled() {
        announce(SPELT, WHEAT);

        RecallCase opened =
                recorded(bakery.cases.open(ANNA, aContext("open1").request(), anOpening(RecallMode.REAL), of(SPELT)));
        assertEquals(List.of("MILL 40 KGM ANNOUNCED SHIP_NOTICE N9"), inTransit(opened));
        assertEquals(List.of("SPELT RECALLED"), bakery.dispositions());
        assertEquals(
                List.of(LotChange.registered(SPELT)),
                bakery.ledger.find(new EventId("open1")).orElseThrow().event().lotChanges());

        receiveAll();

        assertEquals(List.of("SPELT RECALLED"), bakery.dispositions());
        assertEquals(List.of("LOT_RECALLED"), consumed(BERLIN, SPELT, Optional.of(9)));
        assertEquals(List.of(), consumed(BERLIN, WHEAT, Optional.of(9)));
    }

    @Test
    void an_announced_lot_that_fits_a_rule_is_recalled_before_it_comes() {
        announce(SPELT);

        recorded(bakery.cases.open(
                ANNA,
                aContext("open1").request(),
                anOpening(RecallMode.REAL),
                new ScopeCriteria(
                        List.of(),
                        List.of(new LotRule(FLOUR, Optional.empty(), Optional.empty(), Optional.empty())),
                        List.of())));
        receiveAll();

        assertTrue(bakery.dispositions().contains("SPELT RECALLED"));
    }

    @Test
    void more_of_a_recalled_lot_comes_in_recalled() {
        announce(WHEAT);
        bakery.opened();

        receiveAll();

        assertEquals(List.of("LOT_RECALLED"), consumed(BERLIN, WHEAT, Optional.of(9)));
    }

    @Test
    void an_exercise_registers_nothing_and_a_lot_nobody_announced_is_unknown() {
        assertEquals(List.of("LOT_UNKNOWN"), refused(RecallMode.REAL));
        announce(SPELT);

        assertEquals(List.of("LOT_UNKNOWN"), refused(RecallMode.MOCK));
        assertEquals(Optional.empty(), bakery.lots.find(SPELT.key()));
    }

    @Test
    void the_report_says_where_the_goods_of_the_scope_are() {
        dispatchWheat();
        RecallCase opened = bakery.opened();

        assertTrue(bakery.reports.status(opened.id()).orElseThrow().goods().stream()
                .anyMatch(where -> where.position().place().equals(Place.inTransit(POTSDAM))));
        assertTrue(bakery.reports.export(opened.id()).orElseThrow().contains("\"IN_TRANSIT\""));
    }

    private void dispatchWheat() {
        bakery.record(anEvent("T1", TRANSFER)
                .of(DocumentType.TRANSFER_ORDER, "T1")
                .moving(WHEAT.key(), "12 KGM", Position.at(in(SHELF)), Position.at(Place.inTransit(POTSDAM), pallet(3)))
                .build());
    }

    /** 40 kilograms of each on pallet 9. */
    private void announce(Lot... lots) {
        ShipNoticeBuilder notice = aShipNotice("N9");
        List<ExpectedReceipt.Line> lines = new ArrayList<>();
        for (Lot lot : lots) {
            notice.announcing("PO1", 1, FLOUR, lot.key().number().value(), "40 KGM");
            lines.add(new ExpectedReceipt.Line(
                    lines.size() + 1,
                    lot,
                    quantity("40 KGM"),
                    quantity("0 KGM"),
                    quantity("40 KGM"),
                    new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "PO1"), 1),
                    Optional.of(pallet(9))));
        }
        bakery.database.unitOfWork().run(() -> {
            bakery.database
                    .purchaseOrders()
                    .save(aPurchaseOrder("PO1")
                            .ordering(FLOUR, "80 KGM", "0.50")
                            .build());
            bakery.database.expectedReceipts().save(new ExpectedReceipt(notice.build(), BERLIN, lines));
        });
    }

    private void receiveAll() {
        capture.receive(new Receipt(aContext("r9").request(), new ShipNoticeId(MILL, "N9"), SHELF, List.of()))
                .fold(known -> known, violations -> {
                    throw new AssertionError(violations.toString());
                });
    }

    private List<String> consumed(SiteId site, Lot lot, Optional<Integer> pallet) {
        return capture.consume(new Consumption(
                        aContext("use-" + lot.key().number()).in(site).request(),
                        "P7",
                        List.of(new LotQuantity(
                                LotReference.to(lot.key()), SHELF, pallet.map(Bakery::pallet), quantity("1 KGM")))))
                .fold(known -> List.of(), violations -> violations.stream()
                        .map(violation -> violation.code())
                        .toList());
    }

    private List<String> refused(RecallMode mode) {
        Outcome<RecallCase> result = bakery.cases.open(ANNA, aContext("open1").request(), anOpening(mode), of(SPELT));
        return result.fold(opened -> List.of(), violations -> violations.stream()
                .map(violation -> violation.code())
                .toList());
    }

    private Quantity onHand(RecallCase opened) {
        return bakery.reports.reconciliation(opened.id()).orElseThrow().own().stream()
                .filter(balance -> balance.lot().equals(WHEAT.key()))
                .peek(balance -> assertTrue(balance.unaccounted().isZero()))
                .map(LotBalance::onHand)
                .findFirst()
                .orElseThrow();
    }

    private static ScopeCriteria of(Lot lot) {
        return ScopeCriteria.of(List.of(lot.key()));
    }

    private static List<String> inTransit(RecallCase opened) {
        return opened.facts(StockBlocked.class).stream()
                .flatMap(blocked -> blocked.inTransit().stream())
                .map(RecallTransitIT::text)
                .toList();
    }

    private static String text(GoodsInTransit goods) {
        return goods.position().place().code() + " " + goods.quantity() + " " + goods.state() + " "
                + goods.document().orElseThrow();
    }
}
