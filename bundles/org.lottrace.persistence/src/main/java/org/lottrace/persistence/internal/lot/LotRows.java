package org.lottrace.persistence.internal.lot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.operation.UnknownCursorException;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
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
     * @param after the last lot of the page before; empty for the first page
     * @return the id behind which a page goes on
     * @throws UnknownCursorException if there is no such lot
     */
    public static long behind(CurrentSession current, Optional<LotKey> after) {
        return after.map(lot -> Optional.ofNullable(
                                of(current, List.of(lot)).byKey.get(lot))
                        .orElseThrow(() -> new UnknownCursorException(lot))
                        .id())
                .orElse(Long.MIN_VALUE);
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
        List<LotEntity> rows = new ArrayList<>();
        new Questions()
                .ask(
                        "select " + LotEntity.COLUMNS
                                + " from unnest(cast(? as varchar array), cast(? as varchar array),"
                                + " cast(? as varchar array)) k (issuer, item, lot_number)"
                                + " join lot l on l.issuer = k.issuer and l.item = k.item and l.lot_number = k.lot_number",
                        row -> rows.add(new LotEntity(row)),
                        parts(keys, key -> key.issuer().value()),
                        parts(keys, key -> key.item().value()),
                        parts(keys, key -> key.number().value()))
                .send(session);
        return rows;
    }

    /**
     * A query for the rows of the lots that one of some references fits, and perhaps of others with one of their numbers; one that fits
     * by both numbers comes twice.
     */
    record Fitting(String query, Object... parameters) {}

    /** Each of the two numbers has an index, which begins so; "or" would use none of them. */
    static Fitting fitting(List<LotReference> references) {
        boolean items = references.stream().allMatch(lot -> lot.item().isPresent());
        boolean issuers =
                items && references.stream().allMatch(lot -> lot.issuer().isPresent());
        List<ArrayParameter> parts =
                new ArrayList<>(List.of(parts(references, lot -> lot.number().value())));
        String fits = " = any(?)";
        if (items) {
            fits += " and l.item = any(?)";
            parts.add(parts(references, lot -> lot.item().orElseThrow().value()));
        }
        if (issuers) {
            fits += " and l.issuer = any(?)";
            parts.add(parts(references, lot -> lot.issuer().orElseThrow().value()));
        }
        return new Fitting(
                "select " + LotEntity.COLUMNS + " from lot l where l.lot_number" + fits + " union all select "
                        + LotEntity.COLUMNS + " from lot l where l.corrected_number" + fits,
                Stream.of(parts, parts).flatMap(List::stream).toArray());
    }

    private static <K> ArrayParameter parts(List<K> keys, Function<K, String> part) {
        return ArrayParameter.texts(keys.stream().map(part).toList());
    }
}
