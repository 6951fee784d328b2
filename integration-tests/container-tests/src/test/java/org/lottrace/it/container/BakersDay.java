package org.lottrace.it.container;

import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.quantity.Quantity;

/** The papers of one day at the bakery. All tests share one container, so each day has its own items and numbers. */
final class BakersDay {
    private final String day = UUID.randomUUID().toString().substring(0, 8);

    final ItemNumber flour = new ItemNumber("FLOUR-" + day);
    final ItemNumber salt = new ItemNumber("SALT-" + day);
    final ItemNumber bread = new ItemNumber("BREAD-" + day);
    final LotKey flourLot = new LotKey(MILL, flour, new LotNumber("F1"));
    final LotKey saltLot = new LotKey(MILL, salt, new LotNumber("S1"));
    private final String purchaseOrderNumber = "PO-" + day;
    final String salesOrderNumber = "SO-" + day;
    final DocumentReference shipmentReference = new DocumentReference(DocumentType.SHIPMENT, "SH-" + day);

    List<Item> items() {
        return List.of(
                anItem(flour).in("KGM").packed("BG", "25").build(),
                anItem(salt).in("KGM").build(),
                anItem(bread)
                        .as(ItemType.FINISHED_GOOD)
                        .in("C62")
                        .packed("CS", "12")
                        .lastingDays(10)
                        .build());
    }

    /** 250 kg of flour for 133.70 EUR and 7 kg of salt for 7.70 EUR. */
    PurchaseOrder purchaseOrder() {
        return aPurchaseOrder(purchaseOrderNumber)
                .ordering(flour, "10 BG", "13.37")
                .ordering(salt, "7 KGM", "1.10")
                .build();
    }

    ShipNotice shipNotice() {
        return aShipNotice("SN-" + day)
                .shippedOn("2026-02-26")
                .announcing(purchaseOrderNumber, 1, flour, "F1", "10 BG")
                .announcing(purchaseOrderNumber, 2, salt, "S1", "7 KGM")
                .build();
    }

    Receipt receiptOfAll() {
        return new Receipt(
                context("receive", "2026-02-27T08:00:00Z"), shipNotice().id(), SHELF, List.of());
    }

    Consumption consumption(String date, String flourKilograms, String saltKilograms) {
        return new Consumption(
                context("consume" + date, date + "T08:00:00Z"),
                productionOrder(date),
                List.of(fromShelf(flourLot, flourKilograms), fromShelf(saltLot, saltKilograms)));
    }

    Production production(String date, String pieces) {
        return new Production(
                context("produce" + date, date + "T10:00:00Z"),
                productionOrder(date),
                bread,
                Quantity.of(pieces, "C62"),
                Optional.empty(),
                "",
                "",
                SHELF,
                Optional.empty());
    }

    SalesOrder salesOrder(String quantity) {
        return aSalesOrder(salesOrderNumber).ordering(bread, quantity).build();
    }

    Shipment shipmentOfAll() {
        return new Shipment(
                context("ship", "2026-03-02T14:00:00Z"), shipmentReference.number(), salesOrderNumber, List.of());
    }

    CaptureContext context(String what, String instant) {
        return aContext(what + ":" + day).at(instant).in(BERLIN).request();
    }

    private String productionOrder(String date) {
        return "MO-" + day + "-" + date;
    }

    private static LotQuantity fromShelf(LotKey lot, String kilograms) {
        return new LotQuantity(LotReference.to(lot), SHELF, Optional.empty(), Quantity.of(kilograms, "KGM"));
    }
}
