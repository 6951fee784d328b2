package org.lottrace.console.web.internal.orders;

import java.util.List;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.ProductionProgress;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Actions;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** One production order: planned against consumed and made, what is missing, what is reserved, and how it is closed. */
public final class ProductionOrderPage implements Page {
    private static final String SHOW = "component-allocation.show";

    /**
     * What is shown.
     *
     * @param components what is reserved; none for who may not ask; with the reasons for each choice right after it was made
     * @param problems why nothing could be reserved
     */
    public record View(ProductionProgress progress, List<LineAllocation> components, List<Violation> problems) {
        public boolean hasReservations() {
            return components.stream().anyMatch(line -> !line.reservations().isEmpty());
        }

        /** @return what can be done with it, and why something cannot */
        public Actions actions(Visit visit) {
            return OrderActions.ofProduction(this, visit);
        }
    }

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
        return page(visit, visit.may(SHOW) ? components(visit).show(number(visit)) : new Outcome.Done<>(List.of()));
    }

    @Override
    public Answer change(Visit visit) {
        if (visit.as(ProductionOrders.class).find(number(visit)).isEmpty()) {
            return unknown(visit);
        }
        switch (visit.parameters().text("do")) {
            case "reserve":
                return page(visit, components(visit).allocate(number(visit)));
            case "softly":
                return page(visit, components(visit).allocateSoftly(number(visit)));
            case "replan":
                return page(visit, components(visit).replan(number(visit)));
            case "release":
                components(visit).cancel(number(visit));
                return again(visit);
            default:
                return visit.as(ProductionOrders.class)
                        .close(number(visit))
                        .fold(closed -> again(visit), before -> again(visit), refused -> unknown(visit));
        }
    }

    private static Answer again(Visit visit) {
        return new Answer.SeeOther(Address.to("production-order", "number", number(visit)));
    }

    private static ComponentAllocation components(Visit visit) {
        return visit.as(ComponentAllocation.class);
    }

    private static Answer page(Visit visit, Outcome<List<LineAllocation>> reserved) {
        return visit.as(ProductionOrders.class)
                .progress(number(visit))
                .map(progress -> reserved.<Answer>fold(
                        lines -> Answer.html("orders/production.jte", new View(progress, lines, List.of())),
                        refused -> Answer.refused("orders/production.jte", new View(progress, List.of(), refused))))
                .orElseGet(() -> unknown(visit));
    }

    private static String number(Visit visit) {
        return visit.parameters().text("number");
    }

    private static Answer unknown(Visit visit) {
        return new Answer.Failure(404, "production.unknown", number(visit));
    }
}
