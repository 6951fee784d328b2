package org.lottrace.persistence.internal.seal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table with rows of a record.
 *
 * @param name of the table
 * @param key its columns that name the record: one, or one and a whole number
 * @param order its columns that tell the rows of one record apart; none when there is one row
 * @param without columns that hold no fact
 * @param apart which of its rows are records of their own beside others with the same key; absent when there are none
 */
record SealedTable(String name, List<String> key, List<String> order, Set<String> without, Optional<Apart> apart) {
    /**
     * Rows whose column holds something else than is usual: the part of their key is negative.
     *
     * @param column that tells them
     * @param usual what it holds in the others
     * @param far what it holds in rows that are apart from those, too
     */
    record Apart(String column, String usual, String far) {
        /** Larger than any number of a line. */
        static final int FAR = 1_000_000_000;

        int part(String holds, int number) {
            return usual.equals(holds) ? number : far.equals(holds) ? -FAR - number : -number;
        }
    }

    SealedTable(String name, List<String> key, List<String> order, Set<String> without) {
        this(name, key, order, without, Optional.empty());
    }

    /** A table with one row for each record. */
    static SealedTable one(String name, String... key) {
        return new SealedTable(name, List.of(key), List.of(), Set.of());
    }

    /** A table with any number of rows for each record. */
    static SealedTable many(String name, String key, String... order) {
        return new SealedTable(name, List.of(key), List.of(order), Set.of());
    }

    /** @throws IllegalArgumentException if rows of that table are not sealed */
    static SealedTable named(String name) {
        return SealedRecord.of(name).tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @return reads the rows of some records, record by record; parameters are an array of keys and one of parts */
    String select(KeyType type) {
        return "select t.* from " + name + " t join (select * from unnest(cast(? as " + type.sql()
                + " array), cast(? as integer array)) u (k, p)) r on t." + key.get(0) + " = r.k and " + part()
                + " = r.p";
    }

    /** @return the keys and parts of the records that have rows here and were never sealed */
    String selectUnsealed(String record) {
        return "select distinct t." + key.get(0) + ", " + part() + " from " + name
                + " t where not exists (select 1 from seal s where s.record_type = '" + record
                + "' and s.record_key = cast(t." + key.get(0) + " as varchar(100)) and s.record_part = " + part()
                + ")";
    }

    private String part() {
        String number = key.size() > 1 ? "t." + key.get(1) : "0";
        return apart.map(one -> "case t." + one.column() + " when '" + one.usual() + "' then " + number + " when '"
                        + one.far() + "' then -" + Apart.FAR + " - " + number + " else -" + number + " end")
                .orElse(number);
    }

    /** @param cells of a row, by their columns */
    RecordKey key(Map<String, String> cells) {
        int number = key.size() > 1 ? Integer.parseInt(cells.get(key.get(1))) : 0;
        return new RecordKey(
                cells.get(key.get(0)),
                apart.map(one -> one.part(cells.get(one.column()), number)).orElse(number));
    }

    /** @return the columns that tell one row from another */
    Stream<String> identity() {
        return Stream.concat(key.stream(), order.stream());
    }

    /** What the first column of the key holds. */
    enum KeyType {
        TEXT("varchar"),
        NUMBER("bigint");

        private final String sql;

        KeyType(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }

        boolean fits(String key) {
            return this == TEXT || key.matches("-?[0-9]{1,18}");
        }

        Object value(String key) {
            return this == NUMBER ? (Object) Long.valueOf(key) : key;
        }
    }
}
