package org.lottrace.persistence.internal.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.value.QuantityPart;

/** What has left for the lines of an order. Who reads its reservations asks for that next, so it is read along. */
public final class ShippedOfOrder {
    private static final Kind<DocumentReference, Map<OrderLineReference, Quantity>> KNOWN = Kind.untilALock();

    private static final String LINES = "select p.order_line, p.quantity, p.unit from event_document d"
            + " join trace_event e on e.ledger_position = d.ledger_position and e.event_type = ?"
            + " join event_line p on p.ledger_position = d.ledger_position and p.order_type = d.document_type"
            + " and p.order_number = d.document_number where d.document_type = ? and d.document_number = ?"
            + " and not exists (select 1 from trace_event r where r.corrects = e.event_id and r.event_type = ?)"
            + " and not exists (select 1 from sales_order_line o join lot l on l.item <> o.item where l.id = p.lot_id"
            + " and o.order_number = p.order_number and o.line_number = p.order_line)";

    private ShippedOfOrder() {}

    /** Asks along. */
    public static void ask(CurrentSession current, Questions questions, DocumentReference order) {
        Map<OrderLineReference, Quantity> shipped = new HashMap<>();
        questions.ask(
                LINES,
                row -> shipped.merge(
                        new OrderLineReference(order, row.getInt(1)),
                        new QuantityPart(row.getBigDecimal(2), row.getString(3)).toQuantity(),
                        Quantity::plus),
                EventType.SHIP.code(),
                order.type().code(),
                order.number(),
                EventType.REVERSE.code());
        current.memory().learn(KNOWN, order, shipped);
    }

    static Optional<Map<OrderLineReference, Quantity>> known(CurrentSession current, DocumentReference order) {
        return current.memory().find(KNOWN, order).map(Map::copyOf);
    }

    static void forget(CurrentSession current) {
        current.memory().forget(KNOWN);
    }
}
