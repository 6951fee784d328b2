package org.lottrace.response.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where files with answers lie.
 *
 * @param inbox they are dropped here
 * @param archive those that were recorded
 * @param rejected those that were set aside, each with its report
 */
record AnswerFolders(Path inbox, Path archive, Path rejected) {
    /** Makes the folders that are missing. */
    void create() throws IOException {
        Files.createDirectories(inbox);
        Files.createDirectories(archive);
        Files.createDirectories(rejected);
    }
}
