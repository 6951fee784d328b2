package org.lottrace.edi.as2.internal.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.edi.as2.internal.cms.ProtectionException;
import org.lottrace.edi.as2.internal.message.Disk;
import org.lottrace.edi.as2.internal.message.Receipt;
import org.lottrace.edi.as2.internal.message.Unwrapped;
import org.lottrace.edi.as2.internal.message.WorkFiles;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.MalformedMessageException;
import org.lottrace.edi.as2.internal.mime.Slice;
import org.lottrace.edi.as2.internal.partner.PartnerSettings;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.ReceiptKind;
import org.lottrace.folder.ExchangeFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of the outbox to one partner. What happens to one, and what a kill leaves behind each step:
 *
 * <ol>
 *   <li>moved to {@code sending}: the next look goes on from here
 *   <li>its message id is written to {@code state}: from now on each try has this id, so that the partner knows a repeat
 *   <li>posted: the next look posts it again, and the partner says what it said before
 *   <li>the receipt that fits is written to {@code sent}: as before
 *   <li>moved to {@code sent}: done. When the same file appears in the outbox again, it is not sent again
 * </ol>
 *
 * <p>An asynchronous receipt is written to {@code answers} by whichever node it comes to; the next look reads it. When none comes, the file is
 * posted again. What fails {@value #MOST_TRIES} times is moved to {@code dead}, with the reason beside it. Moved back into the outbox it is
 * tried again.
 */
public final class Outgoing {
    static final int MOST_TRIES = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final String REASON = ".reason.txt";
    private static final int LONGEST_SAID = 300;
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final Duration UNASKED = Duration.ofDays(30);

    private final PartnerSettings settings;
    private final Wrapping wrapping;
    private final ExchangeFolders folders;
    private final Post post;
    private final Clock clock;
    private final Disk disk;
    private final Path sending;
    private final Path state;
    private final Path sent;
    private final Path dead;
    private final Path answers;
    private final Path work;

    /** @param own folder of the partner in the outbox */
    public Outgoing(PartnerSettings settings, ExchangeFolders folders, Path own, Post post, Clock clock, Disk disk) {
        this.settings = settings;
        this.wrapping = new Wrapping(settings);
        this.folders = folders;
        this.post = post;
        this.clock = clock;
        this.disk = disk;
        this.sending = own.resolve("sending");
        this.state = own.resolve("state");
        this.sent = own.resolve("sent");
        this.dead = own.resolve("dead");
        this.answers = own.resolve("answers");
        this.work = own.resolve("work");
    }

    /** Called before each file; throws when another node has taken over. */
    public interface Turn {
        void check() throws IOException;
    }

    /**
     * @param problems gets what is wrong with single files, by name
     * @throws IOException if the partner cannot be reached, or our own folder cannot be read or written to
     */
    public void look(Map<String, String> problems, Turn turn) throws IOException {
        for (Path folder : List.of(sending, state, sent, dead, answers, work)) {
            Files.createDirectories(folder);
        }
        Disk.sweep(work, "*.tmp", clock.instant().minus(FORGOTTEN));
        Disk.sweep(answers, "*", clock.instant().minus(UNASKED).minus(settings.receiptWait()));
        for (Path left : files(state)) {
            if (!Files.exists(sending.resolve(left.getFileName()))) {
                disk.delete(left);
            }
        }
        for (Path file : files(folders.outbox())) {
            if (receiver(file).filter(settings.receivers()::contains).isPresent()) {
                claim(file);
            }
        }
        for (Path file : files(sending)) {
            if (!Thread.currentThread().isInterrupted()) {
                turn.check();
                goOn(file, problems);
            }
        }
    }

    private void claim(Path file) throws IOException {
        Path before = sent.resolve(file.getFileName());
        if (Files.exists(before) && Files.mismatch(before, file) < 0) {
            disk.delete(file);
            LOG.info("file was sent before and is not sent again partner={} file={}", settings.name(), nameOf(file));
        } else if (!Files.exists(sending.resolve(file.getFileName()))) {
            disk.move(file, sending.resolve(file.getFileName()));
        }
    }

    private void goOn(Path file, Map<String, String> problems) throws IOException {
        Path stateFile = state.resolve(file.getFileName());
        Instant now = clock.instant();
        if (!Files.exists(stateFile)) {
            SendState.first(now).write(stateFile, disk);
        }
        SendState last = SendState.read(stateFile);
        Path answer = answers.resolve(key(last.messageId()));
        if (Files.exists(answer)) {
            Entity evidence = Entity.parse(Slice.of(answer));
            settle(file, last, Receipt.read(evidence), evidence, problems);
            disk.delete(answer);
        } else if (last.posted().isPresent()) {
            if (now.isAfter(last.posted().get().plus(settings.receiptWait()))) {
                failed(
                        file,
                        last,
                        "no receipt came within " + settings.receiptWait().toMinutes() + " minutes",
                        false,
                        problems);
            }
        } else if (now.isBefore(last.due())) {
            problems.put(nameOf(file), last.reason());
        } else {
            send(file, last, problems);
        }
    }

    private void send(Path file, SendState last, Map<String, String> problems) throws IOException {
        try (WorkFiles files = new WorkFiles(work)) {
            Wrapping.Wrapped wrapped = wrapping.wrap(file, last.messageId(), files);
            SendState now = last.sending(wrapped.mic());
            now.write(state.resolve(file.getFileName()), disk);
            Post.Answered answered;
            try {
                answered = post.send(settings.url().orElseThrow(), wrapped.headers(), wrapped.body());
            } catch (UnreachableException e) {
                throw e;
            } catch (IOException e) {
                failed(file, now, e.getMessage(), false, problems);
                return;
            }
            answered(file, now, answered, files, problems);
        }
    }

    private void answered(
            Path file, SendState now, Post.Answered answered, WorkFiles files, Map<String, String> problems)
            throws IOException {
        if (!answered.isWell()) {
            failed(
                    file,
                    now,
                    "the partner's server answers " + answered.status() + ": " + said(answered),
                    false,
                    problems);
        } else if (settings.receipt() == ReceiptKind.NONE) {
            sent(file, new byte[0]);
        } else if (settings.receipt() == ReceiptKind.ASYNCHRONOUS) {
            now.waiting(clock.instant()).write(state.resolve(file.getFileName()), disk);
        } else {
            try {
                Path body = files.next();
                Files.write(body, answered.body());
                Unwrapped unwrapped = settings.unwrapping()
                        .unwrap(new Entity(answered.headers(), Slice.of(body), Slice.of(body)), files);
                if (settings.receiptSigned() && !unwrapped.isSigned()) {
                    throw new MalformedMessageException("it is not signed, and a signed one was asked for");
                }
                settle(file, now, Receipt.read(unwrapped.content()), unwrapped.content(), problems);
            } catch (ProtectionException | MalformedMessageException e) {
                failed(file, now, "the receipt proves nothing: " + e.getMessage(), false, problems);
            }
        }
    }

    private void settle(Path file, SendState now, Receipt receipt, Entity evidence, Map<String, String> problems)
            throws IOException {
        if (!receipt.messageId().equals(now.messageId())) {
            failed(file, now, "the receipt is one of another message: " + receipt.messageId(), false, problems);
        } else if (!receipt.isProcessed()) {
            failed(file, now, "the partner has not taken it: " + receipt.disposition(), true, problems);
        } else if ((settings.receiptSigned() || receipt.mic().isPresent())
                && !receipt.isFor(now.mic(), wrapping.digest())) {
            bury(
                    file,
                    "the partner has taken something else than we sent: its receipt says "
                            + receipt.mic().orElse("no MIC") + ", and what we sent has " + now.mic() + ", "
                            + wrapping.digest().micalg() + ". Ask the partner what came");
        } else {
            sent(file, evidence.whole().bytes(LimitedBody.MOST, "the receipt"));
        }
    }

    private void sent(Path file, byte[] receipt) throws IOException {
        disk.write(sent.resolve(nameOf(file) + ".receipt"), receipt);
        disk.move(file, sent.resolve(file.getFileName()));
        disk.delete(state.resolve(file.getFileName()));
        LOG.info("file sent by AS2 partner={} file={}", settings.name(), nameOf(file));
    }

    private void failed(Path file, SendState now, String reason, boolean isRefused, Map<String, String> problems)
            throws IOException {
        problems.put(nameOf(file), reason);
        SendState next =
                now.failed(reason, clock.instant().plus(Backoff.pause(settings.interval(), now.tries())), isRefused);
        if (next.tries() >= MOST_TRIES) {
            bury(file, reason);
        } else {
            next.write(state.resolve(file.getFileName()), disk);
        }
    }

    private void bury(Path file, String reason) throws IOException {
        disk.write(
                dead.resolve(nameOf(file) + REASON),
                (nameOf(file) + " is not sent to " + settings.url().orElseThrow() + " any more. Move it back to "
                                + folders.outbox() + " when the reason is gone:\n" + reason + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        disk.move(file, dead.resolve(file.getFileName()));
        disk.delete(state.resolve(file.getFileName()));
        LOG.error("file is not sent any more partner={} file={} reason={}", settings.name(), nameOf(file), reason);
    }

    /** Keeps an asynchronous receipt for the next look; one for which nobody waits is dropped, and said. */
    public void take(Receipt receipt, Entity evidence) throws IOException {
        Files.createDirectories(answers);
        boolean isWaited = false;
        for (Path file : Files.isDirectory(state) ? files(state) : List.<Path>of()) {
            isWaited |= SendState.read(file).messageId().equals(receipt.messageId());
        }
        if (isWaited) {
            disk.write(
                    answers.resolve(key(receipt.messageId())), evidence.whole().bytes(LimitedBody.MOST, "the receipt"));
        } else {
            LOG.warn("receipt that is not waited for partner={} message={}", settings.name(), receipt.messageId());
        }
    }

    /** @return how many files nobody tries any more */
    public int dead() throws IOException {
        return Files.isDirectory(dead)
                ? (int) files(dead).stream()
                        .filter(file -> !nameOf(file).endsWith(REASON))
                        .count()
                : 0;
    }

    private Optional<String> receiver(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return folders.receiver(bytes.readNBytes(ExchangeFolders.BEGINNING));
        } catch (NoSuchFileException takenByAnother) {
            return Optional.empty();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file ->
                            !nameOf(file).startsWith(".") && !nameOf(file).endsWith(".tmp"))
                    .sorted()
                    .toList();
        }
    }

    private static String key(String messageId) {
        return java.util
                .UUID
                .nameUUIDFromBytes(messageId.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    private static String said(Post.Answered answered) {
        String text = new String(answered.body(), StandardCharsets.US_ASCII)
                .replaceAll("[^ -~]+", " ")
                .strip();
        return text.substring(0, Math.min(text.length(), LONGEST_SAID));
    }
}
