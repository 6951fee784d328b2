package org.lottrace.soap.erp.internal;

import java.util.Optional;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.ProductionProgress;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.soap.erp.internal.wire.GetProductionOrders;
import org.lottrace.soap.erp.internal.wire.GetPurchaseOrders;
import org.lottrace.soap.erp.internal.wire.GetSalesOrders;
import org.lottrace.soap.erp.internal.wire.GetTransferOrders;
import org.lottrace.soap.erp.internal.wire.Refused;

/** Answers orders: one by its number, or a page of all. */
final class OrderPages {
    private final Operations operations;

    OrderPages(Operations operations) {
        this.operations = operations;
    }

    Page<PurchaseOrder> find(Caller caller, GetPurchaseOrders request, Room room) throws Refused {
        PurchaseOrders orders = operations.as(caller, PurchaseOrders.class);
        String number = request.getNumber();
        if (number != null) {
            return Page.ofOne(
                    Unknown.refuse(orders.find(number), "ORDER_UNKNOWN", "number", "purchase order " + number));
        }
        int limit = room.expectPage(request.getLimit());
        return Page.of(
                orders.after(orFirst(request.getAfter()), limit + 1),
                limit,
                room.most(),
                order -> 1 + order.lines().size());
    }

    Page<ProductionOrder> find(Caller caller, GetProductionOrders request, Room room) throws Refused {
        ProductionOrders orders = operations.as(caller, ProductionOrders.class);
        String number = request.getNumber();
        if (number != null) {
            return Page.ofOne(
                    Unknown.refuse(orders.find(number), "ORDER_UNKNOWN", "number", "production order " + number));
        }
        int limit = room.expectPage(request.getLimit());
        return Page.of(
                orders.after(orFirst(request.getAfter()), limit + 1).stream()
                        .map(ProductionProgress::order)
                        .toList(),
                limit,
                room.most(),
                order -> 1 + order.lines().size());
    }

    Page<TransferOrder> find(Caller caller, GetTransferOrders request, Room room) throws Refused {
        TransferOrders orders = operations.as(caller, TransferOrders.class);
        String number = request.getNumber();
        if (number != null) {
            return Page.ofOne(
                    Unknown.refuse(orders.find(number), "ORDER_UNKNOWN", "number", "transfer order " + number));
        }
        int limit = room.expectPage(request.getLimit());
        return Page.of(
                orders.after(orFirst(request.getAfter()), limit + 1),
                limit,
                room.most(),
                order -> 1 + order.lines().size());
    }

    Page<SalesOrder> find(Caller caller, GetSalesOrders request, Room room) throws Refused {
        SalesOrders orders = operations.as(caller, SalesOrders.class);
        String number = request.getNumber();
        if (number != null) {
            return Page.ofOne(Unknown.refuse(orders.find(number), "ORDER_UNKNOWN", "number", "sales order " + number));
        }
        int limit = room.expectPage(request.getLimit());
        return Page.of(
                orders.after(orFirst(request.getAfter()), limit + 1),
                limit,
                room.most(),
                order -> 1 + order.lines().size());
    }

    private static String orFirst(String after) {
        return Optional.ofNullable(after).orElse("");
    }
}
