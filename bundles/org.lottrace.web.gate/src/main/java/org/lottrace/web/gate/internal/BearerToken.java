package org.lottrace.web.gate.internal;

import java.security.Principal;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.operation.Role;
import org.lottrace.api.token.TokenLogins;
import org.lottrace.api.transaction.StoreUnavailableException;

/**
 * One of our tokens in an {@code Authorization} header.
 *
 * <p>Source: RFC 6750 (Bearer), chapter 2.1.
 */
record BearerToken(String secret) {
    static final String SCHEME = "Bearer";

    private static final String BEGINNING = SCHEME + " ";

    /** @return the token, or empty when the header is missing, of another scheme, or its token is none of ours */
    static Optional<BearerToken> of(String header) {
        if (header == null || !header.regionMatches(true, 0, BEGINNING, 0, BEGINNING.length())) {
            return Optional.empty();
        }
        String secret = header.substring(BEGINNING.length()).strip();
        return secret.startsWith(TokenLogins.PREFIX) ? Optional.of(new BearerToken(secret)) : Optional.empty();
    }

    /**
     * @param tokens null while nobody knows any
     * @throws StoreUnavailableException while it cannot be told
     */
    Optional<Caller> login(TokenLogins tokens, String address) {
        if (tokens == null) {
            throw new StoreUnavailableException("the service of tokens is not there", null);
        }
        return tokens.login(secret, address)
                .map(program -> new Caller(
                        new Program(program.name()),
                        program.roles().stream().map(Role::code).collect(Collectors.toSet())));
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
