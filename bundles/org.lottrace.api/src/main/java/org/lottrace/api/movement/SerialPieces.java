package org.lottrace.api.movement;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Pieces by their serial numbers ({@link org.lottrace.api.event.KeyDataElement#SERIAL}). With its item a serial number identifies one
 * piece, whatever the lot. Source: GS1 General Specifications, AI (21). Each call joins the caller's unit of work or opens one.
 */
@ProviderType
public interface SerialPieces {
    /** Most steps that are given at once: a page, and one that says whether there are more. */
    int MOST = 1_001;

    /**
     * Says where a piece came from and went to. What was reversed is left out. A lot of an item whose lots are single pieces is found by
     * its number, as any lot.
     *
     * @param serial exactly as it is marked
     * @param item absent: of any item
     * @param limit at most so many, 1 to 1001
     * @return the newest first, by their place in the ledger; none for a number that nobody has said
     * @throws IllegalArgumentException if the limit is not 1 to 1001
     */
    @Operation(name = "serial.steps")
    List<PieceStep> steps(String serial, Optional<ItemNumber> item, int limit);
}
