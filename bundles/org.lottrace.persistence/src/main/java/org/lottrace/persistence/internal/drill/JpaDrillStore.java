package org.lottrace.persistence.internal.drill;

import java.util.List;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.store.DrillStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.lot.LotRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaDrillStore implements DrillStore {
    private final CurrentSession current;

    @Activate
    public JpaDrillStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public Drill insert(Drill drill) {
        return current.call(session -> {
            DrillEntity row = new DrillEntity(
                    drill, LotRows.of(current, List.of(drill.lot())).get(drill.lot()));
            session.insert(row);
            return row.toDrill();
        });
    }

    @Override
    public List<Drill> recent(int limit) {
        return current.call(session -> session
                .createSelectionQuery(
                        "from DrillEntity d join fetch d.lot order by d.started.at desc, d.started.nanos desc, d.id desc",
                        DrillEntity.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(DrillEntity::toDrill)
                .toList());
    }
}
