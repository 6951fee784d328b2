package org.lottrace.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.lease.LeaseLostException;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.operation.CorrelationContext;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A folder files are dropped into. A file is taken when its size and time are the same at two looks, and moved when they still are
 * after it was taken: one that is being written is left alone or taken again. Names beginning with a dot or ending in
 * {@code .tmp} or {@code .part} are skipped, links are not followed. A file whose end has not come ({@link FileHandler#isComplete}) is
 * left to its sender for a while. Of several nodes that watch the same folder one at a time takes files out of it.
 *
 * <p>What cannot be taken for a reason of ours ({@link NotNowException}, no database) stays and is tried at every look; what breaks
 * its handler is tried {@value Tries#MOST} times and then set aside, like a file that is too large, which is not even read.
 */
public final class WatchedFolder {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
    private static final String REPORT = ".report.txt";

    private final FolderSettings settings;
    private final FileHandler handler;
    private final Turn turn;
    private long looks;
    private boolean isFailing;
    private Map<Path, Shape> seen = Map.of();
    private final Tries tries = new Tries();
    private final Map<Path, String> waiting = new HashMap<>();
    private final Map<Path, Unfinished> unfinished = new HashMap<>();
    private final Set<Path> links = ConcurrentHashMap.newKeySet();
    private final LongSupplier nanoTime;
    private final Predicate<Path> files;

    /** @param settings the folders must be there when it is looked into */
    public WatchedFolder(FolderSettings settings, FileHandler handler, Leases leases) {
        this(settings, handler, leases, System::nanoTime);
    }

    /**
     * Of a folder in which others take the other files at the same time.
     *
     * @param part what its files have in common, in a few characters; the same at each node
     * @param files which files it takes
     */
    public WatchedFolder(
            FolderSettings settings, FileHandler handler, Leases leases, String part, Predicate<Path> files) {
        this(settings, handler, leases, System::nanoTime, part, files);
    }

    /**
     * For tests.
     *
     * @param nanoTime nanoseconds since whenever
     */
    WatchedFolder(FolderSettings settings, FileHandler handler, Leases leases, LongSupplier nanoTime) {
        this(settings, handler, leases, nanoTime, "", file -> true);
    }

    private WatchedFolder(
            FolderSettings settings,
            FileHandler handler,
            Leases leases,
            LongSupplier nanoTime,
            String part,
            Predicate<Path> files) {
        this.settings = settings;
        this.handler = handler;
        this.turn = new Turn(settings.inbox(), part, leases);
        this.nanoTime = nanoTime;
        this.files = files;
    }

    /** A file that has stopped growing and whose end has not come; since when. */
    private record Unfinished(Shape shape, long since) {}

    /** Takes every file that is complete, in the order of their names. Never throws; ends early when the thread is interrupted. */
    public synchronized void look() {
        try {
            looks++;
            SortedMap<Path, Shape> now = list(settings.inbox());
            now.keySet().removeIf(file -> !files.test(file));
            try {
                takeComplete(now);
            } finally {
                turn.end();
            }
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            isFailing = false;
            seen = now;
            waiting.keySet().retainAll(now.keySet());
            unfinished.keySet().retainAll(now.keySet());
            tries.retain(now.keySet());
            links.removeIf(link -> !Files.isSymbolicLink(link));
        } catch (IOException | RuntimeException e) {
            // the edge of the program: nobody above could do more than try again, which the next look does
            if (!isFailing) {
                LOG.error(
                        "{} cannot be looked into; tried again at each look",
                        settings.words().folder(),
                        e);
            }
            isFailing = true;
        }
    }

    private void takeComplete(SortedMap<Path, Shape> now) {
        for (Map.Entry<Path, Shape> file : now.entrySet()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            if (file.getValue().equals(seen.get(file.getKey()))
                    && tries.isDue(file.getKey(), looks)
                    && isWorthReading(file.getKey(), file.getValue())) {
                if (!takeInTurn(file.getKey(), file.getValue())) {
                    return; // those behind it wait for it
                }
            }
        }
    }

    /** @return false when it has to wait for another look */
    private boolean takeInTurn(Path file, Shape shape) {
        try {
            Runnable end = handler.turn(shape.size());
            try {
                take(file, shape);
            } finally {
                end.run();
            }
            return true;
        } catch (NotNowException e) {
            LOG.debug("file waits for a turn file={} reason={}", file, e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the look ends, and the file stays
            return false;
        }
    }

    /** @return the files that were set aside and still lie there, by name */
    public List<Path> setAside() {
        try {
            return list(settings.rejected()).keySet().stream()
                    .filter(file -> !file.toString().endsWith(REPORT))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + settings.rejected(), e);
        }
    }

    /** @return the bytes of a file; of one that is too large no more than show that */
    public byte[] content(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = new byte[(int) Math.min(Files.size(file), settings.largest() + 1L)];
            int length = bytes.readNBytes(content, 0, content.length);
            return length == content.length ? content : Arrays.copyOf(content, length);
        }
    }

    private SortedMap<Path, Shape> list(Path folder) throws IOException {
        SortedMap<Path, Shape> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(WatchedFolder::isForUs).filter(file -> !isLink(file)).forEach(file -> Shape.of(file)
                    .ifPresent(shape -> found.put(file, shape)));
        }
        return found;
    }

    /** It could lead anywhere, to what its owner may not read. */
    private boolean isLink(Path file) {
        boolean isLink = Files.isSymbolicLink(file);
        if (isLink && links.add(file)) {
            LOG.warn("a link is not followed and stays where it is; drop the file itself link={}", file);
        }
        return isLink;
    }

    private static boolean isForUs(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.endsWith(".tmp") && !name.endsWith(".part");
    }

    private void take(Path file, Shape shape) {
        MDC.put(settings.words().logKey(), file.getFileName().toString());
        MDC.put(CorrelationContext.KEY, file.getFileName().toString());
        try {
            if (!turn.take()) {
                return;
            }
            Optional<Violation> refusal = refusal(file, shape);
            if (refusal.isPresent()) {
                handler.refused(file.getFileName().toString(), refusal.get());
                setAside(file, List.of(refusal.get()));
            } else {
                read(file, shape);
            }
        } catch (IOException | RuntimeException | Error e) {
            // an error too: thrown further it would end the watching of the folder, for all files
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(waiting.put(file, reason))) {
                LOG.error("file stays in the inbox and is tried again file={} reason={}", file, reason, e);
            }
        } finally {
            MDC.remove(settings.words().logKey());
            MDC.remove(CorrelationContext.KEY);
        }
    }

    private Optional<Violation> refusal(Path file, Shape shape) {
        if (shape.size() > settings.largest()) {
            return Optional.of(new Violation(
                    "FILE_TOO_LARGE",
                    ViolationPath.WHOLE,
                    "the file has " + shape.size() + " bytes and was not read; at most " + settings.largest()
                            + " are. Send it in several files, or allow larger ones in the configuration"));
        }
        if (tries.isOver(file, shape)) {
            return Optional.of(new Violation(
                    "FILE_NOT_TAKEN",
                    ViolationPath.WHOLE,
                    "the file could not be taken " + Tries.MOST + " times; the log says more. Drop it again when the"
                            + " reason is gone: " + tries.reason(file)));
        }
        return Optional.empty();
    }

    private void read(Path file, Shape shape) throws IOException {
        byte[] content = content(file);
        if (content.length != shape.size() || isChanged(file, shape)) {
            return;
        }
        if (!handler.isComplete(content) && !isPatienceOver(file, shape)) {
            return;
        }
        List<Violation> problems = taken(file, shape, content);
        if (isChanged(file, shape)) {
            LOG.info("file was written to while it was read and is read again file={}", file);
        } else if (problems.isEmpty()) {
            Path target =
                    FileMoves.freeName(settings.archive(), file.getFileName().toString());
            FileMoves.move(file, target);
            LOG.info("file archived file={}", target);
        } else {
            setAside(file, problems);
        }
    }

    /** Said once: from then on somebody waits. */
    private boolean isPatienceOver(Path file, Shape shape) {
        Unfinished known = unfinished.get(file);
        if (known == null || !known.shape().equals(shape)) {
            known = new Unfinished(shape, nanoTime.getAsLong());
            unfinished.put(file, known);
            if (!settings.patience().isZero()) {
                LOG.info("the end of a file has not come; waiting file={} patience={}", file, settings.patience());
            }
        }
        return nanoTime.getAsLong() - known.since() >= settings.patience().toNanos();
    }

    /** @return false while there is no use in reading it again: it is the same file without an end, and its time is not over */
    private boolean isWorthReading(Path file, Shape shape) {
        Unfinished known = unfinished.get(file);
        return known == null || !known.shape().equals(shape) || isPatienceOver(file, shape);
    }

    private static boolean isChanged(Path file, Shape shape) {
        return !Shape.of(file).equals(Optional.of(shape));
    }

    private List<Violation> taken(Path file, Shape shape, byte[] content) {
        String name = file.getFileName().toString();
        try {
            return handler.take(
                    name, content, Files.exists(settings.archive().resolve(FileMoves.shortened(name))), turn::check);
        } catch (NotNowException | StoreUnavailableException | StaleWriteException | LeaseLostException reasonOfOurs) {
            throw reasonOfOurs;
        } catch (RuntimeException | Error e) {
            tries.failed(file, shape, looks, e);
            throw e;
        }
    }

    private void setAside(Path file, List<Violation> problems) throws IOException {
        Path target = FileMoves.freeName(settings.rejected(), file.getFileName().toString());
        FileMoves.write(
                target.resolveSibling(target.getFileName() + REPORT),
                report(file, problems).getBytes(StandardCharsets.UTF_8));
        FileMoves.move(file, target);
        LOG.warn("file set aside file={} problems={} first={}", target, problems.size(), problems.get(0));
    }

    private String report(Path file, List<Violation> problems) {
        Set<String> lines = problems.stream()
                .map(v -> (v.path().isWhole() ? "file" : v.path()) + "\t" + v.code() + "\t" + v.message())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean isPartlyTaken = problems.get(0).code().equals(FileHandler.PARTLY_TAKEN);
        return file.getFileName() + " was set aside. " + (isPartlyTaken ? "Not all" : "Nothing") + " of it was "
                + settings.words().taken() + ".\n" + problems.size() + " problems ("
                + settings.words().position() + ", code, what is wrong):\n\n" + String.join("\n", lines) + "\n";
    }
}
