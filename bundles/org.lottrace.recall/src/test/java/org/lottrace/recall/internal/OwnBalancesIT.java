package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.recall.internal.RecallBakery.KNEADED;
import static org.lottrace.recall.internal.RecallBakery.MONDAY;
import static org.lottrace.recall.internal.RecallBakery.TUESDAY;
import static org.lottrace.recall.internal.RecallBakery.WHEAT;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.recall.internal.OwnBalances.Balances;

/** Balances are read while the bakery goes on. */
class OwnBalancesIT {
    private static final Set<LotKey> ALL = Set.of(WHEAT.key(), KNEADED.key(), MONDAY.key(), TUESDAY.key());

    private final RecallBakery bakery = new RecallBakery();
    private final List<Set<LotKey>> asked = new ArrayList<>();

    @Test
    void only_what_is_moved_meanwhile_is_read_again() {
        long before = bakery.ledger.head();

        Balances read = whileDestroyed(MONDAY);

        assertEquals(List.of(ALL, Set.of(MONDAY.key())), asked);
        assertEquals(before + 1, read.ledgerPosition());
        assertEquals(Map.of(MONDAY.key(), quantity("2 C62")), read.disposedLater());
        read.balances()
                .forEach(balance ->
                        assertEquals(0, balance.unaccounted().amount().signum(), balance::toString));
        assertEquals(
                List.of("4 C62"),
                read.balances().stream()
                        .filter(balance -> balance.lot().equals(MONDAY.key()))
                        .map(balance -> balance.onHand().toString())
                        .toList());
    }

    @Test
    void what_is_moved_meanwhile_of_other_lots_is_not_read_at_all() {
        Balances read = whileDestroyed(RecallBakery.RYE);

        assertEquals(List.of(ALL), asked);
        assertEquals(bakery.ledger.head(), read.ledgerPosition());
        assertEquals(4, read.balances().size());
    }

    private Balances whileDestroyed(Lot lot) {
        OwnBalances balances =
                new OwnBalances(bakery.ledger, bakery.database.ledger(), destroying(lot), bakery.database.items());
        long since = bakery.ledger.head();
        return bakery.database.unitOfWork().required(() -> balances.of(ALL, since));
    }

    /** Somebody destroys some of the lot when the stock was read for the first time. */
    private StockStore destroying(Lot lot) {
        return (StockStore) Proxy.newProxyInstance(
                StockStore.class.getClassLoader(), new Class<?>[] {StockStore.class}, (proxy, method, given) -> {
                    if (method.getName().equals("ofLots")) {
                        asked.add(Set.copyOf(lots(given)));
                    }
                    try {
                        Object answer = method.invoke(bakery.database.stock(), given);
                        if (method.getName().equals("ofLots") && asked.size() == 1) {
                            destroy(lot);
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @SuppressWarnings("unchecked") // what ofLots is given
    private static Collection<LotKey> lots(Object... given) {
        return (Collection<LotKey>) given[0];
    }

    private void destroy(Lot lot) throws Exception {
        String two = "2 " + (lot.equals(MONDAY) ? "C62" : "KGM");
        var other = Executors.newSingleThreadExecutor();
        try {
            other.submit(() -> bakery.destroyed("d1", lot, two, in(SHELF))).get();
        } finally {
            other.shutdown();
        }
    }
}
