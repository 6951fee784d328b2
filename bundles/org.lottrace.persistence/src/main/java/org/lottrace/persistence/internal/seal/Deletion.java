package org.lottrace.persistence.internal.seal;

import java.util.List;
import org.lottrace.persistence.internal.CurrentSession;

/** Takes a sealed record away, and seals that there is none. */
public final class Deletion {
    private Deletion() {}

    /**
     * @param key of the record
     * @param statements that delete its rows, of what is called {@code :key}
     */
    public static void of(CurrentSession current, SealedRecord record, String key, String... statements) {
        current.run(session -> {
            for (String statement : statements) {
                session.createNativeMutationQuery(statement)
                        .setParameter("key", key)
                        .executeUpdate();
            }
            StagedSeals.seal(current, List.of(new Sealed(record, RecordKey.of(key), List.of())));
        });
    }
}
