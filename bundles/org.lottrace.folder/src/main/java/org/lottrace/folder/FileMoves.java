package org.lottrace.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files appear complete or not at all. */
public final class FileMoves {
    /** Bytes; of 255 that are usual. */
    private static final int LONGEST_NAME = 200;

    private static final int LONGEST_ENDING = 10;

    private FileMoves() {}

    /** Writes beside the target under a name that readers skip, then renames. Replaces a file of that name. */
    public static void write(Path target, byte[] content) throws IOException {
        Path temporary = temporary(target);
        Files.write(temporary, content);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Moves a file to a path that is free, also to another file system: there it is copied first, and deleted when the copy is whole. */
    static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Path temporary = temporary(target);
            Files.copy(file, temporary, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(file);
        }
    }

    /** @return the path of a file of that name, shortened, or with a number added when there is one already */
    static Path freeName(Path folder, String name) {
        String fitting = shortened(name);
        Path target = folder.resolve(fitting);
        for (int i = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); i++) {
            target = folder.resolve(fitting + "." + i);
        }
        return target;
    }

    /**
     * A name as long as a file system allows leaves no room for what is added to it: a number, the ending of a report, of a
     * temporary file.
     *
     * @return the name, or the beginning of a long one with its ending
     */
    static String shortened(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        String start = name;
        while ((start + ending).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
        }
        return start + ending;
    }

    private static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".tmp");
    }
}
