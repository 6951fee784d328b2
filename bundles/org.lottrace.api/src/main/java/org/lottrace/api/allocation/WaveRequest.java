package org.lottrace.api.allocation;

import java.util.List;
import java.util.Objects;

/**
 * Orders that are to be served together.
 *
 * @param salesOrders their numbers
 * @param transferOrders numbers of transfer orders. In the order listed they come after the sales orders; by date they come by the day on which they are to arrive
 * @param productionOrders numbers of production orders, whose components are served beside the others. In the order listed they come last; by date they
 *     come by the day on which they are made. All together 1 to {@link AllocationWaves#MOST_ORDERS}
 * @param fairness who goes short when there is not enough
 */
public record WaveRequest(
        List<String> salesOrders, List<String> transferOrders, List<String> productionOrders, Fairness fairness) {
    public WaveRequest {
        salesOrders = List.copyOf(salesOrders);
        transferOrders = List.copyOf(transferOrders);
        productionOrders = List.copyOf(productionOrders);
        Objects.requireNonNull(fairness);
    }

    /** Of sales orders and production orders. */
    public WaveRequest(List<String> salesOrders, List<String> productionOrders, Fairness fairness) {
        this(salesOrders, List.of(), productionOrders, fairness);
    }
}
