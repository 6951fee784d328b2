package org.lottrace.api.recall;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.lottrace.api.code.Coded;
import org.lottrace.api.lot.LotKey;

/**
 * The record of a mock recall.
 *
 * @param id given when it is stored; 0 before
 * @param started when
 * @param actor who ran it
 * @param seed what decided the choice
 * @param target what the lot is
 * @param lot the lot that was recalled in play
 * @param steps what was done, in this order, and how long each took
 * @param ingredients lots it contains, on all levels
 * @param affected lots that contain it, itself included
 * @param consignees customers that received an affected lot
 * @param withoutContact those of them with neither an e-mail address nor a phone number
 * @param accountedPercent the quantity accounted for, 0 to 100, rounded down to two decimals; of the unit for which it is
 *     lowest
 * @param findings what the certificate of the affected lots found
 * @param ledgerPosition of the certificate
 * @param ledgerHash of the certificate
 */
public record Drill(
        long id,
        Instant started,
        String actor,
        long seed,
        Target target,
        LotKey lot,
        List<TimedStep> steps,
        int ingredients,
        int affected,
        int consignees,
        int withoutContact,
        BigDecimal accountedPercent,
        int findings,
        long ledgerPosition,
        String ledgerHash) {
    /**
     * Within which a full trace with quantities is to be there. Source: BRCGS Global Standard Food Safety, issue 9,
     * clause 3.9.
     */
    public static final Duration TRACE_DUTY = Duration.ofHours(4);

    /** Within which records are to be with the authority that asks. Source: 21 CFR 1.1455(c). */
    public static final Duration RECORDS_DUTY = Duration.ofHours(24);

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** @throws ArithmeticException if the percentage has more than two decimals */
    public Drill {
        accountedPercent = accountedPercent.setScale(2);
        Objects.requireNonNull(started);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(target);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(ledgerHash);
        steps = List.copyOf(steps);
    }

    /** @return from the first step to the end of the last: what LotTrace took; people come on top of it */
    public Duration took() {
        return steps.stream().map(TimedStep::took).reduce(Duration.ZERO, Duration::plus);
    }

    /** @return true when it took no longer */
    public boolean isWithin(Duration duty) {
        return took().compareTo(duty) <= 0;
    }

    /** @return true when it was in time, all quantity is accounted for, nothing was found, and everybody can be reached */
    public boolean isPassed() {
        return isWithin(TRACE_DUTY) && accountedPercent.compareTo(ALL) == 0 && findings == 0 && withoutContact == 0;
    }

    /** What is recalled in play. */
    public enum Target implements Coded {
        /** A lot that is sold. */
        FINISHED_GOOD("FINISHED_GOOD"),
        /** A lot that goes into others. */
        INGREDIENT("INGREDIENT");

        private final String code;

        Target(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** The steps of a recall. */
    public enum Step implements Coded {
        CHOOSE("CHOOSE"),
        TRACE_BACKWARD("TRACE_BACKWARD"),
        TRACE_FORWARD("TRACE_FORWARD"),
        SCOPE("SCOPE"),
        ON_HAND("ON_HAND"),
        CONSIGNEES("CONSIGNEES"),
        CERTIFY("CERTIFY"),
        RECONCILE("RECONCILE");

        private final String code;

        Step(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * A step and its time.
     *
     * @param step which
     * @param took how long
     */
    public record TimedStep(Step step, Duration took) {
        public TimedStep {
            Objects.requireNonNull(step);
            Objects.requireNonNull(took);
        }
    }
}
