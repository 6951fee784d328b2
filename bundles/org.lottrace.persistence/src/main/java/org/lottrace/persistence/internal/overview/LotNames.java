package org.lottrace.persistence.internal.overview;

import java.util.Locale;

/** The three names of a lot, in capital letters as their columns have them. */
final class LotNames {
    /** Says of a row of stock {@code s} that a name of its lot begins so; parameters {@code name} and {@code behind}. */
    static final String IS_NAMED = "(select case when " + begins("number_folded") + " or " + begins("corrected_folded")
            + " or " + begins("supplier_folded") + " then 1 else 0 end from lot n where n.id = s.lot_id) = 1";

    private static final String LAST = "\uffff";

    private LotNames() {}

    private static String begins(String column) {
        return "n.%1$s >= :name and n.%1$s < :behind".formatted(column);
    }

    /** @return as the columns hold names */
    static String folded(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** @return what comes behind every text that begins with this one, where texts are sorted by their bytes */
    static String behind(String beginning) {
        return beginning + LAST;
    }
}
