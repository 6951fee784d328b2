package org.lottrace.persistence.internal.handover;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.handover.store.JournalReceiverStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaJournalReceiverStore implements JournalReceiverStore {
    private final CurrentSession current;

    @Activate
    public JpaJournalReceiverStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public Optional<JournalReceiver> find(String name) {
        return current.call(session -> Optional.ofNullable(session.get(JournalReceiverEntity.class, name))
                .map(JournalReceiverEntity::toReceiver));
    }

    @Override
    public List<JournalReceiver> list(Optional<String> after, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "from JournalReceiverEntity where name > :after order by name", JournalReceiverEntity.class)
                .setParameter("after", after.orElse(""))
                .setMaxResults(limit)
                .getResultStream()
                .map(JournalReceiverEntity::toReceiver)
                .toList());
    }

    @Override
    public void save(JournalReceiver receiver) {
        current.run(session -> {
            JournalReceiverEntity row = new JournalReceiverEntity(receiver);
            session.upsert(row);
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public List<JournalRejection> open(String receiver) {
        return current.call(session -> session.createSelectionQuery(
                        "from JournalRejectionEntity where receiver = :receiver and open order by entry",
                        JournalRejectionEntity.class)
                .setParameter("receiver", receiver)
                .getResultStream()
                .map(JournalRejectionEntity::toRejection)
                .toList());
    }

    @Override
    public List<JournalRejection> rejections(String receiver, long after, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "from JournalRejectionEntity where receiver = :receiver and number > :after order by number",
                        JournalRejectionEntity.class)
                .setParameter("receiver", receiver)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(JournalRejectionEntity::toRejection)
                .toList());
    }

    @Override
    public long lastRejection() {
        return current.call(session -> session.createSelectionQuery(
                        "select number from JournalRejectionEntity order by number desc", Long.class)
                .setMaxResults(1)
                .uniqueResultOptional()
                .orElse(0L));
    }

    @Override
    public void save(JournalRejection rejection) {
        current.run(session -> {
            JournalRejectionEntity row = new JournalRejectionEntity(rejection);
            session.upsert(row);
            StagedSeals.wrote(current, session, row);
        });
    }
}
