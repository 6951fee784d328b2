package org.lottrace.recall.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.recall.OpenPoint;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallFact.Checked;
import org.lottrace.api.recall.RecallFact.SampleDrawn;
import org.lottrace.api.recall.RecallFact.ScopeSet;
import org.lottrace.api.recall.RecallFact.StatusReported;
import org.lottrace.api.recall.RecallFact.StockBlocked;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.report.ClockMarks;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.ConsigneeLine;
import org.lottrace.api.recall.report.DownstreamBalance;
import org.lottrace.api.recall.report.FollowUp;
import org.lottrace.api.recall.report.Reconciliation;
import org.lottrace.api.recall.report.StatusReport;
import org.lottrace.recall.internal.OwnBalances.Balances;

/** Everything a case says now, from its steps and the ledger, inside the caller's unit of work. */
final class CaseReading {
    private final LedgerStore events;
    private final PartyStore parties;
    private final OwnBalances balances;
    private final Clock clock;

    CaseReading(LedgerStore events, PartyStore parties, OwnBalances balances, Clock clock) {
        this.events = events;
        this.parties = parties;
        this.balances = balances;
        this.clock = clock;
    }

    ConsigneeList list(RecallCase recallCase) {
        return new ConsigneeList(recallCase, events.handovers(recallCase.scope().keys()));
    }

    Retractions retractions(RecallCase recallCase) {
        return new Retractions(recallCase, events::handovers);
    }

    List<Consignee> consignees(RecallCase recallCase) {
        ConsigneeList consignees = list(recallCase);
        Map<PartyId, Party> known =
                parties.find(consignees.parties()).stream().collect(Collectors.toMap(Party::id, Function.identity()));
        return consignees.consignees(party -> Optional.ofNullable(known.get(party)), clock.instant());
    }

    Reconciliation reconciliation(RecallCase recallCase) {
        Balances own = balances.of(
                recallCase.scope().keys(), recallCase.scopes().get(0).ledgerPosition());
        ConsigneeList consignees = list(recallCase);
        OpenPoints rules = new OpenPoints(recallCase, own, consignees);
        List<OpenPoint> open = new ArrayList<>(rules.all());
        open.addAll(retractions(recallCase).open());
        return new Reconciliation(
                own.balances(), downstream(consignees), open, rules.unsigned(open), own.ledgerPosition());
    }

    /** @param goods where the lots of the scope are now */
    StatusReport status(RecallCase recallCase, List<Whereabouts> goods) {
        List<Consignee> consignees = consignees(recallCase);
        List<SampleDrawn> draws = recallCase.facts(SampleDrawn.class);
        return new StatusReport(
                recallCase.id(),
                clock.instant(),
                recallCase.opening(),
                recallCase.isClosed(),
                recallCase.scope(),
                clockMarks(recallCase, consignees),
                consignees,
                count(consignees, consignee -> consignee.notifiedAt().isPresent()),
                count(consignees, consignee -> consignee.followUp() == FollowUp.SETTLED),
                count(
                        consignees,
                        consignee -> consignee.notifiedAt().isPresent() && consignee.followUp() != FollowUp.SETTLED),
                draws.isEmpty() ? Optional.empty() : Optional.of(draws.get(draws.size() - 1)),
                recallCase.facts(Checked.class).stream().map(Checked::check).toList(),
                reconciliation(recallCase),
                goods,
                new NoticeHistory(recallCase).waiting(),
                recallCase.facts(StatusReported.class),
                nextReport(recallCase));
    }

    private static int count(List<Consignee> consignees, Predicate<Consignee> which) {
        return (int) consignees.stream().filter(which).count();
    }

    private static ClockMarks clockMarks(RecallCase recallCase, List<Consignee> consignees) {
        boolean allTold = !consignees.isEmpty()
                && consignees.stream()
                        .allMatch(consignee -> consignee.notifiedAt().isPresent());
        return new ClockMarks(
                recallCase.opening().decidedAt(),
                first(recallCase, ScopeSet.class),
                first(recallCase, StockBlocked.class),
                notifiedAt(consignees).min(Instant::compareTo),
                allTold ? notifiedAt(consignees).max(Instant::compareTo) : Optional.empty());
    }

    private static Stream<Instant> notifiedAt(List<Consignee> consignees) {
        return consignees.stream().flatMap(consignee -> consignee.notifiedAt().stream());
    }

    private static Optional<Instant> first(RecallCase recallCase, Class<? extends RecallFact> kind) {
        return recallCase.stepsWith(kind).map(RecallStep::at).findFirst();
    }

    private static Optional<Instant> nextReport(RecallCase recallCase) {
        if (recallCase.isClosed() || !recallCase.opening().mode().isLive()) {
            return Optional.empty();
        }
        Duration interval = Duration.ofDays(recallCase.opening().regime().reportDays());
        List<RecallStep> given = recallCase.stepsWith(StatusReported.class).toList();
        return Optional.of((given.isEmpty() ? recallCase.steps().get(0) : given.get(given.size() - 1))
                .at()
                .plus(interval));
    }

    private static List<DownstreamBalance> downstream(ConsigneeList consignees) {
        Map<LotKey, DownstreamBalance> byLot = new TreeMap<>();
        List<ConsigneeLine> lines = new ArrayList<>();
        consignees.parties().forEach(party -> lines.addAll(consignees.lines(party)));
        for (ConsigneeLine line : lines) {
            byLot.merge(line.lot(), balance(line), CaseReading::sum);
        }
        return List.copyOf(byLot.values());
    }

    private static DownstreamBalance balance(ConsigneeLine line) {
        return new DownstreamBalance(
                line.lot(), line.shipped(), line.returned(), line.destroyed(), line.onHand(), line.used());
    }

    private static DownstreamBalance sum(DownstreamBalance one, DownstreamBalance other) {
        return new DownstreamBalance(
                one.lot(),
                one.shipped().plus(other.shipped()),
                one.returned().plus(other.returned()),
                one.destroyed().plus(other.destroyed()),
                one.onHand().plus(other.onHand()),
                one.used().plus(other.used()));
    }
}
