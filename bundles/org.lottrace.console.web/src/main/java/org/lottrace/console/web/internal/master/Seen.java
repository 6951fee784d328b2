package org.lottrace.console.web.internal.master;

import java.util.Optional;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Keeps two people from undoing each other: a form says what it was made from, and is not taken when something else is known by now. Good
 * for as long as a session lives, which is in the memory of one node.
 */
final class Seen {
    static final String FIELD = "seen";

    private Seen() {}

    /** @return what the form carries; empty for something new */
    static String of(Optional<?> known) {
        return known.map(value -> Integer.toHexString(value.hashCode())).orElse("");
    }

    static void check(Optional<?> known, Visit visit, Fields fields, String key) {
        String now = of(known);
        String then = visit.parameters().text(FIELD);
        if (!now.equals(then)) {
            fields.wrong(
                    key,
                    then.isEmpty() ? "ALREADY_KNOWN" : "CHANGED_MEANWHILE",
                    visit.texts().lookup(then.isEmpty() ? "form.known" : "form.changed"));
        }
    }
}
