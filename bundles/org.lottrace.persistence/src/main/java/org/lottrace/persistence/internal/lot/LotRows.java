package org.lottrace.persistence.internal.lot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;

/** From the keys of lots, which the api speaks, to their rows, which the tables speak. */
public final class LotRows {
    private static final Kind<LotKey, LotEntity> ROWS = Kind.ofTheUnit();

    private final Map<LotKey, LotEntity> byKey;

    private LotRows(Map<LotKey, LotEntity> byKey) {
        this.byKey = byKey;
    }

    /** @return the rows of those of the lots that are stored; what they say besides id and key may be outdated */
    public static LotRows of(CurrentSession current, Collection<LotKey> keys) {
        Map<LotKey, LotEntity> rows = new HashMap<>();
        List<LotKey> unknown = new ArrayList<>();
        for (LotKey key : Set.copyOf(keys)) {
            current.memory().find(ROWS, key).ifPresentOrElse(row -> rows.put(key, row), () -> unknown.add(key));
        }
        read(current, unknown).forEach(row -> rows.put(row.key(), row));
        return new LotRows(rows);
    }

    /** Reads lots, and remembers their rows: that a lot has this id never changes. */
    static List<LotEntity> read(CurrentSession current, Collection<LotKey> keys) {
        Set<LotKey> wanted = Set.copyOf(keys);
        if (wanted.isEmpty()) {
            return List.of(); // nothing is asked, so what waits to be written goes on waiting
        }
        List<LotEntity> rows = current.call(session -> Chunks.query(wanted, chunk -> stored(session, chunk)));
        rows.forEach(row -> current.memory().learn(ROWS, row.key(), row));
        return rows;
    }

    public static void learn(CurrentSession current, LotEntity row) {
        current.memory().learn(ROWS, row.key(), row);
    }

    /** @return the ids in ascending order, the one order in which lots are locked */
    public List<Long> ids() {
        return byKey.values().stream().map(LotEntity::id).sorted().toList();
    }

    /** @return the keys of the lots that are stored */
    Set<LotKey> known() {
        return Set.copyOf(byKey.keySet());
    }

    /** @return the keys by the ids */
    public Map<Long, LotKey> keys() {
        return byKey.values().stream().collect(Collectors.toMap(LotEntity::id, LotEntity::key));
    }

    /**
     * @return the row of a lot that must be there
     * @throws IllegalArgumentException if it is not stored
     */
    public LotEntity get(LotKey key) {
        LotEntity row = byKey.get(key);
        if (row == null) {
            throw new IllegalArgumentException("lot " + key + " is not stored; register it before it is used");
        }
        return row;
    }

    private static List<LotEntity> stored(StatelessSession session, List<LotKey> keys) {
        return session.createNativeQuery(
                        "select l.* from unnest(cast(:issuers as varchar array), cast(:items as varchar array),"
                                + " cast(:numbers as varchar array)) k (issuer, item, lot_number)"
                                + " join lot l on l.issuer = k.issuer and l.item = k.item and l.lot_number = k.lot_number",
                        LotEntity.class)
                .setParameter("issuers", parts(keys, LotKey::issuer, PartyId::value))
                .setParameter("items", parts(keys, LotKey::item, ItemNumber::value))
                .setParameter("numbers", parts(keys, LotKey::number, LotNumber::value))
                .getResultList();
    }

    private static <P> String[] parts(List<LotKey> keys, Function<LotKey, P> part, Function<P, String> text) {
        return keys.stream().map(part).map(text).toArray(String[]::new);
    }
}
