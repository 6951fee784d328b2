package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * The serial numbers that the lines of one event say. A number belongs to one piece of its item, whatever the lot: it cannot come when it is
 * in stock, and cannot go when it is not. Pieces that came without their numbers leave without them, too; that is only noted.
 */
final class SerialNumbers {
    private static final String SERIAL_MISSING = "SERIAL_MISSING";
    private static final String SERIAL_THERE = "SERIAL_THERE";
    private static final String SERIAL_NOT_THERE = "SERIAL_NOT_THERE";

    private final EventId event;
    private final EventType type;
    private final Instant happened;
    private final Function<LotKey, List<RecordedEvent>> history;
    private final PiecesElsewhere elsewhere;
    private final Findings findings;
    private final Map<LotKey, Set<String>> leaving;
    private final Map<String, LotKey> came = new HashMap<>();
    private final Map<LotKey, KnownPieces> known = new HashMap<>();

    /** @param history of a lot, by position */
    SerialNumbers(
            TraceEvent event,
            Function<LotKey, List<RecordedEvent>> history,
            PiecesElsewhere elsewhere,
            Findings findings) {
        this.elsewhere = elsewhere;
        this.event = event.context().id();
        this.type = event.type();
        this.happened = event.context().effective();
        this.history = history;
        this.findings = findings;
        this.leaving = event.lines().stream()
                .filter(KnownPieces::isOut)
                .collect(Collectors.groupingBy(
                        EventLine::lot,
                        Collectors.flatMapping(
                                line -> KnownPieces.serials(line.keyData()).stream(), Collectors.toSet())));
    }

    /** @param path of the line */
    void check(EventLine line, ViolationPath path, boolean hasSerials) {
        List<String> said = KnownPieces.serials(line.keyData());
        if (!said.isEmpty()) {
            checkNumber(line.lot(), line.quantity(), said, path);
        } else if (!hasSerials || !KnownPieces.isAlwaysSaid(type)) {
            return;
        } else {
            missing(line, path);
        }
        if (KnownPieces.isIn(line) || KnownPieces.isOut(line)) {
            said.forEach(serial -> check(serial, line, path));
            there(line, elsewhere.elsewhere(line, event), path);
            known(line.lot()).take(line, type, happened);
        }
    }

    /**
     * What leaves one lot in the same event may come as a piece of another one.
     *
     * @param elsewhere numbers that the line brings, each with the other lot as a piece of which it is there
     */
    private void there(EventLine line, Map<String, LotKey> elsewhere, ViolationPath path) {
        Map<String, LotKey> staying = new TreeMap<>(elsewhere);
        staying.entrySet().removeIf(known -> leaving.getOrDefault(known.getValue(), Set.of())
                .contains(known.getKey()));
        staying.forEach((serial, lot) -> breach(
                SERIAL_THERE,
                line.lot(),
                path,
                "serial number " + serial + " of item " + lot.item() + " is in stock as a piece of lot " + lot
                        + ", not of lot " + line.lot() + ": find out which it is"));
        if (KnownPieces.isIn(line)) {
            KnownPieces.serials(line.keyData()).forEach(serial -> twice(serial, line.lot(), path));
        }
    }

    private void twice(String serial, LotKey lot, ViolationPath path) {
        LotKey other = came.putIfAbsent(lot.item() + "/" + serial, lot);
        if (other != null && !other.equals(lot)) {
            findings.add(
                    "SERIAL_REPEATED",
                    path,
                    "serial number " + serial + " is said of lot " + other + ", too: scan again");
        }
    }

    /** What came in between as a piece of another lot, once nobody else can record anything. */
    void confirm(EventLine line, ViolationPath path) {
        there(line, elsewhere.elsewhere(line, event), path);
    }

