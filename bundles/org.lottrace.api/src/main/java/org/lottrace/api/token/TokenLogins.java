package org.lottrace.api.token;

import java.util.Optional;
import org.lottrace.api.operation.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** Lets programs in. For the gate; no operation. */
@ProviderType
public interface TokenLogins {
    /** How every secret begins: so a scan finds those that leaked, and no other scheme is taken for it. */
    String PREFIX = "ltt_";

    /**
     * Looks at a secret, without asking the database. What is refused is noted, and an unknown one counts as a failed login of the
     * address.
     *
     * @param secret what stands behind {@code Bearer}
     * @param address where the request comes from
     * @return who it is, named {@code token NAME}; empty when it is unknown, over or revoked
     * @throws org.lottrace.api.transaction.StoreUnavailableException while the tokens could not be read since the start
     */
    Optional<Caller> login(String secret, String address);
}
