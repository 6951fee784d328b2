package org.lottrace.rest.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

/**
 * A long file as an answer. It is written to the disk first: what fails half-way is told as a problem, and nobody gets a part that looks
 * like a whole. Once it is sent it is gone.
 *
 * @param name under which it is saved
 * @param type media type
 * @param next where to go on behind it, as the header Link has it; empty when there is nothing
 * @param content of it; closed when it is sent
 */
public record WrittenFile(String name, String type, String next, InputStream content) {
    /**
     * @param writer writes the file and says what it was
     * @param <T> what it says
     * @param answer makes the answer of that
     */
    public static <T> WrittenFile of(Function<OutputStream, T> writer, Sent<T> answer) {
        try {
            Path file = Files.createTempFile("lottrace-", ".tmp");
            try {
                T said;
                try (OutputStream out = Files.newOutputStream(file)) {
                    said = writer.apply(out);
                }
                // gone when it is closed, whatever happens in between
                return answer.of(said, Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the file cannot be written on the server: " + broken.getMessage(), broken);
        }
    }

    /** Makes an answer of what was said about a file and its content. */
    @FunctionalInterface
    public interface Sent<T> {
        WrittenFile of(T said, InputStream content);
    }

    public void copyTo(OutputStream out) throws IOException {
        try (content) {
            content.transferTo(out);
        }
    }
}
