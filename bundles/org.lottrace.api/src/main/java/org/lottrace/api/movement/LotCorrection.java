package org.lottrace.api.movement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;

/**
 * Something else is known about a lot now. What is absent stays as it is.
 *
 * @param context who says so, when and where
 * @param lot which lot, under the key that never changes
 * @param productionDate calendar date at the place of production
 * @param expiry last calendar day on which it may be used
 * @param supplierLotNumber the number exactly as the supplier writes it
 * @param number the number that is on the goods
 * @param attributes what else is known of it; all values of an element that is named take the place of its known ones
 * @param reason why, for people
 */
public record LotCorrection(
        CaptureContext context,
        LotKey lot,
        Optional<LocalDate> productionDate,
        Optional<LocalDate> expiry,
        Optional<String> supplierLotNumber,
        Optional<LotNumber> number,
        List<KeyDatum> attributes,
        String reason) {
    public LotCorrection {
        Objects.requireNonNull(context);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(productionDate);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(supplierLotNumber);
        Objects.requireNonNull(number);
        Objects.requireNonNull(reason);
        attributes = List.copyOf(attributes);
    }

    /** A correction of dates and numbers alone. */
    public LotCorrection(
            CaptureContext context,
            LotKey lot,
            Optional<LocalDate> productionDate,
            Optional<LocalDate> expiry,
            Optional<String> supplierLotNumber,
            Optional<LotNumber> number,
            String reason) {
        this(context, lot, productionDate, expiry, supplierLotNumber, number, List.of(), reason);
    }
}
