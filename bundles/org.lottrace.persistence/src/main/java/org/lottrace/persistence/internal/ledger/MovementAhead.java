package org.lottrace.persistence.internal.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotReference;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.lot.KnownLots;
import org.lottrace.persistence.internal.site.KnownSites;

/** What every movement asks before its locks, in one round trip; what it will ask under them is told to who takes them. */
final class MovementAhead {
    private MovementAhead() {}

    static void read(CurrentSession current, EventId id, SiteId site, Instant after, Collection<LotReference> lots) {
        LaterLines.willBeAsked(current.memory(), after);
        Questions questions = new Questions();
        KnownSites.ask(current, questions, site, JpaLedgerStore.absent(current, id));
        Chunks.of(List.copyOf(Set.copyOf(lots)))
                .forEach(chunk -> KnownLots.askFittingWithItems(current, questions, chunk));
        current.ask(questions);
    }
}
