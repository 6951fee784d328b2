package org.lottrace.api.partner;

import java.util.Objects;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.PartyId;

/**
 * Identity of a ship notice: who sent it and the number that sender gave it.
 *
 * @param sender the party that ships
 * @param number shipment identification of the sender (X12 BSN02), 2 to 30 characters
 */
public record ShipNoticeId(PartyId sender, String number) {
    /** @throws InvalidIdentifierException if the number is blank or its length is wrong */
    public ShipNoticeId {
        Objects.requireNonNull(sender);
        if (number.isBlank() || number.length() < 2 || number.length() > 30) {
            throw new InvalidIdentifierException("shipment identification (BSN02, 2 to 30 characters)", number);
        }
    }

    @Override
    public String toString() {
        return sender + "/" + number;
    }
}
