package org.lottrace.persistence.internal.order;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaPurchaseOrderStore implements PurchaseOrderStore {
    private final CurrentSession current;

    @Activate
    public JpaPurchaseOrderStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(PurchaseOrder order) {
        current.run(session -> session.upsert(new PurchaseOrderEntity(order)));
    }

    @Override
    public Optional<PurchaseOrder> find(String number) {
        return current.call(session -> Optional.ofNullable(session.get(PurchaseOrderEntity.class, number))
                .map(PurchaseOrderEntity::toOrder));
    }

    @Override
    public List<PurchaseOrder> all() {
        return current.call(session -> session.createSelectionQuery(
                        "from PurchaseOrderEntity order by number", PurchaseOrderEntity.class)
                .getResultStream()
                .map(PurchaseOrderEntity::toOrder)
                .toList());
    }
}
