package org.lottrace.it.karaf.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Waits for a container to start, but no longer than it can succeed: it ends the wait when the container's process has
 * ended, or when the log says that something cannot be resolved. Pax Exam notices neither and waits three minutes.
 */
final class StartWatch {
    private static final int LOOK_MILLIS = 250;
    private static final int DEPTH = 6;
    private static final Pattern HOPELESS =
            Pattern.compile(".*(Error resolving artifact|Unable to resolve|missing requirement).*");

    private final Path folder;
    private final Map<Path, FileTime> earlier;
    private final Set<ProcessHandle> before;
    private final Set<ProcessHandle> containers = new HashSet<>();

    /** @param folder what the container unpacks and logs is somewhere below it */
    StartWatch(Path folder) throws IOException {
        this.folder = folder;
        this.earlier = logs();
        this.before = Set.copyOf(children());
    }

    /**
     * @param start starts the container as a child of this process and returns when it is up
     * @throws IllegalStateException if it cannot come up, with the reason; its process is ended
     */
    void await(Callable<?> start) throws IOException {
        FutureTask<Object> started = new FutureTask<>(start::call);
        Thread thread = new Thread(started, "start of the container");
        thread.setDaemon(true);
        thread.start();
        try {
            while (!isDone(started)) {
                giveUpIfHopeless();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Karaf did not start; see " + folder, failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Karaf started", interrupted);
        }
    }

    private static boolean isDone(FutureTask<?> started) throws ExecutionException, InterruptedException {
        try {
            started.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    private void giveUpIfHopeless() throws IOException {
        children().stream().filter(child -> !before.contains(child)).forEach(containers::add);
        List<String> reasons = unresolved();
        if (!reasons.isEmpty()) {
            containers.forEach(ProcessHandle::destroy);
            throw new IllegalStateException("Karaf cannot start: " + String.join("\n", reasons));
        }
        if (!containers.isEmpty() && containers.stream().noneMatch(ProcessHandle::isAlive)) {
            throw new IllegalStateException("The process of Karaf has ended while it started; see " + folder);
        }
    }

    private List<String> unresolved() throws IOException {
        return logs().entrySet().stream()
                .filter(log -> !log.getValue().equals(earlier.get(log.getKey())))
                .flatMap(log -> lines(log.getKey()))
                .filter(line -> HOPELESS.matcher(line).matches())
                .toList();
    }

    /**
     * The logs there are and when each was written, by the clock of the file system: it goes in ticks and may be some
     * milliseconds behind ours. A starting container makes and deletes files all the time: one that is gone when we come
     * to it is no failure.
     */
    private Map<Path, FileTime> logs() throws IOException {
        Map<Path, FileTime> logs = new HashMap<>();
        Files.walkFileTree(folder, Set.of(), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                if (file.endsWith("karaf.log")) {
                    logs.put(file, facts.lastModifiedTime());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return goOnIfGone(failure);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                return failure == null ? FileVisitResult.CONTINUE : goOnIfGone(failure);
            }
        });
        return logs;
    }

    private static FileVisitResult goOnIfGone(IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    private static Stream<String> lines(Path log) {
        try {
            // bytes of any kind: a line may be half written
            return Files.readString(log, StandardCharsets.ISO_8859_1).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }
}
