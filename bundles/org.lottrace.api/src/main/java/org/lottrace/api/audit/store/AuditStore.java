package org.lottrace.api.audit.store;

import java.util.List;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Port to the audit log. Every method joins the caller's unit of work or opens one. */
@ProviderType
public interface AuditStore {
    /** Adds entries, and seals each. Their ids are given here. */
    @Writes
    void append(List<AuditEntry> entries);

    /**
     * @return the newest first
     * @throws IllegalArgumentException if there is no entry with the id of {@link AuditQuery#before()}
     */
    List<AuditEntry> list(AuditQuery query);

    /** @return for each login the newest entry about its rights or its credential that came by that channel */
    List<AuditEntry> lastKnownRights(String channel);
}
