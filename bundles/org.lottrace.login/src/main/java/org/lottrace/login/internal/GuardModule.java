package org.lottrace.login.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.operation.Caller;
import org.lottrace.login.internal.FailedLogins.Attempt;
import org.lottrace.login.internal.audit.AuditNote;
import org.lottrace.login.internal.audit.AuditQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the modules that check a login: counts, and refuses unseen who has failed too often. The caller is told the same as
 * with a wrong password; the log tells them apart. A login by key is not counted: keys are not guessed, and programs offer several.
 */
public final class GuardModule implements LoginModule {
    static final String COUNTS = "lottrace.failed.logins";

    /** What this module tells the one behind all others, in their shared state. */
    static final String BY_PASSWORD = "lottrace.by.password";

    static final String UNSEEN = "lottrace.refused.unseen";

    private static final Logger LOG = LoggerFactory.getLogger(GuardModule.class);

    private Subject subject;
    private CallbackHandler callbacks;
    private FailedLogins logins;
    private AuditQueue audit;
    private Map<String, Object> shared;
    private String account;
    private String address;
    private Optional<Attempt> attempt = Optional.empty();

    @Override
    @SuppressWarnings("unchecked") // as the specification of JAAS says: modules write into it
    public void initialize(Subject who, CallbackHandler handler, Map<String, ?> state, Map<String, ?> options) {
        subject = who;
        shared = (Map<String, Object>) state;
        audit = (AuditQueue) options.get(WitnessModule.AUDIT);
        callbacks = handler;
        logins = (FailedLogins) options.get(COUNTS);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("user");
        PasswordCallback password = new PasswordCallback("password", false);
        try {
            callbacks.handle(new Callback[] {name, password});
        } catch (UnsupportedCallbackException byKey) {
            return false;
        } catch (IOException broken) {
            throw (LoginException) new LoginException("nobody says who logs in").initCause(broken);
        }
        if (name.getName() == null || password.getPassword() == null) {
            return false;
        }
        password.clearPassword();
        account = name.getName();
        address = Address.of(subject.getPrincipals());
        shared.put(BY_PASSWORD, true);
        if (account.startsWith(Caller.TOKEN)) {
            LOG.warn(
                    "login refused: a person with the name of a token user={} address={}", printable(account), address);
            throw new FailedLoginException("login failed");
        }
        attempt = logins.begin(account, address);
        if (attempt.isEmpty()) {
            shared.put(UNSEEN, true);
            audit.count(AuditNote.of(
                    AuditKind.LOGIN_REFUSED,
                    account,
                    address,
                    Address.channelOf(subject.getPrincipals()),
                    LoginMethod.PASSWORD,
                    List.of()));
            LOG.warn("login refused unseen after failed ones user={} address={}", printable(account), address);
            throw new FailedLoginException("login failed");
        }
        return false;
    }

    @Override
    public boolean commit() {
        attempt.ifPresent(Attempt::succeeded);
        attempt = Optional.empty();
        return false;
    }

    @Override
    public boolean abort() {
        attempt.ifPresent(failed -> {
            failed.failed();
            LOG.warn("login failed user={} address={}", printable(account), address);
        });
        attempt = Optional.empty();
        return false;
    }

    @Override
    public boolean logout() {
        return false;
    }

    /** A user name comes from outside: it must not be able to write lines into the log. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
