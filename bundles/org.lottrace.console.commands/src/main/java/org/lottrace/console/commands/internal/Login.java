package org.lottrace.console.commands.internal;

import java.security.AccessController;
import java.security.Principal;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;

/**
 * Who runs the command, as the realm of the login says it. The variable USER of the session says so too, but whoever is logged in can
 * set it.
 */
public final class Login {
    /** Karaf's classes; a group is a principal of a third one. */
    private static final String USER = "UserPrincipal";

    private static final String ROLE = "RolePrincipal";

    private Login() {}

    /** @return false where nobody is logged in */
    public static boolean isSomebody() {
        return names(USER).findFirst().isPresent();
    }

    /** @throws IllegalArgumentException if nobody is logged in */
    public static String user() {
        return names(USER)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody is logged in here; log in to the shell"));
    }

    /**
     * @return the user with the roles of the login
     * @throws IllegalArgumentException if nobody is logged in
     */
    public static Caller caller() {
        return new Caller(user(), Role.ofLogin(names(ROLE).toList()::contains));
    }

    @SuppressWarnings("removal") // Karaf 4.4 hands the login over in no other way
    private static Stream<String> names(String principal) {
        return Optional.ofNullable(Subject.getSubject(AccessController.getContext())).stream()
                .flatMap(subject -> subject.getPrincipals().stream())
                .filter(p -> p.getClass().getSimpleName().equals(principal))
                .map(Principal::getName);
    }
}
