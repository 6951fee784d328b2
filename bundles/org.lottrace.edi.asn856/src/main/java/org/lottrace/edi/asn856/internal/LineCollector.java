package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.partner.LongList;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.wire.Batch;
import org.lottrace.edi.asn856.internal.wire.Item;
import org.lottrace.edi.asn856.internal.wire.Level;
import org.lottrace.edi.asn856.internal.wire.Shipment;

/**
 * Finds the lines of a ship notice in its levels. A line is a leaf: a level with a quantity and no quantity below it. Of a large message
 * each line is made again whenever it is asked for.
 */
final class LineCollector {
    private static final int FEW = 64;
    /** Key data elements that all lines together have of the levels above. */
    private static final int MOST_INHERITED = 1_000_000;

    private final Violations problems;
    private final Violations notes = new Violations();
    private final ReadFacts read;
    private final List<Level> all;
    private final Optional<SetLevels> large;
    private final List<ShipNoticeLine> lines = new ArrayList<>();
    private final List<String> levels = new ArrayList<>();
    private int[] leaves = new int[FEW];
    private int size;
    private int inherited;
    /** The levels from the leaf up to the shipment. */
    private final Deque<Level> path = new ArrayDeque<>();

    private final Dialect dialect;
    private final PartnerSwitches partner;

    /**
     * @param problems where problems are added
     * @param all levels of the message
     * @param set the levels as they were sent, of a message that was
     * @param partner what was agreed with the sender
     * @param dialect of the message
     */
    LineCollector(
            Violations problems, List<Level> all, Optional<SetLevels> set, PartnerSwitches partner, Dialect dialect) {
        this.all = all;
        this.large = set.filter(SetLevels::isLong);
        this.read = new ReadFacts(all);
        this.dialect = dialect;
        this.problems = problems;
        this.partner = partner;
    }

    List<ShipNoticeLine> lines() {
        return large.map(set -> new LongLines(set, all, leaves, partner, dialect).lines(size))
                .orElse(lines);
    }

    /** @return what is to be said of lines without refusing them */
    List<Violation> notes() {
        return notes.list();
    }

    /** @return HL01 of the leaf of each line */
    List<String> levels() {
        return large.isPresent() ? LongList.of(size, line -> all.get(leaves[line]).id) : levels;
    }

    /** @return the quantities and lots that were used, also by lines that have problems */
    ReadFacts read() {
        return read;
    }

    void collect(Shipment shipment) {
        visit(shipment);
    }

    private void visit(Level level) {
        path.push(level);
        if (LevelsBelow.hasQuantityBelow(level)) {
            level.levels.forEach(this::visit);
            batches(level);
        } else if (level.quantity != null) {
            leaf(level);
        } else if (level instanceof Item || level instanceof Batch) {
            problem(level, "QUANTITY_MISSING", PathStep.segment(dialect.quantity), "the level announces no quantity");
        } else {
            level.levels.forEach(this::visit);
        }
        path.pop();
    }

    /** What a level says about the levels below it must be their sum; a pack above items states none of its own. */
    private void batches(Level level) {
        Optional<BigDecimal> stated = amount(level);
        boolean comparable = stated.isPresent()
                && LevelsBelow.stating(level)
                        .allMatch(b -> amount(b).isPresent() && Objects.equals(b.unit, level.unit));
        if (comparable) {
            read.quantity(level);
            BigDecimal sum = LevelsBelow.stating(level)
                    .flatMap(b -> amount(b).stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(stated.get()) != 0) {
                problem(
                        level,
                        "BATCH_SUM_DIFFERS",
                        PathStep.segment(dialect.amount),
                        "the levels below sum up to " + sum.toPlainString() + ", not to " + level.quantity);
            }
        }
    }

    /** @return the amount a level names, when it is one that can be kept; a leaf says what is wrong with its own */
    private static Optional<BigDecimal> amount(Level level) {
        return Optional.ofNullable(level.quantity).flatMap(Texts::amount);
    }

    private void leaf(Level leaf) {
        LineReading.Read line = LineReading.of(path, partner, dialect, inherited <= MOST_INHERITED);
        read.line(leaf, line.tare(), line.pack());
        problems.addAll(line.problems());
        notes.addAll(line.notes());
        line.line().ifPresent(one -> {
            inherit(leaf, one.keyData().size() - leaf.keyData.size());
            if (size == leaves.length) {
                leaves = Arrays.copyOf(leaves, size * 2);
            }
            leaves[size++] = leaf.index;
            if (large.isEmpty()) {
                lines.add(one);
                levels.add(leaf.id);
            }
        });
    }

    /** Some levels with many lines below them would make many times what was sent. */
    private void inherit(Level leaf, int more) {
        if (more > 0) {
            inherited += more;
            if (inherited > MOST_INHERITED) {
                problem(
                        leaf,
                        "KEY_DATA_TOO_LONG",
                        PathStep.segment(dialect.quantity),
                        "what the levels above say beside the goods is kept with each line, and from this line on it is more than "
                                + MOST_INHERITED
                                + " times: send what holds for the whole shipment at the shipment, or several notices");
            }
        }
    }

    private void problem(Level level, String code, PathStep what, String text) {
        problems.add(new Violation(code, ViolationPath.of(Texts.level(Texts.orEmpty(level.id)), what), text));
    }
}
