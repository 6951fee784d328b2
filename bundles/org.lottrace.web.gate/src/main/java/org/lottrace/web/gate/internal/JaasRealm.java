package org.lottrace.web.gate.internal;

import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks user name and password against a JAAS realm, with nothing but {@code javax.security.auth}. */
final class JaasRealm {
    /** The login configuration of {@code org.lottrace.login}, which counts failures, and not what stands behind it. */
    static final String GUARDED = "(lottrace.guard=true)";

    private static final Logger LOG = LoggerFactory.getLogger(JaasRealm.class);

    private final String realm;
    private final String userPrincipal;
    private final String rolePrincipal;
    private final Supplier<Configuration> configurations;
    private final RememberedLogins remembered;

    /** @param configurations gives the login configuration of now; null for the one of this virtual machine */
    JaasRealm(
            String realm,
            String userPrincipal,
            String rolePrincipal,
            RememberedLogins remembered,
            Supplier<Configuration> configurations) {
        this.realm = realm;
        this.userPrincipal = userPrincipal;
        this.rolePrincipal = rolePrincipal;
        this.remembered = remembered;
        this.configurations = configurations;
    }

    /**
     * @param address where the request comes from
     * @return the caller, or empty when the realm refuses; a refusal is logged here, once, without the password
     */
    Optional<Caller> login(BasicCredentials credentials, String address) {
        return remembered.login(credentials, () -> check(credentials, address));
    }

    private Optional<Caller> check(BasicCredentials credentials, String address) {
        try {
            Subject from = new Subject();
            from.getPrincipals().add(new ClientPrincipal("http(" + address + ")"));
            login(credentials, from);
            return Optional.of(callerOf(from));
        } catch (FailedLoginException refused) {
            LOG.warn("login failed realm={} user={}", realm, printable(credentials.user()));
            return Optional.empty();
        } catch (LoginException | SecurityException broken) {
            LOG.error("login not possible realm={} user={}", realm, printable(credentials.user()), broken);
            return Optional.empty();
        }
    }

    /** JAAS looks for the classes of a configuration by the loader of the thread, which in OSGi is any or none. */
    private void login(BasicCredentials credentials, Subject from) throws LoginException {
        Configuration configuration = configurations.get();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        if (configuration != null) {
            thread.setContextClassLoader(configuration.getClass().getClassLoader());
        }
        try {
            new LoginContext(realm, from, callbacks -> answer(credentials, callbacks), configuration).login();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Caller callerOf(Subject subject) throws LoginException {
        Principal user = subject.getPrincipals().stream()
                .filter(p -> p.getClass().getName().equals(userPrincipal))
                .findFirst()
                .orElseThrow(() -> new LoginException(
                        "realm " + realm + " gave no principal of class " + userPrincipal + "; set user.principal"));
        Set<String> roles = subject.getPrincipals().stream()
                .filter(p -> p.getClass().getName().equals(rolePrincipal))
                .map(Principal::getName)
                .collect(Collectors.toSet());
        return new Caller(user, roles);
    }

    private static void answer(BasicCredentials credentials, Callback... callbacks)
            throws IOException, UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(credentials.user());
            } else if (callback instanceof PasswordCallback password) {
                password.setPassword(credentials.password().toCharArray());
            } else {
                throw new UnsupportedCallbackException(callback, "only user name and password can be given");
            }
        }
    }

    /** Where the login comes from, for modules that count failures; named as Karaf's SSH server names it. */
    private record ClientPrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    /** A user name comes from outside: it must not be able to write lines into the log. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
