package org.lottrace.api.login;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Checks who somebody is, for adapters in which people log in once and then work. No transaction. */
@ProviderType
public interface Logins {
    /**
     * Asks the realm. Failures are counted, slowed down and locked as for every other login.
     *
     * @param user as typed
     * @param password as typed
     * @param address where the request comes from, such as {@code 192.0.2.7}
     * @return who that is; empty when the realm refuses, for whatever reason
     */
    Optional<Login> withPassword(String user, String password, String address);

    /** @return false as soon as the password or the roles of that user have changed since, or the user is gone */
    boolean isCurrent(Login login);
}
