package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.disposed;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.reversed;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Documents.method;
import static org.lottrace.cost.internal.Goods.goods;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;

/** An item at weighted average with more lots on stock than a value is spread over at once. */
class ManyLotsTest {
    private static final int MANY = 3 * Revaluing.MOST_LOTS;
    private static final int MOST_LINES = 20;

    private final MemoryBooks books =
            new MemoryBooks().priced("P1", "2.00").priced("P2", "3.00").priced("P3", "0.01");

    @BeforeEach
    void receiveManyLots() {
        books.book(method("M", FLOUR, CostMethod.WEIGHTED_AVERAGE));
        for (int i = 0; i < MANY; i++) {
            books.book(received("N" + i, i % 2 == 0 ? "P1" : "P2", goods(lot(i), "10 KGM")));
        }
    }

    @Test
    void an_entry_stays_short_and_what_leaves_leaves_at_the_average_of_all() {
        JournalEntry receipt =
                books.book(received("N", "P1", goods(lot(MANY), "10 KGM"))).orElseThrow();
        JournalEntry shipment =
                books.book(shipped("S1", "SO1", goods(lot(0), "4 KGM"))).orElseThrow();

        assertEquals(2, receipt.lines().size());
        assertTrue(shipment.lines().size() <= MOST_LINES);
        assertEquals("EUR 9.99", books.balance(Account.COST_OF_GOODS_SOLD).toString()); // of 7520.00 for 3010
        assertSound();
    }

    @Test
    void all_lots_leave_in_one_shipment_at_what_they_are_worth_together() {
        Money before = books.balance(Account.INVENTORY);
        Goods[] all = new Goods[MANY];
        for (int i = 0; i < MANY; i++) {
            all[i] = goods(lot(i), "10 KGM");
        }
        books.book(shipped("S1", "SO1", all));

        assertEquals(before, books.balance(Account.COST_OF_GOODS_SOLD));
        assertSound();
    }

    @Test
    void when_they_become_few_all_of_them_are_worth_the_average() {
        for (int i = 0; i < MANY - Revaluing.MOST_LOTS; i++) {
            books.book(disposed("D" + i, lot(i), "10 KGM"));
        }

        assertEquals("EUR 5000.00", books.balance(Account.WRITE_OFF).toString());
        books.lots().stream()
                .filter(lot -> lot.onStock().quantity().isPositive())
                .forEach(lot -> assertEquals("EUR 25.00", lot.onStock().value().toString()));
        assertSound();
    }

    @Test
    void what_is_undone_leaves_no_value_without_goods() {
        TraceEvent dear = received("N", "P2", goods(lot(MANY), "900 KGM"));
        books.book(dear);
        books.book(shipped("S1", "SO1", goods(lot(MANY), "1 KGM"))); // it comes to the average, and others bear that
        books.book(reversed("X1", shipped("S1", "SO1", goods(lot(MANY), "1 KGM"))));
        books.book(reversed("X2", dear));

        assertEquals("EUR 0.00", books.valueOf(lot(MANY)).toString());
        assertEquals("EUR 0.00", books.balance(Account.COST_OF_GOODS_SOLD).toString());
        assertSound();
    }

    @Test
    void whatever_leaves_in_whatever_order_leaves_at_the_average_and_built_again_it_is_the_same() {
        Random random = new Random(4711);
        for (int i = 0; i < 300; i++) {
            LotKey lot = lot(random.nextInt(MANY));
            long there = quantity(lot);
            if (random.nextInt(3) == 0) {
                books.book(received("R" + i, "P" + (1 + random.nextInt(3)), goods(lot, "7 KGM")));
            } else if (there > 0) {
                BigDecimal average = average(there);
                Money before = books.balance(Account.WRITE_OFF);
                Optional<JournalEntry> entry = books.book(disposed("D" + i, lot, there + " KGM"));
                Money left = books.balance(Account.WRITE_OFF).minus(before);
                assertTrue(entry.orElseThrow().lines().size() <= MOST_LINES);
                assertTrue(left.getAmount().subtract(average).abs().compareTo(new BigDecimal("0.0051")) < 0);
            }
            assertSound();
        }

        MemoryBooks again =
                new MemoryBooks().priced("P1", "2.00").priced("P2", "3.00").priced("P3", "0.01");
        books.events().forEach(again::book);
        assertEquals(books.kept(), again.kept());
        assertEquals(books.entries(), again.entries());
    }

    private BigDecimal average(long quantity) {
        ToLongFunction<LotCost> amount =
                lot -> lot.onStock().quantity().amount().longValue();
        long all = books.lots().stream().mapToLong(amount).sum();
        return books.balance(Account.INVENTORY)
                .getAmount()
                .multiply(BigDecimal.valueOf(quantity))
                .divide(BigDecimal.valueOf(all), 6, Layer.ROUNDING);
    }

    private long quantity(LotKey lot) {
        return books.costOf(lot).orElseThrow().onStock().quantity().amount().longValue();
    }

    private void assertSound() {
        Money sum = Money.zero(MemoryBooks.EUR);
        for (LotCost lot : books.lots()) {
            assertFalse(lot.onStock().value().isNegative());
            assertTrue(lot.onStock().quantity().isPositive()
                    || lot.onStock().value().isZero());
            sum = sum.plus(lot.onStock().value());
        }
        assertEquals(books.balance(Account.INVENTORY), sum);
    }

    private static LotKey lot(int number) {
        return aLot("L" + number).key();
    }
}
