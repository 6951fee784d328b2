package org.lottrace.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database in the background, tries again while it cannot be reached, and only then offers it to the stores.
 * Opening takes seconds: were it the activation of a component that others wait for, they would give up for good after the
 * five seconds that Declarative Services allow.
 *
 * <p>The PID is the name of the bundle, not of this class: it is the one file an administrator edits to change the database.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.lottrace.persistence",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DatabaseConfig.class)
public final class DatabaseOpener {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseOpener.class);
    private static final int SECONDS_BETWEEN_ATTEMPTS = 5;

    private final BundleContext context;
    private final DatabaseConfig config;
    private final ScheduledThreadPoolExecutor opening = new ScheduledThreadPoolExecutor(
            1, work -> new Thread(work, "lottrace-database"), new ThreadPoolExecutor.DiscardPolicy());

    // written by the thread of "opening", read when it has ended
    private Database database;
    private ServiceRegistration<Database> offer;

    @Activate
    public DatabaseOpener(BundleContext context, DatabaseConfig config) {
        this.context = context;
        this.config = config;
        opening.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        opening.execute(this::open);
    }

    @Deactivate
    public void close() throws InterruptedException {
        opening.shutdown(); // no interrupt: it would close the file of H2 in the middle of a migration
        if (!opening.awaitTermination(1, TimeUnit.MINUTES)) {
            LOG.error("database still opening after a minute; stop the process if it does not end");
            return;
        }
        if (database != null) {
            offer.unregister();
            database.close();
        }
    }

    private void open() {
        try {
            database = new Database(new ConnectionPool(Vendor.of(config.url()), settings()));
            offer = context.registerService(Database.class, database, null);
        } catch (RuntimeException | SQLException | InvalidSyntaxException e) {
            LOG.error(
                    "database not available, check etc/org.lottrace.persistence.cfg nextAttemptInSeconds={}",
                    SECONDS_BETWEEN_ATTEMPTS,
                    e);
            opening.schedule(this::open, SECONDS_BETWEEN_ATTEMPTS, TimeUnit.SECONDS);
        }
    }

    private HikariConfig settings() throws SQLException, InvalidSyntaxException {
        Properties access = new Properties();
        access.setProperty(DataSourceFactory.JDBC_URL, config.url());
        access.setProperty(DataSourceFactory.JDBC_USER, config.user());
        access.setProperty(DataSourceFactory.JDBC_PASSWORD, config.password());
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(driver(Vendor.of(config.url()).driver()).createDataSource(access));
        settings.setMaximumPoolSize(config.pool_size());
        settings.setConnectionTimeout(TimeUnit.SECONDS.toMillis(config.connection_timeout_seconds()));
        return settings;
    }

    private DataSourceFactory driver(String name) throws InvalidSyntaxException {
        String filter = "(" + DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + "=" + name + ")";
        for (ServiceReference<DataSourceFactory> driver :
                context.getServiceReferences(DataSourceFactory.class, filter)) {
            DataSourceFactory factory = context.getService(driver);
            if (factory != null) {
                return factory;
            }
        }
        throw new IllegalStateException("there is no driver " + name + ": install and start its bundle");
    }
}
