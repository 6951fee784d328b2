package org.lottrace.login.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.token.TokenRequest;
import org.lottrace.api.token.Tokens;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What may be asked for. Who administers enters users with any role, too, and so gives a token any; a token gives no more than it has. */
final class TokenRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,60}");
    private static final Duration LONGEST = Duration.ofDays(366);

    private TokenRules() {}

    /** @return every reason against it */
    static List<Violation> problems(Caller maker, TokenRequest request, Instant now) {
        List<Violation> problems = new ArrayList<>();
        if (!NAME.matcher(request.name()).matches()) {
            problems.add(problem(
                    Tokens.TOKEN_NAME_INVALID,
                    "name",
                    "a name is 1 to 60 letters, digits, dots, underscores and hyphens"));
        }
        if (request.roles().isEmpty()) {
            problems.add(problem(Tokens.TOKEN_WITHOUT_ROLE, "roles", "name a role; without one it could do nothing"));
        }
        request.roles().stream()
                .filter(role ->
                        !role.isOfLogin() || maker.isToken() && !maker.roles().contains(role))
                .map(Role::code)
                .sorted()
                .forEach(role -> problems.add(problem(
                        Tokens.TOKEN_ROLE_NOT_OWN,
                        "roles",
                        role + " is no role that " + maker.name() + " can give a token")));
        if (maker.isToken() && request.roles().contains(Role.ADMINISTRATOR)) {
            problems.add(problem(
                    Tokens.TOKEN_MAKES_ADMINISTRATOR, "roles", "a person makes an administrator, and no token does"));
        }
        if (!request.expires().isAfter(now) || request.expires().isAfter(now.plus(LONGEST))) {
            problems.add(problem(
                    Tokens.TOKEN_EXPIRY_INVALID,
                    "expires",
                    "it has to end after now and within " + LONGEST.toDays() + " days, not at " + request.expires()));
        }
        return problems;
    }

    static Violation problem(String code, String field, String message) {
        return new Violation(code, ViolationPath.of(field), message);
    }
}
