package org.lottrace.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.SalesOrderBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.SentStatements;
import org.lottrace.persistence.testing.TestDatabase;

/** Prints how long a wave of 1,000 orders with 10 lines takes over 200 items with 50 lots each; run by the profile {@code benchmark} only. */
class WaveBenchmarkIT {
    private static final int ITEMS = 200;
    private static final int LOTS = 50;
    private static final int ORDERS = 1_000;
    private static final int LINES = 10;
    private static final double MOST_SECONDS = 20;
    private static final double NANOS = 1e9;
    private static final String OVERSOLD = "select r.lot_id from (select lot_id, place_code, sum(quantity) quantity"
            + " from reservation group by lot_id, place_code) r left join stock s on s.lot_id = r.lot_id"
            + " and s.place_code = r.place_code where r.quantity > coalesce(s.quantity, 0)";
    private static final String INVERSIONS = "select e.id from lot e join stock s on s.lot_id = e.id"
            + " join lot l on l.item = e.item and l.expiry > e.expiry join reservation t on t.lot_id = l.id"
            + " where s.quantity > coalesce((select sum(r.quantity) from reservation r where r.lot_id = e.id), 0)";

    private final TestDatabase database = TestDatabase.postgresql().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);

    @Test
    void a_wave_of_a_thousand_orders() {
        stock();
        List<String> orders = IntStream.range(0, ORDERS).mapToObj(this::order).toList();
        database.sql("analyze");
        AllocationWaves waves = company.service(AllocationWaves.class);
        done(waves.whatIf(orders.subList(0, 100), Fairness.BY_DELIVERY_DATE)); // warms up

        for (Fairness fairness : List.of(Fairness.BY_DELIVERY_DATE, Fairness.PROPORTIONAL)) {
            database.sql("truncate table reservation");
            long begin = System.nanoTime();
            int statements = SentStatements.of(() -> {
                        List<LineAllocation> lines = done(waves.allocate(orders, fairness));
                        assertEquals(ORDERS * LINES, lines.size());
                    })
                    .size();
            double seconds = (System.nanoTime() - begin) / NANOS;
            System.out.printf(
                    "wave of %,d orders x %d lines, %s: %.1f s, %,d statements%n",
                    ORDERS, LINES, fairness, seconds, statements);
            assertEquals(List.of(), database.texts(OVERSOLD));
            assertEquals(List.of(), database.texts(INVERSIONS));
            assertTrue(
                    fairness == Fairness.PROPORTIONAL || seconds < MOST_SECONDS,
                    seconds + " s is more than " + MOST_SECONDS);
        }
        company.close();
    }

    private void stock() {
        for (int item = 0; item < ITEMS; item++) {
            ItemNumber number = new ItemNumber("I" + item);
            database.unitOfWork().run(() -> {
                database.items().save(anItem(number).in("C62").build());
                for (int i = 0; i < LOTS; i++) {
                    Lot lot = aLot("L" + i)
                            .of(number)
                            .expiring(TODAY.plusDays(30L + i).toString())
                            .build();
                    database.lots().insert(lot);
                    database.stock()
                            .save(List.of(new StockBalance(lot.key(), Position.at(in(SHELF)), quantity("10 C62"))));
                }
            });
        }
    }

    /** All of them want a little more than there is. */
    private String order(int number) {
        SalesOrderBuilder order = aSalesOrder("W" + number);
        for (int line = 0; line < LINES; line++) {
            order.ordering(new ItemNumber("I" + (number * LINES + line) % ITEMS), "11 C62");
        }
        database.unitOfWork().run(() -> database.salesOrders().save(order.build()));
        return "W" + number;
    }
}
