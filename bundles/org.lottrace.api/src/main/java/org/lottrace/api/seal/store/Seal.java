package org.lottrace.api.seal.store;

import java.util.Objects;

/**
 * What a record said when it was written.
 *
 * @param id grows with each seal of the same record
 * @param record what kind of record
 * @param key which one
 * @param content hash of its rows, in lower-case hexadecimal
 */
public record Seal(long id, String record, String key, String content) {
    public Seal {
        Objects.requireNonNull(record);
        Objects.requireNonNull(key);
        Objects.requireNonNull(content);
    }
}
