package org.lottrace.persistence.internal.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.audit.store.AuditStore;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaAuditStore implements AuditStore {
    private final CurrentSession current;

    @Activate
    public JpaAuditStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void append(List<AuditEntry> entries) {
        current.run(session -> {
            Object[] rows = entries.stream().map(AuditEntity::new).toArray();
            session.insertMultiple(List.of(rows));
            StagedSeals.wrote(current, session, rows);
        });
    }

    /** By time, not by id: a node takes ids of the sequence fifty at a time, and may use the last of them days later. */
    @Override
    public List<AuditEntry> list(AuditQuery asked) {
        return current.call(session -> {
            StringBuilder where = new StringBuilder("from AuditEntity e where 1 = 1");
            Map<String, Object> values = new TreeMap<>();
            asked.user().ifPresent(user -> add(where, values, "e.user = :user", "user", user));
            asked.kind().ifPresent(kind -> add(where, values, "e.kind = :kind", "kind", kind));
            asked.from().ifPresent(from -> add(where, values, "e.at >= :from", "from", from));
            asked.until().ifPresent(until -> add(where, values, "e.at < :until", "until", until));
            asked.before().map(id -> known(session, id)).ifPresent(last -> {
                add(where, values, "e.at <= :lastAt", "lastAt", last.at);
                add(where, values, "(e.at < :lastAt or e.id < :lastId)", "lastId", last.id);
            });
            SelectionQuery<AuditEntity> query =
                    session.createSelectionQuery(where + " order by e.at desc, e.id desc", AuditEntity.class);
            values.forEach(query::setParameter);
            return query.setMaxResults(asked.limit())
                    .getResultStream()
                    .map(AuditEntity::toEntry)
                    .toList();
        });
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String condition, String name, Object value) {
        where.append(" and ").append(condition);
        values.put(name, value);
    }

    private static AuditEntity known(StatelessSession session, long id) {
        AuditEntity known = session.get(AuditEntity.class, id);
        if (known == null) {
            throw new WrongQuestionException("the audit log has no entry " + id + " to go on from");
        }
        return known;
    }

    @Override
    public List<AuditEntry> lastKnownRights(String channel) {
        return current.call(session -> session.createSelectionQuery(
                        "from AuditEntity e where e.kind in :kinds and e.channel = :channel and not exists"
                                + " (select 1 from AuditEntity o where o.kind in :kinds and o.channel = :channel"
                                + " and o.user = e.user and (o.at > e.at or o.at = e.at and o.id > e.id))"
                                + " order by e.user",
                        AuditEntity.class)
                .setParameter("kinds", List.of(AuditKind.RIGHTS, AuditKind.CREDENTIAL))
                .setParameter("channel", channel)
                .getResultStream()
                .map(AuditEntity::toEntry)
                .toList());
    }
}
