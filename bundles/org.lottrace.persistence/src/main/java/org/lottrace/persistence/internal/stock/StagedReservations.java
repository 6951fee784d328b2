package org.lottrace.persistence.internal.stock;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.persistence.internal.RoundTrip;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.Staged;

/** Reservations that a unit of work makes, changes and gives back, one statement after the other. */
final class StagedReservations implements Staged {
    private final List<Change> changes = new ArrayList<>();

    private record Change(String sql, ArrayParameter[] parameters) {}

    void add(String sql, ArrayParameter... parameters) {
        changes.add(new Change(sql, parameters));
    }

    @Override
    public void addTo(RoundTrip trip) {
        changes.forEach(change -> trip.execute(change.sql(), change.parameters()));
    }
}
