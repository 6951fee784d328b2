package org.lottrace.console.commands.internal.recall;

import java.security.AccessController;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.lottrace.api.recall.RecallRole;

/** What the user of this session may do in a recall: the roles of the login that runs the command. */
final class SessionRoles {
    /** Karaf's class for a role; users and groups are principals of other classes. */
    private static final String ROLE = "RolePrincipal";

    private SessionRoles() {}

    /** @return none when nobody is logged in */
    @SuppressWarnings("removal") // Karaf 4.4 hands the login over in no other way
    static Set<RecallRole> roles() {
        return Optional.ofNullable(Subject.getSubject(AccessController.getContext())).stream()
                .flatMap(subject -> subject.getPrincipals().stream())
                .filter(principal -> principal.getClass().getSimpleName().equals(ROLE))
                .map(Principal::getName)
                .flatMap(name -> RecallRole.of(name).stream())
                .collect(Collectors.toSet());
    }
}
