package org.lottrace.edi.as2.internal.outgoing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lottrace.edi.as2.internal.message.Disk;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.Slice;
import org.lottrace.edi.as2.internal.partner.PartnerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asynchronous receipts to a partner, each until it is taken: a second one of the same message says the same. What fails too often is
 * moved to {@code dead}; a repeat of the message brings it back.
 */
public final class Receipts {
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);

    private final PartnerSettings settings;
    private final Path folder;
    private final Predicate<String> isDue;
    private final Post post;
    private final Clock clock;
    private final Disk disk;
    private final Map<String, Failed> failures = new HashMap<>();

    /** @param waits how often the server had no time for it; that is no try */
    private record Failed(int times, int waits, Instant due, String reason) {
        Failed postponed(Instant now, Duration interval, Post.Answered answered, String why) {
            Duration ours = Backoff.pause(interval, waits);
            Duration asked = answered.retryAfter(now);
            return new Failed(times, waits + 1, now.plus(asked.compareTo(ours) > 0 ? asked : ours), why);
        }
    }

    /** @param isDue which of the files in the folder may be sent */
    public Receipts(PartnerSettings settings, Path folder, Predicate<String> isDue, Post post, Clock clock, Disk disk) {
        this.settings = settings;
        this.folder = folder;
        this.isDue = isDue;
        this.post = post;
        this.clock = clock;
        this.disk = disk;
    }

    /** @throws IOException if the partner cannot be reached, or our own folder cannot be read or written to */
    public void look(Map<String, String> problems, Outgoing.Turn turn) throws IOException {
        if (!Files.isDirectory(folder) || settings.incomingReceiptUrl().isEmpty()) {
            return;
        }
        List<Path> waiting;
        try (Stream<Path> inside = Files.list(folder)) {
            waiting = inside.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> isDue.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        failures.keySet()
                .retainAll(waiting.stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
        for (Path file : waiting) {
            turn.check();
            send(file, problems);
        }
    }

    private void send(Path file, Map<String, String> problems) throws IOException {
        String name = file.getFileName().toString();
        Failed before = failures.getOrDefault(name, new Failed(0, 0, Instant.MIN, ""));
        if (clock.instant().isBefore(before.due())) {
            problems.put(name, before.reason());
            return;
        }
        String reason;
        try {
            URI url = settings.incomingReceiptUrl().orElseThrow();
            Entity receipt = Entity.parse(Slice.of(file));
            Post.Answered answered = post.send(url, receipt.headers().all(), receipt.body());
            if (answered.isWell()) {
                disk.delete(file);
                return;
            }
            reason = "the receipt is not taken: " + url.getHost() + " answers " + answered.status();
            if (answered.isBusy()) {
                problems.put(name, reason);
                failures.put(name, before.postponed(clock.instant(), settings.interval(), answered, reason));
                return;
            }
        } catch (UnreachableException e) {
            throw e;
        } catch (NoSuchFileException sentByAnother) {
            return;
        } catch (IOException e) {
            reason = "nobody knows whether the receipt was taken: " + e.getMessage();
        }
        problems.put(name, reason);
        int times = before.times() + 1;
        if (times >= Outgoing.MOST_TRIES) {
            Files.createDirectories(dead());
            disk.move(file, dead().resolve(name));
            LOG.error("receipt is not sent any more partner={} reason={}", settings.name(), reason);
        } else {
            failures.put(
                    name,
                    new Failed(times, 0, clock.instant().plus(Backoff.pause(settings.interval(), times)), reason));
        }
    }

    private Path dead() {
        return folder.resolve("dead");
    }

    /** @return how many nobody tries any more */
    public int countDead() throws IOException {
        if (!Files.isDirectory(dead())) {
            return 0;
        }
        try (Stream<Path> inside = Files.list(dead())) {
            return (int) inside.count();
        }
    }
}
