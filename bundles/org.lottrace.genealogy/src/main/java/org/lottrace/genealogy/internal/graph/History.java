package org.lottrace.genealogy.internal.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.PlaceKind;

/**
 * What happened to the lots that were reached forward, read from the graph, which is not looked at any more afterwards.
 * Lots are named by their rank among those that were reached.
 *
 * <p>A step is what one event did to one lot: crossings, and draws that went into it. Steps of a lot lie beside each other.
 * A lot that was not reached has steps only for what was drawn from lots that were.
 *
 * <p>Over 250 lines, because the columns are filled, sorted and read by position: no part of it means anything without the others.
 */
final class History {
    /** What a crossing is. */
    static final int IN = 0;

    static final int BACK_IN = 1;
    static final int MADE = 2;
    static final int OUT = 3;

    /** Stands for a lot that was not reached. */
    static final int ELSEWHERE = -1;
    /** Stands for a place to which nothing of the lot had gone. */
    static final int NOWHERE = -1;

    final Amounts amounts;
    /** Of crossings and draws: how much. */
    final IntColumn crossingAmount = new IntColumn();

    final IntColumn drawAmount = new IntColumn();
    private final IntColumn crossing = new IntColumn();
    private final IntColumn stepEvent = new IntColumn();
    /** The lot that is drawn from, and of a step; when it was not reached the complement of its number in the graph. */
    private final IntColumn drawn = new IntColumn();

    private final IntColumn stepLot = new IntColumn();

    private final IntColumn firstCrossing = new IntColumn();
    private final IntColumn firstDraw = new IntColumn();
    private final IntColumn firstStep = new IntColumn();
    private final IntColumn firstPlace = new IntColumn();
    /** By place of the graph where it stands among those to which something of a lot went, for the last lot that was there. */
    private final int[] lastPlace;

    private int places;

    private final BitSet parties = new BitSet();
    private final LotGraph graph;
    private final EdgeRule rule;
    private final Reach reach;
    /** Their numbers in the graph. */
    private final int[] lots;

    private final boolean isEverything;
    private final Rows crossings = new Rows();
    private final Rows draws = new Rows();

    /** The steps in the order in which they are replayed: for each its event and number. */
    record Order(long[] keys) {
        int steps() {
            return keys.length;
        }

        int step(int index) {
            return (int) keys[index];
        }

        /** @return where the steps of the event end */
        int endOfEvent(int index) {
            int end = index + 1;
            while (end < keys.length && keys[end] >>> 32 == keys[index] >>> 32) {
                end++;
            }
            return end;
        }
    }

    History(LotGraph graph, Tracing tracing) {
        this.graph = graph;
        rule = tracing.rule;
        reach = tracing.forward;
        isEverything = tracing.isEverything;
        amounts = new Amounts(graph.quantities, reach.size());
        lastPlace = new int[graph.places.size()];
        Arrays.fill(lastPlace, NOWHERE);
        lots = reach.ranked();
        for (int lot = 0; lot < lots.length; lot++) {
            firstStep.add(stepLot.size());
            firstPlace.add(places);
            read(lot);
        }
        firstStep.add(stepLot.size());
        firstPlace.add(places);
        firstCrossing.add(crossing.size());
        firstDraw.add(drawn.size());
    }

    int lots() {
        return lots.length;
    }

    int places() {
        return places;
    }

    /** @return number of crossings and draws */
    int rows() {
        return crossing.size() + drawn.size();
    }

    /** @return the steps by event, and then by lot */
    Order inOrder() {
        long[] order = new long[stepLot.size()];
        for (int step = 0; step < order.length; step++) {
            order[step] = (long) stepEvent.get(step) << 32 | step;
        }
        return new Order(sorted(order));
    }

    /** By their upper halves, eleven bits at a time, which takes a fifth of the time of comparing millions of them. */
    private static long[] sorted(long[] steps) {
        long[] from = steps;
        long[] to = new long[steps.length];
        for (int shift = 32; shift < 64; shift += 11) {
            int[] next = new int[(1 << 11) + 1];
            for (long step : from) {
                next[(int) (step >>> shift & 2047) + 1]++;
            }
            for (int digit = 0; digit < 1 << 11; digit++) {
                next[digit + 1] += next[digit];
            }
            for (long step : from) {
                to[next[(int) (step >>> shift & 2047)]++] = step;
            }
            long[] sorted = to;
            to = from;
            from = sorted;
        }
        return from;
    }

    /** @return the most draws of one event */
    int mostDraws(Order order) {
        int most = 0;
        for (int from = 0, to; from < order.steps(); from = to) {
            to = order.endOfEvent(from);
            int draws = 0;
            for (int i = from; i < to; i++) {
                draws += firstDraw(order.step(i) + 1) - firstDraw(order.step(i));
            }
            most = Math.max(most, draws);
        }
        return most;
    }

