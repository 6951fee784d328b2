package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.ItemMethod;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.text.TextForms;

/** A change of the method of an item, as it stands in the record: the standard cost, or a dash, and then the item. */
final class MethodText {
    /** All changes name this one document, so that they are found together. */
    static final DocumentReference DOCUMENT = new DocumentReference(DocumentType.COST_METHOD, "METHODS");

    private static final String NONE = "- - ";
    private static final String FROM = "from=";

    private MethodText() {}

    static String line(ItemNumber item, Optional<ItemValuation.Standard> standard, Optional<LocalDate> from) {
        return from.map(day -> FROM + day + " ").orElse("")
                + standard.map(cost -> TextForms.write(UnitPrice.class, cost.price()) + " "
                                + cost.baseUnits().toPlainString() + " ")
                        .orElse(NONE)
                + item.value();
    }

    static boolean isChange(TraceEvent event) {
        return event.type() == EventType.COST && event.documents().contains(DOCUMENT);
    }

    static ItemNumber item(TraceEvent event) {
        return new ItemNumber(words(event)[2]);
    }

    static ItemValuation valuation(TraceEvent event) {
        CostMethod method = Coded.of(CostMethod.class, CostText.said(event, KeyDataElement.COST_KEY));
        String[] words = words(event);
        return new ItemValuation(
                method,
                method == CostMethod.STANDARD
                        ? Optional.of(new ItemValuation.Standard(
                                TextForms.read(UnitPrice.class, words[0]), new BigDecimal(words[1])))
                        : Optional.empty());
    }

    static ItemMethod method(RecordedEvent recorded) {
        TraceEvent event = recorded.event();
        ItemValuation valuation = valuation(event);
        return new ItemMethod(
                recorded.position(),
                event.id(),
                item(event),
                valuation.method(),
                valuation.standard().map(ItemValuation.Standard::price),
                from(event).orElse(event.context().accountingDate()),
                CostText.said(event, KeyDataElement.REASON),
                event.context().actor(),
                recorded.recorded());
    }

    /** @return the first day for which it counts; empty for at once */
    static Optional<LocalDate> from(TraceEvent event) {
        String said = CostText.said(event, KeyDataElement.COST_LINE);
        return said.startsWith(FROM)
                ? Optional.of(LocalDate.parse(said.substring(FROM.length(), said.indexOf(' '))))
                : Optional.empty();
    }

    private static String[] words(TraceEvent event) {
        String said = CostText.said(event, KeyDataElement.COST_LINE);
        return (said.startsWith(FROM) ? said.substring(said.indexOf(' ') + 1) : said).split(" ", 3);
    }

    /** @return true when one of the changes values the item so that every lot of it depends on the others */
    static boolean isOfAllLots(ItemNumber item, Stream<RecordedEvent> changes) {
        return changes.map(RecordedEvent::event)
                .anyMatch(
                        change -> item(change).equals(item) && valuation(change).isOfAllLots());
    }
}
