package org.lottrace.persistence.internal.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.code.Coded;
import org.lottrace.api.operation.Role;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.store.KeptToken;

/** A row of {@code login_token}. */
@Entity
@Table(name = "login_token")
public class TokenEntity {
    private static final String SEPARATOR = ",";

    @Id
    @Column(name = "token_id", length = 20)
    String id;

    @Column(name = "token_name", length = 60)
    String name;

    @Column(name = "secret_hash", length = 64)
    String hash;

    @Column(name = "roles", length = 1000)
    String roles;

    @Column(name = "made_at")
    Instant made;

    @Column(name = "made_by", length = 200)
    String madeBy;

    @Column(name = "expires_at")
    Instant expires;

    @Column(name = "revoked_at")
    Instant revoked;

    @Column(name = "revoked_by", length = 200)
    String revokedBy;

    @Column(name = "last_used")
    Instant lastUsed;

    protected TokenEntity() {}

    static String text(Set<Role> roles) {
        return roles.stream().map(Role::code).sorted().collect(Collectors.joining(SEPARATOR));
    }

    Token toToken() {
        return new Token(
                id,
                name,
                Stream.of(roles.split(SEPARATOR))
                        .map(code -> Coded.of(Role.class, code))
                        .collect(Collectors.toSet()),
                made,
                madeBy,
                expires,
                Optional.ofNullable(revoked),
                Optional.ofNullable(revokedBy),
                Optional.ofNullable(lastUsed));
    }

    KeptToken toKept() {
        return new KeptToken(toToken(), hash);
    }
}
