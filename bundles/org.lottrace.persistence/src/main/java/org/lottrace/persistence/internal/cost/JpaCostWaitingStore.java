package org.lottrace.persistence.internal.cost;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.cost.store.CostWaitingStore;
import org.lottrace.api.cost.store.KeptWaiting;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaCostWaitingStore implements CostWaitingStore {
    private final CurrentSession current;

    @Activate
    public JpaCostWaitingStore(@Reference CurrentSession current) {
        this.current = current;
    }

    /** In two questions: one with "or" finds no index in H2. */
    @Override
    public List<KeptWaiting> from(long position) {
        return current.call(session -> Stream.concat(
                        session.createSelectionQuery(
                                        "from CostWaitingEntity where bookedAfter is null", CostWaitingEntity.class)
                                .getResultStream(),
                        session.createSelectionQuery(
                                        "from CostWaitingEntity where bookedAfter >= :position",
                                        CostWaitingEntity.class)
                                .setParameter("position", position)
                                .getResultStream())
                .map(CostWaitingEntity::toWaiting)
                .sorted(Comparator.comparingLong(KeptWaiting::position))
                .toList());
    }

    @Override
    public List<KeptWaiting> open(long after, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "from CostWaitingEntity where bookedAfter is null and position > :after order by position",
                        CostWaitingEntity.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(CostWaitingEntity::toWaiting)
                .toList());
    }

    @Override
    public long waiting() {
        return current.call(session -> session.createSelectionQuery(
                        "select count(*) from CostWaitingEntity where bookedAfter is null", Long.class)
                .getSingleResult());
    }

    @Override
    public void save(KeptWaiting waiting) {
        current.run(session -> {
            CostWaitingEntity row = new CostWaitingEntity(waiting);
            session.upsert(row);
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public void holdBack(long position) {
        open(0, Integer.MAX_VALUE)
                .forEach(row -> save(new KeptWaiting(
                        row.position(),
                        row.event(),
                        row.reason(),
                        row.behind(),
                        row.untilRecorded(),
                        row.since(),
                        Math.max(row.notBefore(), position),
                        row.bookedAfter(),
                        row.undone())));
    }
}
