package org.lottrace.persistence.internal.site;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.Deletion;
import org.lottrace.persistence.internal.seal.SealedRecord;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaSiteStore implements SiteStore {
    private final CurrentSession current;

    @Activate
    public JpaSiteStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(Site site) {
        KnownSites.forget(current, site.id());
        current.run(session -> {
            SiteEntity row = new SiteEntity(site);
            session.upsert(row);
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public void delete(SiteId id) {
        KnownSites.forget(current, id);
        Deletion.of(
                current,
                SealedRecord.SITE,
                id.value(),
                "delete from site_location where site = :key",
                "delete from site where site_code = :key");
    }

    @Override
    public Optional<Site> find(SiteId id) {
        return KnownSites.find(current, id);
    }

    @Override
    public List<Site> all() {
        return current.call(session -> session
                .createSelectionQuery("from SiteEntity s left join fetch s.locations order by s.code", SiteEntity.class)
                .getResultList()
                .stream()
                .map(SiteEntity::toSite)
                .toList());
    }
}