    /** The lot is the one piece. */
    void checkPiece(EventLine line, ViolationPath path) {
        if (!KnownPieces.isIn(line)) {
            return;
        }
        if (known(line.lot()).areThere()) {
            breach(
                    SERIAL_THERE,
                    line.lot(),
                    path,
                    "piece " + line.lot() + " is in stock already: find out which it is");
        }
        sameNumber(line, path);
        known(line.lot()).take(line, type, happened);
    }

    private void sameNumber(EventLine line, ViolationPath path) {
        elsewhere
                .sameNumber(line.lot())
                .forEach(other -> breach(
                        SERIAL_THERE,
                        line.lot(),
                        path,
                        "piece " + other + " with that number is in stock: find out which of them it is"));
    }

    /** As {@link #confirm}, of a lot that is the one piece. */
    void confirmPiece(EventLine line, ViolationPath path) {
        if (KnownPieces.isIn(line)) {
            sameNumber(line, path);
        }
    }

    /** What was counted is looked for, wherever in own stock the book has it. */
    void checkCounted(Counted counted, Quantity found, Set<String> came, ViolationPath path) {
        List<String> said = KnownPieces.serials(counted.said());
        if (said.isEmpty()) {
            return;
        }
        checkNumber(counted.lot(), found, said, path);
        KnownPieces pieces = known(counted.lot());
        said.stream()
                .filter(serial -> !came.contains(serial) && !pieces.mayBeThere(serial))
                .forEach(serial -> breach(
                        SERIAL_NOT_THERE,
                        counted.lot(),
                        path,
                        notThere(serial, counted.lot(), pieces) + ", and was found: find out which it is"));
    }

    private void checkNumber(LotKey lot, Quantity quantity, List<String> said, ViolationPath path) {
        if (quantity.amount().compareTo(BigDecimal.valueOf(said.size())) != 0) {
            breach(
                    "SERIAL_COUNT_DIFFERS",
                    lot,
                    path,
                    said.size() + " serial numbers are said of " + quantity + " of lot " + lot + ": say one for each");
        }
        Set<String> seen = new HashSet<>();
        said.stream()
                .filter(serial -> !seen.add(serial))
                .forEach(twice ->
                        findings.add("SERIAL_REPEATED", path, "serial number " + twice + " is said twice: scan again"));
    }

    private void missing(EventLine line, ViolationPath path) {
        boolean cameWithout = KnownPieces.isOut(line) && known(line.lot()).mayLackNumbers(line.quantity());
        String pieces = "the pieces of lot " + line.lot() + " have serial numbers: say serial for each";
        if (cameWithout) {
            findings.note(
                    new Violation(SERIAL_MISSING, path, pieces + " that can be read; some came without"),
                    Optional.of(line.lot()));
        } else {
            breach(SERIAL_MISSING, line.lot(), path, pieces);
        }
    }

    private void check(String serial, EventLine line, ViolationPath path) {
        KnownPieces pieces = known(line.lot());
        if (KnownPieces.isOut(line) && !pieces.mayBeThere(serial)) {
            breach(SERIAL_NOT_THERE, line.lot(), path, notThere(serial, line.lot(), pieces) + ": check the number");
        } else if (KnownPieces.isIn(line) && pieces.isInStock(serial)) {
            breach(
                    SERIAL_THERE,
                    line.lot(),
                    path,
                    "serial number " + serial + " of lot " + line.lot() + " is in stock already: find out which it is");
        }
        if (KnownPieces.isOut(line)) {
            pieces.went(serial, happened);
        } else {
            pieces.came(serial, happened);
        }
    }

    private static String notThere(String serial, LotKey lot, KnownPieces pieces) {
        return "serial number " + serial + " of lot " + lot
                + (pieces.isGone(serial) ? " is gone already" : " never came");
    }

    private KnownPieces known(LotKey lot) {
        return known.computeIfAbsent(lot, key -> KnownPieces.of(key, history.apply(key)));
    }

    /** The lines are those of the event, which the request may number otherwise: the lot is said. */
    private void breach(String code, LotKey lot, ViolationPath path, String message) {
        findings.breach(new Violation(code, path, message), lot);
    }
}
