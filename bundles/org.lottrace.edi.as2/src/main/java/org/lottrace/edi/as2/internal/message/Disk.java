package org.lottrace.edi.as2.internal.message;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

/** Writes so that a file is there as a whole or not at all, also after a power cut. Each method is one step: a kill comes before or behind it. */
public class Disk {
    /** Replaces what is there. */
    public void write(Path file, byte[] content) throws IOException {
        Path partial = file.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try (OutputStream target = Files.newOutputStream(partial)) {
            target.write(content);
        }
        rename(partial, file);
    }

    /** Forces the file to the disk, then gives it its name; replaces what is there. */
    public void move(Path file, Path target) throws IOException {
        rename(file, target);
    }

    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    private static void rename(Path file, Path target) throws IOException {
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (Files.getFileStore(target.getParent()).supportsFileAttributeView("posix")) {
            // the new name, too; other systems cannot open a folder
            try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    public final void writeValues(Path file, Map<String, String> values) throws IOException {
        Properties properties = new Properties();
        properties.putAll(values);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static Map<String, String> readValues(Path file) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " cannot be read", e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    /** Deletes files that were last written to before. */
    public static void sweep(Path folder, String names, Instant before) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            for (Path file : files) {
                try {
                    if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                            .toInstant()
                            .isBefore(before)) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException deletedByItsOwner) {
                    continue;
                }
            }
        }
    }
}
