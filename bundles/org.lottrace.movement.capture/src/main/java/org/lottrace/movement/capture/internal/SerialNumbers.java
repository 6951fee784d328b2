package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.violation.ViolationPath;

/**
 * The serial numbers that the lines of one event say. A number belongs to one piece of its lot: it cannot come when it is in
 * stock, and cannot go when it is not.
 */
final class SerialNumbers {
    private static final Set<EventType> ALWAYS_SAID =
            Set.of(EventType.RECEIVE, EventType.SHIP, EventType.RETURN, EventType.SUPPLIER_RETURN);

    private final TraceEvent event;
    private final HistoryInForce history;
    private final Findings findings;
    private final Map<LotKey, Known> known = new HashMap<>();

    /**
     * What is known of the pieces of a lot.
     *
     * @param inStock by number, for each that was ever said: whether it is in own stock
     * @param hasUnnamed true when pieces came of which no number was said: any other number may be one of them
     */
    private record Known(Map<String, Boolean> inStock, boolean hasUnnamed) {}

    SerialNumbers(TraceEvent event, HistoryInForce history, Findings findings) {
        this.event = event;
        this.history = history;
        this.findings = findings;
    }

    /** @param number of the line, 1 for the first */
    void check(EventLine line, int number, boolean hasSerials) {
        List<String> said = said(line);
        ViolationPath path = Findings.line(number).then("keyData");
        if (said.isEmpty()) {
            if (hasSerials && ALWAYS_SAID.contains(event.type())) {
                findings.breach(
                        "SERIAL_MISSING",
                        path,
                        "the pieces of lot " + line.lot() + " have serial numbers: say serial for each");
            }
            return;
        }
        if (line.quantity().amount().compareTo(BigDecimal.valueOf(said.size())) != 0) {
            findings.breach(
                    "SERIAL_COUNT_DIFFERS",
                    path,
                    said.size() + " serial numbers are said of " + line.quantity() + " of lot " + line.lot()
                            + ": say one for each");
        }
        if (isIn(line) || isOut(line)) {
            Known lot = known.computeIfAbsent(line.lot(), this::read);
            said.forEach(serial -> check(serial, line, lot, path));
        }
        Set<String> seen = new HashSet<>();
        said.stream()
                .filter(serial -> !seen.add(serial))
                .forEach(twice ->
                        findings.add("SERIAL_REPEATED", path, "serial number " + twice + " is said twice: scan again"));
    }

    private void check(String serial, EventLine line, Known lot, ViolationPath path) {
        Boolean isThere = lot.inStock().get(serial);
        if (isOut(line) && !Boolean.TRUE.equals(isThere) && (isThere != null || !lot.hasUnnamed())) {
            findings.breach(
                    "SERIAL_NOT_THERE",
                    path,
                    "serial number " + serial + " of lot " + line.lot()
                            + (isThere == null ? " never came" : " is gone already") + ": check the number");
        } else if (isIn(line) && Boolean.TRUE.equals(isThere)) {
            findings.breach(
                    "SERIAL_THERE",
                    path,
                    "serial number " + serial + " of lot " + line.lot() + " is in stock already: find out which it is");
        }
        lot.inStock().put(serial, isIn(line));
    }

    private Known read(LotKey lot) {
        Map<String, Boolean> inStock = new HashMap<>();
        boolean[] hasUnnamed = {false};
        history.of(Set.of(lot)).stream()
                .flatMap(recorded -> recorded.event().lines().stream())
                .filter(line -> line.lot().equals(lot))
                .forEach(line -> {
                    said(line).forEach(serial -> {
                        if (isIn(line) || isOut(line)) {
                            inStock.put(serial, isIn(line));
                        }
                    });
                    hasUnnamed[0] |= isIn(line) && said(line).isEmpty();
                });
        return new Known(inStock, hasUnnamed[0]);
    }

    private static boolean isIn(EventLine line) {
        return !line.from().place().kind().holdsStock()
                && line.to().place().kind().holdsStock();
    }

    private static boolean isOut(EventLine line) {
        return line.from().place().kind().holdsStock()
                && !line.to().place().kind().holdsStock();
    }

    private static List<String> said(EventLine line) {
        return line.keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.SERIAL.word()))
                .map(datum -> datum.value().text())
                .toList();
    }
}
