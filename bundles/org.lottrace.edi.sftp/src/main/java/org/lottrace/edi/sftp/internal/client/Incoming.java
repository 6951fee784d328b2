package org.lottrace.edi.sftp.internal.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.lottrace.edi.sftp.internal.Lane;
import org.lottrace.edi.sftp.internal.outgoing.FileTries;
import org.lottrace.edi.sftp.internal.outgoing.RefusedByServerException;
import org.lottrace.edi.sftp.internal.outgoing.Remote;
import org.lottrace.edi.sftp.internal.outgoing.RemoteFile;
import org.lottrace.folder.ExchangeFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files from the server into a lane of the inbox. What happens to one, and what a kill leaves behind each step:
 *
 * <ol>
 *   <li>it is the same at two looks: nothing has happened
 *   <li>downloaded under a name that nobody takes: the next look begins again, over what is there
 *   <li>its size is compared with that at the server, which must not have changed, and its end must have come: as before
 *   <li>renamed in the lane: it is taken from now on. The next look finds it at the server still and downloads it again. When it lies
 *       in the lane as it is, nothing is added; when it was taken meanwhile, it is recorded as a duplicate
 *   <li>deleted or moved at the server: done
 * </ol>
 *
 * <p>What cannot be removed at the server is remembered while we run, and only its removal is tried again.
 */
final class Incoming {
    /** More are taken at the next look. */
    static final int MOST_FILES = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
    private static final int LONGEST_NAME = 200;
    private static final int MOST_NUMBERS = 1_000;
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[/\\\\\\p{Cntrl}]");

    private final ConnectionSettings settings;
    private final String from;
    private final ExchangeFolders folders;
    private final Lane lane;
    private final LongSupplier nanoTime;
    private final FileTries tries = new FileTries();
    private Map<String, RemoteFile> seen = Map.of();
    private final Map<String, RemoteFile> taken = new HashMap<>();
    private final Map<String, Unfinished> unfinished = new HashMap<>();

    private record Unfinished(RemoteFile file, long since) {}

    /** @param from folder at the server */
    Incoming(ConnectionSettings settings, String from, ExchangeFolders folders, Clock clock, LongSupplier nanoTime) {
        this.settings = settings;
        this.from = from;
        this.folders = folders;
        this.lane = new Lane(folders.inbox().resolve(settings.name()), settings.name(), clock);
        this.nanoTime = nanoTime;
    }

    /**
     * @param problems gets what is wrong with single files, by name
     * @throws IOException if the connection is lost, or our own folder cannot be written to
     */
    void look(Remote remote, Map<String, String> problems) throws IOException {
        lane.create();
        tries.nextLook();
        SortedMap<String, RemoteFile> now = new TreeMap<>();
        for (RemoteFile file : remote.list(from, MOST_FILES)) {
            now.put(file.name(), file);
        }
        for (RemoteFile file : now.values()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            if (!isGoodName(file.name()) || isForUs(file.name())) {
                one(remote, file).ifPresent(problem -> problems.put(printable(file.name()), problem));
            }
        }
        seen = now;
        taken.keySet().retainAll(now.keySet());
        unfinished.keySet().retainAll(now.keySet());
        tries.retain(now.keySet());
    }

    private static boolean isForUs(String name) {
        return !name.startsWith(".") && !name.endsWith(".tmp") && !name.endsWith(".part");
    }

    /** A server may say any name: one with a slash could lead out of the lane. */
    private static boolean isGoodName(String name) {
        return !NOT_IN_A_NAME.matcher(name).find() && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
    }

    /** @return what is wrong with it */
    private Optional<String> one(Remote remote, RemoteFile file) throws IOException {
        if (!isGoodName(file.name())) {
            return Optional.of("has a name that cannot be used (a slash, a control character, or more than "
                    + LONGEST_NAME + " bytes); the partner must send it under another");
        }
        if (file.size() > settings.largest()) {
            return Optional.of("has " + file.size() + " bytes and is not taken; at most " + settings.largest()
                    + " are (largest.file.megabytes)");
        }
        if (!file.equals(seen.get(file.name()))) {
            return Optional.empty();
        }
        if (!tries.isDue(file.name())) {
            return Optional.of(tries.reason(file.name()));
        }
        try {
            if (file.equals(taken.get(file.name())) || taken(remote, file)) {
                remove(remote, file);
            }
            tries.forget(file.name());
            return Optional.empty();
        } catch (RefusedByServerException | InvalidPathException e) {
            String reason = (taken.containsKey(file.name()) ? "was taken and cannot be removed at the server, " : "")
                    + e.getMessage();
            tries.refused(file.name(), reason);
            return Optional.of(reason);
        }
    }

    /** @return whether it is in the lane now, whole */
    private boolean taken(Remote remote, RemoteFile file) throws IOException {
        if (isWaiting(file)) {
            return false;
        }
        Path temporary = lane.temporary();
        try {
            remote.download(path(file), temporary, file.size() + 1);
            if (Files.size(temporary) != file.size() || !remote.find(path(file)).equals(Optional.of(file))) {
                LOG.info(
                        "file at the server changed while it was read and is read again connection={} file={}",
                        settings.name(),
                        file.name());
                return false;
            }
            if (!isWhole(temporary) && !isPatienceOver(file)) {
                return false;
            }
            Optional<Path> brought = lane.bring(temporary, file.name());
            taken.put(file.name(), file);
            LOG.info(
                    "file taken from the server connection={} file={} bytes={} as={}",
                    settings.name(),
                    file.name(),
                    file.size(),
                    brought.map(Path::toString).orElse("what lies in the inbox already"));
            return true;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** An empty file may be one that is about to be written. */
    private boolean isWhole(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return content.length > 0 && folders.isComplete(content);
    }

    /** @return true while there is no use in reading it again: it is the same file without an end, and its time is not over */
    private boolean isWaiting(RemoteFile file) {
        Unfinished known = unfinished.get(file.name());
        return known != null && known.file().equals(file) && !isPatienceOver(file);
    }

    private boolean isPatienceOver(RemoteFile file) {
        Unfinished known = unfinished.get(file.name());
        if (known == null || !known.file().equals(file)) {
            known = new Unfinished(file, nanoTime.getAsLong());
            unfinished.put(file.name(), known);
            LOG.info(
                    "the end of a file at the server has not come; waiting connection={} file={} patience={}",
                    settings.name(),
                    file.name(),
                    folders.patience());
        }
        return nanoTime.getAsLong() - known.since() >= folders.patience().toNanos();
    }

    /** Not what the partner has put there meanwhile under the same name: that is another file. */
    private void remove(Remote remote, RemoteFile file) throws IOException {
        if (remote.find(path(file)).equals(Optional.of(file))) {
            if (settings.moveTo().isPresent()) {
                remote.rename(path(file), free(remote, settings.moveTo().get() + "/" + file.name()));
            } else {
                remote.remove(path(file));
            }
        }
        taken.remove(file.name());
    }

    private static String free(Remote remote, String path) throws IOException {
        String free = path;
        for (int i = 2; i < MOST_NUMBERS && remote.find(free).isPresent(); i++) {
            free = path + "." + i;
        }
        return free;
    }

    private String path(RemoteFile file) {
        return from + "/" + file.name();
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
