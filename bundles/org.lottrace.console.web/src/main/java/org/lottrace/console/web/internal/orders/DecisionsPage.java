package org.lottrace.console.web.internal.orders;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.allocation.OtherLot;
import org.lottrace.api.allocation.TransferAllocation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** Why lots were reserved for a sales order, a transfer order or a production order, and the form to take another one; without an order what was taken against the rules. */
public final class DecisionsPage implements Page {
    private static final int AT_A_TIME = 20;
    private static final String PATH = "allocation";
    private static final String ORDER = "order";
    private static final String PRODUCTION = "production";
    private static final String TRANSFER = "transfer";
    private static final List<String> NAMES =
            List.of("orderLine", "lot", "location", "container", "quantity", "reason");

    /**
     * @param order whose decisions those are, a sales, transfer or production order; absent for the deviations of all
     * @param fields of the form for another lot
     * @param next address of the next page, absent on the last one
     */
    public record View(Optional<Of> order, List<AllocationDecision> decisions, Fields fields, Optional<String> next) {}

    /**
     * What was allocated.
     *
     * @param site whose goods it gets
     */
    public record Of(DocumentReference document, SiteId site) {
        public String number() {
            return document.number();
        }

        public boolean isProduction() {
            return document.type() == DocumentType.PRODUCTION_ORDER;
        }

        public boolean isTransfer() {
            return document.type() == DocumentType.TRANSFER_ORDER;
        }

        /** @return the page of the order */
        public String page() {
            return Address.to(
                    isProduction() ? "production-order" : isTransfer() ? "transfer-order" : "order",
                    "number",
                    number());
        }

        private String parameter() {
            return isProduction() ? PRODUCTION : isTransfer() ? TRANSFER : ORDER;
        }
    }

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
        if (visit.parameters().given(ORDER).isEmpty()
                && visit.parameters().given(TRANSFER).isEmpty()
                && visit.parameters().given(PRODUCTION).isEmpty()) {
            return Answer.html("orders/decisions.jte", view(visit, Optional.empty(), Fields.empty(visit.texts())));
        }
        return order(visit)
                .<Answer>map(order -> Answer.html(
                        "orders/decisions.jte", view(visit, Optional.of(order), Fields.empty(visit.texts()))))
                .orElseGet(() -> unknown(visit));
    }

    @Override
    public Answer change(Visit visit) {
        Optional<Of> order = order(visit);
        if (order.isEmpty()) {
            return unknown(visit);
        }
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), NAMES);
        Optional<OtherLot> wanted = wanted(visit, order.get(), fields);
        wanted.ifPresent(other -> fields.refused(visit.as(AllocationDecisions.class)
                .takeOther(visit.caller(), other)
                .violations()));
        return fields.areRight()
                ? new Answer.SeeOther(order.get().page())
                : Answer.refused("orders/decisions.jte", view(visit, order, fields));
    }

    private static Optional<OtherLot> wanted(Visit visit, Of order, Fields fields) {
        Optional<Integer> line = fields.needed("orderLine", Integer::valueOf);
        Optional<LotKey> lot = fields.needed("lot", LotKey::parse);
        Optional<LocationId> location = fields.needed("location", LocationId::new);
        Optional<Sscc> container = fields.given("container", Sscc::new);
        Optional<Quantity> quantity =
                lot.flatMap(key -> fields.needed("quantity", text -> inBaseUnit(visit, key.item(), text)));
        return fields.areRight()
                ? Optional.of(new OtherLot(
                        new OrderLineReference(order.document(), line.orElseThrow()),
                        lot.orElseThrow(),
                        new Position(Place.location(order.site(), location.orElseThrow()), container),
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

    private static View view(Visit visit, Optional<Of> order, Fields fields) {
        Optional<Long> before = visit.parameters()
                .given("after")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
        AllocationDecisions service = visit.as(AllocationDecisions.class);
        List<AllocationDecision> all = order.map(one -> ofOrder(visit, one, before))
                .orElseGet(() -> service.deviations(before, AT_A_TIME + 1));
        List<AllocationDecision> shown = all.subList(0, Math.min(AT_A_TIME, all.size()));
        Optional<String> next = Optional.of(all)
                .filter(rows -> rows.size() > AT_A_TIME)
                .map(rows -> shown.get(AT_A_TIME - 1).number())
                .map(last -> order.map(one -> Address.to(PATH, one.parameter(), one.number(), "after", last))
                        .orElseGet(() -> Address.to(PATH, "after", last)));
        return new View(order, shown, fields, next);
    }

    private static List<AllocationDecision> ofOrder(Visit visit, Of order, Optional<Long> before) {
        if (order.isTransfer()) {
            return visit.as(TransferAllocation.class).decisions(order.number(), before, AT_A_TIME + 1);
        }
        return order.isProduction()
                ? visit.as(ComponentAllocation.class).decisions(order.number(), before, AT_A_TIME + 1)
                : visit.as(AllocationDecisions.class).ofOrder(order.number(), before, AT_A_TIME + 1);
    }

    private static Optional<Of> order(Visit visit) {
        if (visit.parameters().given(TRANSFER).isPresent()) {
            return visit.as(TransferOrders.class)
                    .find(visit.parameters().text(TRANSFER))
                    .map(order -> new Of(order.reference(), order.fromSite()));
        }
        return visit.parameters().given(PRODUCTION).isPresent()
                ? visit.as(ProductionOrders.class)
                        .find(visit.parameters().text(PRODUCTION))
                        .map(order -> new Of(order.reference(), order.site()))
                : visit.as(SalesOrders.class)
                        .find(visit.parameters().text(ORDER))
                        .map(order -> new Of(order.reference(), order.shipFrom()));
    }

    private static Answer unknown(Visit visit) {
        return visit.parameters()
                .given(PRODUCTION)
                .map(number -> new Answer.Failure(404, "production.unknown", number))
                .or(() -> visit.parameters()
                        .given(TRANSFER)
                        .map(number -> new Answer.Failure(404, "transfer.unknown", number)))
                .orElseGet(() -> new Answer.Failure(
                        404, "order.unknown", visit.parameters().text(ORDER)));
    }
}
