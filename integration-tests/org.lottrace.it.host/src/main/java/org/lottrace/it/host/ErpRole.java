package org.lottrace.it.host;

import java.security.Principal;

/** One of the user's roles. What LotTrace knows by its name counts there. */
public record ErpRole(String name) implements Principal {
    @Override
    public String getName() {
        return name;
    }
}
