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

/** A database of the version before, in which a ship notice of the kiosk was held back. */
class FollowerMigrationIT {
    @Test
    void positions_and_what_was_held_back_are_kept_on_h2() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:follower;DB_CLOSE_DELAY=-1");
        database.setUser("sa");

        keepsPositionsAndWhatWasHeldBack(database, Vendor.H2);
    }

    @Test
    void positions_and_what_was_held_back_are_kept_on_postgresql() throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(EmbeddedPostgresql.newDatabase("followers"));

        keepsPositionsAndWhatWasHeldBack(database, Vendor.POSTGRESQL);
    }

    private static void keepsPositionsAndWhatWasHeldBack(DataSource database, Vendor vendor) throws SQLException {
        Flyway.configure(Flyway.class.getClassLoader())
                .dataSource(database)
                .table("schema_history")
                .resourceProvider(new Migrations())
                .javaMigrationClassProvider(List::of)
                .placeholders(vendor.placeholders())
                .target("12.2")
                .load()
                .migrate();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("insert into party (party_code, party_name, street, city, region, postal_code, country, email,"
                    + " phone, mapping, minimum_remaining_days) values ('US', '', '', '', '', '', '', '', '', '', 0)");
            sql.execute("insert into item (item_number, description, item_type, base_unit)"
                    + " values ('BREAD', '', 'FINISHED', 'C62')");
            sql.execute("insert into projection values ('cost', 5), ('asn856', 4), ('asn856/KIOSK', 1),"
                    + " ('asn856/MARKET', 0)");
        }
        shipped(database, 1, "KIOSK");
        shipped(database, 2, "KIOSK");
        shipped(database, 3, "MARKET");
        shipped(database, 4, "KIOSK");
        shipped(database, 5, "KIOSK");

        Migrations.run(database, vendor);

        assertEquals(
                List.of("advice861 0", "asn856 4", "cost 5"), // advices begin at the head, which nobody moved here
                texts(database, "select concat(follower_name, ' ', ledger_position) from follower order by 1"));
        assertEquals(
                List.of("asn856 2 KIOSK", "asn856 4 KIOSK"),
                texts(
                        database,
                        "select concat(follower_name, ' ', ledger_position, ' ', lane) from follower_poison order by 1"));
    }

    private static void shipped(DataSource database, int position, String customer) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("insert into lot (id, issuer, item, lot_number) values (%1$d, 'US', 'BREAD', 'L%1$d')"
                    .formatted(position));
            sql.execute("""
                    insert into trace_event (ledger_position, event_id, event_type, effective_at, effective_nanos, utc_offset,
                        accounting_date, actor, device, site, capture_source, corrects, recorded_at, recorded_nanos, hash)
                    values (%1$d, 'e%1$d', 'SHIP', timestamp '2026-03-02 08:00:00', 0, 'Z',
                        date '2026-03-02', '', '', 'BER', 'PERSON', null, timestamp '2026-03-02 08:00:00', 0, 'h')
                    """.formatted(position));
            sql.execute("""
                    insert into event_line values (%1$d, 0, %1$d, 'LOCATION', 'BER/GATE', '', 'PARTY', '%2$s', '',
                        1, 'C62', 1, 'C62', null, null, null)
                    """.formatted(position, customer));
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
