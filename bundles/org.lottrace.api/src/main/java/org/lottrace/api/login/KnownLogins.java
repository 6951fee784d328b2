package org.lottrace.api.login;

import java.util.List;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Role;
import org.osgi.annotation.versioning.ProviderType;

/** Who may log in on this node. Changed by the container's own means; a realm elsewhere, such as LDAP, is not read. No transaction. */
@ProviderType
public interface KnownLogins {
    /**
     * @return the users with a password and those with a key, by name
     * @throws org.lottrace.api.transaction.StoreUnavailableException if a file of them cannot be read
     */
    @Operation(
            name = "login.list",
            roles = {Role.ADMINISTRATOR, Role.AUDITOR})
    List<KnownLogin> all();
}
