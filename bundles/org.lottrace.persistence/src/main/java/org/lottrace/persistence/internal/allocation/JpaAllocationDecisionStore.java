package org.lottrace.persistence.internal.allocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.RoundTrip;
import org.lottrace.persistence.internal.Staged;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaAllocationDecisionStore implements AllocationDecisionStore {
    private final CurrentSession current;

    @Activate
    public JpaAllocationDecisionStore(@Reference CurrentSession current) {
        this.current = current;
    }

    /** Decisions that a unit of work has made. */
    static final class StagedDecisions implements Staged {
        private final List<AllocationDecisionEntity> rows = new ArrayList<>();

        @Override
        public void addTo(RoundTrip trip) {
            trip.insert(rows);
        }
    }

    @Override
    public void insert(List<AllocationDecision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        List<AllocationDecisionEntity> rows =
                decisions.stream().map(AllocationDecisionEntity::new).toList();
        current.required(() -> {
            StagedSeals.writes(current, rows);
            current.stage(StagedDecisions.class, StagedDecisions::new, staged -> staged.rows.addAll(rows));
            return rows;
        });
    }

    @Override
    public List<AllocationDecision> ofOrder(DocumentReference order, Optional<Long> before, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "from AllocationDecisionEntity where orderLine.number = :number and orderLine.type = :type"
                                + " and number < :before order by number desc",
                        AllocationDecisionEntity.class)
                .setParameter("number", order.number())
                .setParameter("type", order.type())
                .setParameter("before", before.orElse(Long.MAX_VALUE))
                .setMaxResults(limit)
                .getResultStream()
                .map(AllocationDecisionEntity::toDecision)
                .toList());
    }

    @Override
    public List<AllocationDecision> ofOrders(Collection<DocumentReference> orders) {
        Set<DocumentReference> wanted = Set.copyOf(orders);
        return current.call(session -> Chunks.query(
                        orders.stream()
                                .map(DocumentReference::number)
                                .distinct()
                                .toList(),
                        chunk -> session.createSelectionQuery(
                                        "from AllocationDecisionEntity where orderLine.number = any_text(:numbers, 0)",
                                        AllocationDecisionEntity.class)
                                .setParameter("numbers", AnyOf.texts(chunk))
                                .getResultStream()
                                .map(AllocationDecisionEntity::toDecision)
                                .toList())
                .stream()
                .filter(one -> wanted.contains(one.orderLine().order()))
                .sorted(Comparator.comparing(AllocationDecision::number))
                .toList());
    }

    @Override
    public List<AllocationDecision> openLosses(long after, int limit) {
        List<AllocationDecision> open = new ArrayList<>();
        List<AllocationDecision> page = losses(after, limit);
        while (!page.isEmpty() && open.size() < limit) {
            List<Long> newest = newestOf(page);
            page.stream().filter(loss -> newest.contains(loss.number())).forEach(open::add);
            page = losses(page.get(page.size() - 1).number(), limit);
        }
        return open.stream().limit(limit).toList();
    }

    private List<AllocationDecision> losses(long after, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "from AllocationDecisionEntity where loss > :after order by loss",
                        AllocationDecisionEntity.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(AllocationDecisionEntity::toDecision)
                .toList());
    }

    /** @return the newest numbers of the lines of those orders */
    private List<Long> newestOf(List<AllocationDecision> losses) {
        return current.call(session -> session.createSelectionQuery(
                        "select max(number) from AllocationDecisionEntity where orderLine.number = any_text(:numbers, 0)"
                                + " group by orderLine.type, orderLine.number, orderLine.line",
                        Long.class)
                .setParameter(
                        "numbers",
                        AnyOf.texts(losses.stream()
                                .map(loss -> loss.orderLine().order().number())
                                .distinct()
                                .toList()))
                .getResultList());
    }

    @Override
    public List<AllocationDecision> deviations(Optional<Long> before, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "from AllocationDecisionEntity where deviation < :before order by deviation desc",
                        AllocationDecisionEntity.class)
                .setParameter("before", before.orElse(Long.MAX_VALUE))
                .setMaxResults(limit)
                .getResultStream()
                .map(AllocationDecisionEntity::toDecision)
                .toList());
    }
}
