package org.lottrace.api.seal;

import java.util.List;
import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds what was changed outside LotTrace in the records that no event holds (master data, orders, notices, lots, reservations,
 * recall cases, drills, interchanges, journal, audit log) and in what is derived from events (stock, dispositions, lot cost).
 *
 * <p>Each record is sealed in the transaction that writes it. Seals form a chain, and events say where it stood when they were
 * recorded, so that a seal that was changed with its record is found as soon as an event came after it.
 */
@ProviderType
public interface RecordSeals {
    /**
     * Compares every record with its seal, the seals with their chain, the chain with what events say of it, and what is derived
     * with the events. Holds no lock. Takes time in proportion to all that is stored.
     *
     * @param most how many are named, 1 to 1000
     * @return what does not fit, in no particular order; empty when all does
     */
    @Operation(name = "seal.verify", takesLong = true)
    List<Tampering> verify(int most);

    /** @return what the background has found since the last start and is still so; reads nothing */
    @Operation(name = "seal.found")
    List<Tampering> found();
}
