package org.lottrace.api.recall;

import java.util.Objects;
import org.lottrace.api.code.Coded;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What was decided for recalled goods in own stock. It moves nothing: goods that are destroyed leave the stock by a disposal
 * in the ledger.
 *
 * @param lot which lot
 * @param kind what becomes of it
 * @param quantity how much, in the base unit, more than nothing
 * @param witness who saw it
 * @param certificate number of the certificate of destruction or of the rework record
 */
public record RecallDisposal(LotKey lot, Kind kind, Quantity quantity, String witness, String certificate) {
    public RecallDisposal {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(witness);
        Objects.requireNonNull(certificate);
    }

    /** What becomes of recalled goods. */
    public enum Kind implements Coded {
        DESTROYED("DESTROYED"),
        REWORKED("REWORKED"),
        RETURNED_TO_SUPPLIER("RETURNED_TO_SUPPLIER");

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
