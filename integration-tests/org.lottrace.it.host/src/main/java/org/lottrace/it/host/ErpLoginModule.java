package org.lottrace.it.host;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

/** Checks a password where an ERP would look into its table of users. */
public final class ErpLoginModule implements LoginModule {
    private static final String PASSWORD = "secret";
    private static final Map<String, Set<String>> ROLES_OF_USERS =
            Map.of("planner", Set.of("admin"), "clerk", Set.of("lottrace-auditor"), "guest", Set.of());

    private Subject subject;
    private CallbackHandler callbacks;
    private String user;

    @Override
    public void initialize(Subject who, CallbackHandler handler, Map<String, ?> shared, Map<String, ?> options) {
        subject = who;
        callbacks = handler;
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("user");
        PasswordCallback password = new PasswordCallback("password", false);
        try {
            callbacks.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException nobodySays) {
            throw (LoginException) new LoginException("nobody says who logs in").initCause(nobodySays);
        }
        if (!ROLES_OF_USERS.containsKey(name.getName()) || !PASSWORD.equals(new String(password.getPassword()))) {
            throw new FailedLoginException("unknown user or wrong password");
        }
        user = name.getName();
        return true;
    }

    @Override
    public boolean commit() {
        if (user == null) {
            return false;
        }
        subject.getPrincipals().add(new ErpUser(user));
        ROLES_OF_USERS.get(user).forEach(role -> subject.getPrincipals().add(new ErpRole(role)));
        return true;
    }

    @Override
    public boolean abort() {
        return true;
    }

    @Override
    public boolean logout() {
        return true;
    }
}
