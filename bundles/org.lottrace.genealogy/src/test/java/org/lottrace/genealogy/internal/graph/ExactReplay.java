package org.lottrace.genealogy.internal.graph;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.genealogy.SuspectContent;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.genealogy.internal.suspect.Contents;
import org.lottrace.genealogy.internal.suspect.Fraction;
import org.lottrace.genealogy.internal.suspect.Portion;

/**
 * Follows suspect goods of one unit through the affected lots, event by event: every receipt, draw, shipment, return and
 * loss changes what there is and how much of it can be suspect. So tanks that are filled and drawn from in turn, and rework
 * loops, come out as they happened.
 *
 * <p>What comes back from a party or a count was there before. Goods whose coming was never recorded are added when they
 * are drawn: to a seed as suspect, to another lot as clean.
 */
final class ExactReplay {
    private final LotGraph graph;
    private final Tracing tracing;
    private final UnitOfMeasure unit;
    private final Map<Integer, ExactSeed> seeds;
    private final SortedMap<Integer, Happening> happenings = new TreeMap<>();
    private final Map<Integer, Contents> own = new HashMap<>();
    private final Map<Integer, Map<Place, Contents>> elsewhere = new HashMap<>();
    private final Map<Integer, Portion> contained = new HashMap<>();
    private final Map<Integer, Portion> used = new HashMap<>();
    private Fraction total = Fraction.ZERO;

    /** What one event did to the affected lots. */
    private static final class Happening {
        final List<Draw> draws = new ArrayList<>();
        final List<Crossing> crossings = new ArrayList<>();
        final Map<Integer, Quantity> made = new HashMap<>();
        final boolean isReturn;

        Happening(EventType type) {
            isReturn = type == EventType.RETURN;
        }
    }

    private record Draw(int input, int output, Quantity quantity) {}

    private record Crossing(int lot, Place place, boolean isOut, Quantity quantity) {}

    /**
     * Reads what happened from the graph, which is not looked at any more afterwards.
     *
     * @param seeds of this unit, by number of the lot
     */
    ExactReplay(LotGraph graph, Tracing tracing, UnitOfMeasure unit, Map<Integer, ExactSeed> seeds) {
        this.graph = graph;
        this.tracing = tracing;
        this.unit = unit;
        this.seeds = seeds;
        for (int i = 0; i < tracing.forward.size(); i++) {
            note(tracing.forward.lot(i));
        }
    }

    /** Follows the goods through everything that happened. */
    void follow() {
        seeds.forEach((lot, seed) -> seed.expect(entering(lot)));
        happenings.values().forEach(this::replay);
    }

    /** @return the suspect goods of this unit in the lot, or empty when there are none */
    Optional<SuspectContent> of(int lot) {
        Portion in = contained.getOrDefault(lot, Portion.NOTHING);
        if (!in.isSuspect()) {
            return Optional.empty();
        }
        Portion here = Optional.ofNullable(own.get(lot)).map(Contents::suspect).orElse(Portion.NOTHING);
        Portion outside = elsewhere(lot, true);
        Portion gone = elsewhere(lot, false).plus(used.getOrDefault(lot, Portion.NOTHING));
        return Optional.of(new SuspectContent(
                in.upTo(total).in(unit),
                here.upTo(most(lot)).atLeast(in, outside, gone).in(unit),
                outside.upTo(most(lot)).atLeast(in, here, gone).in(unit)));
    }

    /** @return what parties have, or what was lost in other places */
    private Portion elsewhere(int lot, boolean atParties) {
        return elsewhere.getOrDefault(lot, Map.of()).entrySet().stream()
                .filter(e -> atParties == (e.getKey().kind() == PlaceKind.PARTY))
                .map(e -> e.getValue().suspect())
                .reduce(Portion.NOTHING, Portion::plus);
    }

    /** @return no more than this can be in one place of the lot at one time */
    private Fraction most(int lot) {
        return contained.getOrDefault(lot, Portion.NOTHING).maximum().min(total);
    }

