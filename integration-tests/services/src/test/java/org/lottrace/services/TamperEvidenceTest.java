package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.seal.Tampering;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** Every column that holds a fact, changed by SQL behind the back of LotTrace. */
class TamperEvidenceTest {
    private static final int ALL = 1_000;

    /** Tables and columns that hold no fact, and why. */
    private static final Map<String, String> NO_FACTS = Map.ofEntries(
            Map.entry("lease", "who works at the moment"),
            Map.entry("follower.follower_name", "a follower that is not there begins again"),
            Map.entry("follower.rebuilding_to", "how far it has come is all that counts"),
            Map.entry("follower.failed_attempts", "when it is tried again"),
            Map.entry("follower.failed_at", "when it is tried again"),
            Map.entry("follower.next_attempt_at", "when it is tried again"),
            Map.entry("follower.failure", "words for the administrator"),
            Map.entry("follower_poison", "what waits to be tried again; what was booked is compared with the stock"),
            Map.entry("number_sequence", "a number that is given twice is refused by the key of what it numbers"),
            Map.entry(
                    "cost_layer.place",
                    "it only tells the order in which they leave; all of them are compared with their lots"),
            Map.entry("ledger_head.id", "the database refuses another"),
            Map.entry("reservation.id", "it only tells the order in which they were made"),
            Map.entry("login_token.last_used", "it is told to the minute or so, and nothing is decided by it"),
            Map.entry("import_mapping", "a dry run shows what comes of it, and what is written is sealed"),
            Map.entry("import_mapping_source", "as import_mapping"),
            Map.entry("import_mapping_word", "as import_mapping"),
            Map.entry("seal.cells", "they only point to what the hash beside them has proved"),
            Map.entry("schema_history", "the program compares it with its own migrations"));

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final WorkingBakery bakery =
            new WorkingBakery(TestCompany.on(database).with(Clock.class, Bakery.CLOCK));

    @BeforeEach
    void open() {
        database.sql("set referential_integrity false");
        CompanyAtWork.in(bakery);
    }

    @AfterEach
    void close() {
        bakery.company().close();
    }

    @Test
    void whatever_fact_is_changed_in_the_database_is_named_with_its_table_and_field() {
        SortedMap<String, String> notNamed = new TreeMap<>();
        for (String table : tables()) {
            for (Column column : columns(table)) {
                if (!NO_FACTS.containsKey(table) && !NO_FACTS.containsKey(column.toString())) {
                    List<Tampering> found = foundWhenChanged(column);
                    if (found.stream().noneMatch(column::isNamedBy)) {
                        notNamed.put(column.toString(), found.toString());
                    }
                }
            }
        }

        assertEquals(new TreeMap<>(), notNamed);
    }

    /** @param isKey whether it tells its row from others: when it changes, one row is gone and another was added */
    private record Column(String table, String name, String type, boolean isKey) {
        boolean isNamedBy(Tampering tampering) {
            return tampering.table().equals(table)
                    && (tampering.field().equals(Optional.of(name))
                            || (isKey || isOfASeal()) && tampering.field().isEmpty());
        }

        /** All of a seal is under one hash. */
        private boolean isOfASeal() {
            return table.equals("seal");
        }

        /** @return SQL for something else than what stands there */
        String other() {
            return switch (type) {
                case "CHARACTER VARYING" ->
                    "coalesce(concat(left(%1$s, greatest(0, char_length(%1$s) - 1)), 'x'), 'x')".formatted(name);
                case "DATE" -> "coalesce(" + name + ", date '2026-01-01') + 1";
                case "TIMESTAMP WITH TIME ZONE" -> "coalesce(dateadd('SECOND', 1, " + name + "), current_timestamp)";
                case "BOOLEAN" -> "not coalesce(" + name + ", false)";
                case "BINARY LARGE OBJECT" -> "x'0102'";
                default -> "coalesce(" + name + ", 0) + 7";
            };
        }

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    private List<Tampering> found() {
        return bakery.company().service(RecordSeals.class).verify(ALL);
    }

    /** Changes the column in one row, and puts it right again. */
    private List<Tampering> foundWhenChanged(Column column) {
        List<String> before = rows(column.table());
        String row = database.texts("select _rowid_ from " + column.table() + " order by " + column.name()
                        + " is null, _rowid_ desc fetch first 1 rows only")
                .get(0);
        database.sql("create table saved as select * from " + column.table() + " where _rowid_ = " + row);
        set(column, column.other(), row);
        String now = rows(column.table()).stream()
                .filter(other -> !before.contains(other))
                .findFirst()
                .orElse(row);
        try {
            bakery.company().service(Ledger.class).firstBrokenPosition();
            return found();
        } finally {
            set(column, "(select " + column.name() + " from saved)", now);
            database.sql("drop table saved");
        }
    }

    private void set(Column column, String value, String row) {
        database.sql("update " + column.table() + " set " + column.name() + " = " + value + " where _rowid_ = " + row);
    }

    private List<String> rows(String table) {
        return database.texts("select _rowid_ from " + table);
    }

    private List<String> tables() {
        return database.texts("select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'"
                + " and table_type = 'BASE TABLE' order by 1");
    }

    private List<Column> columns(String table) {
        return database
                .texts("select concat(lower(column_name), ',', data_type, ',', exists (select 1"
                        + " from information_schema.key_column_usage k where k.table_name = c.table_name"
                        + " and k.column_name = c.column_name and k.table_schema = 'PUBLIC'))"
                        + " from information_schema.columns c where table_schema = 'PUBLIC' and is_generated = 'NEVER' and lower(table_name) = '"
                        + table
                        + "' order by ordinal_position")
                .stream()
                .map(text -> text.split(","))
                .map(parts -> new Column(table, parts[0], parts[1], parts[2].equals("TRUE")))
                .toList();
    }
}
