package org.lottrace.certificate.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.Finding.Witness;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/** The lines and the edges of one event tell the same story: what went in, and what it became part of; or did not. */
final class EdgeCheck {
    private static final String MAY_BE = "may be ";

    private final RecordedEvent recorded;
    private final Map<LotKey, BigDecimal> notInEdges = new TreeMap<>();
    private final Map<LotKey, UnitOfMeasure> units = new TreeMap<>();
    private final Map<LotKey, Quantity> made = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private EdgeCheck(RecordedEvent recorded) {
        this.recorded = recorded;
    }

    static List<Finding> findings(RecordedEvent recorded) {
        return findings(recorded, List.of());
    }

    /**
     * @param shared the edges of the production whose inputs a later output shares anew: they are its inputs, and their outputs
     *     were made there
     */
    static List<Finding> findings(RecordedEvent recorded, List<Edge> shared) {
        EdgeCheck check = new EdgeCheck(recorded);
        shared.forEach(check::takeShared);
        recorded.event().lines().forEach(check::take);
        recorded.event().edges().forEach(check::take);
        check.compareInputs();
        check.compareOutputs();
        return check.findings;
    }

    private void take(EventLine line) {
        boolean isUndone = InForce.reversedBy(recorded.event()).isPresent();
        Position target = isUndone ? line.from() : line.to();
        Position source = isUndone ? line.to() : line.from();
        if (target.place().kind() == PlaceKind.TRANSFORMATION) {
            add(line.lot(), line.quantity(), line.quantity().amount());
        }
        if (source.place().kind() == PlaceKind.TRANSFORMATION) {
            made.merge(
                    line.lot(), line.quantity(), (one, more) -> one.unit().equals(more.unit()) ? one.plus(more) : one);
        }
    }

    private void takeShared(Edge edge) {
        add(edge.input(), edge.quantity(), edge.quantity().amount());
        made.putIfAbsent(edge.output(), edge.quantity());
    }

    private void take(Edge edge) {
        if (isGuess(edge)) {
            if (InForce.reversedBy(recorded.event()).isEmpty()) {
                findings.add(finding(
                        edge.output(),
                        edge.quantity(),
                        MAY_BE + edge.input() + ": nobody has said yet which lot it is"));
            }
            return;
        }
        add(edge.input(), edge.quantity(), edge.quantity().amount().negate());
    }

    /** @return true when it says of a lot that it may be another one */
    static boolean isGuess(Finding finding) {
        return finding.message().startsWith(MAY_BE);
    }

    /** A report did not say which of several lots moved: the one on which it is recorded may be each of them, and was not made of any. */
    private boolean isGuess(Edge edge) {
        return edge.certainty() == Edge.Certainty.INFERRED
                && !made.containsKey(edge.output())
                && recorded.event().lines().stream().anyMatch(line -> line.lot().equals(edge.output()));
    }

    private void add(LotKey lot, Quantity quantity, BigDecimal signed) {
        UnitOfMeasure before = units.putIfAbsent(lot, quantity.unit());
        if (before != null && !before.equals(quantity.unit())) {
            findings.add(finding(lot, quantity, "line and edge are in different units, one in " + before));
            return;
        }
        notInEdges.merge(lot, signed, BigDecimal::add);
    }

    private void compareInputs() {
        notInEdges.forEach((lot, amount) -> {
            Quantity difference = new Quantity(amount, units.get(lot));
            if (difference.isPositive()) {
                findings.add(finding(
                        lot,
                        difference,
                        difference + " went into a transformation, but no edge says what they became part of"));
            } else if (difference.isNegative()) {
                findings.add(finding(
                        lot, difference, difference.negated() + " became part of an output, but no line took them"));
            }
        });
    }

    private void compareOutputs() {
        SortedSet<LotKey> withIngredients = new TreeSet<>();
        recorded.event().edges().forEach(edge -> withIngredients.add(edge.output()));
        made.forEach((lot, quantity) -> {
            if (!withIngredients.contains(lot)) {
                findings.add(finding(lot, quantity, "made of nothing: no edge ends at it"));
            }
        });
        recorded.event().edges().stream()
                .filter(edge -> !made.containsKey(edge.output()) && !isGuess(edge))
                .forEach(edge -> findings.add(finding(
                        edge.output(),
                        edge.quantity(),
                        "contains " + edge.input() + " by an edge, but no line says that it was made")));
    }

    private Finding finding(LotKey lot, Quantity quantity, String message) {
        return new Finding(
                Witness.EDGES, Optional.of(recorded.position()), Optional.of(lot), Optional.of(quantity), message);
    }
}
