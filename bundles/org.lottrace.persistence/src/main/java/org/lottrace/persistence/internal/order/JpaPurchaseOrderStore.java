package org.lottrace.persistence.internal.order;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.persistence.internal.Batch;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaPurchaseOrderStore implements PurchaseOrderStore {
    private static final Kind<String, Optional<PurchaseOrder>> ORDERS = Kind.untilALock();

    private final CurrentSession current;

    @Activate
    public JpaPurchaseOrderStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(PurchaseOrder order) {
        current.memory().forget(ORDERS, order.number());
        current.run(session -> {
            PurchaseOrderEntity row = new PurchaseOrderEntity(order);
            Batch.send(session, batch -> batch.upsert(row));
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public Optional<PurchaseOrder> find(String number) {
        return current.call(session -> current.memory().get(ORDERS, number, none -> session.createSelectionQuery(
                        "from PurchaseOrderEntity o left join fetch o.lines where o.number = :number",
                        PurchaseOrderEntity.class)
                .setParameter("number", number)
                .uniqueResultOptional()
                .map(PurchaseOrderEntity::toOrder)));
    }

    @Override
    public List<PurchaseOrder> after(String number, int limit) {
        return current.call(session -> {
            List<String> numbers = session.createSelectionQuery(
                            "select number from PurchaseOrderEntity where number > :number order by number",
                            String.class)
                    .setParameter("number", number)
                    .setMaxResults(limit)
                    .getResultList();
            return numbers.isEmpty() ? List.of() : read(session, number, numbers.get(numbers.size() - 1));
        });
    }

    /** With their lines: a limit would count those. */
    private static List<PurchaseOrder> read(StatelessSession session, String after, String last) {
        return session
                .createSelectionQuery(
                        "from PurchaseOrderEntity o left join fetch o.lines where o.number > :after and o.number <= :last"
                                + " order by o.number",
                        PurchaseOrderEntity.class)
                .setParameter("after", after)
                .setParameter("last", last)
                .getResultList()
                .stream()
                .map(PurchaseOrderEntity::toOrder)
                .toList();
    }
}
