package org.lottrace.api.allocation;

import java.util.List;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** Allocates many orders at once, all or nothing, with a stated fairness. Each call joins the caller's unit of work or opens one. */
@ProviderType
public interface AllocationWaves {
    /** Most orders of a wave: their items are locked together. */
    int MOST_ORDERS = 1_000;

    /** Refusal of a wave without orders. */
    String WAVE_EMPTY = "WAVE_EMPTY";

    /** Refusal of a wave of more than {@link #MOST_ORDERS}. */
    String WAVE_TOO_LARGE = "WAVE_TOO_LARGE";

    /** Refusal of an order that is named twice. */
    String ORDER_REPEATED = "ORDER_REPEATED";

    /**
     * Reserves what the orders still need, as {@link Allocation#allocate(String)} does it for one. Idempotent: what is reserved stays.
     * Any fairness fills as much in all as can be filled: a line that can have other goods leaves its own to one that can have nothing
     * else, and gets no less. Lines for which rules limit the lots or units exchange nothing; where lots are limited, at least half of
     * the most is filled. Whoever may not reserve for one kind of order may not do so through a wave.
     *
     * @return the lines of all orders in the order in which the orders were served, without candidates, which
     *     {@link AllocationDecisions} keeps; refused with {@code WAVE_EMPTY}, {@code WAVE_TOO_LARGE}, {@code ORDER_REPEATED},
     *     {@code ORDER_UNKNOWN}, at {@code salesOrders[n]}, {@code transferOrders[n]} or {@code productionOrders[n]} counted from 1, and with
     *     {@code ROLE_MISSING} at one of the lists
     */
    @Operation(
            name = "allocation.allocate-wave",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER, Role.PRODUCER},
            repeat = Repeat.SAME_STATE,
            refusals = {WAVE_EMPTY, WAVE_TOO_LARGE, ORDER_REPEATED, "ORDER_UNKNOWN", "ROLE_MISSING"})
    Outcome<List<LineAllocation>> allocate(Caller caller, WaveRequest wave);

    /** As {@link #allocate(Caller, WaveRequest)}, for who needs no role: a program that is part of LotTrace. */
    Outcome<List<LineAllocation>> allocate(WaveRequest wave);

    /** As {@link #allocate(WaveRequest)}, of sales orders and production orders. */
    default Outcome<List<LineAllocation>> allocate(
            List<String> salesOrders, List<String> productionOrders, Fairness fairness) {
        return allocate(new WaveRequest(salesOrders, productionOrders, fairness));
    }

    /** As {@link #allocate(WaveRequest)}, of sales orders only. */
    default Outcome<List<LineAllocation>> allocate(List<String> salesOrders, Fairness fairness) {
        return allocate(salesOrders, List.of(), fairness);
    }

    /** @return what {@link #allocate(WaveRequest)} would give now; writes nothing, keeps nothing */
    @Operation(
            name = "allocation.what-if",
            refusals = {WAVE_EMPTY, WAVE_TOO_LARGE, ORDER_REPEATED, "ORDER_UNKNOWN"})
    Outcome<List<LineAllocation>> whatIf(WaveRequest wave);

    /** As {@link #whatIf(WaveRequest)}, of sales orders and production orders. */
    default Outcome<List<LineAllocation>> whatIf(
            List<String> salesOrders, List<String> productionOrders, Fairness fairness) {
        return whatIf(new WaveRequest(salesOrders, productionOrders, fairness));
    }

    /** As {@link #whatIf(WaveRequest)}, of sales orders only. */
    default Outcome<List<LineAllocation>> whatIf(List<String> salesOrders, Fairness fairness) {
        return whatIf(salesOrders, List.of(), fairness);
    }
}
