package org.lottrace.persistence.internal.stock;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.RoundTrip;
import org.lottrace.persistence.internal.lot.LotRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaDispositionStore implements DispositionStore {
    private static final String ALL = "select d from DispositionEntity d join fetch d.lot";
    private static final String DISPOSITIONS = ALL + " where ";

    private final CurrentSession current;

    @Activate
    public JpaDispositionStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(Collection<LotDisposition> states) {
        if (states.isEmpty()) {
            return;
        }
        LotRows lots =
                LotRows.of(current, states.stream().map(LotDisposition::lot).toList());
        List<DispositionEntity> rows = states.stream()
                .map(state -> new DispositionEntity(state, lots.get(state.lot())))
                .toList();
        current.run(session -> new RoundTrip(session).merge(rows, "false").send());
    }

    @Override
    public void clear() {
        current.run(session ->
                session.createMutationQuery("delete DispositionEntity").executeUpdate());
    }

    @Override
    public List<LotDisposition> all() {
        return current.call(session -> sorted(
                session.createSelectionQuery(ALL, DispositionEntity.class).getResultStream()));
    }

    @Override
    public List<LotDisposition> of(Collection<LotKey> lots) {
        return current.call(
                session -> sorted(Chunks.query(LotRows.of(current, lots).ids(), chunk -> session.createSelectionQuery(
                                        DISPOSITIONS + "d.lotId = any_id(:lots, 0)", DispositionEntity.class)
                                .setParameter("lots", AnyOf.ids(chunk))
                                .getResultList())
                        .stream()));
    }

    @Override
    public List<LotDisposition> notSellable() {
        return current.call(session ->
                sorted(session.createSelectionQuery(DISPOSITIONS + "d.disposition in :others", DispositionEntity.class)
                        .setParameterList("others", EnumSet.complementOf(EnumSet.of(Disposition.SELLABLE)))
                        .getResultStream()));
    }

    private static List<LotDisposition> sorted(Stream<DispositionEntity> rows) {
        return rows.map(DispositionEntity::toDisposition)
                .sorted(Comparator.comparing(LotDisposition::lot))
                .toList();
    }
}
