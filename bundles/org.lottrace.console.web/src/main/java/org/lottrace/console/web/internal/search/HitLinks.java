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
            case PARTY -> link(visit, "partners", "partners/party", "id", hit.key());
            case INTERCHANGE -> link(visit, "partners", "partners/interchange", "id", hit.key());
            case SHIP_NOTICE -> notice(visit, hit.key().split("/", 2));
            case SHIPMENT -> link(visit, "accounts", "accounts/cogs", "shipment", hit.key());
            case RECALL_CASE -> visit.has("recall") ? Optional.of(Address.to("recall/" + hit.key())) : Optional.empty();
            case LOGISTIC_UNIT -> link(visit, "unit", "sscc", hit.key());
            case PURCHASE_ORDER -> link(visit, "purchase-order", "number", hit.key());
            case DOCUMENT -> document(visit, hit.key().split("/", 2));
        };
    }

    private static Optional<String> document(Visit visit, String... typeAndNumber) {
        Optional<String> order =
                switch (typeAndNumber[0]) {
                    case "PRODUCTION_ORDER" -> link(visit, "production-order", "number", typeAndNumber[1]);
                    case "TRANSFER_ORDER" -> link(visit, "transfer-order", "number", typeAndNumber[1]);
                    default -> Optional.empty();
                };
        return order.or(() -> link(visit, "ledger", "document", String.join(":", typeAndNumber)));
    }

    private static Optional<String> notice(Visit visit, String... senderAndNumber) {
        return visit.has("partners")
                ? Optional.of(
                        Address.to("partners/expected", "sender", senderAndNumber[0], "number", senderAndNumber[1]))
                : Optional.empty();
    }

    private static Optional<String> link(Visit visit, String page, String name, String key) {
        return link(visit, page, page, name, key);
    }

    private static Optional<String> link(Visit visit, String page, String path, String name, String key) {
        return visit.has(page) ? Optional.of(Address.to(path, name, key)) : Optional.empty();
    }
}
