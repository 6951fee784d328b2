package org.lottrace.login.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.login.FailedLogin;
import org.lottrace.api.login.LoginLocks;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.login.internal.audit.AuditNote;
import org.lottrace.login.internal.audit.AuditQueue;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The realm of the same name, with {@link GuardModule} before what it has, and {@link WitnessModule} behind: whoever logs in to it, over HTTP or SSH, is counted in one
 * place. Karaf asks the realm of the highest rank.
 */
@Component(
        service = {JaasRealm.class, LoginLocks.class, FailedAddresses.class},
        property = GuardedRealm.OURS + "=true",
        configurationPid = LoginConfig.PID)
@Designate(ocd = LoginConfig.class)
public final class GuardedRealm implements JaasRealm, LoginLocks, FailedAddresses {
    static final String OURS = "lottrace.guard";

    private static final Logger LOG = LoggerFactory.getLogger(GuardedRealm.class);
    private static final int RANK = 1_000;

    private final String name;
    private final String bundle;
    private final FailedLogins logins;
    private final AuditQueue audit;

    /** Dynamic, as a realm is made anew when its configuration changes. */
    @Reference(
            target = "(!(" + OURS + "=true))",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    private volatile List<JaasRealm> realms;

    @Activate
    public GuardedRealm(BundleContext context, @Reference AuditQueue audit, LoginConfig config) {
        this(context.getBundle().getBundleId(), audit, config, System::nanoTime);
    }

    /** For tests. */
    GuardedRealm(long bundle, AuditQueue audit, LoginConfig config, LongSupplier nanoseconds, JaasRealm... realms) {
        this.name = config.realm();
        this.bundle = Long.toString(bundle);
        this.audit = audit;
        this.logins = new FailedLogins(config, nanoseconds, this::locked);
        this.realms = List.of(realms);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getRank() {
        return RANK;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        Optional<JaasRealm> guarded = realms.stream()
                .filter(realm -> realm.getName().equals(name))
                .max(Comparator.comparingInt(JaasRealm::getRank));
        Stream<AppConfigurationEntry> checking = guarded.stream().flatMap(realm -> Stream.of(realm.getEntries()));
        return Stream.of(
                        Stream.of(entry(GuardModule.class, LoginModuleControlFlag.REQUISITE)),
                        checking,
                        Stream.of(entry(WitnessModule.class, LoginModuleControlFlag.OPTIONAL)))
                .flatMap(entries -> entries)
                .toArray(AppConfigurationEntry[]::new);
    }

    private AppConfigurationEntry entry(Class<?> module, LoginModuleControlFlag flag) {
        return new AppConfigurationEntry(
                ProxyLoginModule.class.getName(),
                flag,
                Map.of(
                        ProxyLoginModule.PROPERTY_MODULE, module.getName(),
                        ProxyLoginModule.PROPERTY_BUNDLE, bundle,
                        GuardModule.COUNTS, logins,
                        WitnessModule.AUDIT, audit));
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
