package org.lottrace.console.web.internal.desk;

import java.util.function.Supplier;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.api.transaction.RecordLocks;

/** Where there is no database, and nobody else. */
public final class AtOnce implements RecordLocks {
    @Override
    public <T> T alone(KeptRecord kind, String key, Supplier<T> work) {
        return work.get();
    }
}
