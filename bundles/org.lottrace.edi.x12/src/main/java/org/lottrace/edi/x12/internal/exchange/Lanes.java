package org.lottrace.edi.x12.internal.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lottrace.folder.WatchedFolder;

/**
 * The lanes of the inbox: each folder in it is one, for a partner or a transport, and of the files that lie in the inbox itself those of
 * each sender are one. So a big file of one partner does not hold up the files of the others. Within a lane files are taken in the order of
 * their names.
 */
final class Lanes {
    private final Path inbox;
    private final Function<Lane, WatchedFolder> watch;
    private final Executor executor;
    private final Map<Lane, WatchedFolder> lanes = new ConcurrentHashMap<>();
    private final Set<Lane> busy = ConcurrentHashMap.newKeySet();

    /** For which there was no thread; they come first at the next look. */
    private final Set<Lane> waiting = new LinkedHashSet<>();

    private final Map<Path, Sender> senders = new ConcurrentHashMap<>();

    /**
     * A lane.
     *
     * @param folder where its files lie
     * @param sender of its files, in the inbox itself; empty for files that do not say it, and in a folder for all
     */
    record Lane(Path folder, String sender) {
        /**
         * @return a name for the lease of the lane; empty when its sender is not known. Leases are kept for ever, and anybody can write
         *     any sender: so there are 256, and two senders that share one seldom wait for each other
         */
        String part() {
            return sender.isEmpty() ? "" : TextHash.of(sender).substring(0, 2);
        }
    }

    /** Who sent a file, as it was said when it had that size and time. */
    private record Sender(long size, FileTime changed, String name) {
        boolean isOf(BasicFileAttributes file) {
            return size == file.size() && changed.equals(file.lastModifiedTime());
        }
    }

    /** @param executor runs a look into a lane, at once or on a thread of its own */
    Lanes(Path inbox, BiFunction<Lane, Predicate<Path>, WatchedFolder> watch, Executor executor) {
        this.inbox = inbox;
        this.watch = lane -> watch.apply(lane, file -> isOf(lane, file));
        this.executor = executor;
    }

    /** Looks into every lane nobody looks into just now. */
    void look() {
        Set<Lane> now = lanes();
        lanes.keySet().retainAll(now);
        waiting.retainAll(now);
        Set<Lane> inTurn = new LinkedHashSet<>(waiting);
        inTurn.addAll(now);
        waiting.clear();
        for (Lane lane : inTurn) {
            if (busy.add(lane)) {
                start(lane);
            }
        }
    }

    private boolean isOf(Lane lane, Path file) {
        Sender sender = senders.get(file);
        return !lane.folder().equals(inbox) || sender != null && sender.name().equals(lane.sender());
    }

    private void start(Lane lane) {
        try {
            executor.execute(() -> look(lane));
        } catch (RejectedExecutionException e) {
            busy.remove(lane);
            waiting.add(lane);
        } catch (RuntimeException | Error e) {
            busy.remove(lane); // nobody looks into it, so the next look does
            throw e;
        }
    }

    private void look(Lane lane) {
        try {
            lanes.computeIfAbsent(lane, watch).look();
        } finally {
            busy.remove(lane);
        }
    }

    /** Hidden folders are not meant; a link could lead anywhere. */
    private Set<Lane> lanes() {
        Set<Lane> now = new LinkedHashSet<>();
        Set<Path> files = new HashSet<>();
        try (Stream<Path> inside = Files.list(inbox)) {
            inside.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .forEach(path -> {
                        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                            now.add(new Lane(path, ""));
                        } else {
                            files.add(path);
                            now.add(new Lane(inbox, sender(path)));
                        }
                    });
            senders.keySet().retainAll(files);
            return now;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + inbox, e);
        }
    }

    /** Of a link nothing is read: whoever looks into its lane sees what it is. */
    private String sender(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Sender known = senders.get(file);
            if (known == null || !known.isOf(now)) {
                known = new Sender(
                        now.size(), now.lastModifiedTime(), now.isRegularFile() ? SenderOfFile.of(file) : "");
                senders.put(file, known);
            }
            return known.name();
        } catch (IOException gone) {
            return "";
        }
    }
}