    /** @return the lot of a step, or {@link #ELSEWHERE} */
    int lot(int step) {
        return Math.max(stepLot.get(step), ELSEWHERE);
    }

    /** @return number of the lot in the graph */
    int numberInGraph(int step) {
        return numberOf(stepLot.get(step));
    }

    /** @return the lot that is drawn from, or {@link #ELSEWHERE} */
    int drawn(int row) {
        return Math.max(drawn.get(row), ELSEWHERE);
    }

    /** @return number in the graph of the lot that is drawn from */
    int drawnInGraph(int row) {
        return numberOf(drawn.get(row));
    }

    private int numberOf(int lot) {
        return lot < 0 ? ~lot : lots[lot];
    }

    /** @return number of the lot, or {@link #ELSEWHERE} */
    int lotOf(int numberInGraph) {
        return reach.rank(numberInGraph);
    }

    boolean goesOn(int lot) {
        return lot != ELSEWHERE && (isEverything || reach.goesOn(lots[lot]));
    }

    int firstCrossing(int step) {
        return firstCrossing.get(step);
    }

    int firstDraw(int step) {
        return firstDraw.get(step);
    }

    int firstStep(int lot) {
        return firstStep.get(lot);
    }

    /** @return the first of the places to which something of the lot went */
    int firstPlace(int lot) {
        return firstPlace.get(lot);
    }

    boolean isParty(int place) {
        return parties.get(place);
    }

    int kind(int row) {
        return crossing.get(row) & 3;
    }

    /** @return the place of a crossing, or {@link #NOWHERE} */
    int place(int row) {
        return crossing.get(row) >> 2;
    }

    private void read(int lot) {
        int number = lots[lot];
        crossings.clear();
        draws.clear();
        graph.crossings.each(number, (columns, row) -> {
            int event = CrossingRow.event(columns, row);
            if (rule.counts(graph, event)) {
                int place = CrossingRow.place(columns, row);
                crossings.add(
                        graph.events.round(event),
                        crossing(lot, event, place, CrossingRow.isOut(columns, row)),
                        CrossingRow.quantity(columns, row));
            }
        });
        graph.inputs.each(number, this::draw);
        crossings.sort();
        draws.sort();
        int nextDraw = 0;
        int nextCrossing = 0;
        while (nextDraw < draws.size() || nextCrossing < crossings.size()) {
            int event = Math.min(draws.first(nextDraw), crossings.first(nextCrossing));
            begin(event, lot);
            for (; crossings.first(nextCrossing) == event; nextCrossing++) {
                crossing.add(crossings.get(nextCrossing, 1));
                crossingAmount.add(amounts.add(crossings.get(nextCrossing, 2)));
            }
            for (; draws.first(nextDraw) == event; nextDraw++) {
                addDraw(nextDraw);
            }
        }
        if (!isEverything) {
            readWhatLeaves(number);
        }
    }

    private void readWhatLeaves(int number) {
        Set<Integer> known = new HashSet<>();
        graph.outputs.each(number, (columns, row) -> {
            int output = columns[0][row];
            if (!reach.contains(output) && known.add(output)) {
                draws.clear();
                graph.inputs.eachWith(output, number, this::draw);
                for (int draw = 0; draw < draws.size(); draw++) {
                    begin(draws.first(draw), ~output);
                    addDraw(draw);
                }
            }
        });
    }

    private void begin(int event, int lot) {
        stepEvent.add(event);
        stepLot.add(lot);
        firstCrossing.add(crossing.size());
        firstDraw.add(drawn.size());
    }

    private void draw(int[][] columns, int row) {
        if (rule.counts(graph, columns, row)) {
            // A later output was there when the others of its round were: what was consumed was drawn then.
            draws.add(
                    graph.events.round(EdgeRow.event(columns, row)),
                    EdgeRow.input(columns, row),
                    EdgeRow.quantity(columns, row));
        }
    }

    private void addDraw(int row) {
        int input = draws.get(row, 1);
        int lot = reach.rank(input);
        drawn.add(lot < 0 ? ~input : lot);
        drawAmount.add(amounts.add(draws.get(row, 2)));
    }

    /** @return place and kind of a crossing */
    private int crossing(int lot, int event, int place, boolean isOut) {
        PlaceKind kind = graph.places.get(place).kind();
        if (isOut) {
            if (lastPlace[place] < firstPlace(lot)) {
                parties.set(places, kind == PlaceKind.PARTY);
                lastPlace[place] = places++;
            }
            return lastPlace[place] << 2 | OUT;
        }
        if (kind == PlaceKind.TRANSFORMATION) {
            return MADE;
        }
        int known = lastPlace[place] < firstPlace(lot) ? NOWHERE : lastPlace[place];
        return known << 2 | (graph.events.type(event) == EventType.RETURN ? BACK_IN : IN);
    }
}
