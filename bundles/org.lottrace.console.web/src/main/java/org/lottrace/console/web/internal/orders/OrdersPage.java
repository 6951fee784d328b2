package org.lottrace.console.web.internal.orders;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** The sales orders, by number, a page at a time. */
public final class OrdersPage implements Page {
    private static final int AT_A_TIME = 50;

    /** @param next address of the next page, absent on the last one */
    public record View(List<SalesOrder> orders, Optional<String> next) {}

    @Override
    public String path() {
        return "orders";
    }

    @Override
    public String needs() {
        return "sales-order.list";
    }

    @Override
    public String icon() {
        return "orders";
    }

    @Override
    public Answer show(Visit visit) {
        List<SalesOrder> orders =
                visit.as(SalesOrders.class).after(visit.parameters().text("after"), AT_A_TIME + 1);
        List<SalesOrder> shown = orders.subList(0, Math.min(AT_A_TIME, orders.size()));
        Optional<String> next = orders.size() > AT_A_TIME
                ? Optional.of(
                        Address.to("orders", "after", shown.get(AT_A_TIME - 1).number()))
                : Optional.empty();
        return Answer.html("orders/orders.jte", new View(shown, next));
    }
}
