package org.lottrace.api.recall;

import java.util.List;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** Finds and isolates what a suspicion affects. */
@ProviderType
public interface Recall {
    /**
     * Changes nothing.
     *
     * @param suspects one or more lots
     * @return all lots that contain them, where they are and who received them
     */
    RecallScope scope(List<LotKey> suspects);

    /**
     * Holds every affected lot that is not held already, wherever it is, and cancels reservations of it, in one
     * transaction. Idempotent by event id. Refused with {@code NOTHING_TO_HOLD} when all are held already, and with the
     * reasons of {@link org.lottrace.api.quality.Holds#hold}.
     *
     * @param context who, when and where
     * @param suspects one or more lots
     * @param reason why, for people
     */
    Outcome<RecordedEvent> isolate(CaptureContext context, List<LotKey> suspects, String reason);
}
