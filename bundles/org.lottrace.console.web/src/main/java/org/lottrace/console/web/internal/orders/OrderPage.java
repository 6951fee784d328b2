package org.lottrace.console.web.internal.orders;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.SoftReservations;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.order.OrderProgress;
import org.lottrace.api.order.OrderStatus;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Actions;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** One sales order: what is reserved for it from which lot and why, what is short. */
public final class OrderPage implements Page {
    /**
     * @param lines what is reserved; with the reasons for each choice right after it was made
     * @param status how far it is; absent for who may not ask
     * @param problems why nothing could be reserved
     */
    public record View(
            SalesOrder order, List<LineAllocation> lines, Optional<OrderStatus> status, List<Violation> problems) {
        /** @return true when something of it has still to leave */
        public boolean isOpen() {
            return lines.stream().anyMatch(line -> line.ordered().compareTo(line.shipped()) > 0);
        }

        public boolean hasReservations() {
            return lines.stream().anyMatch(line -> !line.reservations().isEmpty());
        }

        /** @return what can be done with it, and why something cannot */
        public Actions actions(Visit visit) {
            return OrderActions.ofSales(this, visit);
        }
    }

    @Override
    public String path() {
        return "order";
    }

    @Override
    public String needs() {
        return "allocation.show";
    }

    @Override
    public Answer show(Visit visit) {
        return order(visit)
                .map(order -> page(order, visit.as(Allocation.class).show(order.number()), visit))
                .orElseGet(() -> unknown(visit));
    }

    @Override
    public Answer change(Visit visit) {
        Optional<SalesOrder> order = order(visit);
        if (order.isEmpty()) {
            return unknown(visit);
        }
        String number = order.get().number();
        if (visit.parameters().text("do").equals("release")) {
            visit.as(Allocation.class).cancel(number);
            return new Answer.SeeOther(Address.to("order", "number", number));
        }
        if (visit.parameters().text("do").equals("replan")) {
            return changed(order.get(), visit.as(Allocation.class).replan(number), visit);
        }
        if (visit.parameters().text("do").equals("softly")) {
            return page(order.get(), visit.as(SoftReservations.class).allocate(number), visit);
        }
        if (visit.parameters().text("do").equals("substitute")) {
            return changed(visit, line -> visit.as(Allocation.class)
                    .takeSubstitute(line, new ItemNumber(visit.parameters().text("item"))));
        }
        if (visit.parameters().text("do").equals("give-back")) {
            return changed(visit, line -> visit.as(Allocation.class).giveBackSubstitute(line));
        }
        return changed(order.get(), visit.as(Allocation.class).allocate(number), visit);
    }

    /** What is asked for one line, whose number is in the form. */
    private static Answer changed(Visit visit, Function<OrderLineReference, Outcome<List<LineAllocation>>> asked) {
        SalesOrder order = order(visit).orElseThrow();
        String line = visit.parameters().text("line");
        return line.matches("[0-9]{1,9}")
                ? changed(order, asked.apply(new OrderLineReference(order.reference(), Integer.parseInt(line))), visit)
                : Answer.NOT_FOUND;
    }

    /** The order may have lines for substitutes then. */
    private static Answer changed(SalesOrder before, Outcome<List<LineAllocation>> outcome, Visit visit) {
        return page(order(visit).orElse(before), outcome, visit);
    }

    private static Answer page(SalesOrder order, Outcome<List<LineAllocation>> outcome, Visit visit) {
        Optional<OrderStatus> status = visit.may("sales-order.status")
                ? visit.as(OrderProgress.class).order(order.number())
                : Optional.empty();
        return outcome.<Answer>fold(
                lines -> Answer.html("orders/order.jte", new View(order, lines, status, List.of())),
                refused -> Answer.refused("orders/order.jte", new View(order, List.of(), status, refused)));
    }

    private static Optional<SalesOrder> order(Visit visit) {
        return visit.as(SalesOrders.class).find(visit.parameters().text("number"));
    }

    private static Answer unknown(Visit visit) {
        return new Answer.Failure(404, "order.unknown", visit.parameters().text("number"));
    }
}
