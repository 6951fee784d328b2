package org.lottrace.api.recall.drill;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.certificate.CompletenessCertificate;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.id.PartyId;

/**
 * What a mock recall found.
 *
 * @param drill the record that is kept
 * @param ingredients lots the recalled one contains, itself at level 0
 * @param deliveries from whom these came, in ledger order
 * @param affected lots that contain it, itself at level 0
 * @param onHand where affected lots are in own stock
 * @param shipments what customers received of them, and returned
 * @param contacts how each customer can be reached, by party
 * @param certificate of the affected lots
 */
public record DrillReport(
        Drill drill,
        List<TracedLot> ingredients,
        List<Handover> deliveries,
        List<TracedLot> affected,
        List<StockBalance> onHand,
        List<Handover> shipments,
        List<Contact> contacts,
        CompletenessCertificate certificate) {
    public DrillReport {
        Objects.requireNonNull(drill);
        Objects.requireNonNull(certificate);
        ingredients = List.copyOf(ingredients);
        deliveries = List.copyOf(deliveries);
        affected = List.copyOf(affected);
        onHand = List.copyOf(onHand);
        shipments = List.copyOf(shipments);
        contacts = List.copyOf(contacts);
    }

    /**
     * How a customer can be reached.
     *
     * @param party who
     * @param name for people; empty when the party is unknown
     * @param email empty when unknown
     * @param phone empty when unknown
     */
    public record Contact(PartyId party, String name, String email, String phone) {
        public Contact {
            Objects.requireNonNull(party);
            Objects.requireNonNull(name);
            Objects.requireNonNull(email);
            Objects.requireNonNull(phone);
        }

        /** @return true when there is an e-mail address or a phone number */
        public boolean isReachable() {
            return !email.isBlank() || !phone.isBlank();
        }
    }
}
