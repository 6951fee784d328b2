package org.lottrace.console.web.internal.orders;

import java.util.List;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.TransferAllocation;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Actions;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** One transfer order: what it wants, what is reserved for it and what has left. */
public final class TransferOrderPage implements Page {
    private static final String PATH = "transfer-order";

    /**
     * What is shown.
     *
     * @param lines what is reserved; with the reasons for each choice right after it was made
     * @param problems why nothing could be reserved
     */
    public record View(TransferOrder order, List<LineAllocation> lines, List<Violation> problems) {
        /** @return true when something of it has still to leave */
        public boolean isOpen() {
            return lines.stream().anyMatch(line -> line.ordered().compareTo(line.shipped()) > 0);
        }

        public boolean hasReservations() {
            return lines.stream().anyMatch(line -> !line.reservations().isEmpty());
        }

        /** @return what can be done with it, and why something cannot */
        public Actions actions(Visit visit) {
            return OrderActions.ofTransfer(this, visit);
        }
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String needs() {
        return "transfer-allocation.show";
    }

    @Override
    public Answer show(Visit visit) {
        return page(visit, allocation(visit).show(number(visit)));
    }

    @Override
    public Answer change(Visit visit) {
        switch (visit.parameters().text("do")) {
            case "reserve":
                return page(visit, allocation(visit).allocate(number(visit)));
            case "softly":
                return page(visit, allocation(visit).allocateSoftly(number(visit)));
            case "replan":
                return page(visit, allocation(visit).replan(number(visit)));
            default:
                allocation(visit).cancel(number(visit));
                return new Answer.SeeOther(Address.to(PATH, "number", number(visit)));
        }
    }

    private static TransferAllocation allocation(Visit visit) {
        return visit.as(TransferAllocation.class);
    }

    private static Answer page(Visit visit, Outcome<List<LineAllocation>> reserved) {
        return visit.as(TransferOrders.class)
                .find(number(visit))
                .map(order -> reserved.<Answer>fold(
                        lines -> Answer.html("orders/transfer.jte", new View(order, lines, List.of())),
                        refused -> Answer.refused("orders/transfer.jte", new View(order, List.of(), refused))))
                .orElseGet(() -> new Answer.Failure(404, "transfer.unknown", number(visit)));
    }

    private static String number(Visit visit) {
        return visit.parameters().text("number");
    }
}
