package org.lottrace.api.recall;

import java.util.List;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.Holds;
import org.osgi.annotation.versioning.ProviderType;

/** Finds and isolates what a suspicion affects. */
@ProviderType
public interface Recall {
    /** @return all lots that contain the suspects, where they are and who received them, by all that is recorded now */
    default RecallScope scope(List<LotKey> suspects) {
        return scope(suspects, AsOf.LATEST);
    }

    /**
     * Changes nothing.
     *
     * @param suspects one or more lots
     * @param asOf which events count, so that it can be said what could be known when a decision was taken
     * @return all lots that contained them, where they were and who had received them
     */
    @Operation(name = "recall.scope")
    RecallScope scope(List<LotKey> suspects, AsOf asOf);

    /**
     * Holds every affected lot that is not held already, wherever it is, and cancels reservations of it, in one
     * transaction. Idempotent by event id. Refused with {@code NOTHING_TO_HOLD} when all are held already, and with the
     * reasons of {@link org.lottrace.api.quality.Holds#hold}.
     *
     * @param context who, when and where
     * @param suspects one or more lots
     * @param reason why, for people
     */
    @Operation(
            name = "recall.isolate",
            roles = {Role.ADMINISTRATOR, Role.QUALITY, Role.RECALL_COORDINATOR, Role.RECALL_QUALITY},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"NOTHING_TO_HOLD"},
            refusalsOf = {Holds.class})
    Outcome<RecordedEvent> isolate(CaptureContext context, List<LotKey> suspects, String reason);
}
