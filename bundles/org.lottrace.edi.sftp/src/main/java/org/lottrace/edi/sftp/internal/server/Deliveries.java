package org.lottrace.edi.sftp.internal.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.lottrace.edi.sftp.internal.Lane;
import org.lottrace.folder.ExchangeFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a partner has brought into its {@code in}, into its lane: a file to which nobody writes and whose end has come, or which has
 * not changed for as long as the exchange has patience. While it is moved nobody may write to it.
 *
 * <p>A kill leaves it in {@code in} or in the lane. Only where these lie on different file systems it may be in both; then it
 * comes again, and is recorded as a duplicate.
 */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final String partner;
    private final Jail jail;
    private final ExchangeFolders folders;
    private final Lane lane;
    private final LongSupplier nanoTime;
    private final Map<Path, Unfinished> unfinished = new HashMap<>();

    private record Unfinished(long size, FileTime changed, long since) {}

    Deliveries(String partner, Jail jail, ExchangeFolders folders, Clock clock, LongSupplier nanoTime) {
        this.partner = partner;
        this.jail = jail;
        this.folders = folders;
        this.lane = new Lane(folders.inbox().resolve(partner), "server-" + partner, clock);
        this.nanoTime = nanoTime;
    }

    /**
     * @param problems gets what is wrong with single files, by name
     * @throws IOException if the folder cannot be read
     */
    void look(Map<String, String> problems) throws IOException {
        List<Path> files;
        try (Stream<Path> inside = Files.list(jail.in())) {
            files = inside.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(Deliveries::isForUs)
                    .sorted()
                    .toList();
        }
        unfinished.keySet().retainAll(files);
        for (Path file : files) {
            if (!Thread.currentThread().isInterrupted() && jail.claim(file)) {
                try {
                    bring(file);
                } catch (IOException e) {
                    problems.put(
                            file.getFileName().toString(),
                            "is not taken; check that our user may read and write " + file + " and "
                                    + folders.inbox().resolve(partner) + ": " + e);
                } finally {
                    jail.release(file);
                }
            }
        }
    }

    private static boolean isForUs(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".")
                && !name.endsWith(".tmp")
                && !name.endsWith(".part")
                && !name.endsWith(".filepart");
    }

    private void bring(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Unfinished known = unfinished.get(file);
        boolean isKnown = known != null
                && known.size() == Files.size(file)
                && known.changed().equals(Files.getLastModifiedTime(file));
        boolean isOver = isKnown
                && nanoTime.getAsLong() - known.since() >= folders.patience().toNanos();
        if (!isOver && (isKnown || !isWhole(file))) {
            if (!isKnown) {
                unfinished.put(
                        file, new Unfinished(Files.size(file), Files.getLastModifiedTime(file), nanoTime.getAsLong()));
            }
            return;
        }
        lane.create();
        String name = file.getFileName().toString();
        long bytes = Files.size(file);
        try {
            lane.bring(file, name);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Files.copy(file, lane.temporary(), StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel copy = FileChannel.open(lane.temporary(), StandardOpenOption.WRITE)) {
                // the original is deleted next: the copy must survive a power cut here
                copy.force(true);
            }
            lane.bring(lane.temporary(), name);
            Files.delete(file);
        }
        LOG.info("file taken from a partner partner={} file={} bytes={}", partner, name, bytes);
    }

    /** An empty file may be one that is about to be written. */
    private boolean isWhole(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return content.length > 0 && folders.isComplete(content);
    }
}
