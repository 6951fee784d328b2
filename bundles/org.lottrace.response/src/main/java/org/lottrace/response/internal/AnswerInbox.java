package org.lottrace.response.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.violation.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The folder files with answers are dropped into. A file is taken when its size and time are the same at two looks, so that
 * one that is still being written is left alone; names beginning with a dot or ending in {@code .tmp} or {@code .part} are
 * skipped. What cannot be recorded for a reason of ours (no database) stays and is tried at every look.
 */
final class AnswerInbox {
    static final String REPORT = ".report.txt";

    private static final Logger LOG = LoggerFactory.getLogger(AnswerInbox.class);

    private final AnswerFolders folders;
    private final Function<byte[], List<Violation>> taking;
    private Map<Path, Shape> seen = new HashMap<>();
    private final Map<Path, String> waiting = new HashMap<>();

    private record Shape(long size, FileTime changed) {}

    /** @param taking gives every problem of a file, none when it was recorded */
    AnswerInbox(AnswerFolders folders, Function<byte[], List<Violation>> taking) {
        this.folders = folders;
        this.taking = taking;
    }

    /** Takes every file that is complete. Never throws. */
    synchronized void look() {
        try {
            Map<Path, Shape> now = list();
            now.keySet().stream()
                    .sorted()
                    .filter(file -> now.get(file).equals(seen.get(file)))
                    .forEach(this::take);
            seen = now;
            waiting.keySet().retainAll(now.keySet());
        } catch (IOException | RuntimeException e) {
            // the edge of the program: nobody above could do more than try again, which the next look does
            LOG.error("the folders of recall answers cannot be worked on; tried again at the next look", e);
        }
    }

    /** @return the files that were set aside and still lie there, by name */
    List<Path> setAside() {
        try (Stream<Path> files = Files.list(folders.rejected())) {
            return files.filter(AnswerInbox::isForUs)
                    .filter(file -> !file.toString().endsWith(REPORT))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folders.rejected(), e);
        }
    }

    /** @return its bytes; of one that is too large no more than show that */
    static byte[] content(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(AnswerSheet.LARGEST + 1);
        }
    }

    private Map<Path, Shape> list() throws IOException {
        try (Stream<Path> files = Files.list(folders.inbox())) {
            return files.filter(AnswerInbox::isForUs).collect(Collectors.toMap(f -> f, AnswerInbox::shape));
        }
    }

    private static boolean isForUs(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith(".tmp") && !name.endsWith(".part");
    }

    private static Shape shape(Path file) {
        try {
            return new Shape(Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    private void take(Path file) {
        MDC.put("recall.file", file.getFileName().toString());
        try {
            List<Violation> problems = taking.apply(content(file));
            if (problems.isEmpty()) {
                Files.move(file, freeName(folders.archive(), file), StandardCopyOption.ATOMIC_MOVE);
                LOG.info("recall answers archived file={}", file.getFileName());
            } else {
                setAside(file, problems);
            }
        } catch (IOException | RuntimeException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(waiting.put(file, reason))) {
                LOG.error("file stays in the inbox and is tried again file={} reason={}", file, reason, e);
            }
        } finally {
            MDC.remove("recall.file");
        }
    }

    private void setAside(Path file, List<Violation> problems) throws IOException {
        Path target = freeName(folders.rejected(), file);
        Path report = target.resolveSibling(target.getFileName() + REPORT);
        Path partial = report.resolveSibling("." + report.getFileName());
        Files.write(partial, report(file, problems).getBytes(StandardCharsets.UTF_8));
        Files.move(partial, report, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        LOG.warn("recall answers set aside file={} problems={} first={}", target, problems.size(), problems.get(0));
    }

    private static String report(Path file, List<Violation> problems) {
        return file.getFileName() + " was set aside. Nothing of it was recorded.\n"
                + problems.size() + " problems (line and column of the file, code, what is wrong):\n\n"
                + problems.stream()
                        .map(v -> (v.field().isEmpty() ? "file" : v.field()) + "\t" + v.code() + "\t" + v.message())
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    /** @return the path of a file of that name, or with a number added when there is one already */
    private static Path freeName(Path folder, Path file) {
        String name = file.getFileName().toString();
        Path target = folder.resolve(name);
        for (int i = 2; Files.exists(target); i++) {
            target = folder.resolve(name + "." + i);
        }
        return target;
    }
}
