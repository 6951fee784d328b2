package org.lottrace.tools;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.security.auth.login.FailedLoginException;
import org.apache.karaf.jaas.modules.publickey.PublickeyLoginModule;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/**
 * A key for the shell that Karaf accepts. Karaf 4.4.10 reads the coordinates of an elliptic curve point as signed numbers: it
 * never accepts a key of which one begins with nine 1 bits, which is 1 of 256.
 */
final class ShellKey {
    private static final String TYPE = "ecdsa-sha2-nistp256";
    private static final int BITS = 256;

    private ShellKey() {}

    static KeyPair generate() {
        return firstAccepted(() -> {
            try {
                return KeyUtils.generateKeyPair(TYPE, BITS);
            } catch (GeneralSecurityException noEllipticCurves) {
                throw new IllegalStateException("this Java cannot make a key of type " + TYPE, noEllipticCurves);
            }
        });
    }

    static KeyPair firstAccepted(Supplier<KeyPair> keys) {
        return Stream.generate(keys)
                .filter(pair -> isAcceptedByKaraf(pair.getPublic()))
                .findFirst()
                .orElseThrow();
    }

    /** @return the key as it stands in etc/keys.properties */
    static String entry(PublicKey key) {
        String withType = PublicKeyEntry.toString(key);
        return withType.substring(withType.indexOf(' ') + 1);
    }

    static boolean isAcceptedByKaraf(String entry) throws IOException, GeneralSecurityException {
        return isAcceptedByKaraf(
                PublicKeyEntry.parsePublicKeyEntry(TYPE + " " + entry).resolvePublicKey(null, null, null));
    }

    private static boolean isAcceptedByKaraf(PublicKey key) {
        try {
            return PublickeyLoginModule.equals(key, entry(key));
        } catch (FailedLoginException refused) {
            return false;
        }
    }
}
