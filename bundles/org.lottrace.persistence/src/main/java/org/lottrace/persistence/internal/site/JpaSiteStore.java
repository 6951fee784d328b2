package org.lottrace.persistence.internal.site;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.persistence.internal.CurrentSession;
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
        current.run(session -> session.upsert(new SiteEntity(site)));
    }

    @Override
    public Optional<Site> find(SiteId id) {
        return current.call(session ->
                Optional.ofNullable(session.get(SiteEntity.class, id.value())).map(SiteEntity::toSite));
    }

    @Override
    public List<Site> all() {
        return current.call(session -> session.createSelectionQuery("from SiteEntity order by code", SiteEntity.class)
                .getResultStream()
                .map(SiteEntity::toSite)
                .toList());
    }
}
