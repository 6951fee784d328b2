package org.lottrace.api.partner;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** The parties the ERP system has told about. */
@ProviderType
public interface PartnerDirectory {
    /**
     * Adds the parties, or replaces those already known. Idempotent; all or nothing; joins the caller's unit of work.
     *
     * @return every problem found, such as {@code EDI_ADDRESS_IN_USE} by another party; empty when all were stored
     */
    List<Violation> save(List<Party> parties);

    /** @return the party, or empty when the number is unknown */
    Optional<Party> find(PartyId id);

    /** @return the party with that interchange address, or empty */
    Optional<Party> find(EdiAddress address);

    /** @return all parties by number */
    List<Party> all();
}
