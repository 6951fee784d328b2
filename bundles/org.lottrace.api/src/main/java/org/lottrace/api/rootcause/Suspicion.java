package org.lottrace.api.rootcause;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.lot.LotKey;

/**
 * One or several candidates that exactly the same lots were exposed to: these lots cannot tell them apart.
 *
 * @param candidates at least one; nearest to the complaint lots first
 * @param complaintsExposed how many complaint lots were exposed
 * @param complaints how many there are
 * @param goodExposed how many lots without a complaint were exposed
 * @param good how many there are
 * @param chance that so many or more complaint lots would be exposed if it meant nothing, 0 to 1, six digits
 * @param correctedChance the same, corrected for the number of suspicions
 */
public record Suspicion(
        List<Candidate> candidates,
        int complaintsExposed,
        int complaints,
        int goodExposed,
        int good,
        BigDecimal chance,
        BigDecimal correctedChance) {
    public Suspicion {
        candidates = List.copyOf(candidates);
        Objects.requireNonNull(chance);
        Objects.requireNonNull(correctedChance);
    }

    /** @return the share of complaint lots exposed over the share of good lots exposed; absent when no good one was */
    public Optional<BigDecimal> lift() {
        return goodExposed == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf((long) complaintsExposed * good)
                        .divide(BigDecimal.valueOf((long) goodExposed * complaints), 2, RoundingMode.HALF_UP));
    }

    /**
     * Something that may be the cause.
     *
     * @param factor what it is
     * @param name which one; a lot as its key, a place as {@code site/location}
     * @param evidence for each exposed complaint lot, how
     */
    public record Candidate(Factor factor, String name, List<Exposure> evidence) {
        public Candidate {
            Objects.requireNonNull(factor);
            Objects.requireNonNull(name);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * How a complaint lot was exposed.
     *
     * @param path from the complaint lot to the ingredient it was exposed through; only itself when it was exposed
     *     directly
     */
    public record Exposure(List<LotKey> path) {
        public Exposure {
            path = List.copyOf(path);
        }
    }

    /** The kinds of things lots have in common. */
    public enum Factor {
        INGREDIENT_LOT,
        SUPPLIER,
        /** One ship notice of a supplier. */
        DELIVERY,
        PRODUCTION_ORDER,
        /** Production line, as it was recorded with the production; else as the lot number says. */
        LINE,
        /** Shift, as it was recorded with the production; else as the lot number says. */
        SHIFT,
        /** The day on which a site made it. */
        PRODUCTION_DAY,
        STORAGE_PLACE,
        /** A pallet, case or container. */
        LOGISTIC_UNIT,
        /**
         * How it was handled: held, reworked, brought back by a customer, counted differently; how long it stood where; how many
         * days after it came or was made, and how many before its expiry, it went in, was shipped, or came.
         */
        CONDITION
    }
}
