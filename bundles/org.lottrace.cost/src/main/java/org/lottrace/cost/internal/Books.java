package org.lottrace.cost.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.lot.LotKey;

/** What has been booked so far, as the rules see it. */
interface Books {
    /** @return what is left of the lot; empty when it never had a cost */
    Optional<LotCost> costOf(LotKey lot);

    /** @return the entries of every event that names the document, by number */
    List<JournalEntry> ofDocument(DocumentReference document);

    /** @return the entries with a line for the lot, by number */
    List<JournalEntry> ofLot(LotKey lot);

    /** @return what the entries of the document leave on the account for the lot; empty when they never touch it */
    default Optional<CostedQuantity> balance(DocumentReference document, Account account, LotKey lot) {
        return ofDocument(document).stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == account && line.lot().equals(Optional.of(lot)))
                .map(Books::costed)
                .reduce(CostedQuantity::plus);
    }

    /** @return quantity and amount of a line that has a lot */
    static CostedQuantity costed(JournalLine line) {
        return new CostedQuantity(line.quantity().orElseThrow(), line.amount());
    }
}
