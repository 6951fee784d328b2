package org.lottrace.api.right;

import java.util.Objects;
import java.util.Set;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;

/**
 * Who may do something from now on, in place of who might before. When nobody is named the right ends, and everybody may whose role
 * allows the operation.
 *
 * @param action what
 * @param scope of which items, at which site
 * @param users logins that may, by name
 * @param roles whose logins may
 * @param reason why, 1 to 2000 characters
 */
public record LotRightChange(LotAction action, LotRightScope scope, Set<String> users, Set<Role> roles, String reason) {
    public LotRightChange {
        Objects.requireNonNull(action);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(reason);
        users = Set.copyOf(users);
        roles = Set.copyOf(roles);
    }

    /** @return true when it ends the right */
    public boolean isEnd() {
        return users.isEmpty() && roles.isEmpty();
    }

    /** @return true when it names the caller, or a role of theirs */
    public boolean names(Caller caller) {
        return users.contains(caller.name()) || caller.roles().stream().anyMatch(roles::contains);
    }
}
