package org.lottrace.api.recall;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.lottrace.api.violation.Violation;

/** Every way a mock recall can end that the caller is expected to handle. */
public sealed interface DrillResult {
    /** It was run and its record is kept. */
    record Drilled(DrillReport report) implements DrillResult {
        public Drilled {
            Objects.requireNonNull(report);
        }

        @Override
        public <T> T fold(Function<DrillReport, T> drilled, Function<List<Violation>, T> refused) {
            return drilled.apply(report);
        }
    }

    /** Nothing was run and nothing is kept. */
    record Refused(List<Violation> violations) implements DrillResult {
        public Refused {
            violations = List.copyOf(violations);
        }

        @Override
        public <T> T fold(Function<DrillReport, T> drilled, Function<List<Violation>, T> refused) {
            return refused.apply(violations);
        }
    }

    /**
     * @param drilled called with what was found
     * @param refused called with all reasons when it was not run
     */
    <T> T fold(Function<DrillReport, T> drilled, Function<List<Violation>, T> refused);
}
