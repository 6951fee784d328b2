package org.lottrace.persistence.internal.ledger;

import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.lottrace.api.event.store.ProjectionStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaProjectionStore implements ProjectionStore {
    private final CurrentSession current;

    @Activate
    public JpaProjectionStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public long lockPosition(String name) {
        return current.locking(session -> {
            if (lock(session, name).isEmpty()) {
                current.insertUnlessPresent(s -> s.createMutationQuery("insert into ProjectionEntity (name, position)"
                                + " values (:name, 0) on conflict do nothing")
                        .setParameter("name", name));
            }
            return lock(session, name).orElseThrow().position;
        });
    }

    @Override
    public long position(String name) {
        return current.call(session -> Optional.ofNullable(session.get(ProjectionEntity.class, name))
                .map(row -> row.position)
                .orElse(0L));
    }

    @Override
    public void savePosition(String name, long position) {
        current.run(session -> {
            ProjectionEntity row = new ProjectionEntity(name);
            row.position = position;
            session.update(row);
        });
    }

    private static Optional<ProjectionEntity> lock(StatelessSession session, String name) {
        return Optional.ofNullable(session.get(ProjectionEntity.class, name, LockMode.PESSIMISTIC_WRITE));
    }
}
