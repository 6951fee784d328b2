package org.lottrace.persistence.internal.order;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.persistence.internal.Batch;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaSalesOrderStore implements SalesOrderStore {
    private static final Kind<String, Optional<SalesOrder>> ORDERS = Kind.untilALock();

    private final CurrentSession current;

    @Activate
    public JpaSalesOrderStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(SalesOrder order) {
        current.memory().forget(ORDERS, order.number());
        current.run(session -> Batch.send(session, batch -> batch.upsert(new SalesOrderEntity(order))));
    }

    @Override
    public Optional<SalesOrder> find(String number) {
        return current.call(session -> current.memory().get(ORDERS, number, none -> session.createSelectionQuery(
                        "from SalesOrderEntity o left join fetch o.lines where o.number = :number",
                        SalesOrderEntity.class)
                .setParameter("number", number)
                .uniqueResultOptional()
                .map(SalesOrderEntity::toOrder)));
    }

    @Override
    public List<SalesOrder> after(String number, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "from SalesOrderEntity where number > :number order by number", SalesOrderEntity.class)
                .setParameter("number", number)
                .setMaxResults(limit)
                .getResultStream()
                .map(SalesOrderEntity::toOrder)
                .toList());
    }
}
