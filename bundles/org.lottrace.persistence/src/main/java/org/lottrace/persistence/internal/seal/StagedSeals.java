package org.lottrace.persistence.internal.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.RoundTrip;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.Staged;

/** Seals that a unit of work has still to write; they travel with what else it writes. */
public final class StagedSeals implements Staged {
    private static final String INSERT = """
            insert into seal (record_type, record_key, record_part, content, cells)
            select * from unnest(cast(? as varchar array), cast(? as varchar array), cast(? as integer array),
                cast(? as varchar array), cast(? as bytea array))
            """;

    private final List<Sealed> all = new ArrayList<>();

    /** Rows whose seals are made when they travel. */
    private final List<Object> rows = new ArrayList<>();

    private final List<SomeOfARow> some = new ArrayList<>();

    private record SomeOfARow(Object entity, Predicate<Sealed> which) {
        Stream<Sealed> records(StatelessSession session) {
            return StagedSeals.records(session, entity).stream().filter(which);
        }
    }

    /**
     * Seals every record of which these entities are all rows.
     *
     * @param entities as they are written in this unit of work; with their keys
     */
    public static void wrote(CurrentSession current, StatelessSession session, Object... entities) {
        seal(current, records(session, entities));
    }

    /**
     * As {@link #wrote}, and asks the database nothing: what waits to be written goes on waiting.
     *
     * @param entities of records that this unit of work writes only once, with all their rows
     */
    public static void writes(CurrentSession current, Collection<?> entities) {
        current.stage(StagedSeals.class, StagedSeals::new, staged -> staged.rows.addAll(entities));
    }

    /**
     * As {@link #writes}, of an entity of which only some records are written.
     *
     * @param which of its records
     */
    public static void writesSome(CurrentSession current, Object entity, Predicate<Sealed> which) {
        current.stage(StagedSeals.class, StagedSeals::new, staged -> staged.some.add(new SomeOfARow(entity, which)));
    }

    public static void seal(CurrentSession current, Collection<Sealed> records) {
        current.stage(StagedSeals.class, StagedSeals::new, staged -> staged.add(records));
    }

    public void add(Collection<Sealed> records) {
        all.addAll(records);
    }

    /** @return the records of which these entities are all rows */
    public static List<Sealed> records(StatelessSession session, Object... entities) {
        List<SealedRow> rows = Stream.of(entities)
                .flatMap(entity -> new EntityRows((SharedSessionContractImplementor) session).of(entity).stream())
                .toList();
        Map<SealedRecord, Map<RecordKey, List<SealedRow>>> records = new TreeMap<>(rows.stream()
                .collect(Collectors.groupingBy(
                        row -> SealedRecord.of(row.table().name()), Collectors.groupingBy(SealedRow::key))));
        return records.entrySet().stream()
                .flatMap(record -> record.getValue().entrySet().stream()
                        .map(one -> new Sealed(record.getKey(), one.getKey(), one.getValue())))
                .toList();
    }

    @Override
    public void addTo(RoundTrip trip) {
        List<Sealed> sealed = Stream.of(
                        all.stream(),
                        records(trip.session(), rows.toArray()).stream(),
                        some.stream().flatMap(one -> one.records(trip.session())))
                .flatMap(one -> one)
                .toList();
        if (!sealed.isEmpty()) {
            trip.execute(INSERT, parameters(sealed));
        }
    }

    /** For a migration, which has no unit of work. */
    static void insert(Connection connection, List<Sealed> records) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int next = 1;
            for (ArrayParameter parameter : parameters(records)) {
                next = parameter.set(insert, next);
            }
            insert.executeUpdate();
        }
    }

    private static ArrayParameter[] parameters(List<Sealed> all) {
        List<RecordContent> contents =
                all.stream().map(one -> RecordContent.of(one.rows())).toList();
        return new ArrayParameter[] {
            new ArrayParameter(
                    "varchar", all.stream().map(one -> one.record().name()).toArray()),
            new ArrayParameter(
                    "varchar", all.stream().map(one -> one.key().key()).toArray()),
            new ArrayParameter(
                    "integer", all.stream().map(one -> one.key().part()).toArray()),
            new ArrayParameter(
                    "varchar", contents.stream().map(RecordContent::hash).toArray()),
            new ArrayParameter(
                    "bytea", contents.stream().map(RecordContent::cells).toArray(byte[][]::new))
        };
    }
}
