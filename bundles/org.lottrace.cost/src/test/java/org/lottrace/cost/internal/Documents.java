package org.lottrace.cost.internal;

import static org.lottrace.api.event.DocumentType.PURCHASE_ORDER;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.Revaluation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

/** Cost documents of the bakery, as they stand in the ledger. */
final class Documents {
    private Documents() {}

    /** For line 1 of the order. */
    static TraceEvent invoice(String number, String order, String quantity, String euros, LateCost.Policy policy) {
        return invoiced(DocumentType.SUPPLIER_INVOICE, number, order, quantity, euros, policy);
    }

    static TraceEvent creditNote(String number, String order, String quantity, String euros) {
        return invoiced(DocumentType.CREDIT_NOTE, number, order, quantity, euros, LateCost.Policy.VARIANCE);
    }

    private static TraceEvent invoiced(
            DocumentType type, String number, String order, String quantity, String euros, LateCost.Policy policy) {
        return anEvent(number, EventType.COST)
                .of(type, number)
                .of(PURCHASE_ORDER, order)
                .build()
                .saying(List.of(
                        policy(policy),
                        new CostText.Invoiced(quantity(quantity), Money.parse("EUR " + euros), orderLine(order))
                                .datum()));
    }

    static TraceEvent landed(String number, String euros, AllocationKey key, CostText.Measured... targets) {
        List<KeyDatum> said = new ArrayList<>(List.of(
                policy(LateCost.Policy.VARIANCE),
                code(KeyDataElement.COST_ELEMENT, CostElement.FREIGHT.code()),
                code(KeyDataElement.COST_KEY, key.code()),
                CostText.amount(Money.parse("EUR " + euros))));
        for (CostText.Measured target : targets) {
            said.add(target.datum());
        }
        return anEvent(number, EventType.COST)
                .of(DocumentType.LANDED_COST, number)
                .build()
                .saying(said);
    }

    static TraceEvent absorbed(String number, String order, String euros) {
        return anEvent(number, EventType.COST)
                .of(DocumentType.ABSORBED_COST, number)
                .of(DocumentType.PRODUCTION_ORDER, order)
                .build()
                .saying(List.of(
                        code(KeyDataElement.COST_ELEMENT, CostElement.CONVERSION.code()),
                        CostText.amount(Money.parse("EUR " + euros))));
    }

    static TraceEvent revalued(String number, LotKey lot, Revaluation.Kind kind, String perUnit) {
        return anEvent(number, EventType.COST)
                .of(DocumentType.REVALUATION, number)
                .build()
                .saying(List.of(
                        code(KeyDataElement.COST_KEY, kind.code()),
                        new CostText.Measured(new BigDecimal(perUnit), lot).datum()));
    }

    static TraceEvent takenOver(String number, LotKey lot, String quantity) {
        return anEvent(number, EventType.COST)
                .of(DocumentType.CONSIGNMENT, number)
                .build()
                .saying(List.of(new CostText.TakenOver(quantity(quantity), lot).datum()));
    }

    static TraceEvent method(String id, ItemNumber item, CostMethod method) {
        return method(id, item, method, Optional.empty());
    }

    /** @param euros for a kilogram */
    static TraceEvent standard(String id, ItemNumber item, String euros) {
        return method(
                id,
                item,
                CostMethod.STANDARD,
                Optional.of(new ItemValuation.Standard(
                        new UnitPrice(new BigDecimal(euros), "EUR", new UnitOfMeasure("KGM")), BigDecimal.ONE)));
    }

    private static TraceEvent method(
            String id, ItemNumber item, CostMethod method, Optional<ItemValuation.Standard> standard) {
        return anEvent(id, EventType.COST)
                .of(MethodText.DOCUMENT.type(), MethodText.DOCUMENT.number())
                .build()
                .saying(List.of(
                        code(KeyDataElement.COST_KEY, method.code()),
                        KeyDataElement.REASON.is(new KeyDataValue.Text("said by the board")),
                        KeyDataElement.COST_LINE.is(
                                new KeyDataValue.Text(MethodText.line(item, standard, Optional.empty())))));
    }

    static CostText.Measured target(String measure, LotKey lot) {
        return new CostText.Measured(new BigDecimal(measure), lot);
    }

    static OrderLineReference orderLine(String order) {
        return new OrderLineReference(new DocumentReference(PURCHASE_ORDER, order), 1);
    }

    private static KeyDatum policy(LateCost.Policy policy) {
        return code(KeyDataElement.LATE_COST, policy.name());
    }

    private static KeyDatum code(KeyDataElement element, String code) {
        return element.is(new KeyDataValue.Code(code));
    }
}
