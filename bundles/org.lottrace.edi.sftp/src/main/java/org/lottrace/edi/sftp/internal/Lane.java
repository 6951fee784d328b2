package org.lottrace.edi.sftp.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A lane of the inbox, as one of several that may drop files into it. A file appears in it whole, and replaces none. */
public final class Lane {
    private final Path folder;
    private final String who;

    /** @param who drops files; no other may have the name */
    public Lane(Path folder, String who) {
        this.folder = folder;
        this.who = who;
    }

    public void create() throws IOException {
        Files.createDirectories(folder);
    }

    /** @return a path in the lane that nobody takes and nobody else writes to */
    public Path temporary() {
        return folder.resolve(".sftp-" + who + ".tmp");
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
