package org.lottrace.edi.as2.internal.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Whether files have changed since somebody asked last, as their times and sizes say. */
final class FileStamps {
    private final List<String> files;
    private List<String> last = List.of();

    /** @param files paths as they are configured, right or wrong */
    FileStamps(List<String> files) {
        this.files = List.copyOf(files);
    }

    /** @return also the first time */
    boolean haveChanged() {
        List<String> now = files.stream().map(FileStamps::stamp).toList();
        boolean isOther = !now.equals(last);
        last = now;
        return isOther;
    }

    private static String stamp(String file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(Path.of(file.strip()), BasicFileAttributes.class);
            return seen.lastModifiedTime() + " " + seen.size() + " " + seen.fileKey();
        } catch (IOException | InvalidPathException e) {
            return "not there";
        }
    }
}
