package org.lottrace.edi.as2.internal.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Files that are needed while one message is worked on. What a kill leaves of them is swept a day later. */
public final class WorkFiles implements AutoCloseable {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    public WorkFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** @return a path at which nothing is yet */
    public Path next() {
        Path file = folder.resolve(UUID.randomUUID() + ".tmp");
        files.add(file);
        return file;
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
