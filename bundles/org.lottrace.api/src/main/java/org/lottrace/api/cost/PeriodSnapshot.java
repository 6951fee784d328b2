package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What the books said of a period when it was locked: its figures by account, and the value of each lot
 * ({@link AccountingPeriods#lots}).
 *
 * @param step number of the step that locked it
 * @param day the last day of the period
 * @param known number of the newest entry that was known
 * @param lots how many lots had a quantity or a value
 * @param hash SHA-256 in lower-case hexadecimal over all figures: of each account, then of each lot by its key
 * @param accounts the figures by account
 */
public record PeriodSnapshot(
        long step, LocalDate day, long known, long lots, String hash, List<AccountBalance> accounts) {
    public PeriodSnapshot {
        Objects.requireNonNull(day);
        Objects.requireNonNull(hash);
        accounts = List.copyOf(accounts);
    }
}
