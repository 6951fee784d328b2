package org.lottrace.persistence.internal.ledger;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.persistence.internal.RoundTrip;
import org.lottrace.persistence.internal.Staged;
import org.lottrace.persistence.internal.lot.LotRows;

/** Events that a unit of work appends, one after the other. */
final class StagedEvents implements Staged {
    private static final String MOVE_HEAD =
            "update ledger_head set head_position = ?, hash = ? where head_position = ?";

    private final List<RecordedEvent> events = new ArrayList<>();
    private final List<Object> rows = new ArrayList<>();

    /** @param ahead whether what it sets is written already */
    void add(RecordedEvent event, LotRows lots, boolean ahead) {
        events.add(event);
        rows.addAll(EventParts.rows(event, lots));
        if (!ahead) {
            rows.addAll(EventDispositions.rows(event.event(), lots));
        }
    }

    @Override
    public void addTo(RoundTrip trip) {
        RecordedEvent first = events.get(0);
        RecordedEvent last = events.get(events.size() - 1);
        trip.updateOne(
                        "event " + first.event().id() + " cannot take position " + first.position()
                                + ": the ledger does not end before it; call lockHead in the same unit of work first",
                        MOVE_HEAD,
                        last.position(),
                        last.hash(),
                        first.position() - 1)
                .insert(rows);
    }
}
