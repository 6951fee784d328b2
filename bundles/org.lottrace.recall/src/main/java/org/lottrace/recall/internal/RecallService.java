package org.lottrace.recall.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.recall.Recall;
import org.lottrace.api.recall.RecallScope;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scope is the forward trace of the suspects; isolating it is one hold of all of it. */
@Component(service = Recall.class)
public final class RecallService implements Recall {
    private static final Logger LOG = LoggerFactory.getLogger(RecallService.class);
    private static final Set<EventType> WITH_CUSTOMERS = Set.of(EventType.SHIP, EventType.RETURN);

    private final UnitOfWork unitOfWork;
    private final Genealogy genealogy;
    private final Holds holds;
    private final LedgerStore events;
    private final DispositionStore dispositions;

    @Activate
    public RecallService(
            @Reference UnitOfWork unitOfWork,
            @Reference Genealogy genealogy,
            @Reference Holds holds,
            @Reference LedgerStore events,
            @Reference DispositionStore dispositions) {
        this.unitOfWork = unitOfWork;
        this.genealogy = genealogy;
        this.holds = holds;
        this.events = events;
        this.dispositions = dispositions;
    }

    @Override
    public RecallScope scope(List<LotKey> suspects, AsOf asOf) {
        List<LotKey> inOneOrder = suspects.stream().distinct().sorted().toList();
        Trace trace = genealogy.trace(forward(inOneOrder).asOf(asOf));
        return new RecallScope(
                inOneOrder,
                trace.lots(),
                trace.onHand(),
                trace.handovers().stream()
                        .filter(handover -> WITH_CUSTOMERS.contains(handover.type()))
                        .toList(),
                trace.ledgerPosition());
    }

    @Override
    public Outcome<RecordedEvent> isolate(CaptureContext context, List<LotKey> suspects, String reason) {
        return unitOfWork.required(() -> {
            Optional<RecordedEvent> before = events.find(context.id());
            if (before.isPresent()) {
                return holds.hold(context, meant(lotsOf(before.get()), suspects), reason);
            }
            List<LotKey> toHold = notHeld(affected(suspects).lotKeys());
            if (toHold.isEmpty()) {
                return new Outcome.Refused<>(List.of(new Violation(
                        "NOTHING_TO_HOLD", "suspects", "every affected lot is held already; there is nothing to do")));
            }
            Outcome<RecordedEvent> result = holds.hold(context, toHold, reason);
            if (result instanceof Outcome.Done<RecordedEvent>) {
                LOG.info("lots isolated event={} suspects={} held={}", context.id(), suspects.size(), toHold.size());
            }
            return result;
        });
    }

    private Trace affected(List<LotKey> suspects) {
        return genealogy.trace(forward(suspects));
    }

    private static TraceRequest forward(List<LotKey> suspects) {
        return TraceRequest.of(Direction.FORWARD, suspects).withoutEdges();
    }

    private List<LotKey> notHeld(List<LotKey> lots) {
        Set<LotKey> held = dispositions.of(lots).stream()
                .filter(disposition -> disposition.disposition() != Disposition.SELLABLE)
                .map(LotDisposition::lot)
                .collect(Collectors.toSet());
        return lots.stream().filter(lot -> !held.contains(lot)).toList();
    }

    /** A repeated isolation means the lots it held then, whatever is affected now; one of other suspects is another request. */
    private List<LotKey> meant(List<LotKey> held, List<LotKey> suspects) {
        boolean repeated = affected(suspects).lotKeys().containsAll(held)
                && notHeld(suspects).stream().allMatch(held::contains);
        return repeated ? held : suspects;
    }

    private static List<LotKey> lotsOf(RecordedEvent recorded) {
        return recorded.event().dispositionChanges().stream()
                .map(DispositionChange::lot)
                .toList();
    }
}
