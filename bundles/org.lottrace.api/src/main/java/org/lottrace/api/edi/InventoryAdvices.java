package org.lottrace.api.edi;

import java.util.List;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** Tells partners what lies at a site of ours, lot by lot (X12 846). */
@ProviderType
public interface InventoryAdvices {
    /** Refusal of a site where nothing is. */
    String NOTHING_THERE = "NOTHING_THERE";

    /**
     * Stores an inventory advice for sending: each lot in the storage locations of the site with what is on hand of it now, whatever is
     * reserved or held. Idempotent by site, partner and number: the same number is sent once, as it was the first time. Joins the caller's
     * unit of work or opens one.
     *
     * @param number BIA03, 1 to 30 visible ASCII characters without blanks
     * @return every problem; empty when it is stored, now or before
     */
    @Operation(
            name = "inventory-advice.send",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE,
            refusals = {
                "SITE_UNKNOWN",
                "PARTNER_UNKNOWN",
                "DOCUMENT_NUMBER_WRONG",
                NOTHING_THERE,
                "NO_EDI_ADDRESS",
                "NO_OWN_ADDRESS",
                "CONTENT_NOT_WRITABLE",
                "SCHEMA_MISSING"
            })
    List<Violation> send(SiteId site, PartyId partner, String number);
}
