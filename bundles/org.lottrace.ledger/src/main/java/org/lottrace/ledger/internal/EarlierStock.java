package org.lottrace.ledger.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LaterLine;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * The stock of some lots from an earlier time on: as it is now, less what has come since, and what has gone. What is taken
 * then is missing from then on, so it must have been there all the time until now.
 */
final class EarlierStock {
    private static final String LOT_NOT_THERE_YET = "LOT_NOT_THERE_YET";

    private record Key(LotKey lot, Position position) {}

    private record Shortage(Instant since, Quantity left) {}

    private final Map<Key, Quantity> now = new HashMap<>();
    private final Map<Key, NavigableMap<Instant, Quantity>> since = new HashMap<>();

    /**
     * @param stock every balance of the lots now
     * @param later the lines of the lots in events in force that happened later
     * @param tolerance by how much the clocks of two devices may differ: what came may have come so much earlier
     */
    EarlierStock(List<StockBalance> stock, List<LaterLine> later, Duration tolerance) {
        stock.forEach(balance -> now.put(new Key(balance.lot(), balance.position()), balance.quantity()));
        for (LaterLine moved : later) {
            EventLine line = moved.line();
            change(new Key(line.lot(), line.to()), moved.happened().minus(tolerance), line.quantity());
            change(
                    new Key(line.lot(), line.from()),
                    moved.happened(),
                    line.quantity().negated());
        }
    }

    private void change(Key key, Instant moment, Quantity change) {
        since.computeIfAbsent(key, unused -> new TreeMap<>()).merge(moment, change, Quantity::plus);
    }

    /** What is missing now, too, is not said here: the ledger does. */
    List<Violation> missing(TraceEvent event) {
        List<Violation> missing = new ArrayList<>();
        Map<Key, Quantity> taken = new HashMap<>();
        Instant then = event.context().effective();
        for (int i = 0; i < event.lines().size(); i++) {
            EventLine line = event.lines().get(i);
            Key key = new Key(line.lot(), line.from());
            if (line.from().place().kind().holdsStock() && since.containsKey(key)) {
                Quantity there =
                        now.getOrDefault(key, Quantity.zero(line.quantity().unit()));
                Quantity wanted = taken.merge(key, line.quantity(), Quantity::plus);
                if (wanted.compareTo(there) <= 0) {
                    ViolationPath path = ViolationPath.of("lines", i + 1).then("lot");
                    firstShortage(key, there, wanted, then)
                            .map(shortage -> violation(path, key, wanted, then, shortage))
                            .ifPresent(missing::add);
                }
            }
        }
        return missing;
    }

    /** Goes back from now to then. */
    private Optional<Shortage> firstShortage(Key key, Quantity there, Quantity wanted, Instant then) {
        Optional<Shortage> first = Optional.empty();
        Quantity left = there;
        for (Map.Entry<Instant, Quantity> change :
                since.get(key).descendingMap().entrySet()) {
            if (left.compareTo(wanted) < 0) {
                first = Optional.of(new Shortage(change.getKey(), left));
            }
            left = left.minus(change.getValue());
        }
        return left.compareTo(wanted) < 0 ? Optional.of(new Shortage(then, left)) : first;
    }

    private static Violation violation(ViolationPath path, Key key, Quantity wanted, Instant then, Shortage shortage) {
        return new Violation(
                LOT_NOT_THERE_YET,
                path,
                "lot " + key.lot() + " at " + key.position() + ": " + wanted + " taken at " + then
                        + " would be missing from " + shortage.since() + " on, when there was " + shortage.left()
                        + ", and more came only later; check the time and the lot");
    }
}
