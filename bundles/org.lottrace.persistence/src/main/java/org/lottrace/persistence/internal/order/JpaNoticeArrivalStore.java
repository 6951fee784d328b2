package org.lottrace.persistence.internal.order;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.movement.NoticeArrival;
import org.lottrace.api.movement.store.NoticeArrivalStore;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaNoticeArrivalStore implements NoticeArrivalStore {
    private final CurrentSession current;

    @Activate
    public JpaNoticeArrivalStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(NoticeArrival arrival) {
        current.run(session -> {
            NoticeArrivalEntity row = new NoticeArrivalEntity(arrival);
            session.upsert(row);
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public Optional<NoticeArrival> find(ShipNoticeId notice) {
        return current.call(session -> Optional.ofNullable(session.get(NoticeArrivalEntity.class, notice.toString()))
                .map(NoticeArrivalEntity::toArrival));
    }

    @Override
    public List<NoticeArrival> lateAndUntold(Optional<ShipNoticeId> after, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "from NoticeArrivalEntity where toBeTold and notice > :after order by notice",
                        NoticeArrivalEntity.class)
                .setParameter("after", after.map(ShipNoticeId::toString).orElse(""))
                .setMaxResults(limit)
                .getResultStream()
                .map(NoticeArrivalEntity::toArrival)
                .toList());
    }
}
