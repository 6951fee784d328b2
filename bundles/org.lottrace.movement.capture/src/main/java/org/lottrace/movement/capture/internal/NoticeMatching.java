package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.DifferenceKind;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.NoticeDifference;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** Spreads what came over the lines of the ship notice that still expect it; what it does not tell of is left to others. */
final class NoticeMatching {
    private static final String LOT_MISSING = "LOT_MISSING";

    private final SharedChecks checks;
    private final MeantLots meant;
    private final ExpectedReceipt expected;
    private final LinesWithoutLot withoutLot;
    private final NoticeDifferences differences;
    private final AnnouncedQuantities announced;
    private final int tolerance;
    private final Map<Integer, Quantity> open = new HashMap<>();
    private final Map<Integer, Quantity> received = new HashMap<>();

    /** @param tolerance percent of what was announced of a lot by which more may come */
    NoticeMatching(SharedChecks checks, MeantLots meant, LotOnLabel labels, ExpectedReceipt expected, int tolerance) {
        this.checks = checks;
        this.meant = meant;
        this.expected = expected;
        this.withoutLot = new LinesWithoutLot(expected, labels);
        this.differences = new NoticeDifferences(expected);
        this.announced = new AnnouncedQuantities(expected);
        this.tolerance = tolerance;
        expected.lines().forEach(line -> open.put(line.number(), announced.open(line, line.received())));
        expected.lines().forEach(line -> received.put(line.number(), line.received()));
    }

    /** @return everything that is still to come, as it was announced; a line that names no lot is a finding */
    List<Came> everythingOpen(Findings findings) {
        for (ExpectedReceipt.Line line : withoutLot.open()) {
            findings.add(
                    LOT_MISSING,
                    Findings.line(line.number()).then("lot"),
                    "ship notice " + expected.notice().id() + " announces " + line.open() + " of item " + line.item()
                            + inUnit(line) + " without a lot: enter the lot on the label, and how much of it came");
        }
        return expected.lines().stream()
                .filter(line -> line.lot().isPresent() && line.open().isPositive())
                .map(line -> Came.asAnnounced(line, said(line)))
                .toList();
    }

    /** @return the line as the sender wrote it */
    private ShipNoticeLine said(ExpectedReceipt.Line line) {
        return expected.notice().lines().get(line.number() - 1);
    }

    private static String inUnit(ExpectedReceipt.Line line) {
        return line.container().map(unit -> " in logistic unit " + unit).orElse("");
    }

    /** @return true when something is still to come of which the notice names no lot */
    boolean lacksLots() {
        return !withoutLot.open().isEmpty();
    }

    /**
     * @param path of the line in the request
     * @return what came, by line of the notice; empty when the notice does not tell of the lot or something was found wrong
     */
    List<Came> arrivals(Receipt.Line came, ViolationPath path, Findings findings) {
        List<ExpectedReceipt.Line> named = named(came);
        Set<LotKey> lots = named.stream()
                .flatMap(line -> line.lot().stream())
                .map(Lot::key)
                .collect(Collectors.toSet());
        Set<ItemNumber> items =
                named.isEmpty() ? withoutLot.itemsOf(came) : Set.of(named.get(0).item());
        if (lots.size() > 1 || items.size() > 1) {
            String fitting = Stream.concat(
                            lots.stream().map(LotKey::toString),
                            lots.isEmpty() ? items.stream().map(ItemNumber::value) : Stream.empty())
                    .sorted()
                    .collect(Collectors.joining(", "));
            findings.add(
                    SharedChecks.LOT_AMBIGUOUS,
                    path.then("lot"),
                    came.lot() + " may be " + fitting + ": name the item too");
            return List.of();
        }
        return items.stream()
                .flatMap(only -> checks.item(only, path.then("lot"), findings).stream())
                .flatMap(item -> arrivals(came, path, item, named, findings))
                .toList();
    }

    private Stream<Came> arrivals(
            Receipt.Line came, ViolationPath path, Item item, List<ExpectedReceipt.Line> named, Findings findings) {
        List<ExpectedReceipt.Line> counting = Stream.concat(named.stream(), withoutLot.of(item.number()).stream())
                .sorted(nearest(came))
                .toList();
        Optional<Lot> lot = named.isEmpty()
                ? withoutLot.lot(came, item, stillOpen(counting), path, findings)
                : named.get(0).lot().map(known -> Came.labelled(known, came));
        lot.ifPresent(known -> {
            findings.means(path, known.key());
            differences
                    .ofGoods(known.key(), came.expiry(), came.container(), counting)
                    .forEach(difference -> findings.note(violation(difference, path), Optional.of(known.key())));
        });
        return checks.positive(item, came.quantity(), path.then("quantity"), findings).stream()
                .flatMap(quantity ->
                        lot.stream().flatMap(known -> spread(came, path, known, counting, quantity, findings)));
    }

