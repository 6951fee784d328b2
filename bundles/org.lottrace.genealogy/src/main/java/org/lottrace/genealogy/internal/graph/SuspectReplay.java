package org.lottrace.genealogy.internal.graph;

import static org.lottrace.genealogy.internal.suspect.Portions.MAXIMUM;
import static org.lottrace.genealogy.internal.suspect.Portions.WIDTH;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.genealogy.internal.suspect.Cells;
import org.lottrace.genealogy.internal.suspect.Portions;
import org.lottrace.genealogy.internal.suspect.Scale;

/**
 * Follows suspect goods of one unit through the affected lots, event by event: every receipt, draw, shipment, return and
 * loss changes what there is and how much of it can be suspect. So tanks that are filled and drawn from in turn, and rework
 * loops, come out as they happened.
 *
 * <p>What comes back from a party or a count was there before. Goods whose coming was never recorded are added when they
 * are drawn: to a seed as suspect, to another lot as clean.
 *
 * <p>Over 250 lines, because the order of the steps within one event is the rule, and it stands here in one place.
 */
final class SuspectReplay {
    private static final int NOTHING = -1;

    private final History history;
    private final History.Order order;
    private final SuspectGoods goods;
    private final Cells cells;
    private final Portions portions;
    private final EventDraws draws;
    /** The portion of each draw of the event. */
    private final int firstPortion;
    /** To calculate with: a quantity and a portion. */
    private final int sum;

    private final int portion;
    /** Of each step of the event its first draw. */
    private int[] firstDraw = new int[16];
    /** Number of the lot in the graph, and step of the event. */
    private long[] outputs = new long[16];

    /** @param mostDraws of one event */
    SuspectReplay(History history, History.Order order, int mostDraws, SuspectGoods goods) {
        this.history = history;
        this.order = order;
        this.goods = goods;
        cells = goods.cells;
        portions = goods.portions;
        draws = new EventDraws(history.lots(), mostDraws);
        sum = goods.take(1);
        portion = goods.take(WIDTH);
        firstPortion = goods.take(WIDTH * mostDraws);
    }

    /** @return cells that this needs beside those of the goods */
    static int spare(int mostDraws) {
        return 1 + WIDTH + WIDTH * mostDraws;
    }

    /**
     * Follows the goods through everything that happened.
     *
     * @param stops whether it stops when something had to be rounded that a finer scale keeps exact
     * @return that scale; when there is none, nothing was left out
     */
    Optional<Scale> follow(boolean stops) {
        boolean mayStop = stops;
        for (int from = 0, to; from < order.steps(); from = to) {
            to = order.endOfEvent(from);
            replay(from, to);
            if (mayStop && cells.isRounded()) {
                Optional<Scale> finer = goods.scale.finer(cells.missing());
                if (finer.isPresent()) {
                    return finer;
                }
                mayStop = false;
            }
        }
        return Optional.empty();
    }

    private void replay(int from, int to) {
        draws.clear();
        if (firstDraw.length < to - from) {
            firstDraw = new int[2 * (to - from)];
            outputs = new long[2 * (to - from)];
        }
        int made = 0;
        for (int i = from; i < to; i++) {
            int step = order.step(i);
            firstDraw[i - from] = draws.size();
            for (int row = history.firstDraw(step); row < history.firstDraw(step + 1); row++) {
                draws.add(history.drawn(row), history.drawAmount.get(row));
            }
            if (comeIn(step) || draws.size() > firstDraw[i - from]) {
                outputs[made++] = (long) history.numberInGraph(step) << 32 | i - from;
            }
        }
        makeAll(from, made);
        for (int i = from; i < to; i++) {
            goOut(order.step(i));
        }
    }

    /** @return true when something is made, too */
    private boolean comeIn(int step) {
        boolean isMade = false;
        for (int row = history.firstCrossing(step); row < history.firstCrossing(step + 1); row++) {
            int kind = history.kind(row);
            isMade |= kind == History.MADE;
            if (kind == History.IN || kind == History.BACK_IN) {
                goods.comeIn(history.lot(step), history.crossingAmount.get(row), history.place(row));
            }
        }
        return isMade;
    }

    private void goOut(int step) {
        for (int row = history.firstCrossing(step); row < history.firstCrossing(step + 1); row++) {
            if (history.kind(row) == History.OUT) {
                goods.goOut(history.lot(step), history.crossingAmount.get(row), history.place(row));
            }
        }
    }

