package org.lottrace.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.persistence.internal.ConnectionPool;
import org.lottrace.persistence.internal.Database;
import org.lottrace.persistence.internal.DatabaseUnitOfWork;
import org.lottrace.persistence.internal.Vendor;
import org.lottrace.persistence.internal.item.JpaItemStore;

class UnavailableDatabaseIT {
    @Test
    void says_so_when_no_connection_can_be_had() {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:h2:mem:unavailable");
        ConnectionPool pool = new ConnectionPool(Vendor.H2, settings);
        ItemStore items = new JpaItemStore(new DatabaseUnitOfWork(new Database(pool)));
        assertEquals(List.of(), items.all());

        pool.close();

        assertThrows(StoreUnavailableException.class, items::all);
    }

    @Test
    void says_which_urls_it_takes() {
        var refused = assertThrows(IllegalArgumentException.class, () -> Vendor.of("jdbc:oracle:thin:@here"));

        assertTrue(refused.getMessage().contains("jdbc:postgresql:"), refused.getMessage());
    }
}
