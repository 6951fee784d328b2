package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.identification.Identified;
import org.lottrace.api.identification.Scan;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.ScanAnswer.Meaning;
import org.lottrace.api.movement.ScanAnswer.Understood;
import org.lottrace.api.movement.ScanJob;
import org.lottrace.api.movement.ScanSession;
import org.lottrace.api.movement.ScanSessions;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.violation.Violation;

/** Reads the scans of a session one after the other, and gathers what they are about. */
final class ScanReading {
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,7}(?:[.,][0-9]{1,6})?)(?: ?([A-Z][A-Z0-9]{1,2}))?");
    private static final UnitOfMeasure PIECE = new UnitOfMeasure("C62");

    /**
     * Goods that were scanned.
     *
     * @param at the location scanned before them; absent when none was
     * @param unit the logistic unit scanned between that and them
     * @param quantity how much, when it is known
     * @param serials numbers of the pieces, where each has one
     */
    record Line(
            LotReference lot,
            Item item,
            Optional<LocalDate> production,
            Optional<LocalDate> expiry,
            Optional<LocationId> at,
            Optional<Sscc> unit,
            Optional<Quantity> quantity,
            List<String> serials) {
        Line of(Quantity known) {
            return new Line(lot, item, production, expiry, at, unit, Optional.of(known), serials);
        }

        /** @return true when both are pieces of one lot at one place, in the same unit */
        boolean isAlike(Line other) {
            return lot.equals(other.lot)
                    && at.equals(other.at)
                    && unit.equals(other.unit)
                    && quantity.map(Quantity::unit).equals(other.quantity.map(Quantity::unit));
        }

        /** One piece more. */
        Line and(Line piece) {
            return new Line(
                    lot,
                    item,
                    production,
                    expiry,
                    at,
                    unit,
                    quantity.map(known -> known.plus(piece.quantity.orElseThrow())),
                    Stream.concat(serials.stream(), piece.serials.stream()).toList());
        }

        List<KeyDatum> said() {
            return serials.stream()
                    .map(serial -> KeyDataElement.SERIAL.is(new KeyDataValue.Text(serial)))
                    .toList();
        }
    }

    private record Unnamed(Item item, Identified said) {}

    private final Site site;
    private final Identification identification;
    private final LotMaster lots;
    private final ItemStore items;
    private ScanJob job = ScanJob.MOVE;

    final List<Understood> understood = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final List<Sscc> units = new ArrayList<>();
    final List<String> numbers = new ArrayList<>();
    /** The location scanned last, and whether goods or a unit came before it. */
    Optional<LocationId> here = Optional.empty();

    boolean isDestination;
    /** Goods to be received whose label names no lot: the next scan says it. */
    private Optional<Unnamed> unnamed = Optional.empty();

    private Optional<Sscc> unitHere = Optional.empty();

    ScanReading(Site site, Identification identification, LotMaster lots, ItemStore items) {
        this.site = site;
        this.identification = identification;
        this.lots = lots;
        this.items = items;
    }

    void read(ScanSession session) {
        job = session.job();
        session.scans().forEach(scan -> understood.add(one(scan.trim())));
    }

    /** @return true when goods were scanned whose lot nobody has said yet */
    boolean lacksLot() {
        return unnamed.isPresent();
    }

    private Understood one(String text) {
        if (unnamed.isPresent()) {
            return gs1(text).orElseGet(() -> lotOf(unnamed.get(), text));
        }
        return location(text)
                .or(() -> amount(text))
                .or(() -> gs1(text))
                .or(() -> typed(text))
                .orElseGet(() -> number(text));
    }

    private Optional<Understood> location(String text) {
        try {
            LocationId id = new LocationId(text);
            if (site.location(id).isEmpty()) {
                return Optional.empty();
            }
            here = Optional.of(id);
            isDestination = !lines.isEmpty() || !units.isEmpty();
            unitHere = Optional.empty();
            return Optional.of(new Understood(Meaning.LOCATION, site.id() + "/" + id, List.of()));
        } catch (InvalidIdentifierException none) {
            return Optional.empty();
        }
    }

    private Optional<Understood> amount(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches() || lines.isEmpty()) {
            return Optional.empty();
        }
        Line last = lines.get(lines.size() - 1);
        UnitOfMeasure unit = Optional.ofNullable(amount.group(2))
                .map(UnitOfMeasure::new)
                .orElse(last.item().baseUnit());
        Quantity quantity = new Quantity(new BigDecimal(amount.group(1).replace(',', '.')), unit);
        lines.set(lines.size() - 1, last.of(quantity));
        return Optional.of(new Understood(Meaning.QUANTITY, quantity.toString(), List.of()));
    }

    private Optional<Understood> gs1(String text) {
        Scan scan = identification.read(text);
        if (!scan.problems().isEmpty()) {
            return Optional.of(nothing(
                    text,
                    scan.problems().stream().map(problem -> problem.message()).collect(Collectors.joining("; "))));
        }
        if (!scan.isReadable()) {
            return Optional.empty();
        }
        Identified said = scan.identified();
        if (said.gtin().isEmpty() && said.lot().isPresent() && unnamed.isPresent()) {
            return Optional.of(lotOf(unnamed.get(), said.lot().get().value()));
        }
        if (said.gtin().isPresent() && said.lot().isEmpty() && job == ScanJob.RECEIVE) {
            return Optional.of(items.find(said.gtin().get())
                    .map(item -> unnamed(item, said))
                    .orElseGet(() -> nothing(
                            text, "no item has trade item number " + said.gtin().get())));
        }
        if (said.gtin().isPresent() && said.lot().isPresent()) {
            return Optional.of(items.find(said.gtin().get())
                    .map(item -> goods(item, said, said.lot().get()))
                    .orElseGet(() -> nothing(
                            text, "no item has trade item number " + said.gtin().get())));
        }
        return Optional.of(
                said.sscc().map(this::unit).orElseGet(() -> nothing(text, "it names no lot and no logistic unit")));
    }

    private Understood unit(Sscc sscc) {
        units.add(sscc);
        unitHere = Optional.of(sscc);
        isDestination = false;
        return new Understood(Meaning.UNIT, sscc.value(), List.of());
    }

    private Understood unnamed(Item item, Identified said) {
        unnamed = Optional.of(new Unnamed(item, said));
        isDestination = false;
        return new Understood(Meaning.GOODS, item.number().value(), List.of());
    }

    private Understood lotOf(Unnamed goods, String text) {
        try {
            return goods(goods.item, goods.said, new LotNumber(text));
        } catch (InvalidIdentifierException none) {
            return nothing(text, "it is no lot number: " + none.getMessage());
        }
    }

    private Understood goods(Item item, Identified said, LotNumber number) {
        unnamed = Optional.empty();
        LotReference reference = new LotReference(Optional.empty(), Optional.of(item.number()), number);
        List<Lot> found = lots.find(reference);
        List<Violation> problems = new ArrayList<>();
        if (found.size() == 1) {
            differs(said.expiry(), found.get(0).expiry(), "expiry").ifPresent(problems::add);
            differs(said.productionDate(), found.get(0).productionDate(), "production date")
                    .ifPresent(problems::add);
        }
        boolean hasSerials = item.profile().is(TrackingMode.LOT_AND_SERIAL);
        Line line = new Line(
                found.size() == 1 ? LotReference.to(found.get(0).key()) : reference,
                item,
                said.productionDate(),
                said.expiry(),
                from(),
                unitHere,
                said.netWeight().or(() -> said.count().map(count -> new Quantity(count, PIECE))),
                List.of());
        said.serial().filter(serial -> hasSerials).ifPresentOrElse(serial -> piece(line, serial, problems), () -> {
            said.serial()
                    .ifPresent(serial -> problems.add(new Violation(
                            ScanSessions.SERIAL_NOT_RECORDED,
                            "scan",
                            "serial number " + serial + " is on the label, and item " + item.number()
                                    + " is kept without serial numbers")));
            add(line);
        });
        return new Understood(Meaning.GOODS, line.lot().toString(), problems);
    }

    /** A label with a serial number is on one piece. Those of one lot at one place are one line; a number counts once. */
    private void piece(Line line, String serial, List<Violation> problems) {
        Line piece = new Line(
                line.lot(),
                line.item(),
                line.production(),
                line.expiry(),
                line.at(),
                line.unit(),
                Optional.of(line.quantity()
                        .orElse(new Quantity(BigDecimal.ONE, line.item().baseUnit()))),
                List.of(serial));
        boolean isThere = lines.stream()
                .anyMatch(known -> known.item().number().equals(line.item().number())
                        && known.serials().contains(serial));
        if (isThere) {
            problems.add(new Violation(
                    ScanSessions.SERIAL_REPEATED,
                    "scan",
                    "serial number " + serial + " was scanned before and counts once"));
            return;
        }
        Optional<Line> alike = lines.stream()
                .filter(known -> !known.serials().isEmpty() && known.isAlike(piece))
                .findFirst();
        alike.ifPresentOrElse(known -> lines.set(lines.indexOf(known), known.and(piece)), () -> lines.add(piece));
        isDestination = false;
    }

    private Optional<Understood> typed(String text) {
        try {
            List<Lot> found = lots.find(LotReference.parse(text));
            if (found.size() != 1) {
                return Optional.empty();
            }
            return items.find(found.get(0).key().item()).map(item -> {
                add(new Line(
                        LotReference.to(found.get(0).key()),
                        item,
                        Optional.empty(),
                        Optional.empty(),
                        from(),
                        unitHere,
                        Optional.empty(),
                        List.of()));
                return new Understood(Meaning.GOODS, found.get(0).key().toString(), List.of());
            });
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private void add(Line line) {
        lines.add(line);
        isDestination = false;
    }

    private Optional<LocationId> from() {
        return here;
    }

    private Understood number(String text) {
        if (text.isEmpty() || text.length() > 50) {
            return nothing(text, "it is no number of an order, a party or a sheet");
        }
        numbers.add(text);
        return new Understood(Meaning.NUMBER, text, List.of());
    }

    private static Optional<Violation> differs(Optional<LocalDate> label, Optional<LocalDate> known, String what) {
        return label.isPresent() && known.isPresent() && !label.equals(known)
                ? Optional.of(new Violation(
                        ScanSessions.DATE_DIFFERS,
                        "scan",
                        "the " + what + " on the label is " + label.get() + ", and that of the lot " + known.get()))
                : Optional.empty();
    }

    private static Understood nothing(String text, String why) {
        return new Understood(
                Meaning.NOTHING,
                text,
                List.of(new Violation(ScanSessions.SCAN_NOT_UNDERSTOOD, "scan", "\"" + text + "\": " + why)));
    }
}
