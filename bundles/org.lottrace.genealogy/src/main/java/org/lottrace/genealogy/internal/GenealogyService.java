package org.lottrace.genealogy.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.store.LedgerStore;
import org.lottrace.api.store.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Traces over the edges in the ledger.
 *
 * <p>One consistent state: the head is read first, so that every edge up to it is seen, and what was recorded while the
 * edges were read is taken out again at the end.
 */
@Component(service = Genealogy.class)
public final class GenealogyService implements Genealogy {
    private static final int PAGE = 500;

    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;

    @Activate
    public GenealogyService(@Reference UnitOfWork unitOfWork, @Reference LedgerStore ledger) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
    }

    @Override
    public Trace trace(LotKey lot, Direction direction) {
        return unitOfWork.required(() -> {
            long head = ledger.head().position();
            Reach reach =
                    new Reach(lot, direction, direction == Direction.FORWARD ? ledger::edgesFrom : ledger::edgesTo);
            Set<LotKey> lots = keys(reach);
            List<Handover> handovers = ledger.handovers(lots);
            Set<EventId> later = eventsAfter(head);
            if (!later.isEmpty()) {
                reach = reach.within(lot, direction, without(later, reach.edges()));
                lots = keys(reach);
            }
            Predicate<Handover> isPartOfTheAnswer = partOf(lots, later);
            return new Trace(
                    lot,
                    direction,
                    reach.lots(),
                    reach.edges(),
                    handovers.stream().filter(isPartOfTheAnswer).toList(),
                    head);
        });
    }

    private static Set<LotKey> keys(Reach reach) {
        return reach.lots().stream().map(TracedLot::lot).collect(Collectors.toSet());
    }

    private static List<TracedEdge> without(Set<EventId> later, List<TracedEdge> edges) {
        return edges.stream().filter(edge -> !later.contains(edge.event())).toList();
    }

    private static Predicate<Handover> partOf(Set<LotKey> lots, Set<EventId> later) {
        return handover -> lots.contains(handover.lot()) && !later.contains(handover.event());
    }

    private Set<EventId> eventsAfter(long head) {
        Set<EventId> ids = new HashSet<>();
        List<RecordedEvent> page = ledger.after(head, PAGE);
        while (!page.isEmpty()) {
            page.forEach(recorded -> ids.add(recorded.event().id()));
            page = ledger.after(page.get(page.size() - 1).position(), PAGE);
        }
        return ids;
    }
}
