package org.lottrace.persistence.internal.recall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.event.EventId;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFactKind;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.RoundTrip;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaRecallStore implements RecallStore {
    private final CurrentSession current;

    @Activate
    public JpaRecallStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public boolean insert(RecallCaseId id, EventId opening) {
        RecallCaseEntity row = new RecallCaseEntity(id.value(), opening.value());
        return current.call(open -> {
            boolean isNew = current.insertUnlessPresent(session -> session.createMutationQuery(
                            "insert into RecallCaseEntity (id, eventId) values (:id, :event) on conflict do nothing")
                    .setParameter("id", row.id)
                    .setParameter("event", row.eventId));
            if (isNew) {
                StagedSeals.wrote(current, open, row);
            }
            return isNew;
        });
    }

    @Override
    public Optional<RecallCase> openedBy(EventId opening) {
        return current.call(session -> session.createSelectionQuery(
                        "select id from RecallCaseEntity where eventId = :event", String.class)
                .setParameter("event", opening.value())
                .uniqueResultOptional()
                .map(id -> cases(session, List.of(id)).get(0)));
    }

    @Override
    public Optional<RecallCase> lock(RecallCaseId id) {
        return current.locking(
                session -> session.get(RecallCaseEntity.class, id.value(), LockMode.PESSIMISTIC_WRITE) == null
                        ? Optional.empty()
                        : find(id));
    }

    @Override
    public void append(RecallCaseId id, List<RecallStep> steps) {
        List<RecallFactEntity> facts =
                steps.stream().flatMap(step -> rows(id, step).stream()).toList();
        current.run(session -> {
            List<RecallStepEntity> rows =
                    steps.stream().map(step -> new RecallStepEntity(id, step)).toList();
            new RoundTrip(session).insert(rows).insert(facts).send();
            StagedSeals.wrote(
                    current,
                    session,
                    Stream.concat(rows.stream(), facts.stream()).toArray());
        });
    }

    private List<RecallFactEntity> rows(RecallCaseId id, RecallStep step) {
        List<FactRow> written = FactKind.of(RecallFactKind.of(step.fact())).write(step.fact());
        LotRows lots = LotRows.of(
                current, written.stream().flatMap(row -> row.lot().stream()).toList());
        List<RecallFactEntity> rows = new ArrayList<>();
        for (FactRow row : written) {
            rows.add(new RecallFactEntity(new RecallFactEntity.Key(id.value(), step.number(), rows.size()), row, lots));
        }
        return rows;
    }

    @Override
    public Optional<RecallCase> find(RecallCaseId id) {
        return current.call(
                session -> cases(session, List.of(id.value())).stream().findFirst());
    }

    @Override
    public List<RecallCase> openWithNotices() {
        return current.call(session -> cases(
                session,
                session.createSelectionQuery(
                                "select c.id from RecallCaseEntity c where not exists (select 1 from RecallStepEntity s"
                                        + " where s.id.caseId = c.id and s.kind = :closed)"
                                        + " and exists (select 1 from RecallStepEntity n"
                                        + " where n.id.caseId = c.id and n.kind = :queued)",
                                String.class)
                        .setParameter("queued", RecallFactKind.NOTICE_QUEUED)
                        .setParameter("closed", RecallFactKind.CLOSED)
                        .getResultList()));
    }

    @Override
    public Map<RecallCaseId, Integer> openScopes() {
        return current.call(session -> session
                .createSelectionQuery(
                        "select c.id, max(s.id.step) from RecallCaseEntity c join RecallStepEntity s on s.id.caseId = c.id"
                                + " where s.kind = :scope and not exists (select 1 from RecallStepEntity e"
                                + " where e.id.caseId = c.id and e.kind = :closed) group by c.id",
                        Object[].class)
                .setParameter("scope", RecallFactKind.SCOPE_SET)
                .setParameter("closed", RecallFactKind.CLOSED)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> new RecallCaseId((String) row[0]), row -> (Integer) row[1])));
    }

    @Override
    public List<RecallCase> all() {
        return current.call(session -> cases(
                session,
                session.createSelectionQuery("select id from RecallCaseEntity", String.class)
                        .getResultList()));
    }

    /** Ids have six digits or more, so the longer one is the newer one. */
    @Override
    public List<RecallCase> newest(boolean closed, Optional<RecallCaseId> before, int limit) {
        return current.call(session -> {
            SelectionQuery<String> query = session.createSelectionQuery(
                            "select c.id from RecallCaseEntity c where"
                                    + (closed ? " " : " not ")
                                    + "exists (select 1 from RecallStepEntity e where e.id.caseId = c.id and e.kind = :closed)"
                                    + before.map(id -> " and (length(c.id) < length(:before)"
                                                    + " or length(c.id) = length(:before) and c.id < :before)")
                                            .orElse("")
                                    + " order by length(c.id) desc, c.id desc",
                            String.class)
                    .setParameter("closed", RecallFactKind.CLOSED)
                    .setMaxResults(limit);
            before.ifPresent(id -> query.setParameter("before", id.value()));
            List<RecallCase> newest = new ArrayList<>(cases(session, query.getResultList()));
            newest.sort(Comparator.comparing(
                            (RecallCase found) -> found.id().value().length())
                    .thenComparing(RecallCase::id)
                    .reversed());
            return newest;
        });
    }

    /**
     * A case without steps is one that is just being opened, and is not there yet. The steps are read first: those that are
     * committed meanwhile have facts that are not asked for, but no step is without its facts.
     */
    private static List<RecallCase> cases(StatelessSession session, List<String> ids) {
        List<RecallStepEntity> rows = Chunks.query(ids, chunk -> session.createSelectionQuery(
                        "from RecallStepEntity where id.caseId = any_text(:cases, 0) order by id.step",
                        RecallStepEntity.class)
                .setParameter("cases", AnyOf.texts(chunk))
                .getResultList());
        Map<RecallStepEntity.Key, FactReader> facts = facts(session, ids);
        Map<String, List<RecallStep>> steps = rows.stream()
                .collect(Collectors.groupingBy(
                        step -> step.id.caseId(),
                        Collectors.mapping(
                                step -> step.toStep(facts.getOrDefault(step.id, new FactReader(List.of()))),
                                Collectors.toList())));
        return steps.entrySet().stream()
                .map(entry -> new RecallCase(new RecallCaseId(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(RecallCase::id))
                .toList();
    }

    private static Map<RecallStepEntity.Key, FactReader> facts(StatelessSession session, List<String> ids) {
        return Chunks.query(ids, chunk -> session.createSelectionQuery(
                                "select f from RecallFactEntity f left join fetch f.lot"
                                        + " where f.id.caseId = any_text(:cases, 0) order by f.id.part",
                                RecallFactEntity.class)
                        .setParameter("cases", AnyOf.texts(chunk))
                        .getResultList())
                .stream()
                .collect(Collectors.groupingBy(
                        fact -> new RecallStepEntity.Key(fact.id.caseId(), fact.id.step()),
                        Collectors.collectingAndThen(
                                Collectors.mapping(RecallFactEntity::toRow, Collectors.toList()), FactReader::new)));
    }
}
