package org.lottrace.persistence.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.store.KeptCost;
import org.lottrace.api.lot.Lot;

class DatabaseDumpTest {
    /** PostgreSQL and H2 take no value for such a column. */
    @Test
    void leaves_out_what_the_database_works_out_itself() throws SQLException {
        TestDatabase database = TestDatabase.h2().withBakery();
        Lot lot = aLot().build();
        CostedQuantity value = new CostedQuantity(quantity("1 KGM"), Money.parse("EUR 2.00"));
        database.unitOfWork().run(() -> {
            database.lots().insert(lot);
            database.costs().save(List.of(KeptCost.of(new LotCost(lot.key(), value, value))));
        });

        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        try (Connection connection = DriverManager.getConnection(database.url(), "sa", "")) {
            DatabaseDump.write(connection, new PrintStream(dump, true, StandardCharsets.UTF_8));
        }

        assertEquals(
                List.of(
                        "insert into lot_cost (company, lot_id, stock_quantity, stock_unit, stock_amount, stock_currency,"
                                + " process_quantity, process_unit, process_amount, process_currency, basis_quantity,"
                                + " basis_amount) values ("),
                dump.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("insert into lot_cost"))
                        .map(line -> line.substring(0, line.indexOf("values (") + 8))
                        .toList());
    }
}
