package org.lottrace.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.lottrace.api.health.DatabasePool;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections to the database, prepared so that both vendors behave alike. */
public final class ConnectionPool {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);
    private static final String FILE_CLOSED = "90098";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Vendor vendor;
    private final DatabaseWatch watch;
    private final HikariDataSource connections;

    /** For tests, where nobody asks how the database is. */
    public ConnectionPool(Vendor vendor, HikariConfig settings) {
        this(vendor, settings, new DatabaseWatch(vendor.name(), ""));
    }

    /**
     * @param settings how to reach the database; everything else is set here
     * @param watch is told what fails
     */
    ConnectionPool(Vendor vendor, HikariConfig settings, DatabaseWatch watch) {
        this.vendor = vendor;
        this.watch = watch;
        settings.setPoolName("lottrace");
        settings.setAutoCommit(false);
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        settings.setConnectionInitSql(vendor.atEachConnection());
        settings.setExceptionOverride(new SQLExceptionOverride() {
            @java.lang.Override // SQLExceptionOverride has an Override of its own
            public Override adjudicate(SQLException failure) {
                return afterFailure(failure);
            }
        });
        connections = new HikariDataSource(settings);
        if (vendor == Vendor.H2) {
            writeEveryCommit();
        }
    }

    DataSource connections() {
        return connections;
    }

    /** @return a connection beside the pool: it may stay open for long, and be set otherwise */
    Connection direct() throws SQLException {
        DataSource source = connections.getDataSource();
        return source == null
                ? DriverManager.getConnection(
                        connections.getJdbcUrl(), connections.getUsername(), connections.getPassword())
                : source.getConnection();
    }

    Vendor vendor() {
        return vendor;
    }

    DatabaseWatch watch() {
        return watch;
    }

    DatabasePool.Use use() {
        HikariPoolMXBean pool = connections.getHikariPoolMXBean();
        return new DatabasePool.Use(
                pool.getActiveConnections(),
                pool.getIdleConnections(),
                pool.getThreadsAwaitingConnection(),
                connections.getMaximumPoolSize());
    }

    int waitingForLocks() {
        try (Connection connection = direct();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(vendor.lockWaits())) {
            count.next();
            return count.getInt(1);
        } catch (SQLException e) {
            throw new StoreUnavailableException("the database does not say who waits for a lock", e);
        }
    }

    /** Lets every connection go, those in use when they are given back. */
    void renew() {
        connections.getHikariPoolMXBean().softEvictConnections();
    }

    /** H2 closes its file after a failed write, and says of connections to it that they are valid. A new one opens the file again. */
    private SQLExceptionOverride.Override afterFailure(SQLException failure) {
        if (connections == null || vendor != Vendor.H2 || !isFileClosed(failure)) { // null: it is the first connection
            return SQLExceptionOverride.Override.CONTINUE_EVICT;
        }
        renew();
        return SQLExceptionOverride.Override.MUST_EVICT;
    }

    private static boolean isFileClosed(SQLException failure) {
        return Fault.causes(failure).stream()
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof SQLException sql && FILE_CLOSED.equals(sql.getSQLState()));
    }

    /**
     * Who still works has some seconds to end it. What goes on is broken off: PostgreSQL can do that to one connection, H2 only by
     * closing its file. Left open, the file would stay locked for as long as this JVM runs.
     */
    public void close() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isInUse() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PATIENCE.toNanos() / 1000);
        }
        if (vendor == Vendor.H2 && isInUse()) {
            LOG.warn("work goes on while the database is closed, and is broken off connections={}", use().active());
            shutDown();
        }
        connections.close();
    }

    private boolean isInUse() {
        return connections.isRunning() && use().active() > 0;
    }

    private void shutDown() {
        try (Connection connection = direct();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            LOG.error("H2 could not be closed; its file stays locked until the process ends", e);
        }
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
}
