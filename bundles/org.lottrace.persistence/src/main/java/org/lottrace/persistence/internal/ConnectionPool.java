package org.lottrace.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.lottrace.api.transaction.StoreUnavailableException;

/** Connections to the database, prepared so that both vendors behave alike. */
public final class ConnectionPool {
    private final Vendor vendor;
    private final HikariDataSource connections;

    /** @param settings how to reach the database; everything else is set here */
    public ConnectionPool(Vendor vendor, HikariConfig settings) {
        this.vendor = vendor;
        settings.setPoolName("lottrace");
        settings.setAutoCommit(false);
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        settings.setConnectionInitSql(vendor.atEachConnection());
        connections = new HikariDataSource(settings);
        if (vendor == Vendor.H2) {
            writeEveryCommit();
        }
    }

    DataSource connections() {
        return connections;
    }

    Vendor vendor() {
        return vendor;
    }

    public void close() {
        connections.close();
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
