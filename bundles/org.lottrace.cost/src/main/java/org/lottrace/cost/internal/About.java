package org.lottrace.cost.internal;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;

/**
 * What an event is about, as far as the books need it from events before it: its lots, the production orders whose work in process it
 * changes and, of a cost document, the purchase orders.
 *
 * @param lots that it moves, ties together or values
 * @param made production orders
 * @param bought purchase orders
 * @param isCost true for a document of costs, which moves nothing
 */
record About(Set<LotKey> lots, Set<DocumentReference> made, Set<DocumentReference> bought, boolean isCost) {
    /** Lists that are looked up, whatever else waits. */
    private static final Set<DocumentType> LISTS =
            Set.of(DocumentType.EXCHANGE_RATES, DocumentType.TRANSFER_PRICES, DocumentType.COST_METHOD);

    static About of(TraceEvent event) {
        boolean isCost = event.type() == EventType.COST;
        if (isCost && event.documents().stream().anyMatch(document -> LISTS.contains(document.type()))) {
            return new About(Set.of(), Set.of(), Set.of(), true);
        }
        Set<LotKey> lots = new HashSet<>(Posting.named(event));
        Set<DocumentReference> documents = new HashSet<>(event.documents());
        event.lines().stream()
                .flatMap(line -> line.orderLine().stream())
                .map(OrderLineReference::order)
                .forEach(documents::add);
        if (isCost) {
            said(event, lots, documents);
        }
        return new About(
                lots, of(documents, DocumentType.PRODUCTION_ORDER), of(documents, DocumentType.PURCHASE_ORDER), isCost);
    }

    private static void said(TraceEvent event, Set<LotKey> lots, Set<DocumentReference> documents) {
        switch (event.documents().get(0).type()) {
            case SUPPLIER_INVOICE, CREDIT_NOTE ->
                CostText.invoiced(event)
                        .forEach(line -> documents.add(line.orderLine().order()));
            case LANDED_COST, REVALUATION -> CostText.measured(event).forEach(line -> lots.add(line.lot()));
            case CONSIGNMENT -> CostText.takenOver(event).forEach(line -> lots.add(line.lot()));
            default -> {
                // conversion cost and overhead are about their production order alone
            }
        }
    }

    private static Set<DocumentReference> of(Set<DocumentReference> documents, DocumentType type) {
        return Set.copyOf(
                documents.stream().filter(document -> document.type() == type).toList());
    }

    /** @return the same, and about these lots, too */
    About with(List<LotKey> more) {
        Set<LotKey> all = new HashSet<>(lots);
        all.addAll(more);
        return new About(all, made, bought, isCost);
    }

    /** @return true when what the books say of this one would be wrong before the other is booked */
    boolean dependsOn(About other) {
        return !Collections.disjoint(lots, other.lots)
                || !Collections.disjoint(made, other.made)
                || (isCost || other.isCost) && !Collections.disjoint(bought, other.bought);
    }

    /** @return the items of its lots */
    Stream<ItemNumber> items() {
        return lots.stream().map(LotKey::item).distinct();
    }
}
