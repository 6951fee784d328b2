package org.lottrace.persistence.internal.lot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lottrace.persistence.internal.RoundTrip;
import org.lottrace.persistence.internal.Staged;

/** Lots that a unit of work has registered. */
final class StagedLots implements Staged {
    private final List<LotEntity> rows = new ArrayList<>();

    void add(Collection<LotEntity> more) {
        rows.addAll(more);
    }

    @Override
    public void addTo(RoundTrip trip) {
        trip.insert(rows);
    }
}
