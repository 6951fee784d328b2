package org.lottrace.persistence.internal.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Records that are to be sealed as they lie in the database when they are read. Used by one thread. */
public final class Seals {
    private static final int RECORDS = 1_000;

    private final Map<SealedRecord, SortedSet<RecordKey>> written = new EnumMap<>(SealedRecord.class);

    public void add(SealedRecord record, RecordKey key) {
        written.computeIfAbsent(record, none -> new TreeSet<>()).add(key);
    }

    public boolean isEmpty() {
        return written.isEmpty();
    }

    /** @return what is to be sealed; it is forgotten here */
    public List<Sealed> read(Connection connection) throws SQLException {
        RecordReader reader = new RecordReader(connection);
        List<Sealed> sealed = new ArrayList<>();
        for (Map.Entry<SealedRecord, SortedSet<RecordKey>> some : written.entrySet()) {
            List<RecordKey> keys = List.copyOf(some.getValue());
            for (int from = 0; from < keys.size(); from += RECORDS) {
                reader.rows(some.getKey(), keys.subList(from, Math.min(keys.size(), from + RECORDS)))
                        .forEach((key, rows) -> sealed.add(new Sealed(some.getKey(), key, rows)));
            }
        }
        written.clear();
        return sealed;
    }
}
