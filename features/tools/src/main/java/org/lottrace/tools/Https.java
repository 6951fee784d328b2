package org.lottrace.tools;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether and how LotTrace is reached by HTTPS.
 *
 * @param isOn otherwise everything else here means nothing
 * @param ownKeyStore PKCS12 with the key of the server; empty: one is made, with a root of our own
 * @param port 0 when it was given wrongly
 * @param names host names and addresses that a certificate of ours is for; empty: those of this machine
 */
record Https(boolean isOn, Optional<Path> ownKeyStore, int port, List<String> names) {
    static final String VARIABLE = "LOTTRACE_HTTPS";
    static final String PORT = "LOTTRACE_HTTPS_PORT";
    static final String NAMES = "LOTTRACE_HTTPS_NAMES";

    Https {
        names = List.copyOf(names);
    }

    /** What is used: where the key lies and what opens it. */
    record KeyStoreFile(Path file, String password) {}

    /** @return the file that holds the password of a key store, alone in its first line: no command line shows it */
    static Path passwordOf(Path keyStore) {
        return keyStore.resolveSibling(keyStore.getFileName() + ".password");
    }
}
