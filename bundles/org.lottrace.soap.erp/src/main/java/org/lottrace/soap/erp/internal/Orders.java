package org.lottrace.soap.erp.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.violation.Violation;
import org.lottrace.soap.erp.internal.wire.AllocateOrder;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.lottrace.soap.erp.internal.wire.SavePurchaseOrders;
import org.lottrace.soap.erp.internal.wire.SaveSalesOrders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saves orders and reserves lots for them. */
@Component(service = Orders.class)
public final class Orders {
    private final PurchaseOrders purchaseOrders;
    private final SalesOrders salesOrders;
    private final Allocation allocation;

    @Activate
    public Orders(
            @Reference PurchaseOrders purchaseOrders,
            @Reference SalesOrders salesOrders,
            @Reference Allocation allocation) {
        this.purchaseOrders = purchaseOrders;
        this.salesOrders = salesOrders;
        this.allocation = allocation;
    }

    int save(SavePurchaseOrders request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<PurchaseOrder> read = reading.list("order", request.getOrder(), OrderMapper::purchaseOrder);
        reading.refuseWhatIsWrong();
        ViolationMapper.refuse(purchaseOrders.save(read));
        return read.size();
    }

    int save(SaveSalesOrders request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<SalesOrder> read = reading.list("order", request.getOrder(), OrderMapper::salesOrder);
        reading.refuseWhatIsWrong();
        ViolationMapper.refuse(salesOrders.save(read));
        return read.size();
    }

    List<LineAllocation> allocate(AllocateOrder request) throws Refused {
        record Answer(List<LineAllocation> lines, List<Violation> violations) {}
        Reading reading = Reading.ofRequest();
        Optional<LocalDate> day = reading.optional("day", request.getDay(), ValueMapper::date);
        reading.refuseWhatIsWrong();
        String order = request.getSalesOrder();
        Answer answer = day.map(known -> allocation.allocate(order, known))
                .orElseGet(() -> allocation.allocate(order))
                .fold(lines -> new Answer(lines, List.of()), violations -> new Answer(List.of(), violations));
        ViolationMapper.refuse(answer.violations());
        return answer.lines();
    }
}
