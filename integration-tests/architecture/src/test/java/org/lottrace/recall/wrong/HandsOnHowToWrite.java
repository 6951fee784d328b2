package org.lottrace.recall.wrong;

import java.util.List;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.ReservationStore;

/** The same by a method reference. */
public final class HandsOnHowToWrite {
    public void stop(ReservationStore store, List<Reservation> reservations) {
        reservations.forEach(store::save);
    }
}
