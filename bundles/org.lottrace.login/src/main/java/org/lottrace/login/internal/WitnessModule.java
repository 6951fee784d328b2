package org.lottrace.login.internal;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.spi.LoginModule;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.login.internal.audit.AuditNote;
import org.lottrace.login.internal.audit.AuditQueue;

/**
 * Stands behind the modules that check a login, and notes how it ended: only here all roles are known. It says nothing itself, so it
 * lets nobody in and keeps nobody out.
 */
public final class WitnessModule implements LoginModule {
    static final String AUDIT = "lottrace.audit";

    /** Classes of Karaf's or of whoever gives the realm, with or without their package: none needs to be seen from here. */
    static final String ROLE_CLASS = "lottrace.role.principal";

    static final String USER_CLASS = "lottrace.user.principal";

    private Subject subject;
    private CallbackHandler callbacks;
    private AuditQueue audit;
    private Map<String, ?> shared;
    private String roleClass;
    private String userClass;
    private Set<Principal> before;
    private boolean noted;

    @Override
    public void initialize(Subject who, CallbackHandler handler, Map<String, ?> state, Map<String, ?> options) {
        subject = who;
        callbacks = handler;
        shared = state;
        audit = (AuditQueue) options.get(AUDIT);
        roleClass = (String) options.get(ROLE_CLASS);
        userClass = (String) options.get(USER_CLASS);
        before = Set.copyOf(who.getPrincipals());
    }

    @Override
    public boolean login() {
        return false;
    }

    @Override
    public boolean commit() {
        if (!noted) {
            noted = true;
            AuditNote login = note(AuditKind.LOGIN, userName(), roles());
            if (login.method() == LoginMethod.KEY) {
                audit.addOnce(Address.connection(before), login);
            } else {
                audit.add(login);
            }
        }
        return false;
    }

    /** After a refusal, its own or another's; a guard that refused unseen has noted that itself. */
    @Override
    public boolean abort() {
        if (!noted && !shared.containsKey(GuardModule.UNSEEN)) {
            noted = true;
            audit.count(note(AuditKind.LOGIN_FAILED, givenName(), List.of()));
        }
        return false;
    }

    @Override
    public boolean logout() {
        return false;
    }

    private AuditNote note(AuditKind kind, String user, List<String> roles) {
        return AuditNote.of(
                kind,
                user,
                Address.of(before),
                Address.channelOf(before),
                shared.containsKey(GuardModule.BY_PASSWORD) ? LoginMethod.PASSWORD : LoginMethod.KEY,
                roles);
    }

    private List<String> roles() {
        return names(roleClass);
    }

    private String userName() {
        return names(userClass).stream().findFirst().orElseGet(this::givenName);
    }

    private List<String> names(String type) {
        return subject.getPrincipals().stream()
                .filter(principal -> principal.getClass().getSimpleName().equals(type)
                        || principal.getClass().getName().equals(type))
                .map(Principal::getName)
                .distinct()
                .toList();
    }

    /** @return the name that was given with the login; none when nobody gives one */
    private String givenName() {
        NameCallback name = new NameCallback("user");
        try {
            callbacks.handle(new Callback[] {name});
            return name.getName() == null ? "" : name.getName();
        } catch (IOException | UnsupportedCallbackException nobodyGivesIt) {
            return "";
        }
    }
}
