package org.lottrace.ledger.internal;

import static org.lottrace.ledger.internal.FormOne.putUnlessEmpty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.event.ChainAnchor;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.json.CanonicalJson;

/**
 * The second form. The text begins with a line that names the form and the algorithm of the hash:
 * {@code lottrace-event 2 SHA-256}; behind it stands the {@link CanonicalJson} of the first form and of what it had no words
 * for: cell, company, on whose behalf, requested or reported, prices, key data elements, changes of lots, anchors. What is
 * absent or empty has no member.
 *
 * <p>What an event says stands before what its place in the ledger adds, because members are ordered by name: however long it is,
 * it can be hashed before the event has its place.
 */
final class FormTwo {
    private static final String HEADING = "lottrace-event 2 SHA-256\n";

    private FormTwo() {}

    static String text(String previous, RecordedEvent recorded) {
        return said(recorded.event(), recorded.cell()) + placed(previous, recorded);
    }

    /** @return the text up to the position */
    static String said(TraceEvent event, int cell) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("cell", Integer.toString(cell));
        form.put("context", context(event.context()));
        event.corrects().ifPresent(id -> form.put("corrects", id.value()));
        putList(
                form,
                "documents",
                event.documents().stream().map(FormOne::document).toList());
        putList(form, "lines", event.lines().stream().map(FormTwo::line).toList());
        putList(form, "edges", event.edges().stream().map(FormOne::edge).toList());
        putList(
                form,
                "dispositionChanges",
                event.dispositionChanges().stream().map(FormOne::change).toList());
        putList(
                form,
                "lotChanges",
                event.lotChanges().stream().map(FormTwo::lotChange).toList());
        putList(form, "keyData", keyData(event.keyData()));
        putList(form, "anchors", event.anchors().stream().map(FormTwo::anchor).toList());
        String text = CanonicalJson.of(form);
        return HEADING + text.substring(0, text.length() - 1);
    }

    /** @return the rest of the text, from the position on */
    static String placed(String previous, RecordedEvent recorded) {
        Map<String, Object> form = Map.of(
                "position", Long.toString(recorded.position()),
                "previous", previous,
                "recorded", recorded.recorded().toString(),
                "type", recorded.event().type().code());
        return "," + CanonicalJson.of(form).substring(1);
    }

    private static Map<String, String> context(EventContext context) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("id", context.id().value());
        form.put("effective", context.effective().toString());
        form.put("offset", context.offset().getId());
        form.put("accountingDate", context.accountingDate().toString());
        form.put("actor", context.actor());
        putUnlessEmpty(form, "onBehalfOf", context.onBehalfOf());
        putUnlessEmpty(form, "device", context.device());
        context.company().ifPresent(company -> form.put("company", company.value()));
        form.put("site", context.site().value());
        form.put("source", context.source().code());
        form.put("basis", context.basis().code());
        putUnlessEmpty(form, "line", context.line());
        putUnlessEmpty(form, "shift", context.shift());
        return form;
    }

    private static Map<String, Object> line(EventLine line) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("lot", FormOne.lot(line.lot()));
        form.put("from", FormOne.position(line.from()));
        form.put("to", FormOne.position(line.to()));
        form.put("quantity", line.quantity().toString());
        form.put("entered", line.entered().toString());
        line.orderLine().ifPresent(orderLine -> form.put("orderLine", FormOne.orderLine(orderLine)));
        line.price().ifPresent(price -> form.put("price", price(price)));
        putList(form, "keyData", keyData(line.keyData()));
        return form;
    }

    private static Map<String, Object> price(LinePrice agreed) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("item", agreed.item().value());
        form.put("amount", agreed.price().amount().toPlainString());
        form.put("currency", agreed.price().currency());
        form.put("per", agreed.price().per().code());
        form.put("baseUnits", agreed.baseUnits().toPlainString());
        agreed.rate()
                .ifPresent(rate -> form.put(
                        "rate",
                        Map.of(
                                "currency",
                                rate.currency(),
                                "factor",
                                rate.factor().toPlainString())));
        return form;
    }

    private static Map<String, Object> lotChange(LotChange change) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("lot", FormOne.lot(change.lot()));
        putList(form, "before", keyData(change.before()));
        putList(form, "after", keyData(change.after()));
        if (!change.reason().isEmpty()) {
            form.put("reason", change.reason());
        }
        return form;
    }

    private static List<Map<String, String>> keyData(List<KeyDatum> data) {
        return data.stream()
                .map(datum -> Map.of(
                        "name", datum.name(),
                        "type", datum.value().type().code(),
                        "value", datum.value().text()))
                .toList();
    }

    private static Map<String, String> anchor(ChainAnchor anchor) {
        return Map.of("chain", anchor.chain(), "length", Long.toString(anchor.length()), "hash", anchor.hash());
    }

    private static void putList(Map<String, Object> form, String member, List<?> list) {
        if (!list.isEmpty()) {
            form.put(member, list);
        }
    }
}
