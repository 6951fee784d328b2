package org.lottrace.console.commands.internal.input;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is there when it was written whole: only then it gets its name. It is made when the first byte is written, so that a
 * command that is refused says that, and not that there is such a file.
 */
final class NewFile extends OutputStream {
    private final Path file;
    private OutputStream part = OutputStream.nullOutputStream();
    private Path written;
    private boolean isWhole;

    NewFile(Path file) {
        this.file = file;
    }

    /** All of it was written. */
    void whole() {
        isWhole = true;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (written == null) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            written = Files.createTempFile(file.getParent(), ".part-", ".tmp");
            part = Files.newOutputStream(written);
        }
        part.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        part.flush();
    }

    @Override
    public void close() throws IOException {
        part.close();
        if (written == null) {
            return;
        }
        if (isWhole) {
            Files.move(written, file);
        } else {
            Files.delete(written);
        }
    }
}
