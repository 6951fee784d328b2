package org.lottrace.cost.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.lot.LotKey;

/** What has been booked so far, as the rules see it. */
interface Books {
    /** @return what is left of those of the lots that ever had a cost */
    List<LotCost> costsOf(Collection<LotKey> lots);

    /** @return the entries of every event that names the document, by number */
    List<JournalEntry> ofDocument(DocumentReference document);

    /** @return the entry of the event; empty when it moved no value */
    Optional<JournalEntry> ofEvent(EventId event);

    /** @return the entries with a line for the lot, by number */
    List<JournalEntry> ofLot(LotKey lot);

    /** @return what the entries of the document leave on the account, by lot */
    default Map<LotKey, CostedQuantity> balances(DocumentReference document, Account account) {
        return ofDocument(document).stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == account)
                .collect(Collectors.toMap(line -> line.lot().orElseThrow(), Books::costed, CostedQuantity::plus));
    }

    /** @return quantity and amount of a line that has a lot */
    static CostedQuantity costed(JournalLine line) {
        return new CostedQuantity(line.quantity().orElseThrow(), line.amount());
    }
}
