package org.lottrace.movement.capture.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.ViolationPath;

/** Spreads what came over the lines of the ship notice that still expect it; what it does not tell of is left to others. */
final class NoticeMatching {
    private static final String LOT_NOT_ANNOUNCED = "LOT_NOT_ANNOUNCED";
    private static final String OVER_RECEIPT = "OVER_RECEIPT";

    private final SharedChecks checks;
    private final MeantLots meant;
    private final ExpectedReceipt expected;
    private final int tolerance;
    private final Map<Integer, Quantity> open = new HashMap<>();

    /** @param tolerance percent of what was announced of a lot by which more may come */
    NoticeMatching(SharedChecks checks, MeantLots meant, ExpectedReceipt expected, int tolerance) {
        this.checks = checks;
        this.meant = meant;
        this.expected = expected;
        this.tolerance = tolerance;
        expected.lines().forEach(line -> open.put(line.number(), line.open()));
    }

    /** @return everything that is still to come, as it was announced */
    List<Came> everythingOpen() {
        return expected.lines().stream()
                .filter(line -> line.open().isPositive())
                .map(Came::asAnnounced)
                .toList();
    }

    /**
     * @param path of the line in the request
     * @return what came, by line of the notice; empty when the notice does not tell of the lot or something was found wrong
     */
    List<Came> arrivals(Receipt.Line came, ViolationPath path, Findings findings) {
        List<ExpectedReceipt.Line> announced = announced(came, path, findings);
        if (announced.isEmpty()) {
            return List.of();
        }
        return checks.item(announced.get(0).lot().key().item(), path.then("lot"), findings)
                .flatMap(item -> checks.positive(item, came.quantity(), path.then("quantity"), findings))
                .map(quantity -> spread(came, path, announced, quantity, findings))
                .orElse(List.of());
    }

    /** @return true when the notice tells of the lot; else it is a finding */
    boolean announces(Receipt.Line came, ViolationPath path, Findings findings) {
        Predicate<LotKey> isMeant = meant.by(came.lot());
        boolean announced = expected.lines().stream()
                .anyMatch(line -> isMeant.test(line.lot().key()));
        if (!announced) {
            findings.breach(
                    LOT_NOT_ANNOUNCED,
                    path.then("lot"),
                    "ship notice " + expected.notice().id() + " does not announce lot " + came.lot()
                            + ": check the label, or ask the supplier for a notice");
        }
        return announced;
    }

    /** @return the line of an order for which the notice announces other lots of the item; empty unless it is one */
    Optional<OrderLineReference> orderLineFor(ItemNumber item) {
        List<OrderLineReference> fitting = expected.lines().stream()
                .filter(line -> line.lot().key().item().equals(item))
                .map(ExpectedReceipt.Line::orderLine)
                .distinct()
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** @return the lines of the notice for the one lot that is meant */
    private List<ExpectedReceipt.Line> announced(Receipt.Line came, ViolationPath path, Findings findings) {
        Predicate<LotKey> isMeant = meant.by(came.lot());
        List<ExpectedReceipt.Line> fitting = expected.lines().stream()
                .filter(line -> isMeant.test(line.lot().key()))
                .toList();
        List<LotKey> lots =
                fitting.stream().map(line -> line.lot().key()).distinct().toList();
        if (lots.size() > 1) {
            String keys = lots.stream().map(LotKey::toString).collect(Collectors.joining(", "));
            findings.add(
                    SharedChecks.LOT_AMBIGUOUS,
                    path.then("lot"),
                    came.lot() + " may be " + keys + ": name the item too");
            return List.of();
        }
        return fitting;
    }

    /** Takes lines in the same logistic unit first; what is more than announced counts for the last of them. */
    private List<Came> spread(
            Receipt.Line came,
            ViolationPath path,
            List<ExpectedReceipt.Line> announced,
            Quantity quantity,
            Findings findings) {
        List<ExpectedReceipt.Line> inOrder = announced.stream()
                .sorted(Comparator.comparing(l -> !l.container().equals(came.container())))
                .toList();
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
        if (rest.isPositive()) {
            parts.merge(inOrder.get(inOrder.size() - 1), rest, Quantity::plus);
            checkMore(path, quantity, rest, announced, findings);
        }
        return parts.entrySet().stream()
                .map(part -> Came.of(
                        came,
                        path,
                        part.getKey(),
                        part.getValue(),
                        part.getValue().equals(quantity) ? came.quantity() : part.getValue()))
                .toList();
    }

    private void checkMore(
            ViolationPath path,
            Quantity quantity,
            Quantity more,
            List<ExpectedReceipt.Line> announced,
            Findings findings) {
        Quantity all = announced.stream()
                .map(ExpectedReceipt.Line::expected)
                .reduce(Quantity.zero(more.unit()), Quantity::plus);
        if (Tolerance.isExceeded(more, all, tolerance)) {
            findings.breach(
                    OVER_RECEIPT,
                    path.then("quantity"),
                    quantity + " of lot " + announced.get(0).lot().key() + " is " + more + " more than ship notice "
                            + expected.notice().id()
                            + " still announces: receive what was announced, and ask the supplier");
        }
    }
}
