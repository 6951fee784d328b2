package org.lottrace.api.audit;

import java.util.Objects;
import java.util.Optional;

/**
 * What of this node is not in the audit log yet.
 *
 * @param waiting entries in memory that wait to be written
 * @param lost entries since the start that will never be written, because too many were waiting
 * @param failure why the last attempt to write failed; absent when it did not
 */
public record AuditBacklog(int waiting, long lost, Optional<String> failure) {
    public AuditBacklog {
        Objects.requireNonNull(failure);
    }
}