    private void note(int lot) {
        graph.crossings.each(lot, (columns, row) -> {
            if (tracing.rule.counts(graph, CrossingRow.event(columns, row))) {
                Crossing crossing = new Crossing(
                        lot,
                        graph.places.get(CrossingRow.place(columns, row)),
                        CrossingRow.isOut(columns, row),
                        graph.quantities.get(CrossingRow.quantity(columns, row)));
                noteCrossing(happening(CrossingRow.event(columns, row)), crossing);
            }
        });
        graph.inputs.each(lot, (columns, row) -> noteDraw(columns, row, lot));
        Set<Integer> leavingTheAnswer = new HashSet<>();
        graph.outputs.each(lot, (columns, row) -> {
            if (!tracing.forward.contains(columns[0][row])) {
                leavingTheAnswer.add(columns[0][row]);
            }
        });
        leavingTheAnswer.forEach(
                output -> graph.inputs.eachWith(output, lot, (columns, row) -> noteDraw(columns, row, output)));
    }

    private void noteCrossing(Happening happening, Crossing crossing) {
        if (crossing.place.kind() == PlaceKind.TRANSFORMATION && !crossing.isOut) {
            happening.made.merge(crossing.lot, crossing.quantity, Quantity::plus);
        } else {
            happening.crossings.add(crossing);
        }
    }

    private void noteDraw(int[][] columns, int row, int output) {
        if (tracing.rule.counts(graph, columns, row)) {
            happening(EdgeRow.event(columns, row))
                    .draws
                    .add(new Draw(
                            EdgeRow.input(columns, row), output, graph.quantities.get(EdgeRow.quantity(columns, row))));
        }
    }

    private Happening happening(int event) {
        return happenings.computeIfAbsent(event, number -> new Happening(graph.events.type(number)));
    }

    /** @return what comes into a seed from where nothing is suspect */
    private Fraction entering(int lot) {
        Fraction sum = Fraction.ZERO;
        for (Happening happening : happenings.values()) {
            for (Crossing crossing : happening.crossings) {
                if (crossing.lot == lot && !crossing.isOut && !happening.isReturn) {
                    sum = sum.plus(Fraction.of(crossing.quantity));
                }
            }
            if (happening.made.containsKey(lot) && !isFed(happening, lot)) {
                sum = sum.plus(Fraction.of(happening.made.get(lot)));
            }
        }
        return sum;
    }

    private boolean isFed(Happening happening, int output) {
        return happening.draws.stream().anyMatch(d -> d.output == output && tracing.forward.goesOn(d.input));
    }

    private void replay(Happening happening) {
        happening.crossings.stream().filter(c -> !c.isOut).forEach(this::comeIn);
        Map<Integer, List<Draw>> byOutput = new TreeMap<>();
        happening.draws.forEach(draw ->
                byOutput.computeIfAbsent(draw.output, o -> new ArrayList<>()).add(draw));
        happening.made.keySet().forEach(output -> byOutput.putIfAbsent(output, List.of()));
        Map<Draw, Portion> drawn = new IdentityHashMap<>();
        while (!byOutput.isEmpty()) {
            int output = nextOutput(byOutput);
            List<Draw> draws = byOutput.remove(output);
            draws.forEach(draw -> drawAll(draw.input, happening, drawn));
            if (tracing.forward.contains(output)) {
                make(output, draws, Optional.ofNullable(happening.made.get(output)), drawn);
            }
        }
        happening.crossings.stream().filter(Crossing::isOut).forEach(this::goOut);
    }

