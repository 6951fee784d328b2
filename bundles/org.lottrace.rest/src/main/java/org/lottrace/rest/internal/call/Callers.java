package org.lottrace.rest.internal.call;

import jakarta.ws.rs.core.SecurityContext;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;

/** Who calls, as the gate has let them in. */
public final class Callers {
    private Callers() {}

    public static Caller of(SecurityContext user) {
        return new Caller(user.getUserPrincipal().getName(), Role.ofLogin(user::isUserInRole));
    }
}
