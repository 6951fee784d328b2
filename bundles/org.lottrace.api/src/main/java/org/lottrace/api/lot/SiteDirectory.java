package org.lottrace.api.lot;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** The company's own sites. */
@ProviderType
public interface SiteDirectory {
    /**
     * Adds the sites, or replaces those already known. Idempotent; all or nothing; joins the caller's unit of work.
     *
     * @return every problem found: {@code TEMPLATE_INVALID} (with the reason), {@code COMPANY_UNKNOWN},
     *     {@code LOCATION_REPEATED}; empty when all were stored
     */
    List<Violation> save(List<Site> sites);

    /** @return the site, or empty when the code is unknown */
    Optional<Site> find(SiteId id);

    /** @return all sites by code */
    List<Site> all();
}
