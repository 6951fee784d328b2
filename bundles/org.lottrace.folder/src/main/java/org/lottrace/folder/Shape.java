package org.lottrace.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What changes when a file is written to.
 *
 * @param size bytes
 * @param changed when it was last written to
 */
record Shape(long size, FileTime changed) {
    /** @return empty when the file is gone, or is none: a link is none, whatever it leads to */
    static Optional<Shape> of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return now.isRegularFile() ? Optional.of(new Shape(now.size(), now.lastModifiedTime())) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
