package org.lottrace.ledger.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.json.CanonicalJson;
import org.lottrace.api.lot.LotKey;

/**
 * The first form: {@link CanonicalJson} with every fact of the event, its position, the time it was recorded, and the hash
 * of the position before as {@code previous}. Amounts, times and dates are texts as {@code toString} of {@code java.time}
 * and {@code BigDecimal.toPlainString} write them. What is absent has no member, and an empty line or shift is absent.
 */
final class FormOne {
    private FormOne() {}

    static String text(String previous, RecordedEvent recorded) {
        TraceEvent event = recorded.event();
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("previous", previous);
        form.put("position", Long.toString(recorded.position()));
        form.put("recorded", recorded.recorded().toString());
        form.put("context", context(event.context()));
        form.put("type", event.type().code());
        form.put("documents", event.documents().stream().map(FormOne::document).toList());
        event.corrects().ifPresent(id -> form.put("corrects", id.value()));
        form.put("lines", event.lines().stream().map(FormOne::line).toList());
        form.put("edges", event.edges().stream().map(FormOne::edge).toList());
        form.put(
                "dispositionChanges",
                event.dispositionChanges().stream().map(FormOne::change).toList());
        return CanonicalJson.of(form);
    }

    private static Map<String, String> context(EventContext context) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("id", context.id().value());
        form.put("effective", context.effective().toString());
        form.put("offset", context.offset().getId());
        form.put("accountingDate", context.accountingDate().toString());
        form.put("actor", context.actor());
        form.put("device", context.device());
        form.put("site", context.site().value());
        form.put("source", context.source().code());
        putUnlessEmpty(form, "line", context.line());
        putUnlessEmpty(form, "shift", context.shift());
        return form;
    }

    static void putUnlessEmpty(Map<String, String> form, String member, String text) {
        if (!text.isEmpty()) {
            form.put(member, text);
        }
    }

    static Map<String, String> document(DocumentReference document) {
        return Map.of("type", document.type().code(), "number", document.number());
    }

    private static Map<String, Object> line(EventLine line) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("lot", lot(line.lot()));
        form.put("from", position(line.from()));
        form.put("to", position(line.to()));
        form.put("quantity", line.quantity().toString());
        form.put("entered", line.entered().toString());
        line.orderLine().ifPresent(orderLine -> form.put("orderLine", orderLine(orderLine)));
        return form;
    }

    static Map<String, Object> orderLine(OrderLineReference orderLine) {
        return Map.of("order", document(orderLine.order()), "line", Integer.toString(orderLine.line()));
    }

    static Map<String, String> position(Position position) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("kind", position.place().kind().code());
        form.put("code", position.place().code());
        position.container().ifPresent(sscc -> form.put("container", sscc.value()));
        return form;
    }

    static Map<String, Object> edge(Edge edge) {
        return Map.of(
                "input", lot(edge.input()),
                "output", lot(edge.output()),
                "quantity", edge.quantity().toString(),
                "certainty", edge.certainty().code());
    }

    static Map<String, Object> change(DispositionChange change) {
        return Map.of(
                "lot", lot(change.lot()),
                "disposition", change.disposition().code(),
                "reason", change.reason());
    }

    static Map<String, String> lot(LotKey key) {
        return Map.of(
                "issuer", key.issuer().value(),
                "item", key.item().value(),
                "number", key.number().value());
    }
}
