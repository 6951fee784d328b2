package org.lottrace.edi.x12.internal.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lottrace.folder.WatchedFolder;

/**
 * The inbox and each folder in it, one for every partner or transport: each is a lane of its own, so that a big file of one does not
 * hold up the files of the others. Within a lane files are taken in the order of their names.
 */
final class Lanes {
    private final Path inbox;
    private final Function<Path, WatchedFolder> watch;
    private final Executor executor;
    private final Map<Path, WatchedFolder> lanes = new ConcurrentHashMap<>();
    private final Set<Path> busy = ConcurrentHashMap.newKeySet();

    /** @param executor runs a look into a lane, at once or on a thread of its own */
    Lanes(Path inbox, Function<Path, WatchedFolder> watch, Executor executor) {
        this.inbox = inbox;
        this.watch = watch;
        this.executor = executor;
    }

    /** Looks into every lane nobody looks into just now. */
    void look() {
        List<Path> now = folders();
        lanes.keySet().retainAll(now);
        for (Path folder : now) {
            if (busy.add(folder)) {
                start(folder);
            }
        }
    }

    private void start(Path folder) {
        try {
            executor.execute(() -> look(folder));
        } catch (RuntimeException | Error e) {
            busy.remove(folder); // nobody looks into it, so the next look does
            throw e;
        }
    }

    private void look(Path folder) {
        try {
            lanes.computeIfAbsent(folder, watch).look();
        } finally {
            busy.remove(folder);
        }
    }

    /** Hidden ones are not meant; a link could lead anywhere. */
    private List<Path> folders() {
        try (Stream<Path> inside = Files.list(inbox)) {
            return Stream.concat(
                            Stream.of(inbox),
                            inside.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                                    .filter(path ->
                                            !path.getFileName().toString().startsWith("."))
                                    .sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + inbox, e);
        }
    }
}
