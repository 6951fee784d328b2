package org.lottrace.api.handover;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What was written into a file, so that the next one goes on behind it.
 *
 * @param format of the file
 * @param entries how many
 * @param first number of the first entry in the file, 0 when it has none
 * @param last number of the last entry in the file, 0 when it has none
 * @param lastDay accounting date of the last entry; absent when there is none
 * @param uncovered how many of the entries have a line without a number of the company's chart of accounts
 * @param provisional how many of the entries were not handed over yet, so that their numbers may change with the rules
 * @param more whether there are others behind it that were asked for: from {@code last + 1} on, or from {@code lastDay} on after
 *     {@code last}
 */
public record JournalFile(
        JournalFileFormat format,
        int entries,
        long first,
        long last,
        Optional<LocalDate> lastDay,
        int uncovered,
        int provisional,
        boolean more) {
    public JournalFile {
        Objects.requireNonNull(format);
        Objects.requireNonNull(lastDay);
    }
}
