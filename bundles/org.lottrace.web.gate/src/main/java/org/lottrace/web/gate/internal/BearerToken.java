package org.lottrace.web.gate.internal;

import java.security.Principal;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.login.ProviderTokens;
import org.lottrace.api.operation.Role;
import org.lottrace.api.token.TokenLogins;
import org.lottrace.api.transaction.StoreUnavailableException;

/**
 * A token in an {@code Authorization} header: one of ours, or one of the identity provider of the organisation.
 *
 * <p>Source: RFC 6750 (Bearer), chapter 2.1.
 */
record BearerToken(String secret) {
    static final String SCHEME = "Bearer";

    private static final String BEGINNING = SCHEME + " ";

    /** @return the token, or empty when the header is missing or of another scheme */
    static Optional<BearerToken> of(String header) {
        if (header == null || !header.regionMatches(true, 0, BEGINNING, 0, BEGINNING.length())) {
            return Optional.empty();
        }
        String secret = header.substring(BEGINNING.length()).strip();
        return secret.isEmpty() ? Optional.empty() : Optional.of(new BearerToken(secret));
    }

    /**
     * @param tokens null while nobody knows any of ours
     * @param provider null when no provider is configured
     * @throws StoreUnavailableException while it cannot be told of one of ours
     * @throws org.lottrace.api.login.ProviderUnavailableException while it cannot be told of one of the provider
     */
    Optional<Caller> login(TokenLogins tokens, ProviderTokens provider, String address) {
        return (secret.startsWith(TokenLogins.PREFIX) ? ours(tokens, address) : of(provider, address))
                .map(program -> new Caller(
                        new Program(program.name()),
                        program.roles().stream().map(Role::code).collect(Collectors.toSet())));
    }

    private Optional<org.lottrace.api.operation.Caller> ours(TokenLogins tokens, String address) {
        if (tokens == null) {
            throw new StoreUnavailableException("the service of tokens is not there", null);
        }
        return tokens.login(secret, address);
    }

    private Optional<org.lottrace.api.operation.Caller> of(ProviderTokens provider, String address) {
        return provider == null ? Optional.empty() : provider.login(secret, address);
    }

    /** Without the secret, so that no log can show it. */
    @Override
    public String toString() {
        return SCHEME;
    }

    private record Program(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }
}
