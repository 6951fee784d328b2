package org.lottrace.persistence.internal.seal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.lottrace.api.seal.Tampering;

/**
 * Compares records with their newest seals. A record may be written meanwhile: only what lies between two looks at the same
 * newest seal is compared.
 */
final class SealCheck {
    private static final String NEWEST = """
            select id, content, cells from seal where record_type = ? and record_key = ? and record_part = ?
            order by id desc fetch first 1 rows only
            """;

    private static final String NEWEST_OF_EACH = """
            select (select max(s.id) from seal s where s.record_type = u.t and s.record_key = u.k and s.record_part = u.p)
            from unnest(cast(? as varchar array), cast(? as varchar array), cast(? as integer array)) u (t, k, p)
            """;

    private final Connection connection;
    private final RecordReader reader;

    private record Newest(long id, RecordContent content) {}

    SealCheck(Connection connection) {
        this.connection = connection;
        this.reader = new RecordReader(connection);
    }

    /** @return the ids of the newest seals of the records of these */
    Set<Long> newest(List<SealEntity> seals) throws SQLException {
        Set<Long> ids = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(NEWEST_OF_EACH)) {
            select.setArray(1, array("varchar", seals, seal -> seal.type));
            select.setArray(2, array("varchar", seals, seal -> seal.recordKey));
            select.setArray(3, array("integer", seals, seal -> seal.part));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getLong(1));
                }
            }
        }
        return ids;
    }

    private Array array(String type, List<SealEntity> seals, Function<SealEntity, Object> value) throws SQLException {
        return connection.createArrayOf(type, seals.stream().map(value).toArray());
    }

    /** @param seals some of the seals of each; when it is not the newest, nothing is said of it */
    List<Tampering> compare(SealedRecord record, SortedMap<RecordKey, SealEntity> seals) throws SQLException {
        List<Tampering> found = new ArrayList<>();
        for (Map.Entry<RecordKey, List<SealedRow>> rows :
                rows(record, seals.keySet()).entrySet()) {
            SealEntity seal = seals.get(rows.getKey());
            if (!RecordContent.of(rows.getValue()).hash().equals(seal.content)) {
                found.addAll(lookAgain(record, seal));
            }
        }
        return found;
    }

    private SortedMap<RecordKey, List<SealedRow>> rows(SealedRecord record, Set<RecordKey> keys) throws SQLException {
        return reader.rows(record, keys);
    }

    private List<Tampering> lookAgain(SealedRecord record, SealEntity seal) throws SQLException {
        Optional<Newest> newest = newest(record, seal.key());
        if (newest.isEmpty() || newest.get().id() != seal.id) {
            return List.of();
        }
        List<SealedRow> rows = rows(record, Set.of(seal.key())).get(seal.key());
        if (RecordContent.of(rows).hash().equals(newest.get().content().hash())
                || newest(record, seal.key()).filter(now -> now.id() == seal.id).isEmpty()) {
            return List.of();
        }
        return new RecordComparison(record, seal.key(), reader.columns(record))
                .differences(newest.get().content(), rows);
    }

    private Optional<Newest> newest(SealedRecord record, RecordKey key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setString(1, record.name());
            select.setString(2, key.key());
            select.setInt(3, key.part());
            try (ResultSet found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(
                                new Newest(found.getLong(1), new RecordContent(found.getString(2), found.getBytes(3))))
                        : Optional.empty();
            }
        }
    }
}
