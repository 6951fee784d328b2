package org.lottrace.persistence.internal.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.value.ExactInstant;
import org.lottrace.persistence.internal.value.PositionPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** What there is of locked lots, and what was decided of them: who locks stock asks for that next, so it is read along. */
final class LotsInStock {
    static final String BALANCES = "select s.lot_id, s.place_kind, s.place_code, s.place_sscc, s.quantity, s.unit"
            + " from stock s where s.lot_id = any(?)";
    private static final String DECIDED = "select d.lot_id, d.disposition, d.reason, d.event_id, h.event_id, h.reason,"
            + " h.since_at, h.since_nanos, h.held_by, h.place_kind, h.place_code, h.place_sscc from lot_disposition d"
            + " left join lot_hold h on h.lot_id = d.lot_id where d.lot_id = any(?)";

    private final List<StockBalance> balances = new ArrayList<>();
    private final Map<Long, LotDisposition> decided = new HashMap<>();
    private final Map<Long, LotKey> keys;

    private LotsInStock(Map<Long, LotKey> keys) {
        this.keys = keys;
    }

    /**
     * @param keys of lots that are locked, by their ids
     * @return their balances wherever they are
     */
    static List<StockBalance> read(CurrentSession current, Map<Long, LotKey> keys) {
        LotsInStock read = new LotsInStock(keys);
        Chunks.query(
                keys.keySet(),
                chunk -> current.call(session -> {
                    new Questions()
                            .ask(BALANCES, row -> read.balances.add(balance(row, keys)), ArrayParameter.ids(chunk))
                            .ask(DECIDED, read::decision, ArrayParameter.ids(chunk))
                            .send(session);
                    return List.of();
                }));
        JpaDispositionStore.learn(current, keys.values(), List.copyOf(read.decided.values()));
        read.balances.sort(JpaStockStore.BY_LOT_AND_POSITION);
        return read.balances;
    }

    /** @param keys of the lots by their ids */
    static StockBalance balance(ResultSet row, Map<Long, LotKey> keys) throws SQLException {
        return new StockBalance(
                keys.get(row.getLong(1)),
                PositionPart.of(row, 2).toPosition(),
                new QuantityPart(row.getBigDecimal(5), row.getString(6)).toQuantity());
    }

    /** A row for each hold, or one without any. */
    private void decision(ResultSet row) throws SQLException {
        LotDisposition before = decided.get(row.getLong(1));
        List<Hold> holds = new ArrayList<>(before == null ? List.of() : before.holds());
        if (row.getString(5) != null) {
            holds.add(hold(row).toHold());
        }
        decided.put(
                row.getLong(1),
                new LotDisposition(
                        keys.get(row.getLong(1)),
                        Coded.of(Disposition.class, row.getString(2)),
                        row.getString(3),
                        new EventId(row.getString(4)),
                        holds));
    }

    private static HoldEntity hold(ResultSet row) throws SQLException {
        HoldEntity hold = new HoldEntity();
        hold.id = new HoldEntity.Key(row.getLong(1), row.getString(5));
        hold.reason = row.getString(6);
        hold.since = new ExactInstant(row.getObject(7, OffsetDateTime.class).toInstant(), row.getInt(8));
        hold.by = row.getString(9);
        hold.placeKind = row.getString(10);
        hold.placeCode = row.getString(11);
        hold.container = row.getString(12);
        return hold;
    }
}
