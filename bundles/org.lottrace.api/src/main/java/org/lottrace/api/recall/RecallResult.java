package org.lottrace.api.recall;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.lottrace.api.violation.Violation;

/** Every way a step of a recall can end that the caller is expected to handle. */
public sealed interface RecallResult {
    /** The case as it is now. */
    record Recorded(RecallCase recallCase) implements RecallResult {
        public Recorded {
            Objects.requireNonNull(recallCase);
        }

        @Override
        public <T> T fold(Function<RecallCase, T> recorded, Function<List<Violation>, T> refused) {
            return recorded.apply(recallCase);
        }
    }

    /** Nothing was changed. */
    record Refused(List<Violation> violations) implements RecallResult {
        public Refused {
            violations = List.copyOf(violations);
        }

        @Override
        public <T> T fold(Function<RecallCase, T> recorded, Function<List<Violation>, T> refused) {
            return refused.apply(violations);
        }
    }

    /**
     * @param recorded called with the case as it is now
     * @param refused called with all reasons when nothing was changed
     */
    <T> T fold(Function<RecallCase, T> recorded, Function<List<Violation>, T> refused);
}
