package org.lottrace.web.gate.internal;

import java.lang.annotation.Annotation;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.lottrace.api.login.ProviderTokens;
import org.lottrace.api.token.TokenLogins;

/** A JAAS realm with known users, built like Karaf's: one principal for the user, one for each role. */
public final class TestRealm extends Configuration {
    /** A user with password {@code secret} and these roles. */
    private final Map<String, Set<String>> rolesOfUsers;

    private TestRealm(Map<String, Set<String>> rolesOfUsers) {
        this.rolesOfUsers = rolesOfUsers;
    }

    /** @return a gate with the default configuration in front of these users */
    public static SecurityGate gate(Map<String, Set<String>> rolesOfUsers) {
        return gate(rolesOfUsers, null);
    }

    /** @return the same with these tokens; null: none are known yet */
    static SecurityGate gate(Map<String, Set<String>> rolesOfUsers, TokenLogins tokens) {
        return gate(rolesOfUsers, tokens, null);
    }

    static SecurityGate gate(Map<String, Set<String>> rolesOfUsers, TokenLogins tokens, ProviderTokens provider) {
        return new SecurityGate(null, new Defaults(), new TestRealm(rolesOfUsers), tokens, provider);
    }

    @Override
    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
        return new AppConfigurationEntry[] {
            new AppConfigurationEntry(
                    Module.class.getName(),
                    AppConfigurationEntry.LoginModuleControlFlag.REQUIRED,
                    Map.of("users", rolesOfUsers))
        };
    }

    record User(String getName) implements Principal {
        @Override
        public String getName() {
            return getName;
        }
    }

    record Role(String getName) implements Principal {
        @Override
        public String getName() {
            return getName;
        }
    }

    private record Defaults() implements SecurityGateConfig {
        @Override
        public String realm() {
            return "karaf";
        }

        @Override
        public String allowed_roles() {
            return "";
        }

        @Override
        public int remember_seconds() {
            return 0;
        }

        @Override
        public String remember_while_unchanged() {
            return "";
        }

        @Override
        public String user_principal() {
            return User.class.getName();
        }

        @Override
        public String role_principal() {
            return Role.class.getName();
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return SecurityGateConfig.class;
        }
    }

    /** Knows the users of its options. */
    public static final class Module implements LoginModule {
        private Subject subject;
        private CallbackHandler callbacks;
        private Map<?, ?> users;
        private String user;

        @Override
        public void initialize(Subject to, CallbackHandler handler, Map<String, ?> shared, Map<String, ?> options) {
            subject = to;
            callbacks = handler;
            users = (Map<?, ?>) options.get("users");
        }

        @Override
        public boolean login() throws LoginException {
            NameCallback name = new NameCallback("user");
            PasswordCallback password = new PasswordCallback("password", false);
            try {
                callbacks.handle(new Callback[] {name, password});
            } catch (Exception impossible) {
                throw (LoginException) new LoginException("callbacks").initCause(impossible);
            }
            user = name.getName();
            if (!users.containsKey(user) || !"secret".equals(new String(password.getPassword()))) {
                throw new FailedLoginException("unknown user or wrong password");
            }
            return true;
        }

        @Override
        public boolean commit() {
            subject.getPrincipals().add(new User(user));
            ((Set<?>) users.get(user)).forEach(role -> subject.getPrincipals().add(new Role((String) role)));
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
}
