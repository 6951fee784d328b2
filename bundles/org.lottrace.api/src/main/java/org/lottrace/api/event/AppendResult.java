package org.lottrace.api.event;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.lottrace.api.violation.Violation;

/** Every way the recording of an event can end that the caller is expected to handle. */
public sealed interface AppendResult {
    /** The event is new and recorded. */
    record Appended(RecordedEvent recorded) implements AppendResult {
        public Appended {
            Objects.requireNonNull(recorded);
        }

        @Override
        public <T> T fold(Function<RecordedEvent, T> known, Function<List<Violation>, T> refused) {
            return known.apply(recorded);
        }
    }

    /** An event with this id was recorded before; nothing was done. */
    record AlreadyRecorded(RecordedEvent recorded) implements AppendResult {
        public AlreadyRecorded {
            Objects.requireNonNull(recorded);
        }

        @Override
        public <T> T fold(Function<RecordedEvent, T> known, Function<List<Violation>, T> refused) {
            return known.apply(recorded);
        }
    }

    /** Nothing was recorded. */
    record Refused(List<Violation> violations) implements AppendResult {
        public Refused {
            violations = List.copyOf(violations);
        }

        @Override
        public <T> T fold(Function<RecordedEvent, T> known, Function<List<Violation>, T> refused) {
            return refused.apply(violations);
        }
    }

    /**
     * @param known called with the event in the ledger, recorded now or before
     * @param refused called with all reasons when it is not recorded
     */
    <T> T fold(Function<RecordedEvent, T> known, Function<List<Violation>, T> refused);
}
