package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.lot.LotKey;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lot-actual cost: every lot carries what was paid for exactly that lot and its ingredients.
 *
 * <p>A projection of the ledger. Every operation first books all events that are committed, so an answer is never older
 * than the question. Amounts are in the functional currency of the company. An issue of {@code q} from a lot with
 * quantity {@code Q} and value {@code V} takes {@code V·q/Q} rounded half up to the minor unit; the last one takes what
 * is left, so nothing is ever lost (IAS 2.23, specific identification).
 */
@ProviderType
public interface LotCosting {
    /** @return what is left of the lot and its value; empty when it never had a cost */
    Optional<LotCost> costOf(LotKey lot);

    /** @return where the cost of the lot came from, down to the receipts; empty when it never had a cost */
    List<CostSource> sourcesOf(LotKey lot);

    /** @return cost of goods sold of the shipment, or empty when no shipment has that number */
    Optional<ShipmentCogs> cogs(String shipment);

    /** @return the entries of the document, by number */
    List<JournalEntry> journal(DocumentReference document);

    /**
     * @param from first accounting date
     * @param to last accounting date
     * @return the entries of these days, by number
     */
    List<JournalEntry> journal(LocalDate from, LocalDate to);

    /** @return all lots with a quantity or a value left, by lot */
    List<LotCost> inventory();
}
