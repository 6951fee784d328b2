package org.lottrace.login.internal;

import java.util.Map;
import java.util.stream.Stream;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The logins of a host that is not Karaf, with {@link GuardModule} before them and {@link WitnessModule} behind. A host says who may log in by a service of the JDK's class
 * {@link Configuration}; without one it is the login configuration of the virtual machine. On Karaf that is what Karaf makes of its realms, {@link GuardedRealm}
 * among them, and it stays as it is.
 */
@Component(service = Configuration.class, property = GuardedRealm.OURS + "=true")
public final class GuardedHost extends Configuration {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedHost.class);

    private final LoginCounts counts;

    @Reference(
            target = "(!(" + GuardedRealm.OURS + "=true))",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Configuration host;

    @Activate
    public GuardedHost(@Reference LoginCounts counts) {
        this(counts, null);
    }

    /** For tests. */
    GuardedHost(LoginCounts counts, Configuration host) {
        this.counts = counts;
        this.host = host;
    }

    /** @return null when nobody knows such a realm, as JAAS has it: nobody is let in then */
    @Override
    public AppConfigurationEntry[] getAppConfigurationEntry(String realm) {
        Configuration checking = host;
        if (checking == null) {
            checking = ofVirtualMachine();
        }
        AppConfigurationEntry[] entries = checking == null ? null : checking.getAppConfigurationEntry(realm);
        if (entries == null || entries.length == 0) {
            return null;
        }
        if (Stream.of(entries).anyMatch(entry -> entry.getOptions().containsKey(GuardModule.COUNTS))) {
            return entries;
        }
        return new AppConfigurationEntry[] {
            entry(GuardModule.class, LoginModuleControlFlag.REQUISITE, counts.ofGuard()),
            entry(
                    HostModule.class,
                    LoginModuleControlFlag.REQUIRED,
                    Map.of(HostModule.CONFIGURATION, checking, HostModule.REALM, realm)),
            entry(WitnessModule.class, LoginModuleControlFlag.OPTIONAL, counts.ofWitness())
        };
    }

    private static Configuration ofVirtualMachine() {
        try {
            return Configuration.getConfiguration();
        } catch (SecurityException noFile) {
            LOG.debug("the virtual machine has no login configuration", noFile);
            return null;
        }
    }

    private static AppConfigurationEntry entry(
            Class<?> module, LoginModuleControlFlag flag, Map<String, Object> options) {
        return new AppConfigurationEntry(module.getName(), flag, options);
    }
}
