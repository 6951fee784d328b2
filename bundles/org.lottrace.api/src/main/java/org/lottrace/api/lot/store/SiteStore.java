package org.lottrace.api.lot.store;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Own sites with their locations. */
@ProviderType
public interface SiteStore {
    /** Inserts the site, or replaces the one with its code. */
    @Writes
    void save(Site site);

    /**
     * Takes a site away, with its locations, that nothing refers to.
     *
     * @throws org.lottrace.api.transaction.StoreUnavailableException if something does
     */
    @Writes
    void delete(SiteId id);

    /** @return the site, or empty */
    Optional<Site> find(SiteId id);

    /** @return all sites by code */
    List<Site> all();
}
