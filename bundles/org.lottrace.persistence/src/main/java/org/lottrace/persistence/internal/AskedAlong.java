package org.lottrace.persistence.internal;

import java.util.Collection;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.UnitMemory.Kind;

/**
 * What a unit of work will ask under a lock, and so asks together with it: one round trip instead of two. Without it the same is asked
 * one by one.
 */
@FunctionalInterface
public interface AskedAlong {
    /** Together with the reservations of an order and of lots. */
    Kind<Integer, AskedAlong> WITH_RESERVATIONS = Kind.untilALock();

    /** The one key of each kind. */
    int ONLY = 1;

    /** @param lots that the unit of work has locked, or locks now */
    void ask(Questions questions, Collection<LotKey> lots);
}
