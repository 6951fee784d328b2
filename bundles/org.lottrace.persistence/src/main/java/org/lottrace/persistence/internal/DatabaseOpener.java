package org.lottrace.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.lottrace.api.health.DatabaseFault;
import org.lottrace.api.health.DatabaseState;
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
        service = DatabaseState.class,
        immediate = true,
        configurationPid = "org.lottrace.persistence",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DatabaseConfig.class)
public final class DatabaseOpener implements DatabaseState {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseOpener.class);
    private static final long MILLISECONDS_BETWEEN_ATTEMPTS = 5_000;
    /** A check of health has longer than that: it must come to its answer. */
    private static final long ANSWER_SECONDS = 5;

    private final BundleContext context;
    private final DatabaseConfig config;
    private final long pause;
    private final DatabaseWatch watch;
    private final Optional<UpgradeBackup> backup;
    private final ScheduledThreadPoolExecutor opening = new ScheduledThreadPoolExecutor(
            1, work -> new Thread(work, "lottrace-database"), new ThreadPoolExecutor.DiscardPolicy());

    private final ThreadPoolExecutor asking = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            work -> new Thread(work, "lottrace-database-check"),
            new ThreadPoolExecutor.DiscardPolicy());

    // written by the thread of "opening"; the offer is read when that has ended
    private volatile Database database;
    private volatile DataSource direct;
    private ServiceRegistration<Database> offer;
    private Question question;

    @Activate
    public DatabaseOpener(BundleContext context, DatabaseConfig config) {
        this(context, config, MILLISECONDS_BETWEEN_ATTEMPTS);
    }

    /** For tests. */
    DatabaseOpener(BundleContext context, DatabaseConfig config, long pause) {
        this.context = context;
        this.pause = pause;
        this.config = config;
        this.watch = new DatabaseWatch(config.url(), config.user());
        this.backup = UpgradeBackup.of(config, dataFolder(context));
        opening.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        opening.execute(this::open);
    }

    @Deactivate
    public void close() throws InterruptedException {
        asking.shutdown();
        opening.shutdown(); // no interrupt: it would close the file of H2 in the middle of a migration
        backup.ifPresent(UpgradeBackup::stop);
        if (!opening.awaitTermination(1, TimeUnit.MINUTES)) {
            LOG.error("database still opening after a minute; stop the process if it does not end");
            return;
        }
        if (database != null) {
            offer.unregister();
            database.close();
        }
    }

    @Override
    public Optional<DatabaseFault> fault() {
        if (database == null) {
            return watch.current()
                    .or(() -> Optional.of(new DatabaseFault(
                            "DATABASE_OPENING",
                            true,
                            "the database is being opened; an upgrade and the backup before it may take minutes")));
        }
        Question asked = question();
        try {
            return asked.answer.get(asked.nanosecondsLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException silent) {
            return Optional.of(watch.silent(ANSWER_SECONDS));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the database could not be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking the database", e);
        }
    }

    /** @return the one that is not answered yet, or a new one: a database that is silent is asked once, and whoever asks after that is told at once */
    private synchronized Question question() {
        if (question == null || question.answer.isDone()) {
            question = new Question(asking.submit(() -> watch.ask(direct, database.pool())), System.nanoTime());
        }
        return question;
    }

    private record Question(Future<Optional<DatabaseFault>> answer, long asked) {
        long nanosecondsLeft() {
            return Math.max(0, asked + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS) - System.nanoTime());
        }
    }

    @Override
    public Optional<Path> upgradeBackup() {
        return backup.flatMap(UpgradeBackup::made);
    }

    private void open() {
        try {
            HikariConfig settings = settings();
            direct = settings.getDataSource();
            if (backup.isPresent()) {
                backup.get().beforeOpening(direct);
            }
            Database opened = new Database(new ConnectionPool(Vendor.of(config.url()), settings, watch));
            if (backup.isPresent()) {
                backup.get().done();
            }
            database = opened;
            watch.opened();
            offer = context.registerService(Database.class, opened, null);
            opening.scheduleWithFixedDelay(this::askWhileWrong, pause, pause, TimeUnit.MILLISECONDS);
        } catch (RuntimeException | SQLException | IOException | InvalidSyntaxException e) {
            if (!opening.isShutdown()) {
                watch.notOpened(e);
            }
            opening.schedule(this::open, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** So that the log says when it is over, also when nobody asks. */
    private void askWhileWrong() {
        if (watch.current().isPresent()) {
            question();
        }
    }

    /** Where LotTrace writes, as the start script says; the folder of the process where nobody says it. */
    private static Path dataFolder(BundleContext context) {
        String named = context.getProperty("lottrace.data");
        return Path.of(named == null ? "" : named);
    }

    private HikariConfig settings() throws SQLException, InvalidSyntaxException {
        Properties access = new Properties();
        access.setProperty(DataSourceFactory.JDBC_URL, Vendor.of(config.url()).completed(config.url()));
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
