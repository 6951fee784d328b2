package org.lottrace.recall.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Place;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallFactKind;

/**
 * From records of the api to objects, lists and texts; a constant is its code. Generic, so that nothing a case says can be forgotten in its export:
 * a component that is added is written.
 */
final class RecordForm {
    private static final List<Class<?>> WRITTEN_AS_TEXT = List.of(
            EventId.class,
            Gtin.class,
            ItemNumber.class,
            LotKey.class,
            PartyId.class,
            Place.class,
            Quantity.class,
            RecallCaseId.class,
            SiteId.class);

    private RecordForm() {}

    static Object of(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(RecordForm::of).toList();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Enum<?>) {
            return ((Coded) value).code();
        }
        return value instanceof Record facts && !WRITTEN_AS_TEXT.contains(value.getClass())
                ? members(facts)
                : value.toString();
    }

    private static Map<String, Object> members(Record facts) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (facts instanceof RecallFact fact) {
            members.put("kind", RecallFactKind.of(fact).code());
        }
        for (RecordComponent component : facts.getClass().getRecordComponents()) {
            Object value = read(component, facts);
            Optional<?> present = value instanceof Optional<?> optional ? optional : Optional.of(value);
            present.ifPresent(there -> members.put(component.getName(), of(there)));
        }
        return members;
    }

    private static Object read(RecordComponent component, Record facts) {
        try {
            return component.getAccessor().invoke(facts);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("component " + component + " cannot be read", e);
        }
    }
}