    /** @return an output whose inputs are not made in the same event, so that they are full before they are drawn from */
    private static int nextOutput(Map<Integer, List<Draw>> open) {
        return open.entrySet().stream()
                .filter(e -> e.getValue().stream().noneMatch(draw -> open.containsKey(draw.input)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> open.keySet().iterator().next());
    }

    /** All draws from one lot in one event happen at once: none of them is before another. */
    private void drawAll(int input, Happening happening, Map<Draw, Portion> drawn) {
        List<Draw> draws =
                happening.draws.stream().filter(d -> d.input == input).toList();
        if (!tracing.forward.contains(input) || drawn.containsKey(draws.get(0))) {
            return;
        }
        Fraction sum = draws.stream().map(d -> Fraction.of(d.quantity)).reduce(Fraction.ZERO, Fraction::plus);
        Contents contents = contents(input, sum, draws.get(0).quantity.unit());
        draws.forEach(d -> drawn.put(d, contents.draw(Fraction.of(d.quantity))));
        draws.forEach(d -> used.merge(input, drawn.get(d), Portion::plus));
        contents.remove(sum);
    }

    private void make(int output, List<Draw> draws, Optional<Quantity> made, Map<Draw, Portion> drawn) {
        if (draws.isEmpty()
                || seeds.containsKey(output) && draws.stream().noneMatch(d -> tracing.forward.goesOn(d.input))) {
            made.ifPresent(quantity -> enter(output, quantity));
            return;
        }
        Portion portion = draws.stream()
                .map(d -> tracing.forward.goesOn(d.input) ? drawn.get(d) : clean(d.quantity))
                .reduce(Portion.NOTHING, Portion::plus);
        Quantity quantity = made.orElseGet(() -> sumOfFirstUnit(draws));
        if (quantity.unit().equals(unit)) {
            portion = portion.withRoom(Fraction.of(quantity));
        }
        ExactSeed seed = seeds.get(output);
        add(output, quantity, seed != null && seed.isWhole() ? wholly(seed, quantity) : portion);
    }

    private Portion wholly(ExactSeed seed, Quantity quantity) {
        Portion portion = seed.entering(Fraction.of(quantity));
        total = total.plus(portion.maximum());
        return portion;
    }

    private void comeIn(Crossing crossing) {
        Contents there = there(crossing);
        Fraction back = there.quantity().min(Fraction.of(crossing.quantity));
        if (back.isPositive()) {
            contents(crossing.lot).add(back, there.draw(back), most(crossing.lot));
            there.remove(back);
        }
        Quantity fresh = new Quantity(
                crossing.quantity.amount().subtract(back.decimal(Quantity.MAXIMUM_SCALE, RoundingMode.UNNECESSARY)),
                crossing.quantity.unit());
        if (fresh.isPositive()) {
            enter(crossing.lot, fresh);
        }
    }

    private void goOut(Crossing crossing) {
        Fraction quantity = Fraction.of(crossing.quantity);
        Contents contents = contents(crossing.lot, quantity, crossing.quantity.unit());
        there(crossing).add(quantity, contents.draw(quantity), most(crossing.lot));
        contents.remove(quantity);
    }

    /** Goods come from where nothing is suspect. */
    private void enter(int lot, Quantity quantity) {
        ExactSeed seed = seeds.get(lot);
        if (seed == null) {
            add(lot, quantity, clean(quantity));
        } else {
            Portion portion = seed.entering(Fraction.of(quantity));
            total = seed.isWhole() ? total.plus(portion.maximum()) : total.plus(seed.newlyCounted());
            add(lot, quantity, portion);
        }
    }

    private void add(int lot, Quantity quantity, Portion portion) {
        contained.merge(lot, portion, Portion::plus);
        contents(lot).add(Fraction.of(quantity), portion, most(lot));
    }

    private Portion clean(Quantity quantity) {
        return Portion.clean(
                Optional.of(Fraction.of(quantity)).filter(q -> quantity.unit().equals(unit)));
    }

    private static Quantity sumOfFirstUnit(List<Draw> draws) {
        UnitOfMeasure first = draws.get(0).quantity.unit();
        return draws.stream()
                .map(Draw::quantity)
                .filter(q -> q.unit().equals(first))
                .reduce(Quantity.zero(first), Quantity::plus);
    }

    private Contents contents(int lot) {
        return own.computeIfAbsent(lot, number -> new Contents());
    }

    /** @return the contents of the lot, with at least this much */
    private Contents contents(int lot, Fraction atLeast, UnitOfMeasure lotUnit) {
        Contents contents = contents(lot);
        Fraction missing = atLeast.minus(contents.quantity()).orZero();
        if (missing.isPositive()) {
            enter(lot, new Quantity(missing.decimal(Quantity.MAXIMUM_SCALE, RoundingMode.UNNECESSARY), lotUnit));
        }
        return contents;
    }

    private Contents there(Crossing crossing) {
        return elsewhere
                .computeIfAbsent(crossing.lot, lot -> new HashMap<>())
                .computeIfAbsent(crossing.place, place -> new Contents());
    }
}
