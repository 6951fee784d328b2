package org.lottrace.login.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.config.JaasRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.login.FailedLogin;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.login.internal.audit.AuditNote;
import org.lottrace.login.internal.audit.AuditQueue;

/** The guard before a realm as Karaf's is: a login by password, a login by key. */
class GuardedRealmTest {
    private static final Caller ROOT = new Caller("root", Set.of(Role.ADMINISTRATOR));
    private static final String FROM_HERE = "/10.0.0.1:40312";

    private final HandsOfAClock clock = new HandsOfAClock();
    private final AuditQueue audit = new AuditQueue(clock);
    private final LoginCounts counts = new LoginCounts(audit, new Limits(), clock);
    private final GuardedRealm realm = new GuardedRealm(7, counts, new Limits(), karaf("other"), karaf("karaf"));

    @Test
    void it_has_the_name_of_the_guarded_realm_and_goes_first() {
        assertEquals("karaf", realm.getName());
        assertTrue(realm.getRank() > karaf("karaf").getRank());
        assertEquals(4, realm.getEntries().length);
        assertEquals(
                Map.of(
                        ProxyLoginModule.PROPERTY_BUNDLE,
                        "7",
                        ProxyLoginModule.PROPERTY_MODULE,
                        GuardModule.class.getName()),
                withoutCounts(realm.getEntries()[0].getOptions()));
    }

    @Test
    void ten_wrong_passwords_lock_out_the_right_one_for_minutes_and_an_administrator_unlocks() {
        for (int i = 0; i < 10; i++) {
            assertFalse(isLetIn("anna", "wrong", FROM_HERE));
            clock.goOn(Duration.ofSeconds(65));
        }

        assertFalse(isLetIn("anna", "secret", FROM_HERE));
        assertTrue(isLetIn("anna", "secret", "/10.0.0.2:40312"), "from elsewhere");
        assertTrue(isLetIn("bert", "secret", FROM_HERE), "somebody else");

        assertEquals(List.of(), counts.unlock(ROOT, "anna"));
        assertTrue(isLetIn("anna", "secret", FROM_HERE));
    }

    @Test
    void who_waits_long_enough_is_looked_at_again() {
        for (int i = 0; i < 10; i++) {
            isLetIn("anna", "wrong", FROM_HERE);
            clock.goOn(Duration.ofSeconds(65));
        }

        clock.goOn(Duration.ofMinutes(4));
        assertTrue(isLetIn("anna", "secret", FROM_HERE));
    }

    @Test
    void keys_are_not_counted() {
        for (int i = 0; i < 20; i++) {
            assertFalse(isLetInByKey("anna", "wrong key"));
        }

        assertTrue(isLetInByKey("anna", "key"));
        assertTrue(isLetIn("anna", "secret", FROM_HERE));
        assertEquals(List.of(), counts.failed());
    }

    @Test
    void a_lock_is_no_matter_for_keys() {
        for (int i = 0; i < 30; i++) {
            isLetIn("anna", "wrong", FROM_HERE);
        }

        assertTrue(isLetInByKey("anna", "key"));
    }

    @ParameterizedTest
    @CsvSource({
        "/10.0.0.1:40312,            10.0.0.1",
        "/[0:0:0:0:0:0:0:1]:40312,   0:0:0:0:0:0:0:1",
        "0:0:0:0:0:0:0:1,            0:0:0:0:0:0:0:1",
        "10.0.0.1,                   10.0.0.1",
        "client.example/10.0.0.1:22, 10.0.0.1",
    })
    void the_port_of_the_caller_makes_no_other_address(String client, String address) {
        isLetIn("anna", "wrong", client);

        assertTrue(
                counts.failed().stream().map(FailedLogin::address).anyMatch(address::equals),
                counts.failed()::toString);
    }

    @Test
    void what_has_not_failed_is_not_unlocked() {
        assertEquals("LOGIN_NOT_FAILED", counts.unlock(ROOT, "nobody").get(0).code());
    }

    @Test
    void a_login_is_noted_with_its_way_and_its_roles() {
        isLetIn("anna", "secret", FROM_HERE);
        isLetInByKey("bert", "key");

        assertEquals(
                List.of(
                        AuditNote.of(
                                AuditKind.LOGIN,
                                "anna",
                                "10.0.0.1",
                                "ssh",
                                LoginMethod.PASSWORD,
                                List.of("admin", "viewer")),
                        AuditNote.of(
                                AuditKind.LOGIN,
                                "bert",
                                "10.0.0.1",
                                "ssh",
                                LoginMethod.KEY,
                                List.of("admin", "viewer"))),
                audit.notes());
    }

    @Test
    void a_refusal_is_noted_as_what_it_was_and_a_lock_beside_it() {
        for (int i = 0; i < 10; i++) {
            isLetIn("anna", "wrong", FROM_HERE);
            clock.goOn(Duration.ofSeconds(65));
        }
        isLetIn("anna", "secret", FROM_HERE);
        counts.unlock(ROOT, "anna");

        List<AuditNote> notes = audit.notes();
        assertEquals(10, ofKind(notes, AuditKind.LOGIN_FAILED));
        assertEquals(1, ofKind(notes, AuditKind.LOCKED));
        assertEquals(1, ofKind(notes, AuditKind.LOGIN_REFUSED));
        assertEquals(
                List.of("root"),
                notes.stream()
                        .filter(note -> note.kind() == AuditKind.UNLOCKED)
                        .map(AuditNote::by)
                        .toList());
        assertEquals(0, ofKind(notes, AuditKind.LOGIN));
    }

