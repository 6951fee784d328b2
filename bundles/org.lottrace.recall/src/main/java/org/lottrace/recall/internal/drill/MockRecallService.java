package org.lottrace.recall.internal.drill;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.certificate.CompletenessCertificate;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.recall.Recall;
import org.lottrace.api.recall.RecallScope;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.drill.Drill.Step;
import org.lottrace.api.recall.drill.Drill.Target;
import org.lottrace.api.recall.drill.DrillReport;
import org.lottrace.api.recall.drill.DrillReport.Contact;
import org.lottrace.api.recall.drill.DrillRequest;
import org.lottrace.api.recall.drill.MockRecall;
import org.lottrace.api.recall.store.DrillStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks what a recall asks, step by step. The only thing it writes is its record, at the end. */
@Component(service = MockRecall.class)
public final class MockRecallService implements MockRecall {
    private static final Logger LOG = LoggerFactory.getLogger(MockRecallService.class);

    private final UnitOfWork unitOfWork;
    private final Genealogy genealogy;
    private final Recall recall;
    private final Certification certification;
    private final LotStore lots;
    private final ItemStore items;
    private final StockStore stock;
    private final PartyStore parties;
    private final DrillStore drills;
    private final DrillChoice choice;
    private final Clock clock;

    @Activate
    public MockRecallService(
            @Reference UnitOfWork unitOfWork,
            @Reference Genealogy genealogy,
            @Reference Recall recall,
            @Reference Certification certification,
            @Reference LotStore lots,
            @Reference ItemStore items,
            @Reference StockStore stock,
            @Reference PartyStore parties,
            @Reference DrillStore drills,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.genealogy = genealogy;
        this.recall = recall;
        this.certification = certification;
        this.lots = lots;
        this.items = items;
        this.stock = stock;
        this.parties = parties;
        this.drills = drills;
        this.choice = new DrillChoice(items, lots);
        this.clock = clock;
    }

    @Override
    public Outcome<DrillReport> run(DrillRequest request) {
        Instant started = clock.instant();
        long seed = request.seed().orElseGet(started::toEpochMilli);
        StepTimes times = new StepTimes(clock, started);
        Optional<LotKey> lot = times.timed(Step.CHOOSE, () -> choose(request, seed));
        if (lot.isEmpty()) {
            return new Outcome.Refused<>(List.of(
                    request.lot().isPresent()
                            ? new Violation(
                                    "LOT_UNKNOWN",
                                    "lot",
                                    "there is no lot " + request.lot().get() + ": name another")
                            : new Violation(
                                    "NO_LOT", "target", "there is no " + request.target() + " that was ever moved")));
        }
        return new Outcome.Done<>(drill(request, seed, started, lot.get(), times));
    }

    @Override
    public List<Drill> trend(int limit) {
        return drills.recent(limit);
    }

    private Optional<LotKey> choose(DrillRequest request, long seed) {
        return unitOfWork.required(() -> request.lot().isPresent()
                ? request.lot().filter(lot -> lots.find(lot).isPresent())
                : choice.lot(request.target(), seed));
    }

    private DrillReport drill(DrillRequest request, long seed, Instant started, LotKey lot, StepTimes times) {
        Trace backward =
                times.timed(Step.TRACE_BACKWARD, () -> genealogy.trace(TraceRequest.of(Direction.BACKWARD, lot)));
        times.timed(Step.TRACE_FORWARD, () -> genealogy.trace(TraceRequest.of(Direction.FORWARD, lot)));
        RecallScope scope = times.timed(Step.SCOPE, () -> recall.scope(List.of(lot)));
        List<LotKey> affected = scope.affected().stream().map(TracedLot::lot).toList();
        List<StockBalance> onHand = times.timed(Step.ON_HAND, () -> stock.ofLots(affected));
        List<Contact> contacts = times.timed(Step.CONSIGNEES, () -> contacts(scope));
        CompletenessCertificate certificate = times.timed(Step.CERTIFY, () -> certification.certify(affected));
        BigDecimal accounted = times.timed(Step.RECONCILE, () -> Accountability.percent(certificate.lots()));
        Drill drill = unitOfWork.required(() -> drills.insert(new Drill(
                0,
                started,
                request.actor(),
                seed,
                targetOf(lot),
                lot,
                times.steps(),
                backward.lots().size() - 1,
                affected.size(),
                contacts.size(),
                (int) contacts.stream()
                        .filter(contact -> !contact.isReachable())
                        .count(),
                accounted,
                certificate.findings().size(),
                certificate.ledgerPosition(),
                certificate.ledgerHash())));
        LOG.info("mock recall run lot={} seed={} took={} passed={}", lot, seed, drill.took(), drill.isPassed());
        return new DrillReport(
                drill,
                backward.lots(),
                backward.handovers().stream()
                        .filter(handover -> handover.type() == EventType.RECEIVE)
                        .toList(),
                scope.affected(),
                onHand,
                scope.shipments(),
                contacts,
                certificate);
    }

    private List<Contact> contacts(RecallScope scope) {
        return scope.shipments().stream()
                .filter(handover -> handover.type() == EventType.SHIP)
                .map(Handover::party)
                .distinct()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .map(this::contact)
                .toList();
    }

    private Contact contact(PartyId id) {
        return parties.find(id)
                .map((Party party) -> new Contact(id, party.name(), party.email(), party.phone()))
                .orElseGet(() -> new Contact(id, "", "", ""));
    }

    private Target targetOf(LotKey lot) {
        return items.find(lot.item())
                .map(item -> DrillChoice.target(item.type()))
                .orElse(Target.INGREDIENT);
    }
}
