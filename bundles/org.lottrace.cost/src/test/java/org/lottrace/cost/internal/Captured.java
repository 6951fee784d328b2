package org.lottrace.cost.internal;

import static org.lottrace.api.event.DocumentType.COUNT_SHEET;
import static org.lottrace.api.event.DocumentType.DISPOSAL_ORDER;
import static org.lottrace.api.event.DocumentType.PRODUCTION_ORDER;
import static org.lottrace.api.event.DocumentType.PURCHASE_ORDER;
import static org.lottrace.api.event.DocumentType.RETURN_ORDER;
import static org.lottrace.api.event.DocumentType.SALES_ORDER;
import static org.lottrace.api.event.DocumentType.SHIPMENT;
import static org.lottrace.api.event.DocumentType.SHIP_NOTICE;
import static org.lottrace.api.event.DocumentType.TRANSFER_ORDER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.EventBuilder.anEvent;

import java.time.LocalDate;
import java.util.List;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.LotKey;

/** The events of the bakery, as they are captured there. */
final class Captured {
    static final Place STOCK = Bakery.in(SHELF);
    private static final Place COUNT = Place.countDifference(BERLIN);
    private static final Place OVEN = Place.transformation(BERLIN);

    private Captured() {}

    /** For line 1 of the purchase order. */
    static TraceEvent received(String notice, String order, Goods... goods) {
        EventBuilder event =
                anEvent(notice, EventType.RECEIVE).of(SHIP_NOTICE, notice).of(PURCHASE_ORDER, order);
        for (Goods line : goods) {
            event.moving(
                    line.lot(),
                    line.quantity(),
                    Position.at(Place.party(MILL)),
                    Position.at(STOCK),
                    line(PURCHASE_ORDER, order));
        }
        return event.build();
    }

    /** The same, on consignment. */
    static TraceEvent consigned(String notice, String order, Goods... goods) {
        return onConsignment(received(notice, order, goods));
    }

    static TraceEvent onConsignment(TraceEvent event) {
        return new TraceEvent(
                event.context(),
                event.type(),
                event.documents(),
                event.corrects(),
                event.lines().stream()
                        .map(line -> new EventLine(
                                line.lot(),
                                line.from(),
                                line.to(),
                                line.quantity(),
                                line.entered(),
                                line.orderLine(),
                                line.price(),
                                List.of(KeyDataElement.CONSIGNED_BY.is(new KeyDataValue.Who(MILL)))))
                        .toList(),
                event.edges(),
                event.dispositionChanges());
    }

    static TraceEvent consumed(String id, String order, Goods... goods) {
        EventBuilder event = anEvent(id, EventType.CONSUME).of(PRODUCTION_ORDER, order);
        for (Goods line : goods) {
            event.moving(line.lot(), line.quantity(), STOCK, process(order));
        }
        return event.build();
    }

    /** Makes one lot of all the ingredients. */
    static TraceEvent produced(String id, String order, Goods output, Goods... ingredients) {
        EventBuilder event = anEvent(id, EventType.PRODUCE).of(PRODUCTION_ORDER, order);
        for (Goods ingredient : ingredients) {
            used(event, order, ingredient);
            event.making(output.lot(), ingredient.lot(), ingredient.quantity());
        }
        return made(event, output).build();
    }

    static EventBuilder used(EventBuilder event, String order, Goods ingredient) {
        return event.moving(ingredient.lot(), ingredient.quantity(), process(order), OVEN);
    }

    static EventBuilder made(EventBuilder event, Goods output) {
        return event.moving(output.lot(), output.quantity(), OVEN, STOCK);
    }

    /** For line 1 of the sales order. */
    static TraceEvent shipped(String shipment, String order, Goods... goods) {
        EventBuilder event =
                anEvent(shipment, EventType.SHIP).of(SHIPMENT, shipment).of(SALES_ORDER, order);
        for (Goods line : goods) {
            event.moving(
                    line.lot(),
                    line.quantity(),
                    Position.at(STOCK),
                    Position.at(Place.party(MARKET)),
                    line(SALES_ORDER, order));
        }
        return event.build();
    }

    /** For lines 1, 2 … of the sales order. */
    static TraceEvent shippedForLines(String shipment, String order, Goods... goods) {
        EventBuilder event =
                anEvent(shipment, EventType.SHIP).of(SHIPMENT, shipment).of(SALES_ORDER, order);
        for (int i = 0; i < goods.length; i++) {
            event.moving(
                    goods[i].lot(),
                    goods[i].quantity(),
                    Position.at(STOCK),
                    Position.at(Place.party(MARKET)),
                    new OrderLineReference(new DocumentReference(SALES_ORDER, order), i + 1));
        }
        return event.build();
    }

    static TraceEvent returned(String id, String shipment, Goods... goods) {
        EventBuilder event = anEvent(id, EventType.RETURN).of(RETURN_ORDER, id).of(SHIPMENT, shipment);
        for (Goods line : goods) {
            event.moving(line.lot(), line.quantity(), Place.party(MARKET), STOCK);
        }
        return event.build();
    }

    /** Back to the supplier, for line 1 of the order. */
    static TraceEvent sentBack(String id, String order, Goods goods) {
        return anEvent(id, EventType.SUPPLIER_RETURN)
                .of(PURCHASE_ORDER, order)
                .moving(
                        goods.lot(),
                        goods.quantity(),
                        Position.at(STOCK),
                        Position.at(Place.party(MILL)),
                        Documents.orderLine(order))
                .build();
    }

    static TraceEvent found(String sheet, LotKey lot, String quantity) {
        return anEvent(sheet, EventType.COUNT)
                .of(COUNT_SHEET, sheet)
                .moving(lot, quantity, COUNT, STOCK)
                .build();
    }

    static TraceEvent missed(String sheet, LotKey lot, String quantity) {
        return anEvent(sheet, EventType.COUNT)
                .of(COUNT_SHEET, sheet)
                .moving(lot, quantity, STOCK, COUNT)
                .build();
    }

    static TraceEvent disposed(String order, LotKey lot, String quantity) {
        return anEvent(order, EventType.DISPOSE)
                .of(DISPOSAL_ORDER, order)
                .moving(lot, quantity, STOCK, Place.disposal(BERLIN))
                .build();
    }

    static TraceEvent moved(String id, LotKey lot, String quantity) {
        return anEvent(id, EventType.PICK)
                .of(TRANSFER_ORDER, id)
                .moving(lot, quantity, STOCK, Bakery.in(GATE))
                .build();
    }

    static TraceEvent reversed(String id, TraceEvent original) {
        EventBuilder event =
                anEvent(id, EventType.REVERSE).correcting(original.id().value());
        original.documents().forEach(document -> event.of(document.type(), document.number()));
        original.lines()
                .forEach(line -> event.moving(line.lot(), line.quantity().toString(), line.to(), line.from()));
        return event.build();
    }

    /** Counting on that day. */
    static TraceEvent on(String day, TraceEvent event) {
        EventContext context = event.context();
        return new TraceEvent(
                new EventContext(
                        context.id(),
                        context.effective(),
                        context.offset(),
                        LocalDate.parse(day),
                        context.actor(),
                        context.device(),
                        context.site(),
                        context.source()),
                event.type(),
                event.documents(),
                event.corrects(),
                event.lines(),
                event.edges(),
                event.dispositionChanges());
    }

    private static Place process(String order) {
        return Place.productionOrder(new DocumentReference(PRODUCTION_ORDER, order));
    }

    private static OrderLineReference line(DocumentType type, String order) {
        return new OrderLineReference(new DocumentReference(type, order), 1);
    }
}
