package org.lottrace.api.recall.report;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventType;
import org.lottrace.api.lot.LotKey;

/**
 * A line on the account WRITE_OFF.
 *
 * @param key which
 * @param day when the goods left: the original date when the entry came late for closed days; no time zone
 * @param type of the event
 * @param document the first one that it names
 * @param lot which lot
 * @param amount what was written off, in the base unit and the functional currency; negative when it was undone
 * @param expiry of the lot, as known now
 */
public record WriteOff(
        Key key,
        LocalDate day,
        EventType type,
        DocumentReference document,
        LotKey lot,
        CostedQuantity amount,
        Optional<LocalDate> expiry) {
    public WriteOff {
        Objects.requireNonNull(key);
        Objects.requireNonNull(day);
        Objects.requireNonNull(type);
        Objects.requireNonNull(document);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(expiry);
    }

    /** @return true when the goods had expired the day before or earlier */
    public boolean isExpired() {
        return expiry.filter(day::isAfter).isPresent();
    }

    /**
     * Its place in the journal, written as 17.2.
     *
     * @param entry number of the entry, from 1
     * @param part place in it, from 0
     */
    public record Key(long entry, int part) {
        /** @throws IllegalArgumentException if the text is another */
        public static Key parse(String text) {
            int dot = text.indexOf('.');
            if (dot < 1) {
                throw new IllegalArgumentException("a line is said as 17.2, not as " + text);
            }
            return new Key(Long.parseLong(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
        }

        @Override
        public String toString() {
            return entry + "." + part;
        }
    }
}
