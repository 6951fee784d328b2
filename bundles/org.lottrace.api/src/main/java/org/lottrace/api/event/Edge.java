package org.lottrace.api.event;

import java.util.Objects;
import org.lottrace.api.code.Coded;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * A quantity of one lot that became part of another: production, rework, repack, relabel, split, merge. Stored when it
 * happens, never inferred later from documents.
 *
 * @param input the lot that was used
 * @param output the lot that contains it
 * @param quantity how much of {@code input}, greater than zero, in its base unit
 * @param certainty whether it was recorded or concluded
 */
public record Edge(LotKey input, LotKey output, Quantity quantity, Certainty certainty) {
    /** @throws IllegalArgumentException if the quantity is not greater than zero or a lot would contain itself */
    public Edge {
        Objects.requireNonNull(certainty);
        if (!quantity.isPositive()) {
            throw new IllegalArgumentException("an edge carries more than nothing, not " + quantity);
        }
        if (input.equals(output)) {
            throw new IllegalArgumentException("lot " + input + " cannot be its own ingredient");
        }
    }

    /** How an edge is known. */
    public enum Certainty implements Coded {
        /** The consumption was recorded with this lot. */
        KNOWN("KNOWN"),
        /** Concluded by a rule, such as first in first out from a silo. */
        INFERRED("INFERRED");

        private final String code;

        Certainty(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
