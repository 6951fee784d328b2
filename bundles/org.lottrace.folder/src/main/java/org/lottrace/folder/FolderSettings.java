package org.lottrace.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How a folder is watched.
 *
 * @param inbox files are dropped here
 * @param archive files that were taken
 * @param rejected files that were set aside, each with its report
 * @param largest bytes of the largest file that is read, 1 or more
 * @param patience how long a file whose end has not come is left to its sender after it has stopped growing; zero or more
 * @param words for report and log
 */
public record FolderSettings(Path inbox, Path archive, Path rejected, int largest, Duration patience, Words words) {
    /** For files whose end nobody can tell. */
    public FolderSettings(Path inbox, Path archive, Path rejected, int largest, Words words) {
        this(inbox, archive, rejected, largest, Duration.ZERO, words);
    }

    public FolderSettings {
        Objects.requireNonNull(patience);
        Objects.requireNonNull(inbox);
        Objects.requireNonNull(archive);
        Objects.requireNonNull(rejected);
        Objects.requireNonNull(words);
        if (largest < 1) {
            throw new IllegalArgumentException("the largest file must have 1 byte or more, not " + largest);
        }
    }

    /**
     * The words of a subject.
     *
     * @param folder what the folder is, such as {@code EDI inbox}
     * @param logKey key of the file's name in the logging context, such as {@code edi.file}
     * @param taken what was not done with a file that was set aside, such as {@code applied}
     * @param position what the field of a problem says, such as {@code line and column}
     */
    public record Words(String folder, String logKey, String taken, String position) {}

    /** Makes the folders that are missing. */
    public void create() throws IOException {
        Files.createDirectories(inbox);
        Files.createDirectories(archive);
        Files.createDirectories(rejected);
    }
}
