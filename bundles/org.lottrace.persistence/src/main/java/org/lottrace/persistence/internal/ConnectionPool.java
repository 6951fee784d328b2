package org.lottrace.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.lottrace.api.store.StoreUnavailableException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Connections to the database of {@code etc/org.lottrace.persistence.cfg}. The PID is the name of the bundle, not of this
 * class: it is the one file an administrator edits to change the database.
 */
@Component(
        service = ConnectionPool.class,
        configurationPid = "org.lottrace.persistence",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ConnectionPoolConfig.class)
public final class ConnectionPool {
    private final Vendor vendor;
    private final HikariDataSource connections;

    @Activate
    public ConnectionPool(
            ConnectionPoolConfig config,
            @Reference(
                            service = DataSourceFactory.class,
                            cardinality = ReferenceCardinality.AT_LEAST_ONE,
                            policyOption = ReferencePolicyOption.GREEDY)
                    List<Map.Entry<Map<String, Object>, DataSourceFactory>> drivers)
            throws SQLException {
        this(config.url(), settings(config, drivers));
    }

    /** For tests. */
    public ConnectionPool(String url, HikariConfig settings) {
        vendor = Vendor.of(url);
        settings.setPoolName("lottrace");
        settings.setAutoCommit(false);
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        settings.setConnectionInitSql(Vendor.LIMIT_LOCK_WAIT);
        connections = new HikariDataSource(settings);
        if (vendor == Vendor.H2) {
            writeEveryCommit();
        }
    }

    @Deactivate
    public void close() {
        connections.close();
    }

    DataSource connections() {
        return connections;
    }

    Vendor vendor() {
        return vendor;
    }

    /** H2 otherwise acknowledges a commit up to half a second before it writes it, and a killed process loses it. */
    private void writeEveryCommit() {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set write_delay 0");
        } catch (SQLException e) {
            connections.close();
            throw new StoreUnavailableException("H2 refused to write every commit at once; is the user an admin?", e);
        }
    }

    private static HikariConfig settings(
            ConnectionPoolConfig config, List<Map.Entry<Map<String, Object>, DataSourceFactory>> drivers)
            throws SQLException {
        Properties access = new Properties();
        access.setProperty(DataSourceFactory.JDBC_URL, config.url());
        access.setProperty(DataSourceFactory.JDBC_USER, config.user());
        access.setProperty(DataSourceFactory.JDBC_PASSWORD, config.password());
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(driver(Vendor.of(config.url()).driver(), drivers).createDataSource(access));
        settings.setMaximumPoolSize(config.pool_size());
        settings.setConnectionTimeout(config.connection_timeout_seconds() * 1000L);
        return settings;
    }

    private static DataSourceFactory driver(
            String driver, List<Map.Entry<Map<String, Object>, DataSourceFactory>> drivers) {
        return drivers.stream()
                .filter(entry -> driver.equals(entry.getKey().get(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS)))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new IllegalStateException("no DataSourceFactory service for " + driver
                        + ": install and start the bundle of that driver"));
    }
}
