package org.lottrace.soap.erp.internal;

import java.util.List;
import java.util.function.IntConsumer;
import org.lottrace.api.violation.Violation;
import org.lottrace.soap.erp.internal.wire.Refused;

/**
 * How much one answer may hold.
 *
 * @param most rows
 * @param gate takes that many rows of what there is for all answers; throws when others have them for too long
 */
record Room(int most, IntConsumer gate) {
    /** An answer with so many rows has some 5 MB. */
    static final int MOST = 10_000;

    /** Rows that a row of a page has on the average: lines of an order, locations of a site. */
    private static final int PARTS = 10;

    /**
     * Takes room for a page before it is read.
     *
     * @param asked null when nobody said how many
     * @return how many rows the page has at most
     */
    int expectPage(Integer asked) {
        int limit = Page.limit(asked);
        expect(limit * PARTS);
        return limit;
    }

    /** Takes room before anything is read. */
    void expect(int rows) {
        gate.accept(Math.min(rows, most));
    }

    /**
     * Takes room for what was read, before anything is made of it.
     *
     * @throws Refused if there are more rows than fit, with what to ask for instead
     */
    void fit(long rows, String what, String field, String instead) throws Refused {
        if (rows > most) {
            ViolationMapper.refuse(List.of(new Violation(
                    "ANSWER_TOO_LARGE",
                    field,
                    "The answer would have " + rows + " " + what + ", and " + most
                            + " are sent at most; nothing of it was sent. " + instead)));
        }
        gate.accept((int) rows);
    }
}
