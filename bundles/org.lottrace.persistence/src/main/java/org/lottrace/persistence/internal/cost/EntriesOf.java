package org.lottrace.persistence.internal.cost;

import java.time.LocalDate;
import java.util.List;
import org.hibernate.StatelessSession;

/** Which entries belong to some days, found by an index. */
final class EntriesOf {
    private EntriesOf() {}

    /** @return their numbers, as far as they were known */
    static List<Long> numbers(StatelessSession session, LocalDate from, LocalDate to, long known) {
        return read(session, "number", from, to).stream()
                .filter(number -> number <= known)
                .toList();
    }

    /** @return where their events stand in the ledger */
    static List<Long> positions(StatelessSession session, LocalDate from, LocalDate to) {
        return read(session, "ledgerPosition", from, to);
    }

    private static List<Long> read(StatelessSession session, String what, LocalDate from, LocalDate to) {
        return session.createSelectionQuery(
                        "select " + what + " from JournalEntryEntity where accountingDate between :from and :to"
                                + " order by accountingDate, number",
                        Long.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }
}
