package org.lottrace.api.allocation;

import java.util.List;
import java.util.function.Function;
import org.lottrace.api.violation.Violation;

/** Every way an allocation can end that the caller is expected to handle. */
public sealed interface AllocationResult {
    /** The order has what could be found; {@link LineAllocation#shortBy()} says what is missing. */
    record Allocated(List<LineAllocation> lines) implements AllocationResult {
        public Allocated {
            lines = List.copyOf(lines);
        }

        @Override
        public <T> T fold(Function<List<LineAllocation>, T> allocated, Function<List<Violation>, T> refused) {
            return allocated.apply(lines);
        }
    }

    /** Nothing was reserved. */
    record Refused(List<Violation> violations) implements AllocationResult {
        public Refused {
            violations = List.copyOf(violations);
        }

        @Override
        public <T> T fold(Function<List<LineAllocation>, T> allocated, Function<List<Violation>, T> refused) {
            return refused.apply(violations);
        }
    }

    /**
     * @param allocated called with the lines of the order
     * @param refused called with all reasons
     */
    <T> T fold(Function<List<LineAllocation>, T> allocated, Function<List<Violation>, T> refused);
}
