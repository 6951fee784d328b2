package org.lottrace.persistence.internal.edi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.violation.Violation;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.RecordKey;
import org.lottrace.persistence.internal.seal.SealedRecord;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.lottrace.persistence.internal.value.ExactInstant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaInterchangeStore implements InterchangeStore {
    private static final List<InterchangeStatus> WRITTEN = List.of(
            InterchangeStatus.SENDING,
            InterchangeStatus.STOPPING,
            InterchangeStatus.SENT,
            InterchangeStatus.ACKNOWLEDGED,
            InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS,
            InterchangeStatus.REJECTED);

    /** Hibernate reads the lists of a page with the query of the page but without its limit: so it is given the ids. */
    private static final String IN_LIST = "from InterchangeEntity where id = any_id(:ids, 0) order by id desc";

    private final CurrentSession current;

    @Activate
    public JpaInterchangeStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public Optional<Long> insert(InterchangeRecord record, Optional<String> key, byte[] content) {
        InterchangeEntity row = new InterchangeEntity(record, key);
        return current.call(session -> {
            if (key.isEmpty()) {
                session.insert(row);
            } else if (current.insertUnlessPresent(s -> insertWithoutLists(s, row))) {
                row.id = id(session, key.get());
                session.update(row);
            } else {
                return Optional.empty();
            }
            InterchangeContentEntity bytes = new InterchangeContentEntity(row.id, content);
            session.insert(bytes);
            StagedSeals.wrote(current, session, row, bytes);
            return Optional.of(row.id);
        });
    }

    @Override
    public Optional<InterchangeRecord> find(String key) {
        return current.call(session -> query(session, "from InterchangeEntity where key = :key")
                .setParameter("key", key)
                .uniqueResultOptional()
                .map(InterchangeEntity::toRecord));
    }

    @Override
    public Optional<InterchangeRecord> lock(String key) {
        return current.locking(
                session -> session.createSelectionQuery("select id from InterchangeEntity where key = :key", Long.class)
                        .setParameter("key", key)
                        .uniqueResultOptional()
                        .map(id -> locked(session, id)));
    }

    @Override
    public Optional<InterchangeRecord> findWritten(String receiver, String control) {
        return current.call(session -> query(
                        session,
                        "from InterchangeEntity where direction = :outbound and receiver = :receiver"
                                + " and control = :control and status in :written order by id desc")
                .setParameter("outbound", Direction.OUTBOUND)
                .setParameter("receiver", receiver)
                .setParameter("control", control)
                .setParameterList("written", WRITTEN)
                .setMaxResults(1)
                .uniqueResultOptional()
                .map(InterchangeEntity::toRecord));
    }

    /** The row is locked before it is read, so that it is that of the last commit. */
    private static InterchangeRecord locked(StatelessSession session, long id) {
        return session.get(InterchangeEntity.class, id, LockMode.PESSIMISTIC_WRITE)
                .toRecord();
    }

    @Override
    public void answer(long id, InterchangeStatus status, List<Violation> problems) {
        current.run(session -> {
            InterchangeEntity row = session.get(InterchangeEntity.class, id);
            if (row == null) {
                throw unknown(id);
            }
            row.status = status;
            row.problems = InterchangeEntity.problems(problems);
            session.update(row);
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public List<InterchangeRecord> pending() {
        return current.call(session -> records(query(
                        session, "from InterchangeEntity where status in :unsent order by id")
                .setParameterList(
                        "unsent",
                        List.of(InterchangeStatus.PENDING, InterchangeStatus.SENDING, InterchangeStatus.STOPPING))));
    }

    @Override
    public byte[] content(long id) {
        return current.call(session -> {
            InterchangeContentEntity row = session.get(InterchangeContentEntity.class, id);
            if (row == null) {
                throw unknown(id);
            }
            return row.content;
        });
    }

    @Override
    public List<String> keysWith(Collection<String> keys, Set<InterchangeStatus> statuses) {
        return current.call(session -> Chunks.query(Set.copyOf(keys), chunk -> session
                .createSelectionQuery("from InterchangeEntity where key = any_text(:keys, 0)", InterchangeEntity.class)
                .setParameter("keys", AnyOf.texts(chunk))
                .getResultList()
                .stream()
                .filter(row -> statuses.contains(row.status))
                .map(row -> row.key)
                .toList()));
    }

    @Override
    public List<String> unanswered(String code, String receiver, Instant from, Instant until, int limit) {
        String prefix = OutboundTransactionSet.logKey(code, "");
        return current.call(session -> session.createSelectionQuery(
                        "select key from InterchangeEntity where status = :sent and at.at >= :from and at.at < :until"
                                + " and direction = :outbound and receiver = :receiver"
                                + " and substring(key, 1, :length) = :prefix order by at.at, id",
                        String.class)
                .setParameter("sent", InterchangeStatus.SENT)
                .setParameter("from", ExactInstant.of(from).at())
                .setParameter("until", ExactInstant.of(until).at())
                .setParameter("outbound", Direction.OUTBOUND)
                .setParameter("receiver", receiver)
                .setParameter("length", prefix.length())
                .setParameter("prefix", prefix)
                .setMaxResults(limit)
                .getResultStream()
                .map(key -> key.substring(prefix.length()))
                .toList());
    }

    @Override
    public Optional<String> key(long id) {
        return current.call(session -> session.createSelectionQuery(
                        "select key from InterchangeEntity where id = :id and key is not null", String.class)
                .setParameter("id", id)
                .uniqueResultOptional());
    }

    @Override
    public void setStatus(long id, InterchangeStatus status) {
        current.run(session -> {
            int changed = session.createMutationQuery("update InterchangeEntity set status = :status where id = :id")
                    .setParameter("status", status)
                    .setParameter("id", id)
                    .executeUpdate();
            if (changed != 1) {
                throw unknown(id);
            }
            current.wrote(SealedRecord.INTERCHANGE, RecordKey.of(id));
        });
    }

    @Override
    public boolean replaceStatus(long id, InterchangeStatus expected, InterchangeStatus status) {
        return current.call(session -> {
            boolean isReplaced = session.createMutationQuery(
                                    "update InterchangeEntity set status = :status where id = :id and status = :expected")
                            .setParameter("status", status)
                            .setParameter("id", id)
                            .setParameter("expected", expected)
                            .executeUpdate()
                    == 1;
            if (isReplaced) {
                current.wrote(SealedRecord.INTERCHANGE, RecordKey.of(id));
            }
            return isReplaced;
        });
    }

    @Override
    public boolean written(long id, InterchangeStatus expected, Instant at) {
        return current.call(session -> {
            boolean isWritten = session.createMutationQuery(
                                    "update InterchangeEntity set status = :sent, at.at = :at, at.nanos = :nanos"
                                            + " where id = :id and status = :expected")
                            .setParameter("sent", InterchangeStatus.SENT)
                            .setParameter("at", ExactInstant.of(at).at())
                            .setParameter("nanos", ExactInstant.of(at).nanos())
                            .setParameter("id", id)
                            .setParameter("expected", expected)
                            .executeUpdate()
                    == 1;
            if (isWritten) {
                current.wrote(SealedRecord.INTERCHANGE, RecordKey.of(id));
            }
            return isWritten;
        });
    }

    @Override
    public List<InterchangeRecord> recent(int limit) {
        return current.call(session -> {
            List<Long> page = session.createSelectionQuery(
                            "select id from InterchangeEntity order by id desc", Long.class)
                    .setMaxResults(limit)
                    .getResultList();
            return Chunks.query(page, chunk -> records(query(session, IN_LIST).setParameter("ids", AnyOf.ids(chunk))));
        });
    }

    @Override
    public Optional<InterchangeRecord> find(long id) {
        return current.call(session ->
                Optional.ofNullable(session.get(InterchangeEntity.class, id)).map(InterchangeEntity::toRecord));
    }

    @Override
    public List<InterchangeRecord> before(long id, InterchangeFilter filter, int limit) {
        String asked = "select id from InterchangeEntity where id < :before"
                + filter.direction()
                        .map(direction -> " and direction = :direction")
                        .orElse("")
                + filter.status().map(status -> " and status = :status").orElse("")
                + filter.partner()
                        .map(partner -> " and (sender = :partner or receiver = :partner)")
                        .orElse("");
        return current.call(session -> {
            SelectionQuery<Long> query = session.createSelectionQuery(asked + " order by id desc", Long.class)
                    .setParameter("before", id)
                    .setMaxResults(limit);
            filter.direction().ifPresent(direction -> query.setParameter("direction", direction));
            filter.status().ifPresent(status -> query.setParameter("status", status));
            filter.partner().ifPresent(partner -> query.setParameter("partner", partner.toString()));
            return Chunks.query(
                    query.getResultList(),
                    chunk -> records(query(session, IN_LIST).setParameter("ids", AnyOf.ids(chunk))));
        });
    }

    private static MutationQuery insertWithoutLists(StatelessSession session, InterchangeEntity row) {
        return session.createMutationQuery(
                        "insert into InterchangeEntity (key, direction, sender, receiver, control, fileName, status, at)"
                                + " values (:key, :direction, :sender, :receiver, :control, :fileName, :status, :at)"
                                + " on conflict do nothing")
                .setParameter("key", row.key)
                .setParameter("direction", row.direction)
                .setParameter("sender", row.sender)
                .setParameter("receiver", row.receiver)
                .setParameter("control", row.control)
                .setParameter("fileName", row.fileName)
                .setParameter("status", row.status)
                .setParameter("at", row.at);
    }

    private static long id(StatelessSession session, String key) {
        return session.createSelectionQuery("select id from InterchangeEntity where key = :key", Long.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    private static SelectionQuery<InterchangeEntity> query(StatelessSession session, String hql) {
        return session.createSelectionQuery(hql, InterchangeEntity.class);
    }

    private static List<InterchangeRecord> records(SelectionQuery<InterchangeEntity> query) {
        return query.getResultList().stream().map(InterchangeEntity::toRecord).toList();
    }

    private static IllegalArgumentException unknown(long id) {
        return new IllegalArgumentException("there is no interchange with the id " + id);
    }
}
