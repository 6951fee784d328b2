package org.lottrace.ledger.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** The stock of some lots as it was at an earlier time: as it is now, less what has come since, and what has gone. */
final class EarlierStock {
    private static final String LOT_NOT_THERE_YET = "LOT_NOT_THERE_YET";

    private record Key(LotKey lot, Position position) {}

    private final Map<Key, Quantity> now = new HashMap<>();
    private final Map<Key, Quantity> since = new HashMap<>();

    /**
     * @param stock every balance of the lots now
     * @param later the lines of the lots in events in force that happened later
     */
    EarlierStock(List<StockBalance> stock, List<EventLine> later) {
        stock.forEach(balance -> now.put(new Key(balance.lot(), balance.position()), balance.quantity()));
        for (EventLine line : later) {
            since.merge(new Key(line.lot(), line.to()), line.quantity(), Quantity::plus);
            since.merge(new Key(line.lot(), line.from()), line.quantity().negated(), Quantity::plus);
        }
    }

    /** What is missing now, too, is not said here: the ledger does. */
    List<Violation> missing(TraceEvent event) {
        List<Violation> missing = new ArrayList<>();
        Map<Key, Quantity> taken = new HashMap<>();
        for (int i = 0; i < event.lines().size(); i++) {
            EventLine line = event.lines().get(i);
            Key key = new Key(line.lot(), line.from());
            if (line.from().place().kind().holdsStock() && since.containsKey(key)) {
                Quantity nothing = Quantity.zero(line.quantity().unit());
                Quantity there = now.getOrDefault(key, nothing);
                Quantity wanted = taken.merge(key, line.quantity(), Quantity::plus);
                Quantity then = there.minus(since.get(key));
                if (wanted.compareTo(then) > 0 && wanted.compareTo(there) <= 0) {
                    missing.add(new Violation(
                            LOT_NOT_THERE_YET,
                            ViolationPath.of("lines", i + 1).then("lot"),
                            "lot " + line.lot() + " at " + line.from() + ": there was " + then + " at "
                                    + event.context().effective() + ", and more came only later; check the time and the"
                                    + " lot"));
                }
            }
        }
        return missing;
    }
}
