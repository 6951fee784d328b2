package org.lottrace.persistence.internal.exceptioncase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.event.EventId;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionFigures;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.exceptioncase.store.ExceptionCaseStore;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaExceptionCaseStore implements ExceptionCaseStore {
    private final CurrentSession current;

    @Activate
    public JpaExceptionCaseStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void insert(List<ExceptionCase> cases) {
        current.run(session -> {
            Object[] rows = cases.stream().map(ExceptionCaseEntity::new).toArray();
            session.insertMultiple(List.of(rows));
            StagedSeals.wrote(current, session, rows);
        });
    }

    @Override
    public Optional<ExceptionCase> lock(long number) {
        return current.locking(session -> Optional.ofNullable(
                        session.get(ExceptionCaseEntity.class, number, LockMode.PESSIMISTIC_WRITE))
                .map(ExceptionCaseEntity::toCase));
    }

    @Override
    public void save(ExceptionCase changed) {
        current.run(session -> {
            ExceptionCaseEntity row = new ExceptionCaseEntity(changed);
            session.update(row);
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public Optional<ExceptionCase> find(long number) {
        return current.call(session -> Optional.ofNullable(session.get(ExceptionCaseEntity.class, number))
                .map(ExceptionCaseEntity::toCase));
    }

    @Override
    public List<ExceptionCase> ofEvent(EventId event) {
        return current.call(session -> session.createSelectionQuery(
                        "from ExceptionCaseEntity where event = :event order by number", ExceptionCaseEntity.class)
                .setParameter("event", event.value())
                .getResultStream()
                .map(ExceptionCaseEntity::toCase)
                .toList());
    }

    @Override
    public List<ExceptionCase> list(ExceptionFilter filter, Instant now, Optional<Long> after, int limit) {
        return current.call(session -> {
            StringBuilder where = new StringBuilder("from ExceptionCaseEntity c where 1 = 1");
            Map<String, Object> values = new TreeMap<>();
            filter.open().ifPresent(open -> add(where, values, "c.open = :open", "open", open));
            if (filter.late()) {
                add(where, values, "c.open and c.deadline < :now", "now", now);
            }
            filter.owner().ifPresent(owner -> add(where, values, "c.owner = :owner", "owner", owner.code()));
            filter.site().ifPresent(site -> add(where, values, "c.site = :site", "site", site.value()));
            filter.code().ifPresent(code -> add(where, values, "c.code = :code", "code", code));
            after.map(number -> known(session, number)).ifPresent(last -> {
                add(where, values, "c.deadline >= :lastDeadline", "lastDeadline", last.deadline);
                add(where, values, "(c.deadline > :lastDeadline or c.number > :lastNumber)", "lastNumber", last.number);
            });
            SelectionQuery<ExceptionCaseEntity> query =
                    session.createSelectionQuery(where + " order by c.deadline, c.number", ExceptionCaseEntity.class);
            values.forEach(query::setParameter);
            return query.setMaxResults(limit)
                    .getResultStream()
                    .map(ExceptionCaseEntity::toCase)
                    .toList();
        });
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String condition, String name, Object value) {
        where.append(" and ").append(condition);
        values.put(name, value);
    }

    private static ExceptionCaseEntity known(StatelessSession session, long number) {
        ExceptionCaseEntity known = session.get(ExceptionCaseEntity.class, number);
        if (known == null) {
            throw new WrongQuestionException("there is no exception case " + number + " to go on from");
        }
        return known;
    }

    @Override
    public ExceptionFigures figures(Instant now) {
        return current.call(session -> {
            Object[] counts = session.createSelectionQuery(
                            "select count(*), sum(case when c.deadline < :now then 1 else 0 end)"
                                    + " from ExceptionCaseEntity c where c.open",
                            Object[].class)
                    .setParameter("now", now)
                    .getSingleResult();
            return new ExceptionFigures(
                    ((Number) counts[0]).longValue(), counts[1] == null ? 0 : ((Number) counts[1]).longValue());
        });
    }
}
