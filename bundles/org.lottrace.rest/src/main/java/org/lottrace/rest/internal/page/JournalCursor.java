package org.lottrace.rest.internal.page;

import java.time.LocalDate;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.text.TextForms;

/**
 * Where a page of the journal ends: at an entry of a day.
 *
 * @param number of the entry
 */
public record JournalCursor(LocalDate day, long number) {
    /** @throws IllegalArgumentException if it is no {@code day,number} */
    public static JournalCursor parse(String text) {
        String[] parts = text.split(",", 2);
        if (parts.length < 2 || !parts[1].matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("a page goes on after day,number, such as 2026-03-01,17");
        }
        return new JournalCursor(TextForms.read(LocalDate.class, parts[0]), Long.parseLong(parts[1]));
    }

    public static JournalCursor of(JournalEntry entry) {
        return new JournalCursor(entry.accountingDate(), entry.number());
    }

    @Override
    public String toString() {
        return day + "," + number;
    }
}
