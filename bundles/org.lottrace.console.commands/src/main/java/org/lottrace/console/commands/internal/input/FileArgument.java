package org.lottrace.console.commands.internal.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on the server that is named in a command. */
public final class FileArgument {
    /** What a file is for has a smaller limit of its own; this one keeps any file from filling the memory. */
    static final int LARGEST = 20_000_000;

    private FileArgument() {}

    /**
     * @return all of the file
     * @throws IllegalArgumentException if it cannot be read or is larger than 20 MB
     */
    public static byte[] content(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new IllegalArgumentException(file + " is larger than " + LARGEST + " bytes; nothing was done");
            }
            return content;
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + " on the server: " + e, e);
        }
    }
}
