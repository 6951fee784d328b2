package org.lottrace.it.host;

import java.security.Principal;

/** The user, as this host names it. */
public record ErpUser(String name) implements Principal {
    @Override
    public String getName() {
        return name;
    }
}
