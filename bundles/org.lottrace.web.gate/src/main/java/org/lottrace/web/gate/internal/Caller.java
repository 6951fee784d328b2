package org.lottrace.web.gate.internal;

import java.security.Principal;
import java.util.Set;
import org.lottrace.api.operation.Role;

/**
 * Who is calling, after the login.
 *
 * @param principal names the user
 * @param roles names of the roles the realm gave
 */
public record Caller(Principal principal, Set<String> roles) {
    /** Request attribute in which the gate hands the caller to the servlets behind it. */
    public static final String ATTRIBUTE = "org.lottrace.web.gate.caller";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** @return the same as operations know it */
    org.lottrace.api.operation.Caller ofApi() {
        return new org.lottrace.api.operation.Caller(name(), Role.ofLogin(roles::contains));
    }

    String name() {
        return principal.getName();
    }
}