    /** An output whose inputs are made in the same event waits for them, so that they are full before they are drawn from. */
    private void makeAll(int from, int made) {
        Arrays.sort(outputs, 0, made);
        Set<Integer> unfinished = new HashSet<>();
        for (int output = 0; made > 1 && output < made; output++) {
            unfinished.add(lot(output));
        }
        boolean isChain = false;
        for (int output = 0; made > 1 && output < made; output++) {
            isChain |= waits(step(from, output), unfinished);
        }
        if (isChain) {
            makeChain(from, made, unfinished);
            return;
        }
        for (int output = 0; output < made; output++) {
            make(step(from, output), firstDraw[(int) outputs[output]]);
        }
    }

    private void makeChain(int from, int made, Set<Integer> unfinished) {
        SortedMap<Integer, List<Integer>> byLot = new TreeMap<>();
        for (int output = 0; output < made; output++) {
            byLot.computeIfAbsent(lot(output), lot -> new ArrayList<>()).add(output);
        }
        while (!byLot.isEmpty()) {
            Integer next = byLot.entrySet().stream()
                    .filter(lot -> lot.getValue().stream().noneMatch(output -> waits(step(from, output), unfinished)))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(byLot::firstKey);
            unfinished.remove(next);
            for (int output : byLot.remove(next)) {
                make(step(from, output), firstDraw[(int) outputs[output]]);
            }
        }
    }

    private int step(int from, int output) {
        return order.step(from + (int) outputs[output]);
    }

    /** @return number of an output in the graph */
    private int lot(int output) {
        return (int) (outputs[output] >>> 32);
    }

    private boolean waits(int step, Set<Integer> unfinished) {
        for (int row = history.firstDraw(step); row < history.firstDraw(step + 1); row++) {
            if (unfinished.contains(history.drawnInGraph(row))) {
                return true;
            }
        }
        return false;
    }

    private void make(int step, int firstOfStep) {
        int firstRow = history.firstDraw(step);
        int endRow = history.firstDraw(step + 1);
        int lot = history.lot(step);
        boolean isFed = false;
        for (int row = firstRow; row < endRow; row++) {
            drawAll(history.drawn(row));
            isFed |= history.goesOn(history.drawn(row));
        }
        if (lot == History.ELSEWHERE) {
            return;
        }
        int made = made(step);
        if (firstRow == endRow || goods.isSeed(lot) && !isFed) {
            if (made != NOTHING) {
                goods.enter(lot, sum, goods.isOfUnit(made));
            }
            return;
        }
        portions.clear(portion);
        for (int row = firstRow; row < endRow; row++) {
            int amount = history.drawAmount.get(row);
            if (history.goesOn(history.drawn(row))) {
                portions.add(portion, portion(firstOfStep + row - firstRow));
            } else {
                goods.addClean(portion, amount, goods.isOfUnit(amount));
            }
        }
        if (goods.isOfUnit(made == NOTHING ? sumOfFirstUnit(firstRow, endRow) : made)) {
            goods.widen(portion, sum);
        }
        goods.make(lot, sum, portion);
    }

    /** All draws from one lot in one event happen at once: none of them is before another. */
    private void drawAll(int lot) {
        if (!draws.isOpen(lot)) {
            return;
        }
        int first = draws.carryOut(lot);
        cells.clear(sum);
        for (int draw = first; draw != EventDraws.NONE; draw = draws.next(draw)) {
            cells.add(sum, draws.amount(draw));
        }
        goods.complete(lot, sum, goods.isOfUnit(draws.amount(first)));
        if (draws.next(first) == EventDraws.NONE) {
            portions.take(goods.own(lot), sum, portion(first));
            cells.add(goods.used(lot), portion(first) + MAXIMUM);
            return;
        }
        for (int draw = first; draw != EventDraws.NONE; draw = draws.next(draw)) {
            portions.draw(goods.own(lot), draws.amount(draw), portion(draw));
            cells.add(goods.used(lot), portion(draw) + MAXIMUM);
        }
        portions.take(goods.own(lot), sum, portion);
    }

    private int portion(int draw) {
        return firstPortion + WIDTH * draw;
    }

    /**
     * Sums up what is made in a step.
     *
     * @return an amount in its unit, or {@link #NOTHING}
     */
    private int made(int step) {
        int made = NOTHING;
        cells.clear(sum);
        for (int row = history.firstCrossing(step); row < history.firstCrossing(step + 1); row++) {
            if (history.kind(row) == History.MADE) {
                made = history.crossingAmount.get(row);
                cells.add(sum, made);
            }
        }
        return made;
    }

    /**
     * Sums up draws in the unit of the first one.
     *
     * @return an amount in that unit
     */
    private int sumOfFirstUnit(int firstRow, int endRow) {
        int first = history.drawAmount.get(firstRow);
        for (int row = firstRow; row < endRow; row++) {
            int amount = history.drawAmount.get(row);
            if (history.amounts.unit(amount) == history.amounts.unit(first)) {
                cells.add(sum, amount);
            }
        }
        return first;
    }
}