    private ExpectedReceipt.Line stillOpen(List<ExpectedReceipt.Line> counting) {
        return counting.stream()
                .filter(line -> open.get(line.number()).isPositive())
                .findFirst()
                .orElse(counting.get(0));
    }

    /** Lines that name the lot come first, then those in the same logistic unit, then those with the expiry on the label. */
    private Comparator<ExpectedReceipt.Line> nearest(Receipt.Line came) {
        return Comparator.comparing((ExpectedReceipt.Line line) -> line.lot().isEmpty())
                .thenComparing(line -> !line.container().equals(came.container()))
                .thenComparing(
                        line -> line.lot().isEmpty() && !said(line).expiry().equals(came.expiry()));
    }

    /** @return true when the notice tells of the lot; else it is a finding */
    boolean announces(Receipt.Line came, ViolationPath path, Findings findings) {
        boolean announced = !named(came).isEmpty() || !withoutLot.itemsOf(came).isEmpty();
        if (!announced) {
            differences
                    .ofUnannounced(came.lot().toString(), Optional.empty(), came.container())
                    .forEach(difference -> take(violation(difference, path), findings));
        }
        return announced;
    }

    /** @return the line of an order for which the notice announces other lots of the item; empty unless it is one */
    Optional<OrderLineReference> orderLineFor(ItemNumber item) {
        List<OrderLineReference> fitting = expected.lines().stream()
                .filter(line -> line.item().equals(item))
                .map(ExpectedReceipt.Line::orderLine)
                .distinct()
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** @return the lines of the notice that name a lot that may be meant */
    private List<ExpectedReceipt.Line> named(Receipt.Line came) {
        Predicate<LotKey> isMeant = meant.by(came.lot());
        return expected.lines().stream()
                .filter(line -> line.lot().map(Lot::key).filter(isMeant).isPresent())
                .toList();
    }

    /** What is more than announced counts for the last line. */
    private Stream<Came> spread(
            Receipt.Line came,
            ViolationPath path,
            Lot lot,
            List<ExpectedReceipt.Line> inOrder,
            Quantity quantity,
            Findings findings) {
        Map<ExpectedReceipt.Line, Quantity> parts = new LinkedHashMap<>();
        Quantity rest = quantity;
        for (ExpectedReceipt.Line line : inOrder) {
            Quantity part = rest.min(open.get(line.number()));
            if (part.isPositive()) {
                parts.put(line, part);
                open.merge(line.number(), part, Quantity::minus);
                rest = rest.minus(part);
            }
        }
        ExpectedReceipt.Line last = inOrder.get(inOrder.size() - 1);
        if (rest.isPositive()) {
            parts.merge(last, rest, Quantity::plus);
        }
        parts.forEach((line, part) -> received.merge(line.number(), part, Quantity::plus));
        Quantity more = announced.over(inOrder, received);
        Optional<LocalDate> other = differences.otherExpiry(lot.key(), came.expiry(), inOrder);
        if (rest.isPositive() && Tolerance.isExceeded(more, announced.of(inOrder), tolerance)) {
            findings.breach(violation(differences.over(lot.key(), quantity, more, last), path));
        }
        Iterator<List<KeyDatum>> said =
                SaidOfParts.of(came.keyData(), List.copyOf(parts.values())).iterator();
        return parts.entrySet().stream()
                .map(part -> Came.of(
                        came,
                        path,
                        lot,
                        part.getKey(),
                        part.getValue(),
                        part.getValue().equals(quantity) ? came.quantity() : part.getValue(),
                        other,
                        said.next(),
                        LotAttributes.of(said(part.getKey()).keyData())))
                .toList()
                .stream();
    }

    /** That a lot is not announced is against the rules; what it came in is only noted. */
    private static void take(Violation violation, Findings findings) {
        if (violation.code().equals(DifferenceKind.LOT_NOT_ANNOUNCED.code())) {
            findings.breach(violation);
        } else {
            findings.note(violation);
        }
    }

    private static Violation violation(NoticeDifference difference, ViolationPath line) {
        String property =
                switch (difference.kind()) {
                    case EXPIRY_NOT_AS_ANNOUNCED -> "expiry";
                    case UNIT_NOT_AS_ANNOUNCED -> "container";
                    case OVER_RECEIPT -> "quantity";
                    default -> "lot";
                };
        return new Violation(difference.kind().code(), line.then(property), difference.message());
    }
}
