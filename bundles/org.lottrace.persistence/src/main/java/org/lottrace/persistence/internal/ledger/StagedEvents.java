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

    /**
     * @param ahead whether what it sets is written already
     * @throws IllegalStateException if it does not follow the one before; whether the first follows the head, the database says
     */
    void add(RecordedEvent event, LotRows lots, boolean ahead) {
        if (!events.isEmpty() && event.position() != last().position() + 1) {
            throw new IllegalStateException(notNext(event));
        }
        events.add(event);
        rows.addAll(EventParts.rows(event, lots));
        if (!ahead) {
            rows.addAll(EventDispositions.rows(event.event(), lots));
        }
    }

    @Override
    public void addTo(RoundTrip trip) {
        RecordedEvent first = events.get(0);
        trip.updateOne(notNext(first), MOVE_HEAD, last().position(), last().hash(), first.position() - 1)
                .insert(rows);
    }

    private RecordedEvent last() {
        return events.get(events.size() - 1);
    }

    private static String notNext(RecordedEvent event) {
        return "event " + event.event().id() + " cannot take position " + event.position()
                + ": the ledger does not end before it; call lockHead in the same unit of work first";
    }
}
