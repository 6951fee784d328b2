package org.lottrace.console.commands.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the server for files of commands. */
final class ServerFolder {
    private ServerFolder() {}

    static Path file(String name, String content) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "files").toAbsolutePath());
        System.setProperty("lottrace.files", folder.toString());
        return Files.writeString(folder.resolve(name), content);
    }
}
