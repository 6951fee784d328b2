package org.lottrace.services.race;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.FirstStock;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.WantedStock;
import org.lottrace.api.event.store.FollowerStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.exceptioncase.store.ExceptionCaseStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lease.store.LeaseStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.transaction.RecordLocks;

/** What the stores can lock, and how the same is read when the lock is taken out. */
enum Lock {
    ITEM(ItemStore.class, "lock") {
        @Override
        @SuppressWarnings("unchecked")
        Object readWithout(Object store, Object... given) {
            return ((Collection<ItemNumber>) given[0])
                    .stream()
                            .map(((ItemStore) store)::find)
                            .flatMap(Optional::stream)
                            .toList();
        }
    },
    ITEMS(ReservationStore.class, "lockItems") {
        @Override
        Object readWithout(Object store, Object... given) {
            return null;
        }
    },
    ITEMS_OF_ORDER(SalesOrderStore.class, "lockItems") {
        @Override
        Object readWithout(Object store, Object... given) {
            return ((SalesOrderStore) store)
                    .find((String) given[0]).stream()
                            .flatMap(order -> order.lines().stream())
                            .map(SalesOrder.Line::item)
                            .collect(Collectors.toSet());
        }
    },
    BALANCES(StockStore.class, "lock") {
        @Override
        @SuppressWarnings("unchecked")
        Object readWithout(Object store, Object... given) {
            StockStore stock = (StockStore) store;
            return stock.ofLots(
                    given.length == 1
                            ? (Collection<LotKey>) given[0]
                            : ((Collection<ItemNumber>) given[0])
                                    .stream()
                                            .flatMap(item -> stock.ofItem(item, (SiteId) given[1]).stream())
                                            .map(StockBalance::lot)
                                            .collect(Collectors.toSet()));
        }
    },
    FIRST_BALANCES(StockStore.class, "lockFirst") {
        @Override
        Object readWithout(Object store, Object... given) {
            StockStore stock = (StockStore) store;
            WantedStock wanted = (WantedStock) given[0];
            return new FirstStock(
                    stock.ofLots(Stream.concat(wanted.wanted().keySet().stream(), wanted.whole().stream())
                            .flatMap(item -> stock.ofItem(item, wanted.site()).stream())
                            .map(StockBalance::lot)
                            .collect(Collectors.toSet())),
                    Set.of());
        }
    },
    HEAD(LedgerStore.class, "lockHead") {
        @Override
        Object readWithout(Object store, Object... given) {
            return ((LedgerStore) store).head();
        }
    },
    NOTICE(ExpectedReceiptStore.class, "lock") {
        @Override
        Object readWithout(Object store, Object... given) {
            return ((ExpectedReceiptStore) store).find((ShipNoticeId) given[0]);
        }
    },
    CASE(RecallStore.class, "lock") {
        @Override
        Object readWithout(Object store, Object... given) {
            return ((RecallStore) store).find((RecallCaseId) given[0]);
        }
    },
    EXCEPTION(ExceptionCaseStore.class, "lock") {
        @Override
        Object readWithout(Object store, Object... given) {
            return ((ExceptionCaseStore) store).find((long) given[0]);
        }
    },
    INTERCHANGE(InterchangeStore.class, "lock") {
        @Override
        Object readWithout(Object store, Object... given) {
            return ((InterchangeStore) store).find((String) given[0]);
        }
    },
    LEASE(LeaseStore.class, "lock") {
        @Override
        Object readWithout(Object store, Object... given) {
            return ((LeaseStore) store).find((String) given[0]).orElseThrow();
        }
    },
    STEPS_OF_MASTERS(MasterStepStore.class, "closedAndKept") {
        @Override
        Object readWithout(Object store, Object... given) {
            return ((MasterStepStore) store).closed();
        }
    },
    RECORD(RecordLocks.class, "alone") {
        @Override
        Object readWithout(Object store, Object... given) {
            return ((Supplier<?>) given[2]).get();
        }
    },
    SET_ASIDE(FollowerStore.class, "lockSetAside") {
        @Override
        Object readWithout(Object store, Object... given) {
            return ((FollowerStore) store)
                    .allSetAside((String) given[0]).stream()
                            .filter(event -> event.failure().position() == (long) given[1])
                            .findFirst();
        }
    };

    private static final Map<Lock, String> PASSED_ON_BY = Map.of(
            ITEMS, Reservations.class.getName(),
            BALANCES, StockOnHand.class.getName(),
            FIRST_BALANCES, StockOnHand.class.getName(),
            HEAD, Ledger.class.getName());

    private final Class<?> store;
    private final String method;

    Lock(Class<?> store, String method) {
        this.store = store;
        this.method = method;
    }

    /** @return what the lock would have read */
    abstract Object readWithout(Object store, Object... given);

    /** @param caller as {@code Class.method} */
    Site in(String caller) {
        return Site.of(store, method, caller);
    }

    /** @return whether that is the method that takes it, or one of the api that passes it on */
    boolean isTakenBy(String owner, String name) {
        return name.equals(method) && (owner.equals(store.getName()) || owner.equals(PASSED_ON_BY.get(this)));
    }

    static Optional<Lock> of(Class<?> store, Method method) {
        return Arrays.stream(values())
                .filter(lock -> lock.store.equals(store) && lock.method.equals(method.getName()))
                .findFirst();
    }
}
