package org.lottrace.login.internal;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.login.FailedLogin;
import org.lottrace.api.login.LoginLocks;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.login.internal.audit.AuditNote;
import org.lottrace.login.internal.audit.AuditQueue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failed logins of everybody, counted in one place, whoever checks them: Karaf's realm or the JAAS of another host. */
@Component(
        service = {LoginCounts.class, LoginLocks.class, FailedAddresses.class},
        configurationPid = LoginConfig.PID)
@Designate(ocd = LoginConfig.class)
public final class LoginCounts implements LoginLocks, FailedAddresses {
    private static final Logger LOG = LoggerFactory.getLogger(LoginCounts.class);

    private final FailedLogins logins;
    private final AuditQueue audit;
    private final LoginConfig config;

    @Activate
    public LoginCounts(@Reference AuditQueue audit, LoginConfig config) {
        this(audit, config, System::nanoTime);
    }

    /** For tests. */
    LoginCounts(AuditQueue audit, LoginConfig config, LongSupplier nanoseconds) {
        this.audit = audit;
        this.config = config;
        this.logins = new FailedLogins(config, nanoseconds, this::locked);
    }

    /** @return what {@link GuardModule} needs to know */
    Map<String, Object> ofGuard() {
        return Map.of(GuardModule.COUNTS, logins, WitnessModule.AUDIT, audit);
    }

    /** @return what {@link WitnessModule} needs to know */
    Map<String, Object> ofWitness() {
        return Map.of(
                WitnessModule.AUDIT,
                audit,
                WitnessModule.USER_CLASS,
                config.user_principal(),
                WitnessModule.ROLE_CLASS,
                config.role_principal());
    }

    private void locked(String account, String address, int failures) {
        audit.count(AuditNote.of(AuditKind.LOCKED, account, address, "", LoginMethod.NONE, List.of())
                .withDetail("after " + failures + " failed logins"));
    }

    @Override
    public void failed(String address) {
        logins.failedOf(address);
    }

    @Override
    public List<FailedLogin> failed() {
        return logins.list();
    }

    @Override
    public List<Violation> unlock(Caller caller, String locked) {
        if (!logins.forget(locked)) {
            return List.of(new Violation(
                    LOGIN_NOT_FAILED,
                    ViolationPath.of("name"),
                    "no login of an account or an address " + locked
                            + " has failed lately; lottrace:logins lists them"));
        }
        audit.add(AuditNote.decided(AuditKind.UNLOCKED, locked, LoginMethod.NONE, List.of(), caller.name()));
        LOG.info("failed logins forgotten name={} by={}", GuardModule.printable(locked), caller.name());
        return List.of();
    }
}
