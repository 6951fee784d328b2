package org.lottrace.api.login;

import java.util.List;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** Failed logins of this node, which slow down and lock; kept in memory, so a restart forgets them. No transaction. */
@ProviderType
public interface LoginLocks {
    /** Refusal to unlock what is not locked. */
    String LOGIN_NOT_FAILED = "LOGIN_NOT_FAILED";

    /** @return those of the last minutes */
    @Operation(
            name = "login.list-failed",
            roles = {Role.ADMINISTRATOR, Role.AUDITOR})
    List<FailedLogin> failed();

    /**
     * Forgets the failed logins of an account or of an address, so that the next one is looked at.
     *
     * @param caller who decides; logged
     * @param name of the account, or the address
     * @return empty when done; {@code LOGIN_NOT_FAILED}
     */
    @Operation(
            name = "login.unlock",
            roles = Role.ADMINISTRATOR,
            repeat = Repeat.SAME_STATE,
            refusals = LOGIN_NOT_FAILED)
    List<Violation> unlock(Caller caller, String name);
}
