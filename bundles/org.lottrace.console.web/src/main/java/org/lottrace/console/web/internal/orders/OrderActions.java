package org.lottrace.console.web.internal.orders;

import java.util.List;
import org.lottrace.console.web.internal.page.Action;
import org.lottrace.console.web.internal.page.Actions;
import org.lottrace.console.web.internal.page.Visit;

/** What can be done with an order, and why something cannot. The page has the forms itself. */
final class OrderActions {
    private OrderActions() {}

    static Actions ofSales(OrderPage.View view, Visit visit) {
        String left = left(view.lines().isEmpty() || view.isOpen(), visit);
        String unreserved = unreserved(left, view.hasReservations(), visit);
        return of("allocation", left, unreserved, action("movement.ship", "work.ship", unreserved, visit), visit);
    }

    static Actions ofProduction(ProductionOrderPage.View view, Visit visit) {
        String closed = view.progress()
                .closedAt()
                .map(at -> visit.texts()
                        .of(
                                "action.order-closed",
                                visit.formats()
                                        .time(
                                                at,
                                                visit.zoneOf(
                                                        view.progress().order().site()))))
                .orElse("");
        String unreserved = unreserved(closed, view.hasReservations(), visit);
        Action close = action("production-order.close", "production.close", closed, visit);
        return of("component-allocation", closed, unreserved, close, visit);
    }

    static Actions ofTransfer(TransferOrderPage.View view, Visit visit) {
        String left = left(view.lines().isEmpty() || view.isOpen(), visit);
        String unreserved = unreserved(left, view.hasReservations(), visit);
        Action dispatch = action("movement.dispatch", "work.dispatch", left, visit);
        return of("transfer-allocation", left, unreserved, dispatch, visit);
    }

    /**
     * @param allocation the subject of the operations that reserve for such an order
     * @param over why nothing is to be reserved any more; empty when something may be
     * @param unreserved why there is nothing to release; empty when there is
     */
    private static Actions of(String allocation, String over, String unreserved, Action last, Visit visit) {
        return Actions.of(
                visit,
                List.of(
                        action(allocation + ".allocate", "order.reserve", over, visit),
                        action(allocation + ".allocate-softly", "order.softly", over, visit),
                        action(allocation + ".replan", "order.replan", unreserved, visit),
                        action(allocation + ".cancel", "order.release", unreserved, visit),
                        last));
    }

    private static String left(boolean isOpen, Visit visit) {
        return isOpen ? "" : visit.texts().lookup("action.order-left");
    }

    private static String unreserved(String over, boolean hasReservations, Visit visit) {
        return hasReservations || !over.isEmpty() ? over : visit.texts().lookup("action.nothing-reserved");
    }

    private static Action action(String operation, String label, String against, Visit visit) {
        return new Action(operation, visit.texts().lookup(label), "", against);
    }
}
