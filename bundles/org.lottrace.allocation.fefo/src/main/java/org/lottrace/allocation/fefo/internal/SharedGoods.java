package org.lottrace.allocation.fefo.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;

/**
 * The goods of one item at one site that the lines of a wave took. Line after line is not always the most: where customers want a part of
 * the whole shelf life, or another rotation, what suits one lot does not suit every fresher one, and a line may sit on the only goods that
 * another one can have. Then it changes to others, along the shortest chain of lines that ends at goods that are free (augmenting paths
 * after Edmonds and Karp). No line gets less, and nothing later is taken while something earlier is free that it may have.
 */
final class SharedGoods {
    private final Map<OrderLineReference, Line> lines = new LinkedHashMap<>();
    private final Map<Goods, BigDecimal> free = new LinkedHashMap<>();
    private final Map<Goods, Goods> known = new HashMap<>();
    private final Map<Goods, Set<Line>> holders = new HashMap<>();
    /** From here nothing free is reached, and it stays so: no chain goes through them. */
    private final Set<Line> stuck = new HashSet<>();

    /** A lot at a position. */
    record Goods(LotKey lot, Position position, Optional<LocalDate> expiry) {}

    /** How somebody comes to a line: the line before it wants those goods that it holds. */
    private record Step(Line from, Goods goods) {}

    private static final class Line {
        private final OrderLineReference reference;
        private final Map<Goods, BigDecimal> taken = new HashMap<>();
        private final Map<Goods, BigDecimal> moved = new LinkedHashMap<>();
        private List<Goods> suitable = List.of();
        private BigDecimal missing = BigDecimal.ZERO;

        private Line(OrderLineReference reference) {
            this.reference = reference;
        }
    }

    /**
     * Takes in what was chosen for a line; it may come again.
     *
     * @param mayChange whether it may be served by any number of lots in any quantity; a line that may not stays as it is
     * @param candidates all goods of the item at the site in the line's order of preference
     * @param missing what it is short by then
     */
    void add(OrderLineReference reference, boolean mayChange, List<Candidate> candidates, BigDecimal missing) {
        Line line = lines.computeIfAbsent(reference, Line::new);
        List<Goods> suitable = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Goods goods = goods(candidate);
            free.put(goods, candidate.available().minus(candidate.taken()).amount());
            if (suits(candidate)) {
                suitable.add(goods);
            }
            if (mayChange && candidate.taken().isPositive()) {
                line.taken.merge(goods, candidate.taken().amount(), BigDecimal::add);
                holders.computeIfAbsent(goods, none -> new LinkedHashSet<>()).add(line);
            }
        }
        if (mayChange) {
            line.suitable = List.copyOf(suitable);
            line.missing = missing;
        }
    }

    private Goods goods(Candidate candidate) {
        Goods goods = new Goods(candidate.lot(), candidate.position(), candidate.expiry());
        return known.computeIfAbsent(goods, one -> one);
    }

    private static boolean suits(Candidate candidate) {
        return candidate.reasons().stream().allMatch(reason -> reason.code().equals(LotChoice.FULLY_RESERVED));
    }

    /**
     * Serves what is short as far as goods that are free allow, in the order in which the lines came.
     *
     * @return for each line that changed what it takes more, and less, of which goods
     */
    Map<OrderLineReference, Map<Goods, BigDecimal>> fill() {
        if (free.values().stream().anyMatch(part -> part.signum() > 0)) {
            for (Line line : lines.values()) {
                boolean found = true;
                while (found && line.missing.signum() > 0) {
                    found = serve(line);
                }
            }
        }
        Map<OrderLineReference, Map<Goods, BigDecimal>> changes = new LinkedHashMap<>();
        for (Line line : lines.values()) {
            line.moved.values().removeIf(part -> part.signum() == 0);
            if (!line.moved.isEmpty()) {
                changes.put(line.reference, line.moved);
            }
        }
        return changes;
    }

    /** @return false when no chain of lines leads from there to goods that are free */
    private boolean serve(Line shortLine) {
        Map<Line, Step> way = new HashMap<>();
        Deque<Line> open = new ArrayDeque<>();
        if (!stuck.contains(shortLine)) {
            way.put(shortLine, new Step(shortLine, null));
            open.add(shortLine);
        }
        while (!open.isEmpty()) {
            Line line = open.remove();
            Optional<Goods> end = line.suitable.stream()
                    .filter(goods -> free.get(goods).signum() > 0)
                    .findFirst();
            if (end.isPresent()) {
                change(shortLine, line, end.get(), way);
                return true;
            }
            for (Goods goods : line.suitable) {
                for (Line holder : holders.getOrDefault(goods, Set.of())) {
                    if (!stuck.contains(holder) && way.putIfAbsent(holder, new Step(line, goods)) == null) {
                        open.add(holder);
                    }
                }
            }
        }
        stuck.addAll(way.keySet());
        return false;
    }

    private void change(Line shortLine, Line last, Goods end, Map<Line, Step> way) {
        BigDecimal part = shortLine.missing.min(free.get(end));
        for (Line line = last; line != shortLine; line = way.get(line).from()) {
            part = part.min(line.taken.get(way.get(line).goods()));
        }
        free.merge(end, part.negate(), BigDecimal::add);
        Goods gets = end;
        for (Line line = last; line != shortLine; line = way.get(line).from()) {
            take(line, gets, part);
            gets = way.get(line).goods();
            take(line, gets, part.negate());
        }
        take(shortLine, gets, part);
        shortLine.missing = shortLine.missing.subtract(part);
    }

    private void take(Line line, Goods goods, BigDecimal part) {
        line.moved.merge(goods, part, BigDecimal::add);
        if (line.taken.merge(goods, part, BigDecimal::add).signum() > 0) {
            holders.computeIfAbsent(goods, none -> new LinkedHashSet<>()).add(line);
        } else {
            line.taken.remove(goods);
            holders.get(goods).remove(line);
        }
    }
}
