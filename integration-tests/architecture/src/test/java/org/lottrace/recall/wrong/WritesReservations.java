package org.lottrace.recall.wrong;

import java.util.List;
import org.lottrace.api.allocation.store.ReservationStore;

/** Recall locks what allocation owns. */
public final class WritesReservations {
    public void stop(ReservationStore reservations) {
        reservations.lockItems(List.of());
    }
}
