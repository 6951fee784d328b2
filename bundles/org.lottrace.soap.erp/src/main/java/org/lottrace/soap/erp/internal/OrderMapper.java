package org.lottrace.soap.erp.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionRole;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.soap.erp.internal.wire.WireProductionOrder;
import org.lottrace.soap.erp.internal.wire.WireProductionOrderLine;
import org.lottrace.soap.erp.internal.wire.WirePurchaseOrder;
import org.lottrace.soap.erp.internal.wire.WirePurchaseOrderLine;
import org.lottrace.soap.erp.internal.wire.WireSalesOrder;
import org.lottrace.soap.erp.internal.wire.WireSalesOrderLine;
import org.lottrace.soap.erp.internal.wire.WireTransferOrder;
import org.lottrace.soap.erp.internal.wire.WireTransferOrderLine;

/** Orders from the wire. */
final class OrderMapper {
    private OrderMapper() {}

    static Optional<PurchaseOrder> purchaseOrder(Reading at, WirePurchaseOrder wire) {
        PartyId supplier = at.value("supplier", PartyId.class, wire.getSupplier());
        SiteId site = at.value("site", SiteId.class, wire.getSite());
        List<PurchaseOrder.Line> lines = at.list("line", wire.getLine(), OrderMapper::purchaseLine);
        return at.whole(() -> new PurchaseOrder(wire.getNumber(), supplier, site, lines));
    }

    private static Optional<PurchaseOrder.Line> purchaseLine(Reading at, WirePurchaseOrderLine wire) {
        ItemNumber item = at.value("item", ItemNumber.class, wire.getItem());
        Quantity quantity = at.value("quantity", () -> ValueMapper.quantity(wire.getQuantity()));
        UnitPrice price = at.value("price", () -> ValueMapper.price(wire.getPrice()));
        return at.whole(() -> new PurchaseOrder.Line(
                wire.getNumber(), item, quantity, price, Boolean.TRUE.equals(wire.isConsignment())));
    }

    static Optional<ProductionOrder> productionOrder(Reading at, WireProductionOrder wire) {
        SiteId site = at.value("site", SiteId.class, wire.getSite());
        LocalDate date = at.value("date", () -> ValueMapper.date(wire.getDate()));
        List<ProductionOrder.Line> lines = at.list("line", wire.getLine(), OrderMapper::productionLine);
        String workCentre = Optional.ofNullable(wire.getWorkCentre()).orElse("");
        return at.whole(() -> new ProductionOrder(wire.getNumber(), site, date, workCentre, lines));
    }

    private static Optional<ProductionOrder.Line> productionLine(Reading at, WireProductionOrderLine wire) {
        ItemNumber item = at.value("item", ItemNumber.class, wire.getItem());
        Quantity quantity = at.value("quantity", () -> ValueMapper.quantity(wire.getQuantity()));
        Optional<UnitPrice> value = at.optional("realisableValue", wire.getRealisableValue(), ValueMapper::price);
        return at.whole(() -> new ProductionOrder.Line(
                wire.getNumber(),
                Coded.of(ProductionRole.class, wire.getRole().value()),
                item,
                quantity,
                Optional.ofNullable(wire.getScrapPercent()).orElse(BigDecimal.ZERO),
                Optional.ofNullable(wire.getCostShare()),
                value));
    }

    static Optional<SalesOrder> salesOrder(Reading at, WireSalesOrder wire) {
        PartyId customer = at.value("customer", PartyId.class, wire.getCustomer());
        SiteId shipFrom = at.value("shipFrom", SiteId.class, wire.getShipFrom());
        LocalDate delivery = at.value("deliveryDate", () -> ValueMapper.date(wire.getDeliveryDate()));
        Optional<ChannelId> channel = at.optional("channel", wire.getChannel(), ChannelId::new);
        List<SalesOrder.Line> lines = at.list("line", wire.getLine(), OrderMapper::salesLine);
        String customerOrder = Optional.ofNullable(wire.getCustomerOrder()).orElse("");
        return at.whole(() -> new SalesOrder(
                wire.getNumber(),
                customer,
                customerOrder,
                shipFrom,
                delivery,
                channel,
                Optional.ofNullable(wire.getPriority()),
                lines));
    }

    static Optional<TransferOrder> transferOrder(Reading at, WireTransferOrder wire) {
        SiteId from = at.value("fromSite", SiteId.class, wire.getFromSite());
        SiteId to = at.value("toSite", SiteId.class, wire.getToSite());
        LocalDate arrival = at.value("arrivalDate", () -> ValueMapper.date(wire.getArrivalDate()));
        List<TransferOrder.Line> lines = at.list("line", wire.getLine(), OrderMapper::transferLine);
        return at.whole(() ->
                new TransferOrder(wire.getNumber(), from, to, arrival, Optional.ofNullable(wire.getPriority()), lines));
    }

    private static Optional<TransferOrder.Line> transferLine(Reading at, WireTransferOrderLine wire) {
        ItemNumber item = at.value("item", ItemNumber.class, wire.getItem());
        Quantity quantity = at.value("quantity", () -> ValueMapper.quantity(wire.getQuantity()));
        return at.whole(() -> new TransferOrder.Line(wire.getNumber(), item, quantity));
    }

    private static Optional<SalesOrder.Line> salesLine(Reading at, WireSalesOrderLine wire) {
        ItemNumber item = at.value("item", ItemNumber.class, wire.getItem());
        Quantity quantity = at.value("quantity", () -> ValueMapper.quantity(wire.getQuantity()));
        Optional<UnitPrice> price = at.optional("price", wire.getPrice(), ValueMapper::price);
        Optional<SalesOrder.InsteadOf> instead = at.optional(
                "insteadOf",
                wire.getInsteadOf(),
                one -> new SalesOrder.InsteadOf(one.getLine(), ValueMapper.quantity(one.getQuantity())));
        return at.whole(() -> new SalesOrder.Line(wire.getNumber(), item, quantity, price, instead));
    }
}
