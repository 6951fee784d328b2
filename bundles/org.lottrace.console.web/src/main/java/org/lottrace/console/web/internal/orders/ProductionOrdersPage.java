package org.lottrace.console.web.internal.orders;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.ProductionProgress;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** The production orders and how far they are, by number, a page at a time. */
public final class ProductionOrdersPage implements Page {
    private static final int AT_A_TIME = 50;

    /** @param next address of the next page, absent on the last one */
    public record View(List<ProductionProgress> orders, Optional<String> next) {}

    @Override
    public String path() {
        return "production-orders";
    }

    @Override
    public String needs() {
        return "production-order.list";
    }

    @Override
    public Answer show(Visit visit) {
        List<ProductionProgress> orders =
                visit.as(ProductionOrders.class).after(visit.parameters().text("after"), AT_A_TIME + 1);
        List<ProductionProgress> shown = orders.subList(0, Math.min(AT_A_TIME, orders.size()));
        Optional<String> next = orders.size() > AT_A_TIME
                ? Optional.of(Address.to(
                        "production-orders",
                        "after",
                        shown.get(AT_A_TIME - 1).order().number()))
                : Optional.empty();
        return Answer.html("orders/productions.jte", new View(shown, next));
    }
}
