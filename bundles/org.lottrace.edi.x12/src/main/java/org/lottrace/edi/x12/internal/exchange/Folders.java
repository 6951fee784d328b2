package org.lottrace.edi.x12.internal.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where files come in and go out.
 *
 * @param inbox partners' files are dropped here
 * @param archive files that were applied, and duplicates
 * @param rejected files that were set aside, each with its report
 * @param outbox files for partners
 */
record Folders(Path inbox, Path archive, Path rejected, Path outbox) {
    /** Makes the folders that are missing. */
    void create() throws IOException {
        Files.createDirectories(inbox);
        Files.createDirectories(archive);
        Files.createDirectories(rejected);
        Files.createDirectories(outbox);
    }
}
