package org.lottrace.console.web.internal.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.overview.OpenOrder;
import org.lottrace.api.overview.Overview;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** The sales orders, by number, a page at a time. */
public final class OrdersPage implements Page {
    private static final int AT_A_TIME = 50;

    private static final String DUE = "due";

    /** @param next address of the next page, absent on the last one */
    public record View(List<SalesOrder> orders, Optional<String> next) {}

    /**
     * Those of which something has still to leave.
     *
     * @param due {@code late} or {@code today}
     */
    public record Open(String due, List<OpenOrder> orders, Optional<String> next) {}

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
        String due = visit.parameters().text(DUE);
        return switch (due) {
            case "late", "today" -> open(visit, due);
            default -> all(visit);
        };
    }

    private static Answer open(Visit visit, String due) {
        Optional<OpenOrder.Key> after = visit.parameters()
                .given("day")
                .map(day -> new OpenOrder.Key(
                        TextForms.read(LocalDate.class, day), visit.parameters().text("after")));
        List<OpenOrder> orders = visit.as(Overview.class).openOrders(due.equals("late"), after, AT_A_TIME + 1);
        List<OpenOrder> shown = orders.subList(0, Math.min(AT_A_TIME, orders.size()));
        Optional<String> next = Optional.of(shown)
                .filter(rows -> orders.size() > AT_A_TIME)
                .map(rows -> rows.get(AT_A_TIME - 1))
                .map(last -> Address.to("orders", DUE, due, "day", last.deliveryDate(), "after", last.number()));
        return Answer.html("orders/open.jte", new Open(due, shown, next));
    }

    private static Answer all(Visit visit) {
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
