package org.lottrace.api.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.cost.Account;

/**
 * The numbers of the company's chart of accounts for the lines of a journal entry.
 *
 * @param entry number of the entry
 * @param kept since when they stay, whatever becomes of the rules; absent while the entry was not handed over, and they are what the rules
 *     say now
 * @param lines one for each line of the entry, in its order
 */
public record EntryNumbers(long entry, Optional<Kept> kept, List<Line> lines) {
    public EntryNumbers {
        Objects.requireNonNull(kept);
        lines = List.copyOf(lines);
    }

    /** @return whether each line has a number */
    public boolean isCovered() {
        return lines.stream().allMatch(line -> line.number().isPresent());
    }

    /**
     * The entry was handed over for the first time.
     *
     * @param by to whom, or who handed it over
     * @param at when, cut to microseconds
     */
    public record Kept(String by, Instant at) {
        public Kept {
            Objects.requireNonNull(by);
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * A line.
     *
     * @param account of LotTrace
     * @param number in the chart of the company; absent when no rule covers the line, so that the account of LotTrace stands for itself
     * @param version of the rule that says so; absent when there is no number
     */
    public record Line(Account account, Optional<String> number, Optional<Long> version) {
        public Line {
            Objects.requireNonNull(account);
            Objects.requireNonNull(number);
            Objects.requireNonNull(version);
        }
    }
}
