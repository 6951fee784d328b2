package org.lottrace.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.persistence.testing.EmbeddedPostgresql;

/** Who waits for a lock is counted on both databases, also when no connection of the pool is left. */
class LockWaitsIT {
    private static final String LOCK = "update held set number = number + 1 where id = 1";

    @ParameterizedTest
    @EnumSource(Vendor.class)
    @Timeout(60)
    void whoever_waits_for_a_row_of_another_is_counted(Vendor vendor) throws Exception {
        HikariConfig settings = settings(vendor);
        try (Connection holder = connection(settings)) {
            execute(holder, "create table held (id integer primary key, number integer)");
            execute(holder, "insert into held values (1, 0)");
            holder.setAutoCommit(false);
            ConnectionPool pool = new ConnectionPool(vendor, settings);
            try {
                execute(holder, LOCK);
                assertEquals(0, pool.waitingForLocks());

                CompletableFuture<Void> waiter = CompletableFuture.runAsync(() -> lockInPool(pool));

                while (pool.waitingForLocks() == 0) { // the test has a timeout
                    assertTrue(!waiter.isDone(), "nobody waited");
                }
                assertEquals(1, pool.waitingForLocks());
                holder.commit();
                waiter.get(30, TimeUnit.SECONDS);
                assertEquals(0, pool.waitingForLocks());
            } finally {
                pool.close();
            }
        }
    }

    private static HikariConfig settings(Vendor vendor) throws SQLException {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(
                vendor == Vendor.H2
                        ? "jdbc:h2:mem:lock_waits;db_close_delay=-1"
                        : EmbeddedPostgresql.newDatabase("lock_waits"));
        settings.setMaximumPoolSize(1);
        if (vendor == Vendor.H2) {
            settings.setUsername("sa");
            settings.setPassword("");
        }
        return settings;
    }

    private static Connection connection(HikariConfig settings) throws SQLException {
        return settings.getUsername() == null
                ? DriverManager.getConnection(settings.getJdbcUrl())
                : DriverManager.getConnection(settings.getJdbcUrl(), settings.getUsername(), settings.getPassword());
    }

    private static void lockInPool(ConnectionPool pool) {
        try (Connection waiting = pool.connections().getConnection()) {
            execute(waiting, LOCK);
            waiting.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
