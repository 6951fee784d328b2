package org.lottrace.persistence.internal.order;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Batch;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaProductionOrderStore implements ProductionOrderStore {
    private final CurrentSession current;

    @Activate
    public JpaProductionOrderStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(Kept order) {
        current.run(session -> {
            ProductionOrderEntity row = new ProductionOrderEntity(order);
            Batch.send(session, batch -> batch.upsert(row));
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public Optional<Kept> find(String number) {
        return current.call(session -> session.createSelectionQuery(
                        "from ProductionOrderEntity o left join fetch o.lines where o.number = :number",
                        ProductionOrderEntity.class)
                .setParameter("number", number)
                .uniqueResultOptional()
                .map(ProductionOrderEntity::toKept));
    }

    @Override
    public List<Kept> withNumbers(Collection<String> numbers) {
        return current.call(session -> Chunks.query(Set.copyOf(numbers), chunk -> session.createSelectionQuery(
                                "select distinct o from ProductionOrderEntity o left join fetch o.lines"
                                        + " where o.number = any_text(:numbers, 0)",
                                ProductionOrderEntity.class)
                        .setParameter("numbers", AnyOf.texts(chunk))
                        .getResultList())
                .stream()
                .map(ProductionOrderEntity::toKept)
                .sorted(Comparator.comparing(kept -> kept.order().number()))
                .toList());
    }

    @Override
    public List<Kept> after(String number, int limit) {
        return current.call(session -> {
            List<String> numbers = session.createSelectionQuery(
                            "select number from ProductionOrderEntity where number > :number order by number",
                            String.class)
                    .setParameter("number", number)
                    .setMaxResults(limit)
                    .getResultList();
            return numbers.isEmpty() ? List.of() : read(session, number, numbers.get(numbers.size() - 1));
        });
    }

    /** With their lines: a limit would count those. */
    private static List<Kept> read(StatelessSession session, String after, String last) {
        return session
                .createSelectionQuery(
                        "from ProductionOrderEntity o left join fetch o.lines where o.number > :after and o.number <= :last"
                                + " order by o.number",
                        ProductionOrderEntity.class)
                .setParameter("after", after)
                .setParameter("last", last)
                .getResultList()
                .stream()
                .map(ProductionOrderEntity::toKept)
                .toList();
    }

    @Override
    public List<Moved> moved(Collection<String> numbers) {
        return current.call(session -> Chunks.query(numbers, chunk -> session
                .createSelectionQuery(
                        "select d.document.number, l.lot.item, l.from.kind, l.to.kind, l.quantity.unit,"
                                + " sum(l.quantity.quantity) from EventDocumentEntity d"
                                + " join EventLineEntity l on l.id.ledgerPosition = d.id.ledgerPosition"
                                + " where d.document.type = :type and d.document.number in (:numbers)"
                                + " group by d.document.number, l.lot.item, l.from.kind, l.to.kind, l.quantity.unit"
                                + " order by d.document.number, l.lot.item",
                        Row.class)
                .setParameter("type", DocumentType.PRODUCTION_ORDER)
                .setParameter("numbers", chunk)
                .getResultList()
                .stream()
                .map(Row::toMoved)
                .toList()));
    }

    private record Row(String order, String item, PlaceKind from, PlaceKind to, String unit, BigDecimal quantity) {
        Moved toMoved() {
            return new Moved(order, new ItemNumber(item), from, to, new Quantity(quantity, new UnitOfMeasure(unit)));
        }
    }
}
