package org.lottrace.console.web.internal.orders;

import java.util.List;
import org.lottrace.console.web.internal.page.Action;
import org.lottrace.console.web.internal.page.Actions;
import org.lottrace.console.web.internal.page.Visit;

/** What can be done with an order, and why something cannot. The page has the forms itself. */
final class OrderActions {
    private OrderActions() {}

    static Actions ofSales(OrderPage.View view, Visit visit) {
        String left =
                view.lines().isEmpty() || view.isOpen() ? "" : visit.texts().lookup("action.order-left");
        String unreserved = unreserved(left, view.hasReservations(), visit);
        return Actions.of(
                visit,
                List.of(
                        action("allocation.allocate", "order.reserve", left, visit),
                        action("allocation.allocate-softly", "order.softly", left, visit),
                        action("allocation.replan", "order.replan", unreserved, visit),
                        action("allocation.cancel", "order.release", unreserved, visit),
                        action("movement.ship", "work.ship", unreserved, visit)));
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
        return Actions.of(
                visit,
                List.of(
                        action("component-allocation.allocate", "order.reserve", closed, visit),
                        action("component-allocation.allocate-softly", "order.softly", closed, visit),
                        action("component-allocation.replan", "order.replan", unreserved, visit),
                        action("component-allocation.cancel", "order.release", unreserved, visit),
                        action("production-order.close", "production.close", closed, visit)));
    }

    static Actions ofTransfer(TransferOrderPage.View view, Visit visit) {
        String left =
                view.lines().isEmpty() || view.isOpen() ? "" : visit.texts().lookup("action.order-left");
        String unreserved = unreserved(left, view.hasReservations(), visit);
        return Actions.of(
                visit,
                List.of(
                        action("transfer-allocation.allocate", "order.reserve", left, visit),
                        action("transfer-allocation.allocate-softly", "order.softly", left, visit),
                        action("transfer-allocation.replan", "order.replan", unreserved, visit),
                        action("transfer-allocation.cancel", "order.release", unreserved, visit),
                        action("movement.dispatch", "work.dispatch", left, visit)));
    }

    private static String unreserved(String over, boolean hasReservations, Visit visit) {
        return hasReservations || !over.isEmpty() ? over : visit.texts().lookup("action.nothing-reserved");
    }

    private static Action action(String operation, String label, String against, Visit visit) {
        return new Action(operation, visit.texts().lookup(label), "", against);
    }
}
