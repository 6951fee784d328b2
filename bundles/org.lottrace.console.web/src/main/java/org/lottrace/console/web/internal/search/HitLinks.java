package org.lottrace.console.web.internal.search;

import java.util.Optional;
import org.lottrace.api.overview.SearchHit;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Visit;

/** Where a hit leads: to the page of its kind, where there is one that the reader may see. */
final class HitLinks {
    private HitLinks() {}

    static Optional<String> of(Visit visit, SearchHit hit) {
        return switch (hit.kind()) {
            case LOT -> link(visit, "lot", "key", hit.key());
            case ITEM -> link(visit, "lots", "item", hit.key());
            case SALES_ORDER -> link(visit, "order", "number", hit.key());
            case EVENT -> link(visit, "event", "id", hit.key());
            case LOGISTIC_UNIT, PARTY, PURCHASE_ORDER, SHIP_NOTICE, SHIPMENT, DOCUMENT, INTERCHANGE, RECALL_CASE ->
                Optional.empty();
        };
    }

    private static Optional<String> link(Visit visit, String page, String name, String key) {
        return visit.has(page) ? Optional.of(Address.to(page, name, key)) : Optional.empty();
    }
}
