package org.lottrace.api.audit;

import java.util.List;
import java.util.Set;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Role;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Every login, over HTTP and SSH, every one that was refused, and every change of rights. An entry is written some seconds after it
 * happened, failed logins after their minute; no login waits for it. Rows are only ever added, and sealed.
 */
@ProviderType
public interface AuditLog {
    /**
     * @return the newest first
     * @throws IllegalArgumentException if there is no entry with the id of {@link AuditQuery#before()}
     */
    @Operation(
            name = "audit.list",
            roles = {Role.ADMINISTRATOR, Role.AUDITOR})
    List<AuditEntry> list(AuditQuery query);

    /**
     * Notes a login at the identity provider, which the realm of the container knows nothing of. Written some seconds later.
     *
     * @param roles that the login has; none when it may do nothing
     */
    void providerLogin(String user, String address, Set<Role> roles);

    /** Notes one that failed; nobody can be sure who that was. Counted for each minute. */
    void providerLoginFailed(String address);

    /**
     * Notes that a program of a partner logged in with its key, which the realm of the container knows nothing of. Written some seconds
     * later.
     *
     * @param channel such as {@code sftp}
     */
    void partnerLogin(String partner, String address, String channel);

    /** Notes one that was refused; the name is what somebody said. Counted for each minute. */
    void partnerLoginFailed(String partner, String address, String channel);

    /**
     * Notes that somebody changed a setting. Written some seconds later.
     *
     * @param part of LotTrace that was set
     * @param detail what it was and is, without secrets
     */
    void configured(Caller caller, String part, String detail);

    /** @return what waits in memory or was lost; reads nothing */
    AuditBacklog backlog();
}
