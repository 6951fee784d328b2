package org.lottrace.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.lottrace.persistence.testing.EmbeddedPostgresql;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of the version before holds were a set: what stands in it stands afterwards, each for its own reason. */
class HoldMigrationIT {
    @Test
    void what_stands_is_found_on_h2() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:holds;DB_CLOSE_DELAY=-1");
        database.setUser("sa");

        whatStandsIsFound(database, Vendor.H2);
    }

    @Test
    void what_stands_is_found_on_postgresql() throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(EmbeddedPostgresql.newDatabase("holds"));

        whatStandsIsFound(database, Vendor.POSTGRESQL);
    }

    private static void whatStandsIsFound(DataSource database, Vendor vendor) throws SQLException {
        Flyway.configure(Flyway.class.getClassLoader())
                .dataSource(database)
                .table("schema_history")
                .resourceProvider(new Migrations())
                .javaMigrationClassProvider(List::of)
                .placeholders(vendor.placeholders())
                .target("20")
                .load()
                .migrate();
        execute(
                database,
                "insert into party (party_code, party_name, street, city, region, postal_code, country, email,"
                        + " phone, mapping, minimum_remaining_days) values ('US', '', '', '', '', '', '', '', '', '', 0)");
        execute(
                database,
                "insert into item (item_number, description, item_type, base_unit)"
                        + " values ('BREAD', '', 'FINISHED', 'C62')");
        for (int lot = 1; lot <= 6; lot++) {
            execute(
                    database,
                    "insert into lot (id, issuer, item, lot_number) values (%1$d, 'US', 'BREAD', 'L%1$d')"
                            .formatted(lot));
        }
        decided(database, 1, 1, "HOLD", "ON_HOLD", 0);
        decided(database, 2, 2, "HOLD", "ON_HOLD", 0);
        decided(database, 3, 2, "RELEASE", "SELLABLE", 0);
        decided(database, 4, 3, "HOLD", "ON_HOLD", 0);
        decided(database, 5, 3, "RELEASE", "SELLABLE", 0);
        decided(database, 6, 3, "REVERSE", "ON_HOLD", 5);
        decided(database, 7, 4, "HOLD", "RECALLED", 0);
        decided(database, 8, 4, "RELEASE", "ON_HOLD", 0);
        decided(database, 9, 5, "HOLD", "ON_HOLD", 0);
        decided(database, 10, 5, "HOLD", "RECALLED", 0);
        decided(database, 11, 6, "HOLD", "ON_HOLD", 0);
        decided(database, 12, 6, "REVERSE", "SELLABLE", 11);

        Migrations.run(database, vendor);

        assertEquals(
                List.of("1 e1 why 1", "3 e4 why 4", "4 e8 why 8", "5 e9 why 9"),
                texts(database, "select concat(lot_id, ' ', event_id, ' ', reason) from lot_hold order by 1"));
        assertEquals(
                List.of(
                        "1 ON_HOLD e1 why 1",
                        "2 SELLABLE e3 why 3",
                        "3 ON_HOLD e4 why 4",
                        "4 ON_HOLD e8 why 8",
                        "5 RECALLED e10 why 10",
                        "6 SELLABLE e12 why 12"),
                texts(
                        database,
                        "select concat(lot_id, ' ', disposition, ' ', event_id, ' ', reason) from lot_disposition"
                                + " order by 1"));
    }

    /** The newest one is what the lot is. */
    private static void decided(
            DataSource database, int position, int lot, String type, String disposition, int corrects)
            throws SQLException {
        execute(database, """
                insert into trace_event (ledger_position, event_id, event_type, effective_at, effective_nanos, utc_offset,
                    accounting_date, actor, device, site, capture_source, corrects, recorded_at, recorded_nanos, hash)
                values (%1$d, 'e%1$d', '%2$s', timestamp '2026-03-02 08:00:00', %1$d, 'Z',
                    date '2026-03-02', 'anna', '', 'BER', 'PERSON', %3$s, timestamp '2026-03-02 08:00:00', 0, 'h')
                """.formatted(position, type, corrects == 0 ? "null" : "'e" + corrects + "'"));
        execute(database, """
                insert into event_disposition (event_id, part, lot_id, disposition, reason)
                values ('e%1$d', 0, %2$d, '%3$s', 'why %1$d')
                """.formatted(position, lot, disposition));
        execute(database, "delete from lot_disposition where lot_id = " + lot);
        execute(database, """
                insert into lot_disposition (lot_id, disposition, reason, event_id)
                values (%2$d, '%3$s', 'why %1$d', 'e%1$d')
                """.formatted(position, lot, disposition));
    }

    private static void execute(DataSource database, String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static List<String> texts(DataSource database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
