package org.lottrace.login.internal;

import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

/**
 * A whole realm of the host as one module, in a login context of its own: whatever flags its modules have, the one behind this hears how it ended, and classes are found
 * where the host's are, as JAAS looks for them by the loader of the thread.
 */
public final class HostModule implements LoginModule {
    static final String CONFIGURATION = "lottrace.host.configuration";
    static final String REALM = "lottrace.host.realm";

    private Subject subject;
    private CallbackHandler callbacks;
    private Configuration host;
    private String realm;
    private LoginContext login;

    @Override
    public void initialize(Subject who, CallbackHandler handler, Map<String, ?> state, Map<String, ?> options) {
        subject = who;
        callbacks = handler;
        host = (Configuration) options.get(CONFIGURATION);
        realm = (String) options.get(REALM);
    }

    @Override
    public boolean login() throws LoginException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // one of the JDK's own classes has none that finds anything
        ClassLoader loader = host.getClass().getClassLoader();
        thread.setContextClassLoader(loader == null ? ClassLoader.getSystemClassLoader() : loader);
        try {
            LoginContext attempt = new LoginContext(realm, subject, callbacks, host);
            attempt.login();
            login = attempt;
            return true;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public boolean commit() {
        return login != null;
    }

    @Override
    public boolean abort() throws LoginException {
        return logout();
    }

    @Override
    public boolean logout() throws LoginException {
        if (login == null) {
            return false;
        }
        login.logout();
        login = null;
        return true;
    }
}
