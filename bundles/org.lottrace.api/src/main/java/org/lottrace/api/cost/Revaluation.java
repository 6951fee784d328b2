package org.lottrace.api.cost;

import java.util.Objects;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.UnitPrice;

/**
 * What is on stock of a lot is worth something else.
 *
 * @param context who, when and where
 * @param number of the document that says it
 * @param lot which lot
 * @param kind why
 * @param worth what a unit of it is worth, in the functional currency
 * @param reason in words, never blank
 */
public record Revaluation(
        CaptureContext context, String number, LotKey lot, Kind kind, UnitPrice worth, String reason) {
    public Revaluation {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(worth);
        Objects.requireNonNull(reason);
    }

    /** Why a lot is worth something else. */
    public enum Kind implements Coded {
        /** To net realisable value, when that is lower (IAS 2.28, ASC 330-10-35-1B). */
        WRITE_DOWN("WRITE_DOWN"),
        /** Up to what was written down before (IAS 2.33). Not under US GAAP (ASC 330-10-35-14). */
        WRITE_DOWN_REVERSAL("WRITE_DOWN_REVERSAL"),
        /** For the reason given. */
        MANUAL("MANUAL");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
