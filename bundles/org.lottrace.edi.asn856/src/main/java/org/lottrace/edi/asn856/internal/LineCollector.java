package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.wire.Batch;
import org.lottrace.edi.asn856.internal.wire.Item;
import org.lottrace.edi.asn856.internal.wire.Level;
import org.lottrace.edi.asn856.internal.wire.Pack;
import org.lottrace.edi.asn856.internal.wire.Shipment;
import org.lottrace.edi.asn856.internal.wire.Tare;

/**
 * Finds the lines of a ship notice in its levels. A line is a leaf: a level with a quantity and no quantity below it. Lot and
 * dates are those of the leaf alone; the item is that of the nearest level that names one, because a batch level has none.
 */
final class LineCollector {
    private final List<Violation> problems;
    private final ReadFacts read = new ReadFacts();
    private final List<ShipNoticeLine> lines = new ArrayList<>();
    private final List<String> levels = new ArrayList<>();
    /** The levels from the leaf up to the shipment. */
    private final Deque<Level> path = new ArrayDeque<>();

    private final Dialect dialect;
    private final PartnerSwitches partner;
    private final List<Violation> notes = new ArrayList<>();

    /**
     * @param problems where problems are added
     * @param dialect of the message
     * @param partner what was agreed with the sender
     */
    LineCollector(List<Violation> problems, PartnerSwitches partner, Dialect dialect) {
        this.dialect = dialect;
        this.problems = problems;
        this.partner = partner;
    }

    List<ShipNoticeLine> lines() {
        return lines;
    }

    /** @return what is to be said of lines without refusing them */
    List<Violation> notes() {
        return notes;
    }

    /** @return HL01 of the leaf of each line */
    List<String> levels() {
        return levels;
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
        boolean quantityBelow = level.levels.stream().anyMatch(LevelsBelow::hasQuantity);
        if (quantityBelow) {
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
        List<Level> parts = LevelsBelow.stating(level);
        boolean comparable = amount(level).isPresent()
                && parts.stream().allMatch(b -> amount(b).isPresent() && Objects.equals(b.unit, level.unit));
        if (comparable) {
            read.quantity(level);
            BigDecimal sum = parts.stream().flatMap(b -> amount(b).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(amount(level).orElseThrow()) != 0) {
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
        int before = problems.size();
        Optional<UnitOfMeasure> unit = dialect.unitOf(Texts.orEmpty(leaf.unit));
        if (unit.isEmpty()) {
            problem(
                    leaf,
                    "UNIT_UNKNOWN",
                    PathStep.segment(dialect.unit),
                    "unit \"" + Texts.orEmpty(leaf.unit) + "\" is not in the table of units");
        }
        Optional<Quantity> quantity = unit.flatMap(u -> quantity(leaf, u));
        Optional<Level> item = path.stream().filter(LineCollector::namesItem).findFirst();
        Optional<Gtin> gtin = item.flatMap(this::gtin);
        Optional<LocalDate> production = date(leaf, "production date", leaf.productionDate);
        Optional<LocalDate> expiry = date(leaf, "expiry", leaf.expiry);
        Optional<Sscc> tare = sscc(leaf, Tare.class);
        Optional<Sscc> pack = sscc(leaf, Pack.class);
        String order = nearest(l -> l.order);
        read.line(leaf, tare, pack);
        if (problems.size() == before) {
            levels.add(leaf.id);
            lines.add(new ShipNoticeLine(
                    order,
                    leaf.line != null ? leaf.line : item.map(l -> l.line).orElse(""),
                    gtin,
                    item.flatMap(l -> first(l.receiverItem, l.receiverPart, l.receiverCatalog))
                            .orElse(""),
                    item.flatMap(l -> first(l.senderItem, l.senderPart))
                            .or(() -> item.filter(unused -> gtin.isEmpty()).flatMap(l -> first(l.gtin, l.ean, l.upc)))
                            .orElse(""),
                    Texts.orEmpty(leaf.lot),
                    production,
                    expiry,
                    quantity.orElseThrow(),
                    tare,
                    pack));
        }
    }

    private Optional<Quantity> quantity(Level leaf, UnitOfMeasure unit) {
        try {
            return Optional.of(new Quantity(new BigDecimal(leaf.quantity), unit));
        } catch (ArithmeticException | NumberFormatException e) {
            problem(
                    leaf,
                    "QUANTITY_INVALID",
                    PathStep.segment(dialect.amount),
                    "\"" + leaf.quantity + "\" is no quantity: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean namesItem(Level level) {
        return first(
                        level.upc,
                        level.ean,
                        level.gtin,
                        level.receiverItem,
                        level.receiverPart,
                        level.receiverCatalog,
                        level.senderItem,
                        level.senderPart)
                .isPresent();
    }

    private Optional<Gtin> gtin(Level level) {
        Optional<String> text = first(level.gtin, level.ean, level.upc);
        try {
            return text.map(Gtin::of);
        } catch (InvalidIdentifierException e) {
            if (partner.gtinIsNumber()) {
                notes.add(new Violation(
                        "GTIN_INVALID",
                        ViolationPath.of(Texts.level(level.id), PathStep.segment(dialect.item)),
                        e.getMessage() + "; taken for an item number"));
            } else {
                problem(level, "GTIN_INVALID", PathStep.segment(dialect.item), e.getMessage());
            }
            return Optional.empty();
        }
    }

    private Optional<LocalDate> date(Level level, String what, String text) {
        try {
            return Optional.ofNullable(text).map(Texts::date);
        } catch (DateTimeException e) {
            problem(level, "DATE_INVALID", PathStep.words(what), "\"" + text + "\" is no date (CCYYMMDD)");
            return Optional.empty();
        }
    }

    private static Optional<String> first(String... texts) {
        for (String text : texts) {
            if (text != null) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** Of the unit around the level; or of the only one below it, where partners list the packs of an item. */
    private Optional<Sscc> sscc(Level leaf, Class<? extends Level> kind) {
        String around = nearest(l -> kind.isInstance(l) ? l.sscc : null);
        List<String> below = LevelsBelow.units(leaf, kind);
        String text = around.isEmpty() && below.size() == 1 ? below.get(0) : around;
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new Sscc(Texts.sscc(text)));
        } catch (InvalidIdentifierException e) {
            if (partner.ssccIsNoted()) {
                return Optional.empty(); // the exchange has noted it
            }
            problem(path.element(), "SSCC_INVALID", PathStep.segment(dialect.sscc), e.getMessage());
            return Optional.empty();
        }
    }

    private String nearest(Function<Level, String> field) {
        for (Level level : path) {
            String text = field.apply(level);
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    private void problem(Level level, String code, PathStep what, String text) {
        problems.add(new Violation(code, ViolationPath.of(Texts.level(Texts.orEmpty(level.id)), what), text));
    }
}
