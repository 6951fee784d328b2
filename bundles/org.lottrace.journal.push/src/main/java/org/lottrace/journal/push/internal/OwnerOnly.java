package org.lottrace.journal.push.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A file with a secret is read by its owner only. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private OwnerOnly() {}

    /** @return what is wrong with a file that holds a secret, and what to do */
    static Optional<String> problem(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(file + " is not there, or is no file");
        }
        try {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            // on a file system without such permissions nobody can say
            return view == null || OWNER.containsAll(view.readAttributes().permissions())
                    ? Optional.empty()
                    : Optional.of(file + " can be read by others; chmod 600 " + file);
        } catch (IOException e) {
            return Optional.of(file + " cannot be looked at: " + e);
        }
    }
}