    @Test
    void a_wrong_key_is_noted_as_one() {
        isLetInByKey("anna", "wrong key");

        assertEquals(
                List.of(AuditNote.of(AuditKind.LOGIN_FAILED, "anna", "10.0.0.1", "ssh", LoginMethod.KEY, List.of())),
                audit.notes());
    }

    @Test
    void wrong_tokens_lock_the_address_for_passwords_and_not_for_keys() {
        for (int i = 0; i < 50; i++) {
            counts.failed("10.0.0.1");
        }

        assertFalse(isLetIn("anna", "secret", FROM_HERE));
        assertTrue(isLetInByKey("anna", "key"));
        assertEquals(1, ofKind(audit.notes(), AuditKind.LOCKED));
    }

    @Test
    void nobody_logs_in_with_the_name_of_a_program() {
        assertFalse(isLetIn("token erp", "secret", FROM_HERE));
    }

    /** Found: each login by key was there twice. */
    @Test
    void a_client_that_asks_first_whether_a_key_would_do_logs_in_once() {
        isLetInByKey("anna", "key");
        isLetInByKey("anna", "key");

        assertEquals(1, ofKind(audit.notes(), AuditKind.LOGIN));
    }

    private static long ofKind(List<AuditNote> notes, AuditKind kind) {
        return notes.stream().filter(note -> note.kind() == kind).count();
    }

    private boolean isLetIn(String user, String password, String client) {
        return isLetIn(client, callback -> {
            if (callback instanceof NameCallback name) {
                name.setName(user);
            } else if (callback instanceof PasswordCallback asked) {
                asked.setPassword(password.toCharArray());
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        });
    }

    private boolean isLetInByKey(String user, String key) {
        return isLetIn(FROM_HERE, callback -> {
            if (callback instanceof NameCallback name) {
                name.setName(user);
            } else if (callback instanceof KeyCallback asked) {
                asked.key = key;
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        });
    }

    private boolean isLetIn(String client, Answer answer) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new ClientPrincipal("ssh", client));
        CallbackHandler handler = callbacks -> {
            for (Callback callback : callbacks) {
                answer.to(callback);
            }
        };
        try {
            new LoginContext("karaf", subject, handler, configuration()).login();
            return true;
        } catch (FailedLoginException refused) {
            return false;
        } catch (LoginException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private interface Answer {
        void to(Callback callback) throws UnsupportedCallbackException;
    }

    /** Without OSGi nothing finds a class by its bundle. */
    private Configuration configuration() {
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return Stream.of(realm.getEntries())
                        .map(entry -> entry.getLoginModuleName().equals(ProxyLoginModule.class.getName())
                                ? new AppConfigurationEntry(
                                        (String) entry.getOptions().get(ProxyLoginModule.PROPERTY_MODULE),
                                        entry.getControlFlag(),
                                        entry.getOptions())
                                : entry)
                        .toArray(AppConfigurationEntry[]::new);
            }
        };
    }

    private static Map<String, Object> withoutCounts(Map<String, ?> options) {
        Map<String, Object> others = new HashMap<>(options);
        others.remove(GuardModule.COUNTS);
        others.remove(WitnessModule.AUDIT);
        return others;
    }

    private static JaasRealm karaf(String name) {
        return new JaasRealm() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public int getRank() {
                return 0;
            }

            @Override
            public AppConfigurationEntry[] getEntries() {
                return Stream.of(ByPassword.class, ByKey.class)
                        .map(module ->
                                new AppConfigurationEntry(module.getName(), LoginModuleControlFlag.OPTIONAL, Map.of()))
                        .toArray(AppConfigurationEntry[]::new);
            }
        };
    }

    private static final class KeyCallback implements Callback {
        private String key = "";
    }

    /** Asks for the password, as Karaf's modules do, whoever can give it. */
    public static final class ByPassword extends Module {
        @Override
        boolean isRight() throws Exception {
            PasswordCallback password = new PasswordCallback("password", false);
            handler.handle(new Callback[] {new NameCallback("name"), password});
            return new String(password.getPassword()).equals("secret");
        }
    }

    /** Asks for the key. */
    public static final class ByKey extends Module {
        @Override
        boolean isRight() throws Exception {
            KeyCallback key = new KeyCallback();
            handler.handle(new Callback[] {new NameCallback("name"), key});
            return key.key.equals("key");
        }
    }

    abstract static class Module implements LoginModule {
        CallbackHandler handler;

        abstract boolean isRight() throws Exception;

        private Subject login;
        private boolean isIn;

        @Override
        public void initialize(
                Subject subject, CallbackHandler callbacks, Map<String, ?> shared, Map<String, ?> options) {
            handler = callbacks;
            login = subject;
        }

        @Override
        public boolean login() throws LoginException {
            try {
                if (isRight()) {
                    isIn = true;
                    return true;
                }
            } catch (Exception notAsked) {
                throw (LoginException) new FailedLoginException("not available").initCause(notAsked);
            }
            throw new FailedLoginException("login failed");
        }

        @Override
        public boolean commit() {
            if (isIn) {
                login.getPrincipals().add(new RolePrincipal("viewer"));
                login.getPrincipals().add(new RolePrincipal("admin"));
            }
            return isIn;
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
