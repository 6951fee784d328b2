package org.lottrace.persistence.internal.order;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaSalesOrderStore implements SalesOrderStore {
    private final CurrentSession current;

    @Activate
    public JpaSalesOrderStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(SalesOrder order) {
        current.run(session -> session.upsert(new SalesOrderEntity(order)));
    }

    @Override
    public Optional<SalesOrder> find(String number) {
        return current.call(session ->
                Optional.ofNullable(session.get(SalesOrderEntity.class, number)).map(SalesOrderEntity::toOrder));
    }

    @Override
    public List<SalesOrder> all() {
        return current.call(
                session -> session.createSelectionQuery("from SalesOrderEntity order by number", SalesOrderEntity.class)
                        .getResultStream()
                        .map(SalesOrderEntity::toOrder)
                        .toList());
    }
}
