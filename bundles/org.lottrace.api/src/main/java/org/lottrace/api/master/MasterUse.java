package org.lottrace.api.master;

import java.util.List;
import java.util.Objects;

/**
 * What uses a piece of master data, of one kind.
 *
 * @param kind what it is
 * @param named the first of them by name, as {@link MasterUseKind} names them, at least one and at most {@link #MOST_NAMED}
 * @param more whether there are more than are named
 */
public record MasterUse(MasterUseKind kind, List<String> named, boolean more) {
    /** So many of a kind are named at most. */
    public static final int MOST_NAMED = 10;

    public MasterUse {
        Objects.requireNonNull(kind);
        named = List.copyOf(named);
    }
}
