package org.lottrace.login.internal.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.login.KnownLogin;
import org.lottrace.api.login.KnownLogins;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.login.internal.LoginConfig;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads Karaf's files anew each time: they are small, and people change them. */
@Component(configurationPid = LoginConfig.PID)
public final class KnownLoginsService implements KnownLogins {
    private final LoginConfig config;

    @Activate
    public KnownLoginsService(LoginConfig config) {
        this.config = config;
    }

    @Override
    public List<KnownLogin> all() {
        return Stream.concat(of(config.users_file(), LoginMethod.PASSWORD), of(config.keys_file(), LoginMethod.KEY))
                .sorted(Comparator.comparing(KnownLogin::name).thenComparing(KnownLogin::method))
                .toList();
    }

    private static Stream<KnownLogin> of(String file, LoginMethod method) {
        if (file.isBlank() || Files.notExists(Path.of(file))) {
            return Stream.empty();
        }
        try {
            return Rights.read(Path.of(file), method).entrySet().stream()
                    .map(login -> new KnownLogin(
                            login.getKey(), method, List.copyOf(login.getValue().roles())));
        } catch (IOException unreadable) {
            throw new StoreUnavailableException("the file of logins cannot be read: " + file, unreadable);
        }
    }
}
