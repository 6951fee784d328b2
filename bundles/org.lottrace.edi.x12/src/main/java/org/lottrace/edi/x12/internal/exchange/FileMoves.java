package org.lottrace.edi.x12.internal.exchange;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files appear complete or not at all. */
final class FileMoves {
    private FileMoves() {}

    /** Writes beside the target under a name that readers skip, then renames. Replaces a file of that name. */
    static void write(Path target, byte[] content) throws IOException {
        Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        Files.write(temporary, content);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Moves a file into a folder; when the name is taken there a number is added to it.
     *
     * @return where it is now
     */
    static Path move(Path file, Path folder) throws IOException {
        Path target = freeName(folder, file.getFileName().toString());
        try {
            return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            write(target, Files.readAllBytes(file));
            Files.delete(file);
            return target;
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
}
