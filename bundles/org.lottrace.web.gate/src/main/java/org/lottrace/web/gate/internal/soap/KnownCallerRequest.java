package org.lottrace.web.gate.internal.soap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.lottrace.web.gate.internal.Caller;

/** The request with the caller the gate has let in: the whiteboard hands on a name, an endpoint asks for a principal. */
final class KnownCallerRequest extends HttpServletRequestWrapper {
    private final Caller caller;

    KnownCallerRequest(HttpServletRequest request, Caller caller) {
        super(request);
        this.caller = caller;
    }

    @Override
    public Principal getUserPrincipal() {
        return caller.principal();
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.roles().contains(role);
    }
}
