package org.lottrace.soap.erp.internal;

import org.lottrace.api.id.ChannelId;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.soap.erp.internal.wire.WireInsteadOf;
import org.lottrace.soap.erp.internal.wire.WireProductionOrder;
import org.lottrace.soap.erp.internal.wire.WireProductionOrderLine;
import org.lottrace.soap.erp.internal.wire.WireProductionRole;
import org.lottrace.soap.erp.internal.wire.WirePurchaseOrder;
import org.lottrace.soap.erp.internal.wire.WirePurchaseOrderLine;
import org.lottrace.soap.erp.internal.wire.WireSalesOrder;
import org.lottrace.soap.erp.internal.wire.WireSalesOrderLine;
import org.lottrace.soap.erp.internal.wire.WireTransferOrder;
import org.lottrace.soap.erp.internal.wire.WireTransferOrderLine;

/** Orders to the wire: what was saved comes back in the form in which it was sent. */
final class OrderAnswerMapper {
    private OrderAnswerMapper() {}

    static WirePurchaseOrder toWire(PurchaseOrder order) {
        WirePurchaseOrder wire = new WirePurchaseOrder();
        wire.setNumber(order.number());
        wire.setSupplier(order.supplier().value());
        wire.setSite(order.site().value());
        order.lines().stream().map(OrderAnswerMapper::toWire).forEach(wire.getLine()::add);
        return wire;
    }

    private static WirePurchaseOrderLine toWire(PurchaseOrder.Line line) {
        WirePurchaseOrderLine wire = new WirePurchaseOrderLine();
        wire.setNumber(line.number());
        wire.setItem(line.item().value());
        wire.setQuantity(ValueMapper.toWire(line.quantity()));
        wire.setPrice(ValueMapper.toWire(line.price()));
        wire.setConsignment(line.consignment() ? true : null); // false is the default of the schema
        return wire;
    }

    static WireProductionOrder toWire(ProductionOrder order) {
        WireProductionOrder wire = new WireProductionOrder();
        wire.setNumber(order.number());
        wire.setSite(order.site().value());
        wire.setDate(ValueMapper.toWire(order.date()));
        // the schema knows no empty code
        wire.setWorkCentre(order.workCentre().isEmpty() ? null : order.workCentre());
        order.lines().stream().map(OrderAnswerMapper::toWire).forEach(wire.getLine()::add);
        return wire;
    }

    private static WireProductionOrderLine toWire(ProductionOrder.Line line) {
        WireProductionOrderLine wire = new WireProductionOrderLine();
        wire.setNumber(line.number());
        wire.setRole(WireProductionRole.fromValue(line.role().code()));
        wire.setItem(line.item().value());
        wire.setQuantity(ValueMapper.toWire(line.quantity()));
        wire.setScrapPercent(line.scrapPercent().signum() == 0 ? null : line.scrapPercent());
        line.costShare().ifPresent(wire::setCostShare);
        line.realisableValue().map(ValueMapper::toWire).ifPresent(wire::setRealisableValue);
        return wire;
    }

    static WireSalesOrder toWire(SalesOrder order) {
        WireSalesOrder wire = new WireSalesOrder();
        wire.setNumber(order.number());
        wire.setCustomer(order.customer().value());
        // the schema knows no empty number
        wire.setCustomerOrder(order.customerOrder().isEmpty() ? null : order.customerOrder());
        wire.setShipFrom(order.shipFrom().value());
        wire.setDeliveryDate(ValueMapper.toWire(order.deliveryDate()));
        order.channel().map(ChannelId::value).ifPresent(wire::setChannel);
        order.priority().ifPresent(wire::setPriority);
        order.lines().stream().map(OrderAnswerMapper::toWire).forEach(wire.getLine()::add);
        return wire;
    }

    private static WireSalesOrderLine toWire(SalesOrder.Line line) {
        WireSalesOrderLine wire = new WireSalesOrderLine();
        wire.setNumber(line.number());
        wire.setItem(line.item().value());
        wire.setQuantity(ValueMapper.toWire(line.quantity()));
        line.price().map(ValueMapper::toWire).ifPresent(wire::setPrice);
        line.insteadOf().map(OrderAnswerMapper::toWire).ifPresent(wire::setInsteadOf);
        return wire;
    }

    private static WireInsteadOf toWire(SalesOrder.InsteadOf instead) {
        WireInsteadOf wire = new WireInsteadOf();
        wire.setLine(instead.line());
        wire.setQuantity(ValueMapper.toWire(instead.quantity()));
        return wire;
    }

    static WireTransferOrder toWire(TransferOrder order) {
        WireTransferOrder wire = new WireTransferOrder();
        wire.setNumber(order.number());
        wire.setFromSite(order.fromSite().value());
        wire.setToSite(order.toSite().value());
        wire.setArrivalDate(ValueMapper.toWire(order.arrivalDate()));
        order.priority().ifPresent(wire::setPriority);
        order.lines().stream().map(OrderAnswerMapper::toWire).forEach(wire.getLine()::add);
        return wire;
    }

    private static WireTransferOrderLine toWire(TransferOrder.Line line) {
        WireTransferOrderLine wire = new WireTransferOrderLine();
        wire.setNumber(line.number());
        wire.setItem(line.item().value());
        wire.setQuantity(ValueMapper.toWire(line.quantity()));
        return wire;
    }
}
