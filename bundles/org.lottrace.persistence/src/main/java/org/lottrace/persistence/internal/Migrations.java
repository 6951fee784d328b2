package org.lottrace.persistence.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.lottrace.persistence.internal.seal.SealWhatIsThere;

/**
 * The numbered SQL files in {@code db}. A new one is added to {@link #FILES}: nothing is found by scanning a class path,
 * which a bundle has not.
 */
public final class Migrations implements ResourceProvider {
    static final List<String> FILES = List.of(
            "V1__master_data.sql",
            "V2__ledger.sql",
            "V3__stock.sql",
            "V4__orders.sql",
            "V5__cost.sql",
            "V6__interchange.sql",
            "V7__recall.sql",
            "V8__recall_drill.sql",
            "V9__segregation.sql",
            "V12__sales_price.sql",
            "V12_1__line_and_shift.sql",
            "V12_2__acknowledged.sql",
            "V13__event_form_two.sql",
            "V14__ledger_follower.sql",
            "V15__lot_correction.sql",
            "V16__reading_indices.sql",
            "V17__lines_in_time.sql",
            "V18__flat_reading.sql",
            "V19__large_recalls.sql",
            "V20__lines_by_place.sql",
            "V21__seals.sql",
            "V22__audit.sql",
            "V23__token.sql",
            "V24__overview.sql",
            "V25__import_mapping.sql",
            "V26__exception_case.sql",
            "V27__holds.sql",
            "V28__item_profile.sql",
            "V29__production_order.sql",
            "V30__logistic_units.sql",
            "V31__unit_cost.sql",
            "V32__cost_history.sql",
            "V33__allocation_rules.sql",
            "V34__allocation_decisions.sql",
            "V35__accounting_period.sql",
            "V36__lots_at_receipt.sql",
            "V37__soft_reservations.sql",
            "V38__journal_receiver.sql",
            "V39__account_determination.sql",
            "V40__notice_arrival.sql",
            "V41__allocation.sql",
            "V42__planning.sql",
            "V43__masters.sql",
            "V44__third_party.sql",
            "V45__edifact_address.sql",
            "V46__lots_of_dispositions.sql",
            "V47__serial_numbers.sql",
            "V48__stock_by_item.sql",
            "V49__steps_of_a_lot.sql",
            "V50__consignment.sql",
            "V51__cost_layers.sql",
            "V52__rule_demands.sql",
            "V53__customer_of_an_advice.sql",
            "V54__company_books.sql",
            "V55__books_at_the_head.sql",
            "V56__books.sql",
            "V57__transfer_order.sql",
            "V58__seals_without_a_place.sql",
            "V59__notice_key_data.sql",
            "V60__events_in_time.sql");

    /**
     * Brings the tables to the newest version.
     *
     * @throws SchemaTooNewException if they are beyond it
     */
    static void run(DataSource connections, Vendor vendor) {
        Flyway flyway = configured(vendor).dataSource(connections).load();
        refuseNewer(flyway.info());
        flyway.migrate();
    }

    /** Makes the tables of an empty database as they were in a version. */
    public static void run(String url, String user, String password, String version) {
        configured(Vendor.of(url))
                .dataSource(url, user, password)
                .target(version)
                .load()
                .migrate();
    }

    /** @return whether this program knows the tables of that version */
    public static boolean isKnown(String version) {
        return versions().anyMatch(version::equals);
    }

    /** @return version of the tables in it; empty when there are none */
    static Optional<String> version(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet table =
                    connection.getMetaData().getTables(null, connection.getSchema(), "schema_history", null)) {
                if (!table.next()) {
                    return Optional.empty();
                }
            }
            try (ResultSet newest =
                    statement.executeQuery("select \"version\" from \"schema_history\" where \"version\""
                            + " is not null order by \"installed_rank\" desc limit 1")) {
                return newest.next() ? Optional.of(newest.getString(1)) : Optional.empty();
            }
        }
    }

    /** @return whether there are migrations for tables of that version */
    static boolean isOlder(String version) {
        return isKnown(version) && !version.equals(newest());
    }

    /** @return the version that tables have when this program has opened them */
    public static String newest() {
        return versions()
                .max(Comparator.comparing(MigrationVersion::fromVersion))
                .orElseThrow();
    }

    private static Stream<String> versions() {
        return Stream.concat(
                FILES.stream().map(file -> file.substring(1, file.indexOf("__")).replace('_', '.')),
                SealWhatIsThere.ALL.stream().map(seals -> seals.getVersion().getVersion()));
    }

    private static FluentConfiguration configured(Vendor vendor) {
        return Flyway.configure(Flyway.class.getClassLoader())
                .table("schema_history")
                .resourceProvider(new Migrations())
                .javaMigrationClassProvider(List::of)
                .javaMigrations(SealWhatIsThere.ALL.toArray(JavaMigration[]::new))
                .placeholders(vendor.placeholders());
    }

    /** Flyway takes what it does not know for a newer version's, and goes on. */
    private static void refuseNewer(MigrationInfoService tables) {
        MigrationInfo newest = tables.current();
        if (newest != null && newest.getState() == MigrationState.FUTURE_SUCCESS) {
            throw new SchemaTooNewException(newest.getVersion().getVersion(), newest());
        }
    }

    /** Flyway asks for files that may be there, such as settings of one migration, and expects null when they are not. */
    @Override
    public LoadableResource getResource(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return FILES.contains(file) ? new Migration(file) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return FILES.stream()
                .filter(file -> file.startsWith(prefix))
                .filter(file -> Arrays.stream(suffixes).anyMatch(file::endsWith))
                .<LoadableResource>map(Migration::new)
                .toList();
    }

    private static final class Migration extends LoadableResource {
        private final String file;

        Migration(String file) {
            this.file = file;
        }

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(url().openStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new FlywayException("migration " + file + " cannot be read", e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return url().toString();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return file;
        }

        @Override
        public String getRelativePath() {
            return file;
        }

        private URL url() {
            URL url = Migrations.class.getResource("db/" + file);
            if (url == null) {
                throw new FlywayException("migration " + file + " is not in this bundle");
            }
            return url;
        }
    }
}
