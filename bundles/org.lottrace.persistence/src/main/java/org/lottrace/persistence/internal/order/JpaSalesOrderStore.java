package org.lottrace.persistence.internal.order;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Batch;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.allocation.NewestRule;
import org.lottrace.persistence.internal.item.ItemEntity;
import org.lottrace.persistence.internal.item.KnownItems;
import org.lottrace.persistence.internal.seal.StagedSeals;
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
        current.run(session -> {
            SalesOrderEntity row = new SalesOrderEntity(order);
            Batch.send(session, batch -> batch.upsert(row));
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public Set<ItemNumber> lockItems(String number) {
        OrderUnderLock read = new OrderUnderLock(current, number);
        Set<ItemNumber> locked = read.lock();
        current.memory().learn(ORDERS, number, read.order());
        return locked;
    }

    /** The items of its lines are read along, and whether there are new rules: who asks for an order asks for them next. */
    @Override
    public Optional<SalesOrder> find(String number) {
        return current.call(session -> current.memory().get(ORDERS, number, none -> read(session, number)));
    }

    private Optional<SalesOrder> read(StatelessSession session, String number) {
        List<Row> rows = session.createSelectionQuery(
                        "select o, i, " + NewestRule.QUERY + " from SalesOrderEntity o left join fetch o.lines l"
                                + " left join ItemEntity i on i.number = l.item left join fetch i.packUnits"
                                + " left join fetch i.classes left join fetch i.notWith where o.number = :number",
                        Row.class)
                .setParameter("number", number)
                .getResultList();
        rows.stream()
                .map(Row::item)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(item -> KnownItems.learn(current, item));
        rows.stream().findFirst().ifPresent(row -> NewestRule.learn(current, row.rule()));
        return rows.stream().findFirst().map(row -> row.order().toOrder());
    }

    /** As {@link #find} for each: they are known then. */
    @Override
    public List<SalesOrder> withNumbers(Collection<String> numbers) {
        return current.required(() -> knownWithNumbers(numbers));
    }

    private List<SalesOrder> knownWithNumbers(Collection<String> numbers) {
        List<String> unknown = numbers.stream()
                .distinct()
                .filter(number -> current.memory().find(ORDERS, number).isEmpty())
                .toList();
        Chunks.query(
                        unknown,
                        chunk -> current.call(session -> session.createSelectionQuery(
                                        "select distinct o from SalesOrderEntity o left join fetch o.lines"
                                                + " where o.number = any_text(:numbers, 0)",
                                        SalesOrderEntity.class)
                                .setParameter("numbers", AnyOf.texts(chunk))
                                .getResultList()))
                .stream()
                .map(SalesOrderEntity::toOrder)
                .forEach(order -> current.memory().learn(ORDERS, order.number(), Optional.of(order)));
        return numbers.stream()
                .distinct()
                .sorted()
                .flatMap(number -> current.memory().find(ORDERS, number).stream())
                .flatMap(Optional::stream)
                .toList();
    }

    record Row(SalesOrderEntity order, ItemEntity item, Long rule) {}

    @Override
    public List<SalesOrder> after(String number, int limit) {
        return current.call(session -> {
            List<String> numbers = session.createSelectionQuery(
                            "select number from SalesOrderEntity where number > :number order by number", String.class)
                    .setParameter("number", number)
                    .setMaxResults(limit)
                    .getResultList();
            return numbers.isEmpty() ? List.of() : read(session, number, numbers.get(numbers.size() - 1));
        });
    }

    /** With their lines: a limit would count those. */
    private static List<SalesOrder> read(StatelessSession session, String after, String last) {
        return session
                .createSelectionQuery(
                        "from SalesOrderEntity o left join fetch o.lines where o.number > :after and o.number <= :last"
                                + " order by o.number",
                        SalesOrderEntity.class)
                .setParameter("after", after)
                .setParameter("last", last)
                .getResultList()
                .stream()
                .map(SalesOrderEntity::toOrder)
                .toList();
    }
}
