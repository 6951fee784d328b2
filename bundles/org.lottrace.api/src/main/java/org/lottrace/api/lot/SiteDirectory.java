package org.lottrace.api.lot;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** The company's own sites. */
@ProviderType
public interface SiteDirectory {
    /**
     * Adds the sites, or replaces those already known. Idempotent; all or nothing; joins the caller's unit of work.
     *
     * @return every problem found: {@code TEMPLATE_INVALID} (with the reason), {@code COMPANY_UNKNOWN},
     *     {@code LOCATION_REPEATED}, {@code LOCATION_USED} (a location that goods have been at is left out: close it
     *     instead), {@code SITE_USED} (something is recorded there, and one of both companies keeps books of its own); empty when all were stored
     */
    @Operation(
            name = "site.save",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {"TEMPLATE_INVALID", "COMPANY_UNKNOWN", "LOCATION_REPEATED", "LOCATION_USED", "SITE_USED"})
    List<Violation> save(List<Site> sites);

    /** @return the site, or empty when the code is unknown */
    @Operation(name = "site.find")
    Optional<Site> find(SiteId id);

    /** @return all sites by code */
    @Operation(name = "site.list")
    List<Site> all();
}
