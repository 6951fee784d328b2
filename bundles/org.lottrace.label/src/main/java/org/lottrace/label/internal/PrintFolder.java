package org.lottrace.label.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.lottrace.api.id.SiteId;

/** The folder from which a printer is fed. A file appears in it whole; what was put there once is known by the copy that is kept. */
final class PrintFolder {
    private static final String KEPT = "kept";

    private final Path folder;

    PrintFolder(Path folder) {
        this.folder = folder;
    }

    /** @return the copy of what was put there; empty when nothing was */
    Optional<byte[]> kept(SiteId site, String name) {
        Path copy = folder.resolve(KEPT).resolve(site.value()).resolve(name);
        try {
            return Files.exists(copy) ? Optional.of(Files.readAllBytes(copy)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the kept label " + copy + " cannot be read", e);
        }
    }

    /** Puts a label there, and keeps a copy after that: whoever is interrupted in between puts it there again. */
    void put(SiteId site, String name, byte[] label) {
        write(folder.resolve(site.value()), name, label);
        write(folder.resolve(KEPT).resolve(site.value()), name, label);
    }

    private static void write(Path where, String name, byte[] label) {
        try {
            Files.createDirectories(where);
            Path begun = where.resolve("." + name + ".part");
            Files.write(begun, label);
            Files.move(begun, where.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("label " + name + " cannot be put into " + where, e);
        }
    }
}
