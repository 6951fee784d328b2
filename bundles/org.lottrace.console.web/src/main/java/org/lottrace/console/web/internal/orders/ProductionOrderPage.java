package org.lottrace.console.web.internal.orders;

import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.ProductionProgress;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** One production order: planned against consumed and made, what is missing, and how it is closed. */
public final class ProductionOrderPage implements Page {
    /** What is shown. */
    public record View(ProductionProgress progress) {}

    @Override
    public String path() {
        return "production-order";
    }

    @Override
    public String needs() {
        return "production-order.progress";
    }

    @Override
    public Answer show(Visit visit) {
        return visit.as(ProductionOrders.class)
                .progress(number(visit))
                .<Answer>map(progress -> Answer.html("orders/production.jte", new View(progress)))
                .orElseGet(() -> unknown(visit));
    }

    @Override
    public Answer change(Visit visit) {
        return visit.as(ProductionOrders.class)
                .close(number(visit))
                .fold(
                        closed -> new Answer.SeeOther(Address.to("production-order", "number", number(visit))),
                        before -> new Answer.SeeOther(Address.to("production-order", "number", number(visit))),
                        refused -> unknown(visit));
    }

    private static String number(Visit visit) {
        return visit.parameters().text("number");
    }

    private static Answer unknown(Visit visit) {
        return new Answer.Failure(404, "production.unknown", number(visit));
    }
}
