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
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
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
                .setParameter("issuers", parts(keys, key -> key.issuer().value()))
                .setParameter("items", parts(keys, key -> key.item().value()))
                .setParameter("numbers", parts(keys, key -> key.number().value()))
                .getResultList();
    }

    /** @return the rows of the lots that one of the references fits, and perhaps of others with one of their numbers */
    static List<LotEntity> fitting(CurrentSession current, List<LotReference> references) {
        return Chunks.query(references, chunk -> current.call(session -> fitting(session, chunk)));
    }

    /** Each of the two numbers has an index, which begins so; "or" would use none of them. */
    private static List<LotEntity> fitting(StatelessSession session, List<LotReference> references) {
        boolean items = references.stream().allMatch(lot -> lot.item().isPresent());
        boolean issuers =
                items && references.stream().allMatch(lot -> lot.issuer().isPresent());
        String fits = " = any_text(:numbers, 0)" + (items ? " and l.item = any_text(:items, 0)" : "")
                + (issuers ? " and l.issuer = any_text(:issuers, 0)" : "");
        SelectionQuery<LotEntity> query = session.createSelectionQuery(
                        "select l from LotEntity l where l.number" + fits
                                + " union all select l from LotEntity l where l.corrected" + fits,
                        LotEntity.class)
                .setParameter("numbers", parts(references, lot -> lot.number().value()));
        if (items) {
            query.setParameter(
                    "items", parts(references, lot -> lot.item().orElseThrow().value()));
        }
        if (issuers) {
            query.setParameter(
                    "issuers",
                    parts(references, lot -> lot.issuer().orElseThrow().value()));
        }
        return query.getResultList();
    }

    private static <K> String[] parts(List<K> keys, Function<K, String> part) {
        return keys.stream().map(part).toArray(String[]::new);
    }
}
