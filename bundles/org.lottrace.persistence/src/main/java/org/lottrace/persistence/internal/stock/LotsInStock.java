package org.lottrace.persistence.internal.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.lot.LockedLots;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.value.ExactInstant;
import org.lottrace.persistence.internal.value.PositionPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** What there is of locked lots, and what was decided of them: who locks stock asks for that next, so it is read along. */
final class LotsInStock implements LockedLots.Along {
    private static final String BALANCE =
            "select s.lot_id, s.place_kind, s.place_code, s.place_sscc, s.quantity, s.unit";
    private static final String WITH_IDS = "= any(?)";
    static final String BALANCES = BALANCE + " from stock s where s.lot_id " + WITH_IDS;

    /** A row for each balance; of a lot with holds as many as it has. */
    private static final String DECIDED = BALANCE + ", d.disposition, d.reason, d.event_id, h.event_id, h.reason,"
            + " h.since_at, h.since_nanos, h.held_by, h.place_kind, h.place_code, h.place_sscc from stock s"
            + " left join lot_disposition d on d.lot_id = s.lot_id"
            + " left join lot_hold h on h.lot_id = d.lot_id where s.lot_id ";

    private static final String OF_ITEMS = "in (select x.lot_id from stock x where x.item = any(?) and x.site = ?)";

    private final Set<StockBalance> balances = new LinkedHashSet<>();
    private final Map<Long, LotDisposition> decided = new HashMap<>();
    private final Map<Long, LotKey> keys;
    private boolean isAsked;

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
                            .ask(DECIDED + WITH_IDS, read::read, ArrayParameter.ids(chunk))
                            .send(session);
                    return List.of();
                }));
        return read.learnt(current);
    }

    /**
     * Locks the lots of which the site has something, and reads the same of them. A lot that was taken away while its lock was waited for is
     * locked, too, and is not in the answer.
     *
     * @return the lots with their balances wherever they are
     */
    static Map<LotKey, List<StockBalance>> lock(CurrentSession current, Collection<ItemNumber> items, SiteId site) {
        LotsInStock read = new LotsInStock(new HashMap<>());
        List<LotEntity> locked = LockedLots.lock(current, items, site, read);
        List<StockBalance> all = read.isAsked
                ? read.learnt(current)
                : read(current, locked.stream().collect(Collectors.toMap(LotEntity::id, LotEntity::key)));
        return all.stream().collect(Collectors.groupingBy(StockBalance::lot, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public void locked(LotEntity lot) {
        keys.put(lot.id(), lot.key());
    }

    @Override
    public void ask(Questions questions, ArrayParameter items, String site) {
        isAsked = true;
        questions.ask(DECIDED + OF_ITEMS, ifLocked(this::read), items, site);
    }

    private Questions.Row ifLocked(Questions.Row each) {
        return row -> {
            if (keys.containsKey(row.getLong(1))) {
                each.read(row);
            }
        };
    }

    private List<StockBalance> learnt(CurrentSession current) {
        JpaDispositionStore.learn(
                current, balances.stream().map(StockBalance::lot).toList(), List.copyOf(decided.values()));
        return balances.stream().sorted(JpaStockStore.BY_LOT_AND_POSITION).toList();
    }

    private void read(ResultSet row) throws SQLException {
        balances.add(balance(row, keys));
        if (row.getString(7) != null) {
            decision(row);
        }
    }

    /** @param keys of the lots by their ids */
    static StockBalance balance(ResultSet row, Map<Long, LotKey> keys) throws SQLException {
        return new StockBalance(
                keys.get(row.getLong(1)),
                PositionPart.of(row, 2).toPosition(),
                new QuantityPart(row.getBigDecimal(5), row.getString(6)).toQuantity());
    }

    /** Each hold comes as often as the lot has balances. */
    private void decision(ResultSet row) throws SQLException {
        LotDisposition before = decided.get(row.getLong(1));
        List<Hold> holds = new ArrayList<>(before == null ? List.of() : before.holds());
        if (row.getString(10) != null) {
            Hold hold = hold(row).toHold();
            if (!holds.contains(hold)) {
                holds.add(hold);
            }
        }
        decided.put(
                row.getLong(1),
                new LotDisposition(
                        keys.get(row.getLong(1)),
                        Coded.of(Disposition.class, row.getString(7)),
                        row.getString(8),
                        new EventId(row.getString(9)),
                        holds));
    }

    private static HoldEntity hold(ResultSet row) throws SQLException {
        HoldEntity hold = new HoldEntity();
        hold.id = new HoldEntity.Key(row.getLong(1), row.getString(10));
        hold.reason = row.getString(11);
        hold.since = new ExactInstant(row.getObject(12, OffsetDateTime.class).toInstant(), row.getInt(13));
        hold.by = row.getString(14);
        hold.placeKind = row.getString(15);
        hold.placeCode = row.getString(16);
        hold.container = row.getString(17);
        return hold;
    }
}
