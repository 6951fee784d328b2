package org.lottrace.persistence.internal.unit;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.movement.store.UnitNestingStore;
import org.lottrace.api.movement.store.UnitStay;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaUnitNestingStore implements UnitNestingStore {
    private static final String OPEN_OF = "from UnitNestingEntity n where n.open = :unit and n.parent = :parent";

    private final CurrentSession current;

    @Activate
    public JpaUnitNestingStore(@Reference CurrentSession current) {
        this.current = current;
    }

    /** Level by level, until nothing new is found: mostly there is nothing at all, which is one question. */
    @Override
    public List<NestedUnit> tree(Collection<Sscc> units) {
        return current.call(session -> {
            Set<NestedUnit> found = new HashSet<>();
            Set<String> asked = new HashSet<>();
            Set<String> next = units.stream().map(Sscc::value).collect(Collectors.toCollection(TreeSet::new));
            while (!next.isEmpty()) {
                asked.addAll(next);
                List<NestedUnit> level = around(session, next);
                found.addAll(level);
                next = level.stream()
                        .flatMap(nested -> Stream.of(nested.unit(), nested.in()))
                        .map(Sscc::value)
                        .filter(unit -> !asked.contains(unit))
                        .collect(Collectors.toCollection(TreeSet::new));
            }
            return found.stream()
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        });
    }

    /** In two halves, each with an index; "or" would use none of them. */
    private static List<NestedUnit> around(StatelessSession session, Set<String> units) {
        return session.createSelectionQuery(
                        "select n from UnitNestingEntity n where n.open = any_text(:units, 0) union all"
                                + " select m from UnitNestingEntity m where m.parent = any_text(:units, 0)"
                                + " and m.until is null",
                        UnitNestingEntity.class)
                .setParameter("units", AnyOf.texts(units))
                .getResultStream()
                .map(UnitNestingEntity::toNested)
                .toList();
    }

    @Override
    public void nest(NestedUnit nested, long position) {
        current.run(session -> session.insert(new UnitNestingEntity(nested, position)));
    }

    @Override
    public void takeOut(NestedUnit nested, long position) {
        current.run(session -> session.createSelectionQuery(OPEN_OF, UnitNestingEntity.class)
                .setParameter("unit", nested.unit().value())
                .setParameter("parent", nested.in().value())
                .getResultList()
                .forEach(row -> {
                    row.open = null;
                    row.until = position;
                    session.update(row);
                }));
    }

    @Override
    public List<UnitStay> all() {
        return current.call(session -> session.createSelectionQuery(
                        "from UnitNestingEntity n order by n.id.unit, n.id.from", UnitNestingEntity.class)
                .getResultStream()
                .map(UnitNestingEntity::toStay)
                .toList());
    }

    @Override
    public void clear() {
        current.run(session ->
                session.createMutationQuery("delete UnitNestingEntity").executeUpdate());
    }
}
