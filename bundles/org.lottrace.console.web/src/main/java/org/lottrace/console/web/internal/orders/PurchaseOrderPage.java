package org.lottrace.console.web.internal.orders;

import java.util.Optional;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** One purchase order: what was ordered from whom, and the way to what came of it. */
public final class PurchaseOrderPage implements Page {
    /** @param supplier absent when the party is not known any more */
    public record View(PurchaseOrder order, Optional<Party> supplier) {}

    @Override
    public String path() {
        return "purchase-order";
    }

    @Override
    public String needs() {
        return "purchase-order.find";
    }

    @Override
    public Answer show(Visit visit) {
        String number = visit.parameters().text("number");
        return visit.as(PurchaseOrders.class)
                .find(number)
                .<Answer>map(order -> Answer.html(
                        "orders/purchase.jte",
                        new View(order, visit.as(PartnerDirectory.class).find(order.supplier()))))
                .orElseGet(() -> new Answer.Failure(404, "purchase.unknown", number));
    }
}
