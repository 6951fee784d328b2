package org.lottrace.console.web.internal.orders;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.OtherLot;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** Why lots were reserved for an order, and the form to take another one; without an order what was taken against the rules. */
public final class DecisionsPage implements Page {
    private static final int AT_A_TIME = 20;
    private static final String PATH = "allocation";
    private static final String ORDER = "order";
    private static final List<String> NAMES =
            List.of("orderLine", "lot", "location", "container", "quantity", "reason");

    /**
     * @param order whose decisions those are; absent for the deviations of all
     * @param fields of the form for another lot
     * @param next address of the next page, absent on the last one
     */
    public record View(
            Optional<SalesOrder> order, List<AllocationDecision> decisions, Fields fields, Optional<String> next) {}

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String needs() {
        return "allocation-decision.list-of-order";
    }

    @Override
    public Answer show(Visit visit) {
        Optional<String> number = visit.parameters().given(ORDER);
        if (number.isEmpty()) {
            return Answer.html("orders/decisions.jte", view(visit, Optional.empty(), Fields.empty(visit.texts())));
        }
        return order(visit)
                .<Answer>map(order -> Answer.html(
                        "orders/decisions.jte", view(visit, Optional.of(order), Fields.empty(visit.texts()))))
                .orElseGet(() -> new Answer.Failure(404, "order.unknown", number.get()));
    }

    @Override
    public Answer change(Visit visit) {
        Optional<SalesOrder> order = order(visit);
        if (order.isEmpty()) {
            return new Answer.Failure(404, "order.unknown", visit.parameters().text(ORDER));
        }
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), NAMES);
        Optional<OtherLot> wanted = wanted(visit, order.get(), fields);
        wanted.ifPresent(other -> fields.refused(visit.as(AllocationDecisions.class)
                .takeOther(visit.caller(), other)
                .violations()));
        return fields.areRight()
                ? new Answer.SeeOther(Address.to("order", "number", order.get().number()))
                : Answer.refused("orders/decisions.jte", view(visit, order, fields));
    }

    private static Optional<OtherLot> wanted(Visit visit, SalesOrder order, Fields fields) {
        Optional<Integer> line = fields.needed("orderLine", Integer::valueOf);
        Optional<LotKey> lot = fields.needed("lot", LotKey::parse);
        Optional<LocationId> location = fields.needed("location", LocationId::new);
        Optional<Sscc> container = fields.given("container", Sscc::new);
        Optional<Quantity> quantity =
                lot.flatMap(key -> fields.needed("quantity", text -> inBaseUnit(visit, key.item(), text)));
        return fields.areRight()
                ? Optional.of(new OtherLot(
                        new OrderLineReference(
                                new DocumentReference(DocumentType.SALES_ORDER, order.number()), line.orElseThrow()),
                        lot.orElseThrow(),
                        new Position(Place.location(order.shipFrom(), location.orElseThrow()), container),
                        quantity.orElseThrow(),
                        fields.text("reason")))
                : Optional.empty();
    }

    private static Quantity inBaseUnit(Visit visit, ItemNumber item, String text) {
        return new Quantity(
                new BigDecimal(text),
                visit.as(ItemCatalog.class)
                        .find(item)
                        .orElseThrow(() -> new IllegalArgumentException("there is no item " + item))
                        .baseUnit());
    }

    private static View view(Visit visit, Optional<SalesOrder> order, Fields fields) {
        Optional<Long> before = visit.parameters()
                .given("after")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
        AllocationDecisions service = visit.as(AllocationDecisions.class);
        List<AllocationDecision> all = order.map(one -> service.ofOrder(one.number(), before, AT_A_TIME + 1))
                .orElseGet(() -> service.deviations(before, AT_A_TIME + 1));
        List<AllocationDecision> shown = all.subList(0, Math.min(AT_A_TIME, all.size()));
        Optional<String> next = Optional.of(all)
                .filter(rows -> rows.size() > AT_A_TIME)
                .map(rows -> shown.get(AT_A_TIME - 1).number())
                .map(last -> order.map(one -> Address.to(PATH, ORDER, one.number(), "after", last))
                        .orElseGet(() -> Address.to(PATH, "after", last)));
        return new View(order, shown, fields, next);
    }

    private static Optional<SalesOrder> order(Visit visit) {
        return visit.as(SalesOrders.class).find(visit.parameters().text(ORDER));
    }
}
