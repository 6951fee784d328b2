package org.lottrace.folder;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files appear complete or not at all. */
public final class FileMoves {
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

    /** @return the path of a file of that name, or with a number added when there is one already */
    static Path freeName(Path folder, String name) {
        Path target = folder.resolve(name);
        for (int i = 2; Files.exists(target); i++) {
            target = folder.resolve(name + "." + i);
        }
        return target;
    }

    private static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".tmp");
    }
}
