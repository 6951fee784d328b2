package org.lottrace.persistence.internal.right;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.StatelessSession;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.right.store.LotRightStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps in memory what was committed: numbers grow in the order of commits, so the newest one tells whether that is all. */
@Component
public final class JpaLotRightStore implements LotRightStore {
    /** Whoever adds a version may roll it back, and its number comes again. */
    private static final Kind<String, Boolean> ADDED = Kind.ofTheUnit();

    private static final String ONLY = "only";

    private final CurrentSession current;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(0, List.of()));

    /** @param newest number of the last of the rights, 0 when there is none */
    private record Known(long newest, List<LotRight> rights) {}

    @Activate
    public JpaLotRightStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void insert(LotRight right) {
        current.memory().learn(ADDED, ONLY, true);
        current.run(session -> {
            LotRightEntity row = new LotRightEntity(right);
            session.insert(row);
            NewestRight.added(session, right.version());
            StagedSeals.wrote(current, session, row);
        });
    }

    /** What is known already is answered without a look at the database, before which everything that waits would be written. */
    @Override
    public List<LotRight> all() {
        return current.required(() -> {
            if (current.memory().find(ADDED, ONLY).isPresent()) {
                return current.call(JpaLotRightStore::read);
            }
            long newest = NewestRight.of(current);
            Known before = known.get();
            if (before.newest() == newest) {
                return before.rights();
            }
            List<LotRight> rights = current.call(JpaLotRightStore::read);
            known.set(new Known(newest, rights));
            return rights;
        });
    }

    private static List<LotRight> read(StatelessSession session) {
        return session.createSelectionQuery("from LotRightEntity order by version", LotRightEntity.class)
                .getResultStream()
                .map(LotRightEntity::toRight)
                .toList();
    }
}
