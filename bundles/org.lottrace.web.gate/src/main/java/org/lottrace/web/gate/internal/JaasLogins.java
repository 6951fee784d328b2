package org.lottrace.web.gate.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.security.auth.login.Configuration;
import org.lottrace.api.login.Login;
import org.lottrace.api.login.Logins;
import org.lottrace.api.operation.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Logins of people at the console, against the realm that the gate asks, too. */
@Component(service = Logins.class, configurationPid = "org.lottrace.web.gate")
public final class JaasLogins implements Logins {
    private final JaasRealm realm;
    private final UserStanding standing;

    /** As for the gate. */
    @Reference(
            target = JaasRealm.GUARDED,
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Configuration logins;

    @Activate
    public JaasLogins(SecurityGateConfig config) {
        this(config, null);
    }

    /** For tests. */
    JaasLogins(SecurityGateConfig config, Configuration logins) {
        List<Path> files = SecurityGate.files(config);
        this.logins = logins;
        this.standing = new UserStanding(files);
        this.realm = new JaasRealm(
                config.realm(),
                config.user_principal(),
                config.role_principal(),
                new RememberedLogins(Duration.ZERO, files, System::nanoTime),
                () -> this.logins);
    }

    @Override
    public Optional<Login> withPassword(String user, String password, String address) {
        return realm.login(new BasicCredentials(user, password), address).map(this::login);
    }

    private Login login(Caller caller) {
        return new Login(
                new org.lottrace.api.operation.Caller(caller.name(), Role.ofLogin(caller.roles()::contains)),
                standing.of(caller.name()));
    }

    @Override
    public boolean isCurrent(Login login) {
        return login.standing().equals(standing.of(login.caller().name()));
    }
}
