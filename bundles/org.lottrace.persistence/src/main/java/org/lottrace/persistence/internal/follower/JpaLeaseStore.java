package org.lottrace.persistence.internal.follower;

import java.time.Instant;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.store.LeaseStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaLeaseStore implements LeaseStore {
    private final CurrentSession current;

    @Activate
    public JpaLeaseStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public Optional<Lease> find(String name) {
        return current.call(session ->
                Optional.ofNullable(session.get(LeaseEntity.class, name)).map(LeaseEntity::toLease));
    }

    @Override
    public Lease lock(String name) {
        return current.locking(session -> {
            if (locked(session, name).isEmpty()) {
                current.insertUnlessPresent(s -> s.createMutationQuery("insert into LeaseEntity"
                                + " (name, owner, token, until) values (:name, '', 0, :until) on conflict do nothing")
                        .setParameter("name", name)
                        .setParameter("until", Instant.EPOCH));
            }
            return locked(session, name).orElseThrow().toLease();
        });
    }

    @Override
    public void save(Lease lease) {
        current.run(session -> session.update(new LeaseEntity(lease)));
    }

    private static Optional<LeaseEntity> locked(StatelessSession session, String name) {
        return Optional.ofNullable(session.get(LeaseEntity.class, name, LockMode.PESSIMISTIC_WRITE));
    }
}
