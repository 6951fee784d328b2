package org.lottrace.api.cost;

import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.id.PartyId;

/**
 * What of a supplier was received and not invoiced, by its age in days.
 *
 * @param supplier who; absent for what no purchase order names one for
 * @param upTo30 0 to 30 days old
 * @param upTo60 31 to 60
 * @param upTo90 61 to 90
 * @param older more than that
 */
public record UninvoicedAge(Optional<PartyId> supplier, Money upTo30, Money upTo60, Money upTo90, Money older) {
    public UninvoicedAge {
        Objects.requireNonNull(supplier);
        Objects.requireNonNull(upTo30);
        Objects.requireNonNull(upTo60);
        Objects.requireNonNull(upTo90);
        Objects.requireNonNull(older);
    }

    /** @return the same of one receipt */
    public static UninvoicedAge of(UninvoicedReceipt receipt) {
        Money zero = Money.zero(receipt.amount().getCurrencyUnit());
        long age = receipt.age();
        return new UninvoicedAge(
                receipt.supplier(),
                age <= 30 ? receipt.amount() : zero,
                age > 30 && age <= 60 ? receipt.amount() : zero,
                age > 60 && age <= 90 ? receipt.amount() : zero,
                age > 90 ? receipt.amount() : zero);
    }

    /** @return both together, of the supplier of this one */
    public UninvoicedAge plus(UninvoicedAge other) {
        return new UninvoicedAge(
                supplier,
                upTo30.plus(other.upTo30),
                upTo60.plus(other.upTo60),
                upTo90.plus(other.upTo90),
                older.plus(other.older));
    }

    /** @return of any age */
    public Money total() {
        return upTo30.plus(upTo60).plus(upTo90).plus(older);
    }
}
