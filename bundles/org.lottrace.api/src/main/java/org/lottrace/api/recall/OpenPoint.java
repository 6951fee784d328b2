package org.lottrace.api.recall;

import java.util.Objects;

/**
 * What keeps a case from being closed until it is settled, or until a named person signs for it. A signature covers exactly
 * this point with exactly this quantity: when the quantity changes it is another point.
 *
 * @param code {@code QUANTITY_UNEXPLAINED} (the sums of an own lot do not meet), {@code QUANTITY_UNACCOUNTED} (a consignee
 *     received it and nobody knows where it is), {@code HELD_BY_CONSIGNEE} (they still have it), {@code STOCK_UNDECIDED} (own
 *     stock of an affected lot), {@code CERTIFICATE_MISSING} (own stock was destroyed without witness and certificate),
 *     {@code CHECK_MISSING} (an effectiveness check), {@code RETRACTION_MISSING} (a consignee was told about goods that
 *     are not affected, and does not know it)
 * @param subject the lot, the consignee or both
 * @param quantity how much with its unit; empty for a check and a retraction
 * @param message what is open and what to do, for people
 */
public record OpenPoint(String code, String subject, String quantity, String message) {
    public OpenPoint {
        Objects.requireNonNull(code);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(message);
    }
}
