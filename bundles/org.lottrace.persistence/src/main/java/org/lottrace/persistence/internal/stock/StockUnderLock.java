package org.lottrace.persistence.internal.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.ledger.LaterLines;
import org.lottrace.persistence.internal.lot.LotRows;

/**
 * What every movement asks of its lots under their lock, as one statement: what there is of them, what is reserved of them, and, where
 * that is asked ahead, which of them moved after a moment.
 */
final class StockUnderLock {
    private static final int BALANCE = 1;
    private static final int RESERVED = 2;
    private static final int MOVED = 3;

    private static final String STOCK =
            marked(LotsInStock.BALANCES, BALANCE) + " union all " + marked(ReservedSums.QUERY, RESERVED);
    private static final String AND_MOVED = STOCK + " union all "
            + marked(
                    "select p.lot_id, cast(null as varchar), cast(null as varchar), cast(null as varchar),"
                            + " cast(null as numeric(21, 6)), cast(null as varchar) from event_line p"
                            + " where p.lot_id = any(?) and p.effective_at > ? group by p.lot_id",
                    MOVED);

    private final Map<Long, LotKey> keys;
    private final List<StockBalance> balances = new ArrayList<>();
    private final List<StockBalance> reserved = new ArrayList<>();
    private final Set<LotKey> moved = new HashSet<>();

    private StockUnderLock(Map<Long, LotKey> keys) {
        this.keys = keys;
    }

    private static String marked(String query, int kind) {
        return query.replaceFirst(" from ", ", " + kind + " from ");
    }

    /**
     * Asks, behind the lock on the lots, and remembers the answers.
     *
     * @return the balances, when the questions have been sent
     */
    static List<StockBalance> ask(CurrentSession current, Questions questions, Collection<LotKey> lots) {
        StockUnderLock asked = new StockUnderLock(LotRows.of(current, lots).keys());
        Optional<Instant> since = LaterLines.wanted(current.memory());
        Chunks.of(asked.keys.keySet()).forEach(ids -> {
            ArrayParameter of = ArrayParameter.ids(ids);
            since.ifPresentOrElse(
                    moment -> questions.ask(AND_MOVED, asked::read, of, of, of, moment),
                    () -> questions.ask(STOCK, asked::read, of, of));
        });
        questions.then(() -> {
            ReservedSums.locked(current, lots, asked.reserved);
            since.ifPresent(moment -> LaterLines.learnNone(current.memory(), lots, asked.moved, moment));
        });
        return asked.balances;
    }

    private void read(ResultSet row) throws SQLException {
        switch (row.getInt(7)) {
            case BALANCE -> balances.add(LotsInStock.balance(row, keys));
            case RESERVED -> reserved.add(LotsInStock.balance(row, keys));
            default -> moved.add(keys.get(row.getLong(1)));
        }
    }
}
