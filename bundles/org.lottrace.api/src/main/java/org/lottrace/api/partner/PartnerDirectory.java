package org.lottrace.api.partner;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** The parties the ERP system has told about. */
@ProviderType
public interface PartnerDirectory {
    /**
     * Adds the parties, or replaces those already known. Idempotent; all or nothing; joins the caller's unit of work.
     *
     * @return every problem found, {@code EDI_ADDRESS_IN_USE} by another party, {@code EDI_QUALIFIER_UNKNOWN} to
     *     X12 (data element I05), so that nothing could be written to it, {@code PARTNER_MAPPING_NAME_INVALID}; empty when all were stored
     */
    @Operation(
            name = "party.save",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {"EDI_ADDRESS_IN_USE", "EDI_QUALIFIER_UNKNOWN", "PARTNER_MAPPING_NAME_INVALID"})
    List<Violation> save(List<Party> parties);

    /** @return the party, or empty when the number is unknown */
    @Operation(name = "party.find")
    Optional<Party> find(PartyId id);

    /** @return the party with that interchange address, or empty */
    @Operation(name = "party.find-by-edi-address")
    Optional<Party> find(EdiAddress address);

    /** @return all parties by number */
    @Operation(name = "party.list")
    List<Party> all();
}
