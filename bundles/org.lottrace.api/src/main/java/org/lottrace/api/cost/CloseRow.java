package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What one check of a close has found.
 *
 * @param document the document it belongs to: the production order, the purchase order
 * @param event the event that is not booked
 * @param lot which lot
 * @param quantity how much, in the base unit
 * @param amount what that is worth
 * @param since the accounting date of the oldest entry or event behind it
 * @param account the account that is meant, where what was found belongs to no lot or is the difference to its lots
 * @param booked what the account says, where its lots say something else: that is this less the amount
 * @param note what is wrong, in English, or who it is about, where the other fields do not say it; may be empty
 */
public record CloseRow(
        Optional<DocumentReference> document,
        Optional<EventId> event,
        Optional<LotKey> lot,
        Optional<Quantity> quantity,
        Optional<Money> amount,
        Optional<LocalDate> since,
        Optional<Account> account,
        Optional<Money> booked,
        String note) {
    /** A row that is about no account. */
    public CloseRow(
            Optional<DocumentReference> document,
            Optional<EventId> event,
            Optional<LotKey> lot,
            Optional<Quantity> quantity,
            Optional<Money> amount,
            Optional<LocalDate> since,
            String note) {
        this(document, event, lot, quantity, amount, since, Optional.empty(), Optional.empty(), note);
    }

    public CloseRow {
        Objects.requireNonNull(document);
        Objects.requireNonNull(event);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(since);
        Objects.requireNonNull(account);
        Objects.requireNonNull(booked);
        Objects.requireNonNull(note);
    }
}
