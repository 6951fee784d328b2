package org.lottrace.login.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The realm of the same name, with {@link GuardModule} before what it has, and {@link WitnessModule} behind: whoever logs in to it, over HTTP or SSH, is counted in one
 * place. Karaf asks the realm of the highest rank. Where Karaf is not, nobody asks for this service, its class is never loaded, and {@link GuardedHost} does the same.
 */
@Component(service = JaasRealm.class, property = GuardedRealm.OURS + "=true", configurationPid = LoginConfig.PID)
public final class GuardedRealm implements JaasRealm {
    static final String OURS = "lottrace.guard";

    private static final int RANK = 1_000;

    private final String name;
    private final String bundle;
    private final LoginCounts counts;

    /** Dynamic, as a realm is made anew when its configuration changes. */
    @Reference(
            target = "(!(" + OURS + "=true))",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    private volatile List<JaasRealm> realms;

    @Activate
    public GuardedRealm(BundleContext context, @Reference LoginCounts counts, LoginConfig config) {
        this(context.getBundle().getBundleId(), counts, config);
    }

    /** For tests. */
    GuardedRealm(long bundle, LoginCounts counts, LoginConfig config, JaasRealm... realms) {
        this.name = config.realm();
        this.bundle = Long.toString(bundle);
        this.counts = counts;
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
                        Stream.of(entry(GuardModule.class, LoginModuleControlFlag.REQUISITE, counts.ofGuard())),
                        checking,
                        Stream.of(entry(WitnessModule.class, LoginModuleControlFlag.OPTIONAL, counts.ofWitness())))
                .flatMap(entries -> entries)
                .toArray(AppConfigurationEntry[]::new);
    }

    private AppConfigurationEntry entry(Class<?> module, LoginModuleControlFlag flag, Map<String, Object> options) {
        Map<String, Object> all = new HashMap<>(options);
        all.put(ProxyLoginModule.PROPERTY_MODULE, module.getName());
        all.put(ProxyLoginModule.PROPERTY_BUNDLE, bundle);
        return new AppConfigurationEntry(ProxyLoginModule.class.getName(), flag, all);
    }
}
