package org.lottrace.soap.erp.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.violation.Violation;
import org.lottrace.soap.erp.internal.wire.AllocateOrder;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.lottrace.soap.erp.internal.wire.SavePurchaseOrders;
import org.lottrace.soap.erp.internal.wire.SaveSalesOrders;

/** Saves orders and reserves lots for them. */
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

    int save(Caller caller, SaveSalesOrders request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<SalesOrder> read = reading.list("order", request.getOrder(), OrderMapper::salesOrder);
        reading.refuseWhatIsWrong();
        ViolationMapper.refuse(operations.as(caller, SalesOrders.class).save(read));
        return read.size();
    }

    List<LineAllocation> allocate(Caller caller, AllocateOrder request) throws Refused {
        record Answer(List<LineAllocation> lines, List<Violation> violations) {}
        Reading reading = Reading.ofRequest();
        Optional<LocalDate> day = reading.optional("day", request.getDay(), ValueMapper::date);
        reading.refuseWhatIsWrong();
        String order = request.getSalesOrder();
        Allocation allocation = operations.as(caller, Allocation.class);
        Answer answer = day.map(known -> allocation.allocate(order, known))
                .orElseGet(() -> allocation.allocate(order))
                .fold(lines -> new Answer(lines, List.of()), violations -> new Answer(List.of(), violations));
        ViolationMapper.refuse(answer.violations());
        return answer.lines();
    }
}
