package org.lottrace.api.token;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** Makes and revokes the tokens of programs. Each call opens a unit of work. */
@ProviderType
public interface Tokens {
    /** Refusal of a name that is no name. */
    String TOKEN_NAME_INVALID = "TOKEN_NAME_INVALID";

    /** Refusal of a name that another token has or had. */
    String TOKEN_NAME_TAKEN = "TOKEN_NAME_TAKEN";

    /** Refusal of a token that may do nothing. */
    String TOKEN_WITHOUT_ROLE = "TOKEN_WITHOUT_ROLE";

    /** Refusal of a role that no login can have, or that the token who asks has not. */
    String TOKEN_ROLE_NOT_OWN = "TOKEN_ROLE_NOT_OWN";

    /** Refusal of an administrator that a token would make. */
    String TOKEN_MAKES_ADMINISTRATOR = "TOKEN_MAKES_ADMINISTRATOR";

    /** Refusal of an end that is past or too far away. */
    String TOKEN_EXPIRY_INVALID = "TOKEN_EXPIRY_INVALID";

    /** Refusal to revoke what is not there. */
    String TOKEN_UNKNOWN = "TOKEN_UNKNOWN";

    /**
     * Makes a token. Its name is 1 to 60 letters, digits, and {@code . _ -}, and was never that of another; it ends within 366 days.
     *
     * @param caller who asks; a person gives any role, as they enter users with any; a token gives those that it has
     * @return the token with its secret, which is told this once; or every reason against it
     */
    @Operation(
            name = "token.make",
            roles = Role.ADMINISTRATOR,
            repeat = Repeat.EACH_TIME,
            refusals = {
                TOKEN_NAME_INVALID,
                TOKEN_NAME_TAKEN,
                TOKEN_WITHOUT_ROLE,
                TOKEN_ROLE_NOT_OWN,
                TOKEN_MAKES_ADMINISTRATOR,
                TOKEN_EXPIRY_INVALID
            })
    Outcome<MadeToken> make(Caller caller, TokenRequest request);

    /**
     * @param after goes on after the token of that name; absent: from the first on
     * @param limit at most so many, 1 to 1000
     * @return all that were ever made, by name
     * @throws IllegalArgumentException if the limit is not 1 to 1000
     */
    @Operation(
            name = "token.list",
            roles = {Role.ADMINISTRATOR, Role.AUDITOR})
    List<Token> list(Optional<String> after, int limit);

    /**
     * Revokes a token: this node refuses it when this returns, others two seconds later.
     *
     * @return empty when it is revoked, now or before; {@code TOKEN_UNKNOWN}
     */
    @Operation(name = "token.revoke", roles = Role.ADMINISTRATOR, repeat = Repeat.SAME_STATE, refusals = TOKEN_UNKNOWN)
    List<Violation> revoke(Caller caller, String name);
}
