package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.ViolationPath;

/** Spreads what came over the lines of the ship notice that still expect it. */
final class NoticeMatching {
    private static final String LOT_NOT_ANNOUNCED = "LOT_NOT_ANNOUNCED";
    private static final String OVER_RECEIPT = "OVER_RECEIPT";

    /**
     * A quantity that came for one line of the notice.
     *
     * @param requestPath the line of the request, or of the notice when the request names none
     * @param line the line of the notice
     * @param quantity in the base unit
     * @param entered as it was scanned; in the base unit when a scanned quantity had to be spread
     * @param container the logistic unit it came in
     */
    record Arrival(
            ViolationPath requestPath,
            ExpectedReceipt.Line line,
            Quantity quantity,
            Quantity entered,
            Optional<Sscc> container) {}

    private final SharedChecks checks;
    private final MeantLots meant;
    private final ExpectedReceipt expected;
    private final Map<Integer, Quantity> open = new HashMap<>();

    NoticeMatching(SharedChecks checks, MeantLots meant, ExpectedReceipt expected) {
        this.checks = checks;
        this.meant = meant;
        this.expected = expected;
        expected.lines().forEach(line -> open.put(line.number(), line.open()));
    }

    /** @return everything that is still to come, as it was announced */
    List<Arrival> everythingOpen() {
        return expected.lines().stream()
                .filter(line -> line.open().isPositive())
                .map(line -> new Arrival(
                        Findings.line(line.number()),
                        line,
                        line.open(),
                        line.received().isZero() ? line.announced() : line.open(),
                        line.container()))
                .toList();
    }

    /** @return what came, by line of the notice; what does not fit is a finding */
    List<Arrival> arrivals(List<Receipt.Line> came, Findings findings) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < came.size(); i++) {
            Receipt.Line line = came.get(i);
            ViolationPath path = Findings.line(i + 1);
            List<ExpectedReceipt.Line> announced = announced(line, path, findings);
            if (!announced.isEmpty()) {
                LotKey lot = announced.get(0).lot().key();
                checks.item(lot.item(), path.then("lot"), findings)
                        .flatMap(item -> checks.positive(item, line.quantity(), path.then("quantity"), findings))
                        .ifPresent(quantity -> arrivals.addAll(spread(line, path, announced, quantity, findings)));
            }
        }
        return arrivals;
    }

    /** @return the lines of the notice for the one lot that is meant */
    private List<ExpectedReceipt.Line> announced(Receipt.Line came, ViolationPath path, Findings findings) {
        Predicate<LotKey> isMeant = meant.by(came.lot());
        List<ExpectedReceipt.Line> fitting = expected.lines().stream()
                .filter(line -> isMeant.test(line.lot().key()))
                .toList();
        List<LotKey> lots =
                fitting.stream().map(line -> line.lot().key()).distinct().toList();
        if (lots.isEmpty()) {
            findings.add(
                    LOT_NOT_ANNOUNCED,
                    path.then("lot"),
                    "ship notice " + expected.notice().id() + " does not announce lot " + came.lot()
                            + ": check the label, or ask the supplier for a notice");
        } else if (lots.size() > 1) {
            String keys = lots.stream().map(LotKey::toString).collect(Collectors.joining(", "));
            findings.add(
                    SharedChecks.LOT_AMBIGUOUS,
                    path.then("lot"),
                    came.lot() + " may be " + keys + ": name the item too");
            return List.of();
        }
        return fitting;
    }

    /** Takes lines in the same logistic unit first. */
    private List<Arrival> spread(
            Receipt.Line came,
            ViolationPath path,
            List<ExpectedReceipt.Line> announced,
            Quantity quantity,
            Findings findings) {
        List<Arrival> arrivals = new ArrayList<>();
        Quantity rest = quantity;
        for (ExpectedReceipt.Line line : announced.stream()
                .sorted(Comparator.comparing(l -> !l.container().equals(came.container())))
                .toList()) {
            Quantity part = rest.min(open.get(line.number()));
            if (part.isPositive()) {
                Quantity entered = part.equals(quantity) ? came.quantity() : part;
                arrivals.add(new Arrival(path, line, part, entered, came.container()));
                open.merge(line.number(), part, Quantity::minus);
                rest = rest.minus(part);
            }
        }
        if (rest.isPositive()) {
            findings.add(
                    OVER_RECEIPT,
                    path.then("quantity"),
                    quantity + " of lot " + announced.get(0).lot().key() + " is " + rest + " more than ship notice "
                            + expected.notice().id()
                            + " still announces: receive what was announced, and ask the supplier");
        }
        return arrivals;
    }
}
