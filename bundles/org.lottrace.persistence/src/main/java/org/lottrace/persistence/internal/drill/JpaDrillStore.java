package org.lottrace.persistence.internal.drill;

import java.util.List;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.store.DrillStore;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaDrillStore implements DrillStore {
    private static final String NEWEST_FIRST = " order by d.started.at desc, d.started.nanos desc, d.id desc";

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
            StagedSeals.wrote(current, session, row);
            return row.toDrill();
        });
    }

    @Override
    public List<Drill> recent(int limit) {
        return current.call(session -> {
            List<Long> page = session.createSelectionQuery("select d.id from DrillEntity d" + NEWEST_FIRST, Long.class)
                    .setMaxResults(limit)
                    .getResultList();
            return Chunks.query(page, chunk -> session.createSelectionQuery(
                            "from DrillEntity d join fetch d.lot where d.id = any_id(:ids, 0)" + NEWEST_FIRST,
                            DrillEntity.class)
                    .setParameter("ids", AnyOf.ids(chunk))
                    .getResultStream()
                    .map(DrillEntity::toDrill)
                    .toList());
        });
    }
}
