package org.lottrace.rest.internal;

import java.util.function.Supplier;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.api.transaction.RecordLocks;

/** Where nothing is saved. */
final class NoLocks implements RecordLocks {
    @Override
    public <T> T alone(KeptRecord kind, String key, Supplier<T> work) {
        throw new AssertionError(kind + " " + key + " is saved");
    }
}
