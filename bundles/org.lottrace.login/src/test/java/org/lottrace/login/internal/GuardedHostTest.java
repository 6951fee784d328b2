package org.lottrace.login.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.junit.jupiter.api.Test;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.login.internal.audit.AuditNote;
import org.lottrace.login.internal.audit.AuditQueue;

/** The guard before the JAAS of a host that knows nothing of Karaf: classes, principals and flags of its own. */
class GuardedHostTest {
    private final HandsOfAClock clock = new HandsOfAClock();
    private final AuditQueue audit = new AuditQueue(clock);
    private final LoginCounts counts = new LoginCounts(audit, new Limits(), clock);
    private final GuardedHost guarded = new GuardedHost(counts, new Host());

    @Test
    void the_host_lets_in_and_its_principals_are_those_of_the_login() throws LoginException {
        Subject anna = login("anna", "secret");

        assertEquals(
                Set.of("anna", "picker"),
                Set.copyOf(anna.getPrincipals(UserPrincipal.class).stream()
                        .map(Principal::getName)
                        .toList()));
    }

    @Test
    void a_module_that_suffices_keeps_the_login_from_no_audit_log() throws LoginException {
        login("anna", "secret");

        AuditNote note = audit.notes().get(0);
        assertEquals(AuditKind.LOGIN, note.kind());
        assertEquals("10.0.0.1", note.address());
        assertEquals(LoginMethod.PASSWORD, note.method());
    }

    @Test
    void ten_wrong_passwords_lock_out_the_right_one_until_somebody_unlocks() throws LoginException {
        for (int i = 0; i < 10; i++) {
            assertThrows(FailedLoginException.class, () -> login("anna", "wrong"));
            clock.goOn(Duration.ofSeconds(65));
        }

        assertThrows(FailedLoginException.class, () -> login("anna", "secret"));
        counts.unlock(new Caller("root", Set.of(Role.ADMINISTRATOR)), "anna");
        assertFalse(login("anna", "secret").getPrincipals().isEmpty());
    }

    @Test
    void what_karaf_has_guarded_already_is_left_as_it_is() {
        AppConfigurationEntry[] entries = guarded.getAppConfigurationEntry("erp");

        assertArrayEquals(
                entries,
                new GuardedHost(counts, new Configuration() {
                            @Override
                            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                                return entries;
                            }
                        })
                        .getAppConfigurationEntry("erp"));
    }

    @Test
    void a_realm_that_the_host_does_not_know_lets_nobody_in() {
        assertNull(guarded.getAppConfigurationEntry("other"));
        assertThrows(
                LoginException.class,
                () -> new LoginContext("other", new Subject(), answering("anna", "secret"), guarded));
    }

    @Test
    void a_name_of_a_program_is_refused_before_the_host_is_asked() {
        assertThrows(FailedLoginException.class, () -> login("token erp", "secret"));
        assertTrue(audit.notes().stream().noneMatch(note -> note.kind() == AuditKind.LOGIN), audit.notes()::toString);
    }

    private Subject login(String user, String password) throws LoginException {
        Subject subject = new Subject(false, Set.of(new ClientPrincipal()), Set.of(), Set.of());
        LoginContext login = new LoginContext("erp", subject, answering(user, password), guarded);
        login.login();
        return login.getSubject();
    }

    private static CallbackHandler answering(String user, String password) {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName(user);
                } else if (callback instanceof PasswordCallback asked) {
                    asked.setPassword(password.toCharArray());
                }
            }
        };
    }

    private static final class Host extends Configuration {
        @Override
        public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            return name.equals("erp")
                    ? Stream.of(
                                    entry(Module.class, LoginModuleControlFlag.SUFFICIENT),
                                    entry(Module.class, LoginModuleControlFlag.REQUIRED))
                            .toArray(AppConfigurationEntry[]::new)
                    : null;
        }

        private static AppConfigurationEntry entry(Class<?> module, LoginModuleControlFlag flag) {
            return new AppConfigurationEntry(module.getName(), flag, Map.of());
        }
    }

    private record ClientPrincipal() implements Principal {
        @Override
        public String getName() {
            return "http(10.0.0.1)";
        }
    }

    private record UserPrincipal(String getName) implements Principal {
        @Override
        public String getName() {
            return getName;
        }
    }

    /** Knows everybody with the password {@code secret}. */
    public static final class Module implements LoginModule {
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
            } catch (Exception impossible) {
                throw (LoginException) new LoginException("callbacks").initCause(impossible);
            }
            if (!"secret".equals(new String(password.getPassword()))) {
                throw new FailedLoginException("wrong password");
            }
            user = name.getName();
            return true;
        }

        @Override
        public boolean commit() {
            if (user == null) {
                return false;
            }
            return subject.getPrincipals().addAll(List.of(new UserPrincipal(user), new UserPrincipal("picker")));
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
