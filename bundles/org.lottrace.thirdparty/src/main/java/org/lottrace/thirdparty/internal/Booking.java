package org.lottrace.thirdparty.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.EventId;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.store.StockDocumentStore;
import org.lottrace.thirdparty.internal.Posting.Told;

/** Which way a document of each kind is booked. */
final class Booking {
    private final StockDocumentStore documents;
    private final SalesOrderStore orders;
    private final Posting posting;

    Booking(StockDocumentStore documents, SalesOrderStore orders, Posting posting) {
        this.documents = documents;
        this.orders = orders;
        this.posting = posting;
    }

    /** @return the events; none of what books nothing, or nothing yet */
    Outcome<List<EventId>> of(Told told) {
        return switch (told.document().kind()) {
            case TRANSFER_SHIPMENT -> posting.dispatch(told);
            case TRANSFER_RECEIPT -> posting.arrive(told);
            case SHIPPING_ORDER -> new Outcome.Done<>(List.of());
            case SHIPPING_ADVICE -> ship(told);
            case INVENTORY -> posting.inventory(told);
        };
    }

    /** Who got the goods must be known: by their order, or because the advice says it. */
    private Outcome<List<EventId>> ship(Told told) {
        Optional<SalesOrder> order = salesOrder(told.document());
        return order.isPresent() || told.document().customer().isPresent()
                ? posting.ship(told, order)
                : new Outcome.Done<>(List.of());
    }

    /** @return that of the shipping order; one that is named itself where there is no such shipping order */
    Optional<SalesOrder> salesOrder(StockDocument advice) {
        return advice.about()
                .flatMap(about -> orders.find(documents
                        .find(advice.warehouse(), StockDocumentKind.SHIPPING_ORDER, about)
                        .flatMap(order -> order.document().about())
                        .orElse(about)));
    }
}
