package org.lottrace.console.web.internal.orders;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** The transfer orders by number, a page at a time. */
public final class TransferOrdersPage implements Page {
    private static final int AT_A_TIME = 50;

    /** @param next address of the next page, absent on the last one */
    public record View(List<TransferOrder> orders, Optional<String> next) {}

    @Override
    public String path() {
        return "transfer-orders";
    }

    @Override
    public String needs() {
        return "transfer-order.list";
    }

    @Override
    public Answer show(Visit visit) {
        List<TransferOrder> orders =
                visit.as(TransferOrders.class).after(visit.parameters().text("after"), AT_A_TIME + 1);
        List<TransferOrder> shown = orders.subList(0, Math.min(AT_A_TIME, orders.size()));
        Optional<String> next = orders.size() > AT_A_TIME
                ? Optional.of(Address.to(
                        "transfer-orders", "after", shown.get(AT_A_TIME - 1).number()))
                : Optional.empty();
        return Answer.html("orders/transfers.jte", new View(shown, next));
    }
}
