package org.lottrace.persistence.internal.allocation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.StatelessSession;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.store.AllocationRuleStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps in memory what was committed: numbers grow in the order of commits, so the newest one tells whether that is all. */
@Component
public final class JpaAllocationRuleStore implements AllocationRuleStore {
    /** Whoever adds a rule may roll it back, and its number comes again. */
    private static final Kind<String, Boolean> ADDED = Kind.ofTheUnit();

    private static final String ONLY = "added";

    private final CurrentSession current;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(0, List.of()));

    /** @param newest number of the last of the rules, 0 when there is none */
    private record Known(long newest, List<AllocationRule> rules) {}

    @Activate
    public JpaAllocationRuleStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void insert(AllocationRule rule) {
        current.memory().learn(ADDED, ONLY, true);
        NewestRule.forget(current);
        current.run(session -> {
            AllocationRuleEntity row = new AllocationRuleEntity(rule);
            session.insert(row);
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public List<AllocationRule> all() {
        return current.call(session -> {
            if (current.memory().find(ADDED, ONLY).isPresent()) {
                return read(session);
            }
            long newest = NewestRule.of(current, session);
            Known before = known.get();
            if (before.newest() == newest) {
                return before.rules();
            }
            List<AllocationRule> rules = read(session);
            known.set(
                    new Known(rules.isEmpty() ? 0 : rules.get(rules.size() - 1).version(), rules));
            return rules;
        });
    }

    private static List<AllocationRule> read(StatelessSession session) {
        // what is committed meanwhile is only among those that are read later
        Collection<AllocationRuleEntity> rules = with(session, "substitutes").values();
        Map<Long, AllocationRuleEntity> attributes = with(session, "attributes");
        Map<Long, AllocationRuleEntity> classes = with(session, "withoutClasses");
        return rules.stream()
                .map(row -> row.toRule(attributes.get(row.version), classes.get(row.version)))
                .toList();
    }

    /** @return the rows by version, with one of their lists */
    private static Map<Long, AllocationRuleEntity> with(StatelessSession session, String list) {
        Map<Long, AllocationRuleEntity> rows = new LinkedHashMap<>();
        session.createSelectionQuery(
                        "from AllocationRuleEntity r left join fetch r." + list + " order by r.version",
                        AllocationRuleEntity.class)
                .getResultList()
                .forEach(row -> rows.put(row.version, row));
        return rows;
    }
}
