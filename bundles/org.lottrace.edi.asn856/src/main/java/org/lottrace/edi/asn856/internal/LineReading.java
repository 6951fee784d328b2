package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
import org.lottrace.edi.asn856.internal.wire.Level;
import org.lottrace.edi.asn856.internal.wire.Pack;
import org.lottrace.edi.asn856.internal.wire.Tare;

/** One line of a ship notice: lot and dates are those of its leaf, the item is that of the nearest level that names one. */
final class LineReading {
    private final Dialect dialect;
    private final PartnerSwitches partner;
    private final Deque<Level> path;
    private final List<Violation> problems = new ArrayList<>();
    private final List<Violation> notes = new ArrayList<>();

    /** @param path from the leaf up to the shipment */
    private LineReading(Deque<Level> path, PartnerSwitches partner, Dialect dialect) {
        this.path = path;
        this.partner = partner;
        this.dialect = dialect;
    }

    /**
     * What a leaf says.
     *
     * @param line absent when there are problems
     * @param notes what is to be said of it without refusing it
     */
    record Read(
            Optional<ShipNoticeLine> line,
            Optional<Sscc> tare,
            Optional<Sscc> pack,
            List<Violation> problems,
            List<Violation> notes) {}

    static Read of(Deque<Level> path, PartnerSwitches partner, Dialect dialect) {
        return of(path, partner, dialect, true);
    }

    /** @param isWhole false: without key data */
    static Read of(Deque<Level> path, PartnerSwitches partner, Dialect dialect, boolean isWhole) {
        return new LineReading(path, partner, dialect).read(path.element(), isWhole);
    }

    private Read read(Level leaf, boolean isWhole) {
        Optional<UnitOfMeasure> unit = dialect.unitOf(Texts.orEmpty(leaf.unit));
        if (unit.isEmpty()) {
            problem(
                    leaf,
                    "UNIT_UNKNOWN",
                    PathStep.segment(dialect.unit),
                    "unit \"" + Texts.orEmpty(leaf.unit) + "\" is not in the table of units");
        }
        Optional<Quantity> quantity = unit.flatMap(u -> quantity(leaf, u));
        Optional<Level> item = item();
        Optional<Gtin> gtin = item.flatMap(this::gtin);
        Optional<LocalDate> production = date(leaf, "production date", leaf.productionDate);
        Optional<LocalDate> expiry = date(leaf, "expiry", leaf.expiry);
        Optional<Sscc> tare = sscc(leaf, Tare.class);
        Optional<Sscc> pack = sscc(leaf, Pack.class);
        Optional<ShipNoticeLine> line = problems.isEmpty()
                ? Optional.of(new ShipNoticeLine(
                        nearest(l -> l.order),
                        leaf.line != null ? leaf.line : item.map(l -> l.line).orElse(""),
                        gtin,
                        item.flatMap(l -> first(l.receiverItem, l.receiverPart, l.receiverCatalog))
                                .orElse(""),
                        item.flatMap(l -> first(l.senderItem, l.senderPart))
                                .or(() ->
                                        item.filter(unused -> gtin.isEmpty()).flatMap(l -> first(l.gtin, l.ean, l.upc)))
                                .orElse(""),
                        Texts.orEmpty(leaf.lot),
                        production,
                        expiry,
                        quantity.orElseThrow(),
                        tare,
                        pack,
                        isWhole ? KeyDataOfLevels.ofLine(path) : List.of()))
                : Optional.empty();
        return new Read(line, tare, pack, problems, notes);
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
        return level.upc != null
                || level.ean != null
                || level.gtin != null
                || level.receiverItem != null
                || level.receiverPart != null
                || level.receiverCatalog != null
                || level.senderItem != null
                || level.senderPart != null;
    }

    /** @return the nearest level that names one */
    private Optional<Level> item() {
        for (Level level : path) {
            if (namesItem(level)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
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
