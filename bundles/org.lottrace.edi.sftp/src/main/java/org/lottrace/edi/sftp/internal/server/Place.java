package org.lottrace.edi.sftp.internal.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where in its home a partner is: at its root, in one of the two folders, or at a file of them. There is nothing else.
 *
 * @param kind of place
 * @param name of the file; empty for a folder
 */
record Place(Kind kind, String name) {
    enum Kind {
        ROOT,
        IN,
        OUT,
        IN_FILE,
        OUT_FILE
    }

    private static final int LONGEST_NAME = 200;
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[\\\\\\p{Cntrl}]");

    /**
     * @param path as the partner sees it, absolute
     * @throws AccessDeniedException if there is no such place
     */
    static Place of(Path path) throws AccessDeniedException {
        Path clean = path.toAbsolutePath().normalize();
        if (clean.getNameCount() == 0) {
            return new Place(Kind.ROOT, "");
        }
        String folder = clean.getName(0).toString();
        boolean isIn = folder.equals(Jail.IN);
        if (!isIn && !folder.equals(Jail.OUT)) {
            throw new AccessDeniedException(path.toString(), null, "there are in and out, and nothing else");
        }
        if (clean.getNameCount() == 1) {
            return new Place(isIn ? Kind.IN : Kind.OUT, "");
        }
        String name = clean.getName(1).toString();
        if (clean.getNameCount() > 2
                || NOT_IN_A_NAME.matcher(name).find()
                || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new AccessDeniedException(
                    path.toString(), null, "no folders in folders, no control characters, at most 200 bytes");
        }
        return new Place(isIn ? Kind.IN_FILE : Kind.OUT_FILE, name);
    }

    boolean isInFile() {
        return kind == Kind.IN_FILE;
    }

    boolean isFile() {
        return kind == Kind.IN_FILE || kind == Kind.OUT_FILE;
    }
}
