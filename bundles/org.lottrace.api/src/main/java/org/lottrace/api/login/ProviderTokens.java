package org.lottrace.api.login;

import java.util.Optional;
import org.lottrace.api.operation.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets programs and people in who carry an access token of the identity provider of their organisation (RFC 6750, RFC 9068). For the gate;
 * no operation. There only when a provider is configured. No transaction.
 */
@ProviderType
public interface ProviderTokens {
    /**
     * Looks at a token. What is refused is noted as a failed login of the address, what is let in when it is first seen.
     *
     * @param token what stands behind {@code Bearer}
     * @param address where the request comes from
     * @return who the provider says it is, with the roles that its groups have here; empty when the provider did not sign it, it is over, it
     *     is meant for somebody else, or no audience is configured
     * @throws ProviderUnavailableException if the keys of the provider cannot be read
     */
    Optional<Caller> login(String token, String address);
}
