package org.lottrace.soap.erp.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.soap.erp.internal.wire.AllocateOrder;
import org.lottrace.soap.erp.internal.wire.CancelAllocation;
import org.lottrace.soap.erp.internal.wire.GetAllocation;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.lottrace.soap.erp.internal.wire.SaveProductionOrders;
import org.lottrace.soap.erp.internal.wire.SavePurchaseOrders;
import org.lottrace.soap.erp.internal.wire.SaveSalesOrders;
import org.lottrace.soap.erp.internal.wire.SaveTransferOrders;

/** Saves orders, reserves lots for them and gives them back. */
final class Orders {
    private final Operations operations;

    Orders(Operations operations) {
        this.operations = operations;
    }

    int save(Caller caller, SavePurchaseOrders request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<PurchaseOrder> read = reading.list("order", request.getOrder(), OrderMapper::purchaseOrder);
        reading.refuseWhatIsWrong();
        ViolationMapper.refuse(operations.as(caller, PurchaseOrders.class).save(read));
        return read.size();
    }

    int save(Caller caller, SaveProductionOrders request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<ProductionOrder> read = reading.list("order", request.getOrder(), OrderMapper::productionOrder);
        reading.refuseWhatIsWrong();
        ViolationMapper.refuse(operations.as(caller, ProductionOrders.class).save(read));
        return read.size();
    }

    int save(Caller caller, SaveTransferOrders request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<TransferOrder> read = reading.list("order", request.getOrder(), OrderMapper::transferOrder);
        reading.refuseWhatIsWrong();
        ViolationMapper.refuse(operations.as(caller, TransferOrders.class).save(read));
        return read.size();
    }

    int save(Caller caller, SaveSalesOrders request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<SalesOrder> read = reading.list("order", request.getOrder(), OrderMapper::salesOrder);
        reading.refuseWhatIsWrong();
        ViolationMapper.refuse(operations.as(caller, SalesOrders.class).save(read));
        return read.size();
    }

    List<LineAllocation> allocate(Caller caller, AllocateOrder request) throws Refused {
        Reading reading = Reading.ofRequest();
        Optional<LocalDate> day = reading.optional("day", request.getDay(), ValueMapper::date);
        reading.refuseWhatIsWrong();
        String order = request.getSalesOrder();
        Allocation allocation = operations.as(caller, Allocation.class);
        return orRefused(
                day.map(known -> allocation.allocate(order, known)).orElseGet(() -> allocation.allocate(order)));
    }

    List<LineAllocation> allocated(Caller caller, GetAllocation request, Room room) throws Refused {
        List<LineAllocation> lines =
                orRefused(operations.as(caller, Allocation.class).show(request.getSalesOrder()));
        room.fit(
                lines.stream().mapToLong(line -> 1 + line.reservations().size()).sum(),
                "lines and reservations",
                "salesOrder",
                "Ask for the order (getSalesOrders), and for the stock of its items.");
        return lines;
    }

    List<Reservation> cancel(Caller caller, CancelAllocation request) throws Refused {
        String order = request.getSalesOrder();
        List<Reservation> cancelled = operations.as(caller, Allocation.class).cancel(order);
        if (cancelled.isEmpty()) {
            // nothing was reserved for it, or it was misspelled
            Unknown.refuse(
                    operations.as(caller, SalesOrders.class).find(order),
                    "ORDER_UNKNOWN",
                    "salesOrder",
                    "sales order " + order);
        }
        return cancelled;
    }

    private static <T> T orRefused(Outcome<T> outcome) throws Refused {
        ViolationMapper.refuse(outcome.violations());
        return outcome.toOptional().orElseThrow();
    }
}
