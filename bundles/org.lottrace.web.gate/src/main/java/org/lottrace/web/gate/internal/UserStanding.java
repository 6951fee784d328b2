package org.lottrace.web.gate.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the files of users say about one of them, as a digest: it changes with the password, the roles and the groups of that user, and
 * not with anybody else's. A file in which the user is not found counts with its last change, as it may be of another kind.
 */
final class UserStanding {
    private static final String GROUP = "_g_:";
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final int LOOKS = 20;

    private final List<Path> files;
    private final Map<Path, Change> changes = new ConcurrentHashMap<>();

    private record Change(FileTime to, long seenAt) {}

    UserStanding(List<Path> files) {
        this.files = List.copyOf(files);
    }

    String of(String user) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update((entries(file, user) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private String entries(Path file, String user) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        waitUntilWritten(file);
        Properties users = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            users.load(reader);
        }
        String entry = users.getProperty(user);
        if (entry == null) {
            return Files.getLastModifiedTime(file).toString();
        }
        StringBuilder entries = new StringBuilder(entry);
        for (String part : entry.split(",")) {
            if (part.strip().startsWith(GROUP)) {
                entries.append('\n').append(users.getProperty(part.strip(), ""));
            }
        }
        return entries.toString();
    }

    /** Karaf writes the file in place: what is read meanwhile is half of it, and nobody's standing has changed. */
    private void waitUntilWritten(Path file) throws IOException {
        for (int look = 0; look < LOOKS && isBeingWritten(file); look++) {
            try {
                Thread.sleep(QUIET.toMillis() / 2);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean isBeingWritten(Path file) throws IOException {
        FileTime changed = Files.getLastModifiedTime(file);
        long now = System.nanoTime();
        Change last = changes.compute(
                file, (same, known) -> known != null && known.to().equals(changed) ? known : new Change(changed, now));
        return now - last.seenAt() < QUIET.toNanos();
    }
}
