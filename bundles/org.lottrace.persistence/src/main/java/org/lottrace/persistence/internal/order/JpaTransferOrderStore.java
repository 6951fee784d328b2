package org.lottrace.persistence.internal.order;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.lottrace.api.allocation.store.TransferOrderStore;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Batch;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaTransferOrderStore implements TransferOrderStore {
    private final CurrentSession current;

    @Activate
    public JpaTransferOrderStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(TransferOrder order) {
        current.run(session -> {
            TransferOrderEntity row = new TransferOrderEntity(order);
            Batch.send(session, batch -> batch.upsert(row));
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public Optional<TransferOrder> find(String number) {
        return withNumbers(List.of(number)).stream().findFirst();
    }

    @Override
    public List<TransferOrder> withNumbers(Collection<String> numbers) {
        return current.call(session -> Chunks.query(numbers, chunk -> session.createSelectionQuery(
                                "select distinct o from TransferOrderEntity o left join fetch o.lines"
                                        + " where o.number = any_text(:numbers, 0)",
                                TransferOrderEntity.class)
                        .setParameter("numbers", AnyOf.texts(chunk))
                        .getResultList())
                .stream()
                .map(TransferOrderEntity::toOrder)
                .sorted(Comparator.comparing(TransferOrder::number))
                .toList());
    }

    @Override
    public List<TransferOrder> after(String number, int limit) {
        return current.call(session -> {
            List<String> numbers = session.createSelectionQuery(
                            "select number from TransferOrderEntity where number > :number order by number",
                            String.class)
                    .setParameter("number", number)
                    .setMaxResults(limit)
                    .getResultList();
            return numbers.isEmpty() ? List.of() : read(session, number, numbers.get(numbers.size() - 1));
        });
    }

    /** With their lines: a limit would count those. */
    private static List<TransferOrder> read(StatelessSession session, String after, String last) {
        return session
                .createSelectionQuery(
                        "from TransferOrderEntity o left join fetch o.lines where o.number > :after and o.number <= :last"
                                + " order by o.number",
                        TransferOrderEntity.class)
                .setParameter("after", after)
                .setParameter("last", last)
                .getResultList()
                .stream()
                .map(TransferOrderEntity::toOrder)
                .toList();
    }
}
