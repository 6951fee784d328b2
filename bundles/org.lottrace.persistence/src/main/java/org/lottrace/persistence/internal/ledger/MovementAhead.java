package org.lottrace.persistence.internal.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.persistence.internal.AskedAlong;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.item.KnownItems;
import org.lottrace.persistence.internal.lot.KnownLots;
import org.lottrace.persistence.internal.site.KnownSites;
import org.lottrace.persistence.internal.stock.ReservedSums;

/** What every movement asks, in as few round trips as its locks allow: before them, with that on its lots, with that on the head. */
final class MovementAhead {
    private MovementAhead() {}

    static void read(CurrentSession current, EventId id, SiteId site, Instant after, Collection<LotReference> lots) {
        Set<LotKey> locked = new HashSet<>();
        current.memory().learn(AskedAlong.WITH_LOTS, AskedAlong.ONLY, (questions, of) -> {
            LaterLines.askNone(current, questions, of, after);
            locked.addAll(of);
        });
        current.memory()
                .learn(
                        AskedAlong.WITH_HEAD,
                        AskedAlong.ONLY,
                        (questions, unused) -> ReservedSums.ask(current, questions, locked));
        List<LotReference> named = List.copyOf(Set.copyOf(lots));
        Questions questions = new Questions();
        JpaLedgerStore.askAbsent(current, questions, id);
        KnownSites.ask(current, questions, site);
        Chunks.of(named).forEach(chunk -> KnownLots.askFitting(current, questions, chunk));
        Set<ItemNumber> items =
                named.stream().flatMap(lot -> lot.item().stream()).collect(Collectors.toSet());
        Chunks.of(items).forEach(chunk -> KnownItems.ask(current, questions, chunk));
        current.ask(questions);
    }
}
