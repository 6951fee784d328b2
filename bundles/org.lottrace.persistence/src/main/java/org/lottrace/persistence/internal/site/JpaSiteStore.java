package org.lottrace.persistence.internal.site;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.master.NewestStep;
import org.lottrace.persistence.internal.right.NewestRight;
import org.lottrace.persistence.internal.seal.Deletion;
import org.lottrace.persistence.internal.seal.SealedRecord;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaSiteStore implements SiteStore {
    private static final Kind<SiteId, Optional<Site>> SITES = Kind.ofTheUnit();

    private final CurrentSession current;

    @Activate
    public JpaSiteStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(Site site) {
        current.memory().forget(SITES, site.id());
        current.run(session -> {
            SiteEntity row = new SiteEntity(site);
            session.upsert(row);
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public void delete(SiteId id) {
        current.memory().forget(SITES, id);
        Deletion.of(
                current,
                SealedRecord.SITE,
                id.value(),
                "delete from site_location where site = :key",
                "delete from site where site_code = :key");
    }

    /** What was closed and allowed last is read along: who asks for a site asks next whether it is closed. */
    @Override
    public Optional<Site> find(SiteId id) {
        return current.memory().get(SITES, id, none -> current.call(session -> read(session, id)));
    }

    private Optional<Site> read(StatelessSession session, SiteId id) {
        List<Row> rows = session.createSelectionQuery(
                        "select s, " + NewestStep.QUERY + ", " + NewestRight.QUERY
                                + " from SiteEntity s left join fetch s.locations where s.code = :id",
                        Row.class)
                .setParameter("id", id.value())
                .getResultList();
        rows.stream().findFirst().ifPresent(row -> {
            NewestStep.learn(current, row.step());
            NewestRight.learn(current, row.right());
        });
        return rows.stream().findFirst().map(row -> row.site().toSite());
    }

    /**
     * @param step number of the newest step of all, or null
     * @param right number of the newest right, or null
     */
    record Row(SiteEntity site, Long step, Long right) {}

    /** Tells what was read along with something else. */
    static void learn(CurrentSession current, SiteEntity row) {
        current.memory().get(SITES, new SiteId(row.code), none -> Optional.of(row.toSite()));
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
