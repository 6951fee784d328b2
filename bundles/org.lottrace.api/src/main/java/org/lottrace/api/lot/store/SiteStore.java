package org.lottrace.api.lot.store;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.osgi.annotation.versioning.ProviderType;

/** Own sites with their locations. */
@ProviderType
public interface SiteStore {
    /** Inserts the site, or replaces the one with its code. */
    void save(Site site);

    /** @return the site, or empty */
    Optional<Site> find(SiteId id);

    /** @return all sites by code */
    List<Site> all();
}
