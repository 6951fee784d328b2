package org.lottrace.api.lot;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.lottrace.api.violation.Violation;

/** Every way a registration can end that the caller is expected to handle. */
public sealed interface LotRegistrationResult {
    /** The lot is new and stored. */
    record Registered(Lot lot) implements LotRegistrationResult {
        public Registered {
            Objects.requireNonNull(lot);
        }

        @Override
        public <T> T fold(Function<Lot, T> known, Function<List<Violation>, T> rejected) {
            return known.apply(lot);
        }
    }

    /** A lot with this key and the same attributes was there already. */
    record AlreadyRegistered(Lot lot) implements LotRegistrationResult {
        public AlreadyRegistered {
            Objects.requireNonNull(lot);
        }

        @Override
        public <T> T fold(Function<Lot, T> known, Function<List<Violation>, T> rejected) {
            return known.apply(lot);
        }
    }

    /** Nothing was stored. */
    record Rejected(List<Violation> violations) implements LotRegistrationResult {
        public Rejected {
            violations = List.copyOf(violations);
        }

        @Override
        public <T> T fold(Function<Lot, T> known, Function<List<Violation>, T> rejected) {
            return rejected.apply(violations);
        }
    }

    /**
     * @param known called when the lot is stored, now or before
     * @param rejected called with all reasons when it is not
     */
    <T> T fold(Function<Lot, T> known, Function<List<Violation>, T> rejected);
}
