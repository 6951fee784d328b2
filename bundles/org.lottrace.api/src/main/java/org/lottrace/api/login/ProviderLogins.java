package org.lottrace.api.login;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Logins of people with a browser at the identity provider of their organisation: OpenID Connect Core 1.0, authorization code flow with
 * PKCE (RFC 7636). There only when a provider is configured. No transaction.
 */
@ProviderType
public interface ProviderLogins {
    /** @return what people call the provider */
    String name();

    /**
     * Begins a login. Nothing is kept here: whoever asks keeps what comes back for this one browser, until it returns.
     *
     * @throws ProviderUnavailableException if the provider cannot be asked
     */
    Begun begin();

    /**
     * Ends a login. The code of an answer can be used once.
     *
     * @param begun what {@link #begin} gave for this browser
     * @param answer the query with which the browser came back, without the question mark
     * @param address where the browser is, such as {@code 192.0.2.7}; for the audit log
     * @return who that is, until when; without any role when none of its groups has one here. Empty when the provider refused, or what
     *     came back is not what was begun or was not signed by the provider
     * @throws ProviderUnavailableException if the provider cannot be asked
     */
    Optional<Login> finish(Begun begun, String answer, String address);

    /**
     * A login that has begun.
     *
     * @param provider where the browser is to go
     * @param state what the provider must give back with the answer
     * @param nonce what must stand in the provider's token
     * @param verifier what proves that the code was asked for here
     */
    record Begun(URI provider, String state, String nonce, String verifier) {
        public Begun {
            Objects.requireNonNull(provider);
            Objects.requireNonNull(state);
            Objects.requireNonNull(nonce);
            Objects.requireNonNull(verifier);
        }
    }
}
