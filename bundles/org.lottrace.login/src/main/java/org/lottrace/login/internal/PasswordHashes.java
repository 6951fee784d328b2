package org.lottrace.login.internal;

import java.nio.file.Path;
import java.util.Map;
import org.apache.karaf.jaas.modules.Encryption;
import org.apache.karaf.jaas.modules.EncryptionService;
import org.lottrace.login.PasswordHash;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Karaf keeps passwords as {@link PasswordHash} makes them, where {@code etc/org.apache.karaf.jaas.cfg} names this service. */
@Component(property = "name=pbkdf2", configurationPid = LoginConfig.PID)
public final class PasswordHashes implements EncryptionService, Encryption {
    private final String users;
    private final FreshHashes fresh = new FreshHashes(System::nanoTime);

    @Activate
    public PasswordHashes(LoginConfig config) {
        this.users = config.users_file();
    }

    @Override
    public Encryption createEncryption(Map<String, String> parameters) {
        return this;
    }

    @Override
    public String encryptPassword(String plain) {
        return fresh.of(plain);
    }

    /** Only now the password of a digest is known, so that a hash can be made of it. */
    @Override
    public boolean checkPassword(String plain, String kept) {
        boolean isRight = PasswordHash.isOf(plain, kept);
        if (isRight && PasswordHash.isOfEarlierVersion(kept) && !users.isBlank()) {
            UsersFile.replace(Path.of(users), kept, PasswordHash.of(plain));
        }
        return isRight;
    }
}
