package org.lottrace.ledger.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
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
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.json.CanonicalJson;
import org.lottrace.api.lot.LotKey;

/**
 * Ties each event to all events before it. The hash is SHA-256 over the canonical form in UTF-8; the canonical form is
 * {@link CanonicalJson} with every fact of the event, its position, the time it was recorded, and the hash of the
 * position before as {@code previous}. Amounts, times and dates are texts as {@code toString} of {@code java.time} and
 * {@code BigDecimal.toPlainString} write them. What is absent has no member, and an empty line
 * or shift is absent. Another program can check the chain with
 * these sentences alone; so the form of what was ever recorded cannot change.
 */
final class HashChain {
    private HashChain() {}

    /** @return the event behind the head, with its hash */
    static RecordedEvent append(LedgerHead head, TraceEvent event, Instant recorded) {
        long position = head.position() + 1;
        return new RecordedEvent(event, position, recorded, hash(head.hash(), event, position, recorded));
    }

    /** @return true when the event is the one that was recorded behind the hash {@code previous} */
    static boolean fits(RecordedEvent event, String previous) {
        return hash(previous, event.event(), event.position(), event.recorded()).equals(event.hash());
    }

    /** @return the text that is hashed */
    static String canonicalForm(String previous, TraceEvent event, long position, Instant recorded) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("previous", previous);
        form.put("position", Long.toString(position));
        form.put("recorded", recorded.toString());
        form.put("context", context(event.context()));
        form.put("type", event.type().name());
        form.put(
                "documents", event.documents().stream().map(HashChain::document).toList());
        event.corrects().ifPresent(id -> form.put("corrects", id.value()));
        form.put("lines", event.lines().stream().map(HashChain::line).toList());
        form.put("edges", event.edges().stream().map(HashChain::edge).toList());
        form.put(
                "dispositionChanges",
                event.dispositionChanges().stream().map(HashChain::change).toList());
        return CanonicalJson.of(form);
    }

    private static String hash(String previous, TraceEvent event, long position, Instant recorded) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String form = canonicalForm(previous, event, position, recorded);
            return HexFormat.of().formatHex(digest.digest(form.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
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
        form.put("source", context.source().name());
        putUnlessEmpty(form, "line", context.line());
        putUnlessEmpty(form, "shift", context.shift());
        return form;
    }

    private static void putUnlessEmpty(Map<String, String> form, String member, String text) {
        if (!text.isEmpty()) {
            form.put(member, text);
        }
    }

    private static Map<String, String> document(DocumentReference document) {
        return Map.of("type", document.type().name(), "number", document.number());
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

    private static Map<String, Object> orderLine(OrderLineReference orderLine) {
        return Map.of("order", document(orderLine.order()), "line", Integer.toString(orderLine.line()));
    }

    private static Map<String, String> position(Position position) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("kind", position.place().kind().name());
        form.put("code", position.place().code());
        position.container().ifPresent(sscc -> form.put("container", sscc.value()));
        return form;
    }

    private static Map<String, Object> edge(Edge edge) {
        return Map.of(
                "input", lot(edge.input()),
                "output", lot(edge.output()),
                "quantity", edge.quantity().toString(),
                "certainty", edge.certainty().name());
    }

    private static Map<String, Object> change(DispositionChange change) {
        return Map.of(
                "lot", lot(change.lot()),
                "disposition", change.disposition().name(),
                "reason", change.reason());
    }

    private static Map<String, String> lot(LotKey key) {
        return Map.of(
                "issuer", key.issuer().value(),
                "item", key.item().value(),
                "number", key.number().value());
    }
}
