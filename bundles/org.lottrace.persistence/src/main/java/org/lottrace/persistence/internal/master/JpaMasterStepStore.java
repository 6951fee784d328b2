package org.lottrace.persistence.internal.master;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.lot.NumberSequenceEntity;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps in memory what is closed: numbers grow in the order of commits, so the newest one tells whether that is all. */
@Component
public final class JpaMasterStepStore implements MasterStepStore {
    /** Whoever adds a step may roll it back, and its number comes again. */
    private static final Kind<String, Boolean> ADDED = Kind.ofTheUnit();

    private static final String ONLY = "only";

    private final CurrentSession current;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(0, Map.of()));

    /** @param newest number of the last of all steps, 0 when there is none */
    private record Known(long newest, Map<MasterReference, MasterStep> closed) {}

    @Activate
    public JpaMasterStepStore(@Reference CurrentSession current) {
        this.current = current;
    }

    /** The row of their sequence, which is there from now on: whoever takes a number changes it. */
    @Override
    public Map<MasterReference, MasterStep> closedAndKept() {
        NumberSequenceEntity.hold(current, SEQUENCE);
        NewestStep.forget(current);
        return closed();
    }

    @Override
    public void insert(MasterStep step) {
        current.memory().learn(ADDED, ONLY, true);
        current.run(session -> {
            MasterStepEntity row = new MasterStepEntity(step);
            session.insert(row);
            NewestStep.added(session, step.number());
            StagedSeals.wrote(current, session, row);
        });
    }

    /** What is known already is answered without a look at the database, before which everything that waits would be written. */
    @Override
    public Map<MasterReference, MasterStep> closed() {
        return current.required(() -> {
            if (current.memory().find(ADDED, ONLY).isPresent()) {
                return current.call(JpaMasterStepStore::read);
            }
            long newest = NewestStep.of(current);
            Known before = known.get();
            if (before.newest() == newest) {
                return before.closed();
            }
            Map<MasterReference, MasterStep> closed = current.call(JpaMasterStepStore::read);
            known.set(new Known(newest, closed));
            return closed;
        });
    }

    @Override
    public List<MasterStep> of(MasterReference master, long after, int limit) {
        return current.call(session -> steps(
                session.createSelectionQuery(
                                "from MasterStepEntity where kind = :kind and key = :key and number > :after order by number",
                                MasterStepEntity.class)
                        .setParameter("after", after),
                master,
                limit));
    }

    @Override
    public List<MasterStep> newestOf(MasterReference master, int limit) {
        return current.call(session -> steps(
                session.createSelectionQuery(
                        "from MasterStepEntity where kind = :kind and key = :key order by number desc",
                        MasterStepEntity.class),
                master,
                limit));
    }

    private static List<MasterStep> steps(SelectionQuery<MasterStepEntity> query, MasterReference of, int limit) {
        return query
                .setParameter("kind", of.kind().code())
                .setParameter("key", of.key())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(MasterStepEntity::toStep)
                .toList();
    }

    private static Map<MasterReference, MasterStep> read(StatelessSession session) {
        Map<MasterReference, MasterStep> closed = new LinkedHashMap<>();
        session.createSelectionQuery(
                        "from MasterStepEntity s where s.action = 'CLOSE' and not exists (select 1 from MasterStepEntity later"
                                + " where later.kind = s.kind and later.key = s.key and later.number > s.number)"
                                + " order by s.number",
                        MasterStepEntity.class)
                .getResultStream()
                .map(MasterStepEntity::toStep)
                .forEach(step -> closed.put(step.master(), step));
        return Collections.unmodifiableMap(closed);
    }
}
