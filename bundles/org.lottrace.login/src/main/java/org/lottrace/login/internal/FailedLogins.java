package org.lottrace.login.internal;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lottrace.api.login.FailedLogin;

/**
 * Counts failed logins of this node in memory, for an account from an address, and for each of them alone. An attempt counts from its
 * beginning, so that many at a time are no way around.
 */
final class FailedLogins {
    /** Guesses with invented names must not fill the memory: what was not seen for the longest time goes. */
    private static final int MOST_KEPT = 20_000;

    private static final int MOST_DOUBLINGS = 20;

    private final LoginConfig limits;
    private final LongSupplier nanoseconds;
    private final Locks locks;

    /** The one that was not seen for the longest time first. */
    private final Map<Key, Count> counts = new LinkedHashMap<>();

    /** @param nanoseconds as {@link System#nanoTime()} */
    FailedLogins(LoginConfig limits, LongSupplier nanoseconds, Locks locks) {
        this.limits = limits;
        this.nanoseconds = nanoseconds;
        this.locks = locks;
    }

    /** Hears of each lock, while it is made: it must come back at once. */
    interface Locks {
        /**
         * @param account empty: any
         * @param address empty: any
         */
        void locked(String account, String address, int failures);
    }

    /** One attempt that has begun; each ends once. */
    interface Attempt {
        void failed();

        void succeeded();
    }

    /** @return the attempt, or empty when it has to be refused unseen */
    synchronized Optional<Attempt> begin(String account, String address) {
        List<Key> keys = keys(account, address).toList();
        if (keys.stream().anyMatch(this::isClosed)) {
            return Optional.empty();
        }
        for (Key key : keys) {
            Count count = Optional.ofNullable(counts.remove(key)).orElseGet(Count::new);
            count.atWork++;
            counts.put(key, count);
        }
        forgetTheOldest();
        return Optional.of(new Attempt() {
            @Override
            public void failed() {
                ended(keys, true);
            }

            @Override
            public void succeeded() {
                ended(keys, false);
            }
        });
    }

    /** Whoever knows one password may not guess others for ever: only what was counted for this account here is forgotten. */
    private synchronized void ended(List<Key> keys, boolean failed) {
        for (Key key : keys) {
            Count count = counts.get(key);
            if (count == null) {
                continue; // it was unlocked meanwhile
            }
            count.atWork--;
            if (failed) {
                count.failures++;
                count.last = nanoseconds.getAsLong();
                if (count.failures >= limit(key)) {
                    locks.locked(key.account(), key.address(), count.failures);
                }
            } else if (key.isPair()) {
                count.failures = 0;
            }
            if (count.failures == 0 && count.atWork == 0) {
                counts.remove(key);
            }
        }
    }

    /** A wrong token: it belongs to no account. A right one is let in all the same, nobody guesses it. */
    synchronized void failedOf(String address) {
        Key key = new Key("", address);
        Count count = Optional.ofNullable(counts.remove(key)).orElseGet(Count::new);
        counts.put(key, count);
        count.atWork++;
        ended(List.of(key), true);
        forgetTheOldest();
    }

    private void forgetTheOldest() {
        Iterator<Count> oldest = counts.values().iterator();
        while (counts.size() > MOST_KEPT && oldest.hasNext()) {
            if (oldest.next().atWork == 0) {
                oldest.remove();
            }
        }
    }

    private boolean isClosed(Key key) {
        Count count = counts.get(key);
        if (count == null) {
            return false;
        }
        if (count.atWork == 0 && isOver(count)) {
            counts.remove(key);
            return false;
        }
        int limit = limit(key);
        return count.failures < limit && count.failures + count.atWork >= limit
                || count.failures >= limit && count.atWork > 0
                || refusedFor(key, count).isPresent();
    }

    private boolean isOver(Count count) {
        return sinceLast(count).compareTo(lock().multipliedBy(3)) > 0;
    }

    private Duration sinceLast(Count count) {
        return Duration.ofNanos(nanoseconds.getAsLong() - count.last);
    }

    private Optional<Duration> refusedFor(Key key, Count count) {
        Duration wait = wait(key, count);
        return wait.isZero() || sinceLast(count).compareTo(wait) >= 0
                ? Optional.empty()
                : Optional.of(wait.minus(sinceLast(count)));
    }

    private Duration wait(Key key, Count count) {
        if (count.failures >= limit(key)) {
            return lock();
        }
        int doublings = count.failures - limits.free_failures();
        if (!key.isPair() || doublings < 0 || count.failures == 0) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(doublings, MOST_DOUBLINGS));
        return wait.compareTo(lock()) < 0 ? wait : lock();
    }

    private int limit(Key key) {
        return key.isPair() ? limits.lock_failures() : limits.lock_failures_alone();
    }

    private Duration lock() {
        return Duration.ofMinutes(limits.lock_minutes());
    }

    /** @return what has failed lately, and for how long it is refused unseen */
    synchronized List<FailedLogin> list() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue().failures > 0 && !isOver(entry.getValue()))
                .map(entry -> told(entry.getKey(), entry.getValue()))
                .toList();
    }

    private FailedLogin told(Key key, Count count) {
        return new FailedLogin(
                key.account(),
                key.address(),
                count.failures,
                sinceLast(count).truncatedTo(ChronoUnit.SECONDS),
                refusedFor(key, count)
                        .map(wait -> wait.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS)));
    }

    /** @return false when nothing was counted for an account or an address of that name */
    synchronized boolean forget(String name) {
        Predicate<Key> isMeant =
                key -> key.account().equals(name) || key.address().equals(name);
        return counts.keySet().removeIf(isMeant);
    }

    private static Stream<Key> keys(String account, String address) {
        return Stream.of(new Key(account, address), new Key(account, ""), new Key("", address));
    }

    /**
     * What is counted.
     *
     * @param account empty: any
     * @param address empty: any
     */
    private record Key(String account, String address) {
        boolean isPair() {
            return !account.isEmpty() && !address.isEmpty();
        }
    }

    private static final class Count {
        private int failures;
        private int atWork;
        private long last;
    }
}
