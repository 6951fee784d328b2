package org.lottrace.recall.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.OpenPoint;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallFact.Checked;
import org.lottrace.api.recall.RecallFact.Disposed;
import org.lottrace.api.recall.RecallFact.SampleDrawn;
import org.lottrace.api.recall.RecallFact.SignedFor;
import org.lottrace.api.recall.report.ConsigneeLine;
import org.lottrace.recall.internal.OwnBalances.Balances;

/**
 * What keeps a case from being closed. An exercise asks and touches nobody, so only the quantities inside the company count
 * there.
 */
final class OpenPoints {
    private final RecallCase recallCase;
    private final Balances own;
    private final ConsigneeList consignees;
    private final Map<LotKey, List<RecallDisposal>> decided;

    OpenPoints(RecallCase recallCase, Balances own, ConsigneeList consignees) {
        decided = recallCase.facts(Disposed.class).stream()
                .map(Disposed::disposal)
                .collect(Collectors.groupingBy(RecallDisposal::lot));
        this.recallCase = recallCase;
        this.own = own;
        this.consignees = consignees;
    }

    List<OpenPoint> all() {
        List<OpenPoint> points = new ArrayList<>();
        own.balances().forEach(balance -> unexplained(balance).ifPresent(points::add));
        if (recallCase.opening().mode().isLive()) {
            own.balances().forEach(balance -> undecided(balance).ifPresent(points::add));
            own.disposedLater().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(disposed ->
                            uncertified(disposed.getKey(), disposed.getValue()).ifPresent(points::add));
            for (PartyId party : consignees.parties()) {
                consignees.lines(party).forEach(line -> points.addAll(downstream(party, line)));
            }
            points.addAll(missingChecks());
        }
        return points;
    }

    /** @return those of the points nobody has signed for */
    List<OpenPoint> unsigned(List<OpenPoint> points) {
        Set<OpenPoint> signed = recallCase.facts(SignedFor.class).stream()
                .flatMap(signature -> signature.points().stream())
                .collect(Collectors.toSet());
        return points.stream().filter(Predicate.not(signed::contains)).toList();
    }

    private static Optional<OpenPoint> unexplained(LotBalance balance) {
        return balance.unaccounted().isZero()
                ? Optional.empty()
                : Optional.of(new OpenPoint(
                        "QUANTITY_UNEXPLAINED",
                        balance.lot().toString(),
                        balance.unaccounted().toString(),
                        "what came of lot " + balance.lot() + " and what became of it differ by "
                                + balance.unaccounted() + ": verify the ledger (lot:verify), then count the lot"));
    }

    private Optional<OpenPoint> undecided(LotBalance balance) {
        Quantity left = balance.onHand()
                .minus(decided(balance.lot(), kind -> kind != RecallDisposal.Kind.DESTROYED, balance.onHand()));
        return left.isPositive()
                ? Optional.of(new OpenPoint(
                        "STOCK_UNDECIDED",
                        balance.lot().toString(),
                        left.toString(),
                        left + " of lot " + balance.lot() + " is in own stock and nobody decided what becomes of it:"
                                + " destroy it (lot:dispose), rework it or return it, and record that"))
                : Optional.empty();
    }

    private Optional<OpenPoint> uncertified(LotKey lot, Quantity disposed) {
        Quantity open = disposed.minus(decided(lot, kind -> kind == RecallDisposal.Kind.DESTROYED, disposed));
        return open.isPositive()
                ? Optional.of(new OpenPoint(
                        "CERTIFICATE_MISSING",
                        lot.toString(),
                        open.toString(),
                        open + " of lot " + lot + " was destroyed since the case was opened, without witness and"
                                + " certificate: record them (recall:dispose)"))
                : Optional.empty();
    }

    private Quantity decided(LotKey lot, Predicate<RecallDisposal.Kind> kind, Quantity inUnitOf) {
        return decided.getOrDefault(lot, List.of()).stream()
                .filter(disposal -> kind.test(disposal.kind()))
                .map(RecallDisposal::quantity)
                .reduce(Quantity.zero(inUnitOf.unit()), Quantity::plus);
    }

    private static List<OpenPoint> downstream(PartyId party, ConsigneeLine line) {
        List<OpenPoint> points = new ArrayList<>();
        String subject = party + " " + line.shipment().number() + " " + line.lot();
        String where = "lot " + line.lot() + " that " + party + " received with " + line.shipment();
        if (!line.unaccounted().isZero()) {
            points.add(new OpenPoint(
                    "QUANTITY_UNACCOUNTED",
                    subject,
                    line.unaccounted().toString(),
                    "nobody knows where " + line.unaccounted() + " of " + where + " is: ask for it"));
        }
        if (line.onHand().isPositive()) {
            points.add(new OpenPoint(
                    "HELD_BY_CONSIGNEE",
                    subject,
                    line.onHand().toString(),
                    line.onHand() + " of " + where + " is still there: take it back or have it destroyed"));
        }
        return points;
    }

    private List<OpenPoint> missingChecks() {
        List<SampleDrawn> draws = recallCase.facts(SampleDrawn.class);
        if (recallCase.opening().checkedPercent().signum() == 0
                || consignees.parties().isEmpty()) {
            return List.of();
        }
        if (draws.isEmpty()) {
            return List.of(new OpenPoint("CHECK_MISSING", "sample", "", "it was not drawn who is checked: draw it"));
        }
        SampleDrawn draw = draws.get(draws.size() - 1);
        if (draw.consignees() != consignees.parties().size()
                || !Sampling.draw(consignees.parties(), draw.percent(), draw.seed())
                        .equals(draw.sample())) {
            return List.of(new OpenPoint(
                    "CHECK_MISSING", "sample", "", "the consignees are not those it was drawn among: draw again"));
        }
        Set<PartyId> checked = new HashSet<>();
        recallCase.facts(Checked.class).forEach(fact -> checked.add(fact.check().party()));
        return draw.sample().stream()
                .filter(party -> !checked.contains(party))
                .map(party -> new OpenPoint(
                        "CHECK_MISSING", party.value(), "", party + " was drawn and not checked: check it"))
                .toList();
    }
}
