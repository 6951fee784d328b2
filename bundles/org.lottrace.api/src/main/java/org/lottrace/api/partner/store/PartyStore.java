package org.lottrace.api.partner.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.Party;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Parties with their profiles. */
@ProviderType
public interface PartyStore {
    /** Inserts the party, or replaces the one with its number. */
    @Writes
    void save(Party party);

    /**
     * Takes a party away that nothing refers to.
     *
     * @throws org.lottrace.api.transaction.StoreUnavailableException if something does
     */
    @Writes
    void delete(PartyId id);

    /** @return the party, or empty */
    Optional<Party> find(PartyId id);

    /** @return those of the parties that are known, by number; one question for all of them */
    List<Party> find(Collection<PartyId> ids);

    /** @return the party with that interchange address, or empty */
    Optional<Party> find(EdiAddress address);

    /** @return all parties by number */
    List<Party> all();
}
