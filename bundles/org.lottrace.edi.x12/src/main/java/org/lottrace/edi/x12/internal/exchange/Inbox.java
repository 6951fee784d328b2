package org.lottrace.edi.x12.internal.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.violation.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The folder partners' files are dropped into. A file is taken when its size and time are the same at two looks, so that a
 * file that is still being written is left alone; names beginning with a dot or ending in {@code .tmp} or {@code .part} are
 * skipped. What cannot be processed for a reason of ours (no database, no handler) stays and is tried at every look.
 */
final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** What goes out is written when it is committed; this finds what a crash or a full disk has left. */
    private static final int LOOKS_PER_OUTBOX = 60;

    private final Folders folders;
    private final Intake intake;
    private final Outbox outbox;
    private long looks;
    private Map<Path, Shape> seen = new HashMap<>();
    private final Map<Path, String> waiting = new HashMap<>();

    private record Shape(long size, FileTime changed) {}

    Inbox(Folders folders, Intake intake, Outbox outbox) {
        this.folders = folders;
        this.intake = intake;
        this.outbox = outbox;
    }

    /** Takes every file that is complete, then writes what is to be sent. Never throws. */
    synchronized void look() {
        try {
            Map<Path, Shape> now = list();
            for (Path file : now.keySet().stream().sorted().toList()) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                if (now.get(file).equals(seen.get(file))) {
                    take(file);
                }
            }
            seen = now;
            waiting.keySet().retainAll(now.keySet());
            if (looks++ % LOOKS_PER_OUTBOX == 0) {
                outbox.writePending();
            }
        } catch (IOException | RuntimeException e) {
            // the edge of the program: nobody above could do more than try again, which the next look does
            LOG.error("the EDI folders cannot be worked on; tried again at the next look", e);
        }
    }

    private Map<Path, Shape> list() throws IOException {
        try (Stream<Path> files = Files.list(folders.inbox())) {
            return files.filter(Inbox::isForUs).collect(Collectors.toMap(f -> f, Inbox::shape));
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
        String name = file.getFileName().toString();
        MDC.put("edi.file", name);
        try {
            boolean archived = Files.exists(folders.archive().resolve(name));
            Intake.Result result = intake.take(name, Files.readAllBytes(file), archived);
            if (result.accepted()) {
                FileMoves.move(file, folders.archive());
            } else {
                setAside(file, result.problems());
            }
        } catch (IOException | RuntimeException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(waiting.put(file, reason))) {
                LOG.error("file stays in the inbox and is tried again file={} reason={}", name, reason, e);
            }
        } finally {
            MDC.remove("edi.file");
        }
    }

    private void setAside(Path file, List<Violation> problems) throws IOException {
        Path target = FileMoves.freeName(folders.rejected(), file.getFileName().toString());
        Path report = target.resolveSibling(target.getFileName() + ".report.txt");
        FileMoves.write(report, report(file, problems).getBytes(StandardCharsets.UTF_8));
        FileMoves.move(file, folders.rejected());
    }

    private static String report(Path file, List<Violation> problems) {
        Set<String> lines = problems.stream()
                .map(v -> (v.field().isEmpty() ? "file" : v.field()) + "\t" + v.code() + "\t" + v.message())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return file.getFileName() + " was set aside. Nothing of it was applied.\n"
                + problems.size() + " problems (segment of the file / tag / element, code, what is wrong):\n\n"
                + String.join("\n", lines) + "\n";
    }
}
