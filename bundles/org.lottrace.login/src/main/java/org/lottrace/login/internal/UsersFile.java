package org.lottrace.login.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file in which Karaf keeps users, passwords and roles. */
final class UsersFile {
    private static final Logger LOG = LoggerFactory.getLogger(UsersFile.class);

    private UsersFile() {}

    /** What is written keeps the owner and the mode of the file, and is there whole or not at all. A login does not fail for it. */
    static synchronized void replace(Path file, String digest, String hash) {
        Path partial = file.resolveSibling(file.getFileName() + ".new");
        try {
            String users = Files.readString(file);
            if (!users.contains(digest)) {
                return;
            }
            Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.writeString(partial, users.replace(digest, hash));
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException notWritten) {
            LOG.warn("an unsalted digest of a password could not be replaced file={}", file, notWritten);
        }
    }
}
