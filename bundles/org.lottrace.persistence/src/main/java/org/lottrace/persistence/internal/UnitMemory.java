package org.lottrace.persistence.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a unit of work has read, so that it is not read again. Who writes a thing says so here. Used by one thread.
 *
 * <p>What others may change meanwhile is forgotten whenever the unit takes a lock: it may have waited for them.
 */
public final class UnitMemory {
    private final Map<Kind<?, ?>, Map<Object, Object>> known = new HashMap<>();

    /**
     * Things of one kind, by their keys.
     *
     * @param <K> what they are asked by
     * @param <V> what is known of each, also that there is none
     */
    public static final class Kind<K, V> {
        private final boolean untilALock;

        private Kind(boolean untilALock) {
            this.untilALock = untilALock;
        }

        /** What never changes, what the unit holds a lock on, or what it may go on with as it was at first. */
        public static <K, V> Kind<K, V> ofTheUnit() {
            return new Kind<>(false);
        }

        /** What is to be as the last commit left it when a lock has been taken. */
        public static <K, V> Kind<K, V> untilALock() {
            return new Kind<>(true);
        }
    }

    public <K, V> V get(Kind<K, V> kind, K key, Function<K, V> read) {
        return find(kind, key).orElseGet(() -> {
            V value = read.apply(key);
            learn(kind, key, value);
            return value;
        });
    }

    @SuppressWarnings("unchecked") // learn takes nothing else
    public <K, V> Optional<V> find(Kind<K, V> kind, K key) {
        return Optional.ofNullable((V) known.getOrDefault(kind, Map.of()).get(key));
    }

    public <K, V> void learn(Kind<K, V> kind, K key, V value) {
        known.computeIfAbsent(kind, none -> new HashMap<>()).put(key, value);
    }

    public <K> void forget(Kind<K, ?> kind, K key) {
        Map<Object, Object> ofKind = known.get(kind);
        if (ofKind != null) {
            ofKind.remove(key);
        }
    }

    public void forget(Kind<?, ?> kind) {
        known.remove(kind);
    }

    void lockIsTaken() {
        known.keySet().removeIf(kind -> kind.untilALock);
    }
}
