package org.lottrace.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.persistence.testing.TestDatabase;

/** How long each thread held the ledger's head at most: from when it got the lock to the end of its commit. */
final class LongestHold {
    private final TestDatabase database;
    private final Map<Thread, Long> longest = new ConcurrentHashMap<>();

    LongestHold(TestDatabase database) {
        this.database = database;
    }

    LedgerStore store() {
        return (LedgerStore) Proxy.newProxyInstance(
                LedgerStore.class.getClassLoader(), new Class<?>[] {LedgerStore.class}, (proxy, method, given) -> {
                    try {
                        Object answer = method.invoke(database.ledger(), given);
                        if (method.getName().equals("lockHead")) {
                            locked(System.nanoTime(), Thread.currentThread());
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void locked(long since, Thread thread) {
        database.unitOfWork().afterCommit(() -> longest.merge(thread, System.nanoTime() - since, Math::max));
    }

    void forget() {
        longest.clear();
    }

    /** @return of any thread; 0 when nobody has held it */
    long longest() {
        return longest.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    long longestOfThisThread() {
        return longest.get(Thread.currentThread());
    }
}
