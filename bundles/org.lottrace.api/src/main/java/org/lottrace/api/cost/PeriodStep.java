package org.lottrace.api.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.lottrace.api.code.Coded;

/**
 * What somebody did to an accounting period. Steps are only ever added, and sealed.
 *
 * @param number 1, 2, 3 … over all periods
 * @param from the first day of the period
 * @param to its last day
 * @param kind what was done
 * @param position where the ledger stood: what was recorded until there is booked as if it had not been done yet. So books that are
 *     built again put every entry on the same day
 * @param accepted checks that were open and were accepted as they are
 * @param reason why; may be empty for a lock and a signature
 * @param by who did it
 * @param at when
 */
public record PeriodStep(
        long number,
        LocalDate from,
        LocalDate to,
        Kind kind,
        long position,
        List<CloseCheck.Kind> accepted,
        String reason,
        String by,
        Instant at) {
    public PeriodStep {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(kind);
        accepted = List.copyOf(accepted);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }

    /** What can be done to a period. */
    public enum Kind implements Coded {
        LOCK("LOCK"),
        SIGN("SIGN"),
        REOPEN("REOPEN");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
