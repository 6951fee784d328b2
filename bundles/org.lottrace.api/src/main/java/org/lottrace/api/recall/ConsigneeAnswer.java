package org.lottrace.api.recall;

import java.util.Objects;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What a consignee says about the goods of one lot in one shipment, in the base unit. What they send back is not asked: the
 * ledger knows what arrived. A later answer replaces the earlier one in every sum; both stay recorded.
 *
 * @param party who
 * @param shipment the shipment the goods came with
 * @param lot which lot
 * @param onHand what they still have
 * @param destroyed what they destroyed
 * @param used what they sold or used up
 * @param subRecalled whether they told their own customers (21 CFR 7.49(d))
 * @param certificate number of the certificate of destruction; empty when nothing was destroyed or there is none
 * @param saidBy the person who answered
 * @param source what identifies the message that said so, such as the digest of a file; a message that comes twice is
 *     recorded once. Empty when it came in no message
 */
public record ConsigneeAnswer(
        PartyId party,
        DocumentReference shipment,
        LotKey lot,
        Quantity onHand,
        Quantity destroyed,
        Quantity used,
        boolean subRecalled,
        String certificate,
        String saidBy,
        String source) {
    /** @throws IllegalArgumentException if a quantity is less than zero */
    public ConsigneeAnswer {
        Objects.requireNonNull(party);
        Objects.requireNonNull(shipment);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(certificate);
        Objects.requireNonNull(saidBy);
        Objects.requireNonNull(source);
        if (onHand.isNegative() || destroyed.isNegative() || used.isNegative()) {
            throw new IllegalArgumentException("an answer about lot " + lot + " has a quantity below zero");
        }
    }
}
