package org.lottrace.api.cost;

import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.code.Coded;

/**
 * One item of the checklist of a close.
 *
 * @param kind what is looked for
 * @param found how many rows there are ({@link AccountingPeriods#rows}); none when all is well. Counted up to
 *     {@value #MOST}
 * @param amount what they are worth together; absent when there are none, or they have no amount
 */
public record CloseCheck(Kind kind, long found, Optional<Money> amount) {
    /** So many rows are counted; more are as many. */
    public static final int MOST = 10_000;

    public CloseCheck {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(amount);
    }

    /** @return whether there is nothing to be done */
    public boolean isPassed() {
        return found == 0;
    }

    /** What is looked for before a period is locked. */
    public enum Kind implements Coded {
        /** Events that are not booked. */
        UNPOSTED("UNPOSTED", false),
        /** An account of inventory that is not worth what its lots are worth together. */
        LOTS_DIFFER("LOTS_DIFFER", false),
        /** What production orders have consumed or absorbed and not made anything of. */
        WORK_IN_PROCESS("WORK_IN_PROCESS", true),
        /** What was received and not invoiced. */
        UNINVOICED("UNINVOICED", true),
        /** Goods that a report took although the book had too little. */
        UNEXPLAINED("UNEXPLAINED", true);

        private final String code;
        private final boolean acceptable;

        Kind(String code, boolean acceptable) {
            this.code = code;
            this.acceptable = acceptable;
        }

        @Override
        public String code() {
            return code;
        }

        /** @return whether a period can be locked although there is something: what is open is said, and what is wrong is not */
        public boolean isAcceptable() {
            return acceptable;
        }
    }
}
