package org.lottrace.persistence.internal.follower;

import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.store.FollowerPosition;
import org.lottrace.api.event.store.FollowerStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaFollowerStore implements FollowerStore {
    private final CurrentSession current;

    @Activate
    public JpaFollowerStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public FollowerPosition position(String name) {
        return current.call(session -> Optional.ofNullable(session.get(FollowerEntity.class, name))
                .map(FollowerEntity::toPosition)
                .orElseGet(() -> FollowerPosition.start(name)));
    }

    @Override
    public List<FollowerPosition> positions() {
        return current.call(
                session -> session.createSelectionQuery("from FollowerEntity order by name", FollowerEntity.class)
                        .getResultStream()
                        .map(FollowerEntity::toPosition)
                        .toList());
    }

    @Override
    public void save(FollowerPosition position) {
        current.run(session -> session.upsert(new FollowerEntity(position)));
    }

    @Override
    public List<SetAsideEvent> allSetAside(String name) {
        return current.call(session -> session.createSelectionQuery(
                        "from SetAsideEntity where id.follower = :name order by id.position", SetAsideEntity.class)
                .setParameter("name", name)
                .getResultStream()
                .map(SetAsideEntity::toEvent)
                .toList());
    }

    @Override
    public Optional<SetAsideEvent> lockSetAside(String name, long position) {
        return current.locking(session -> Optional.ofNullable(session.get(
                        SetAsideEntity.class, new SetAsideEntity.Key(name, position), LockMode.PESSIMISTIC_WRITE))
                .map(SetAsideEntity::toEvent));
    }

    @Override
    public void saveSetAside(String name, SetAsideEvent event) {
        current.run(session -> session.upsert(new SetAsideEntity(name, event)));
    }

    @Override
    public void deleteSetAside(String name, long position) {
        current.run(session -> session.createMutationQuery(
                        "delete from SetAsideEntity where id.follower = :name and id.position = :position")
                .setParameter("name", name)
                .setParameter("position", position)
                .executeUpdate());
    }
}
