package org.lottrace.edi.sftp.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A lane of the inbox, as one of several that may drop files into it. A file appears in it whole, and replaces none. */
public final class Lane {
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Path folder;
    private final String temporary;
    private final Clock clock;
    private Instant swept = Instant.MIN;

    /** @param who drops files, for people */
    public Lane(Path folder, String who, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        // of several nodes each has its own, also when two take themselves for the only one
        this.temporary = ".sftp-" + who + "-" + UUID.randomUUID() + ".tmp";
    }

    /** Also deletes, once a day, what starts before this one have left behind. */
    public void create() throws IOException {
        Files.createDirectories(folder);
        Instant forgotten = clock.instant().minus(FORGOTTEN);
        if (forgotten.isAfter(swept)) {
            swept = clock.instant();
            sweep(forgotten);
        }
    }

    private void sweep(Instant forgotten) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".sftp-*.tmp")) {
            for (Path file : left) {
                if (isOlder(file, forgotten)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOlder(Path file, Instant than) throws IOException {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(than);
        } catch (NoSuchFileException deletedByItsOwner) {
            return false;
        }
    }

    /** @return a path in the lane that nobody takes and nobody else writes to */
    public Path temporary() {
        return folder.resolve(temporary);
    }

    /**
     * @param whole on the disk, on the same file system
     * @return what it is called in the lane; empty when a file of that name and content lies there already, and the new one is deleted
     */
    public Optional<Path> bring(Path whole, String name) throws IOException {
        Path target = folder.resolve(name);
        for (int i = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); i++) {
            if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(whole, target) < 0) {
                Files.delete(whole);
                return Optional.empty();
            }
            target = folder.resolve(name + "." + i);
        }
        Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        return Optional.of(target);
    }
}
