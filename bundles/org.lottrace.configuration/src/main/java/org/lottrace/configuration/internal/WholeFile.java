package org.lottrace.configuration.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Replaces a file in one step: who reads it meanwhile sees all of the old text or all of the new one, and so does whoever looks after a
 * power cut.
 */
final class WholeFile {
    /** Not the end of a name that File Install reads. */
    private static final String UNFINISHED = ".unfinished";

    private static final Set<StandardOpenOption> ANEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    private WholeFile() {}

    /** @throws IOException when it cannot be written; the file is as before then */
    static void write(Path file, String text, Charset charset) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new IOException(target + " may not be written");
        }
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        try {
            Files.deleteIfExists(unfinished);
            if (posix(target.getParent()) != null) {
                // before there is a password in it
                Files.createFile(
                        unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (FileChannel channel = FileChannel.open(unfinished, ANEW)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(charset));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            likeBefore(target, unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            keepName(target.getParent());
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The same owner and rights; and later by what File Install sees: it takes the time and the length for the text. */
    private static void likeBefore(Path target, Path unfinished) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        PosixFileAttributeView before = posix(target);
        if (before != null) {
            PosixFileAttributeView now = posix(unfinished);
            now.setPermissions(before.readAttributes().permissions());
            if (!now.getOwner().equals(before.getOwner())) {
                now.setOwner(before.getOwner());
            }
        }
        long then = Files.getLastModifiedTime(target).toMillis();
        if (Files.getLastModifiedTime(unfinished).toMillis() <= then) {
            Files.setLastModifiedTime(unfinished, FileTime.fromMillis(then + 1));
        }
    }

    /** @return null where there are no such rights, as on Windows */
    private static PosixFileAttributeView posix(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class);
    }

    /** The new name is in the folder, which is written for itself; where a folder cannot be opened, as on Windows, the system does it. */
    private static void keepName(Path folder) throws IOException {
        if (posix(folder) != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
