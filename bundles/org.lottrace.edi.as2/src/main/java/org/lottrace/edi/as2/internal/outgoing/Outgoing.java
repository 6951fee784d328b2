package org.lottrace.edi.as2.internal.outgoing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
    private static final int LONGEST_SAID = 300;

    private final PartnerSettings settings;
    private final Wrapping wrapping;
    private final Post post;
    private final Clock clock;
    private final Disk disk;
    private final OutgoingFolders own;

    /** @param own folder of the partner in the outbox */
    public Outgoing(PartnerSettings settings, ExchangeFolders folders, Path own, Post post, Clock clock, Disk disk) {
        this.settings = settings;
        this.wrapping = new Wrapping(settings);
        this.own = new OutgoingFolders(settings, folders, own, disk);
        this.post = post;
        this.clock = clock;
        this.disk = disk;
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
        own.prepare(clock.instant(), settings.receiptWait());
        own.claim();
        for (Path file : own.sending()) {
            if (!Thread.currentThread().isInterrupted()) {
                turn.check();
                if (own.isOurs(file)) {
                    goOn(file, problems);
                } else {
                    own.bury(
                            file,
                            "its receiver is not one of " + settings.receivers() + ", the receivers of this partner");
                }
            }
        }
    }

    private void goOn(Path file, Map<String, String> problems) throws IOException {
        Path stateFile = own.state(file);
        Instant now = clock.instant();
        if (!Files.exists(stateFile)) {
            SendState.first(now).write(stateFile, disk);
        }
        SendState last = SendState.read(stateFile);
        Path answer = own.answer(last.messageId());
        if (Files.exists(answer)) {
            try {
                Entity evidence = Entity.parse(Slice.of(answer));
                settle(file, last, Receipt.read(evidence), evidence, problems);
            } catch (MalformedMessageException e) {
                failed(file, last.unsure(), "the receipt proves nothing: " + e.getMessage(), problems);
            }
            disk.delete(answer);
        } else if (last.posted().isPresent()) {
            if (now.isAfter(last.posted().get().plus(settings.receiptWait()))) {
                failed(
                        file,
                        last.unsure(),
                        "no receipt came within " + settings.receiptWait().toMinutes() + " minutes",
                        problems);
            }
        } else if (now.isBefore(last.due())) {
            problems.put(nameOf(file), last.reason());
        } else {
            send(file, last, problems);
        }
    }

    private void send(Path file, SendState last, Map<String, String> problems) throws IOException {
        try (WorkFiles files = own.work()) {
            Wrapping.Wrapped wrapped = wrapping.wrap(file, last.messageId(), files);
            SendState now = last.sending(wrapped.mic());
            // when we are killed from here on, nobody knows
            now.unsure().write(own.state(file), disk);
            Post.Answered answered;
            try {
                answered = post.send(settings.url().orElseThrow(), wrapped.headers(), wrapped.body());
            } catch (UnreachableException e) {
                now.write(own.state(file), disk);
                throw e;
            } catch (IOException e) {
                failed(file, now.unsure(), e.getMessage(), problems);
                return;
            }
            answered(file, now, answered, files, problems);
        }
    }

    private void answered(
            Path file, SendState now, Post.Answered answered, WorkFiles files, Map<String, String> problems)
            throws IOException {
        String status = "the partner's server answers " + answered.status() + ": " + said(answered);
        if (answered.isBusy()) {
            problems.put(nameOf(file), status);
            now.unsure()
                    .postponed(status, clock.instant().plus(pause(now.waits(), answered)))
                    .write(own.state(file), disk);
        } else if (!answered.isWell()) {
            failed(file, answered.isRefused() ? now : now.unsure(), status, problems);
        } else if (settings.receipt() == ReceiptKind.NONE) {
            own.sent(file, new byte[0]);
        } else if (settings.receipt() == ReceiptKind.ASYNCHRONOUS) {
            now.waiting(clock.instant()).write(own.state(file), disk);
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
                failed(file, now.unsure(), "the receipt proves nothing: " + e.getMessage(), problems);
            }
        }
    }

    private Duration pause(int waits, Post.Answered answered) {
        Duration ours = Backoff.pause(settings.interval(), waits);
        Duration asked = answered.retryAfter(clock.instant());
        return asked.compareTo(ours) > 0 ? asked : ours;
    }

    private void settle(Path file, SendState now, Receipt receipt, Entity evidence, Map<String, String> problems)
            throws IOException {
        boolean isFitting = receipt.isFor(now.mic(), wrapping.digest());
        if (!receipt.messageId().equals(now.messageId())) {
            failed(file, now.unsure(), "the receipt is one of another message: " + receipt.messageId(), problems);
        } else if (receipt.isDuplicate() && !isFitting) {
            own.bury(
                    file,
                    "the partner says that it came before, and not that it has it: " + receipt.disposition()
                            + ". Ask the partner whether it has what we sent");
        } else if (!receipt.isProcessed() && !receipt.isDuplicate()) {
            refused(file, now, "the partner has not taken it: " + receipt.disposition(), problems);
        } else if ((settings.receiptSigned() || receipt.mic().isPresent()) && !isFitting) {
            own.bury(
                    file,
                    "the partner has taken something else than we sent: its receipt says "
                            + receipt.mic().orElse("no MIC") + ", and what we sent has " + now.mic() + ", "
                            + wrapping.digest().micalg() + ". Ask the partner what came");
        } else {
            own.sent(file, evidence.kept(LimitedBody.MOST, "the receipt"));
        }
    }

    private void failed(Path file, SendState now, String reason, Map<String, String> problems) throws IOException {
        next(file, now.failed(reason, due(now)), problems);
    }

    private void refused(Path file, SendState now, String reason, Map<String, String> problems) throws IOException {
        next(file, now.refused(reason, due(now)), problems);
    }

    private Instant due(SendState now) {
        return clock.instant().plus(Backoff.pause(settings.interval(), now.tries()));
    }

    private void next(Path file, SendState next, Map<String, String> problems) throws IOException {
        problems.put(nameOf(file), next.reason());
        if (next.tries() >= MOST_TRIES) {
            own.bury(file, next.reason());
        } else {
            next.write(own.state(file), disk);
        }
    }

    /** Keeps an asynchronous receipt for the next look; one for which nobody waits is dropped, and said. */
    public void take(Receipt receipt, Entity evidence) throws IOException {
        boolean isWaited = false;
        for (Path state : own.states()) {
            isWaited |= SendState.read(state).messageId().equals(receipt.messageId());
        }
        if (isWaited) {
            disk.write(own.answer(receipt.messageId()), evidence.kept(LimitedBody.MOST, "the receipt"));
        } else {
            LOG.warn("receipt that is not waited for partner={} message={}", settings.name(), receipt.messageId());
        }
    }

    /** @return how many files nobody tries any more */
    public int dead() throws IOException {
        return own.dead();
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
