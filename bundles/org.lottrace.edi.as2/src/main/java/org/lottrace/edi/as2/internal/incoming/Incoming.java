package org.lottrace.edi.as2.internal.incoming;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.cms.Problem;
import org.lottrace.edi.as2.internal.cms.ProtectionException;
import org.lottrace.edi.as2.internal.message.Disk;
import org.lottrace.edi.as2.internal.message.Receipt;
import org.lottrace.edi.as2.internal.message.Unwrapped;
import org.lottrace.edi.as2.internal.message.WorkFiles;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.MalformedMessageException;
import org.lottrace.edi.as2.internal.partner.PartnerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages of one partner: a document is on the disk before the receipt says so, and is read by others afterwards. */
public final class Incoming {
    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
    private static final String CHANNEL = "as2";
    private static final int MOST_RECEIPTS = 1000;

    /** Refusals of messages that proved nothing: a partner whose certificate is wrong is told, too, and no stranger keeps out others. */
    private static final int MOST_UNPROVED = 20;

    private static final String ERROR = "error-";
    private static final String UNPROVED = "unproved-";
    private static final Duration DEAD = Duration.ofDays(30);
    private static final Duration SWEPT = Duration.ofDays(1);
    private static final Set<Problem> OF_STRANGERS =
            Set.of(Problem.AUTHENTICATION, Problem.INTEGRITY, Problem.SECURITY, Problem.DECRYPTION, Problem.DUPLICATE);

    private final PartnerSettings settings;
    private final ReceivedMessages messages;
    private final Acknowledging acknowledging;
    private final ReceiptTaker sent;
    private final Path work;
    private final AuditLog audit;
    private final Clock clock;
    private final Disk disk;

    /** Whoever has sent the messages to which receipts come. */
    public interface ReceiptTaker {
        /** Keeps a receipt that is known to be the partner's. Once it returns, the receipt is on the disk. */
        void take(Receipt receipt, Entity evidence) throws IOException;
    }

    /** @param inbox of the exchange; a lane of the partner's name is in it, and a hidden folder for what is ours */
    public Incoming(PartnerSettings settings, Path inbox, ReceiptTaker sent, AuditLog audit, Clock clock, Disk disk) {
        Path folder = inbox.resolve(".as2").resolve(settings.name());
        this.settings = settings;
        this.messages = new ReceivedMessages(folder, inbox.resolve(settings.name()), settings.quota(), disk);
        this.acknowledging = new Acknowledging(settings);
        this.sent = sent;
        this.work = folder.resolve("work");
        this.audit = audit;
        this.clock = clock;
        this.disk = disk;
    }

    /** To be called at the start, and now and then. */
    public void recover() throws IOException {
        messages.recover(clock, settings.remember());
        Disk.sweep(work, "*.tmp", clock.instant().minus(SWEPT));
        Disk.sweep(receipts().resolve("dead"), "*", clock.instant().minus(DEAD));
    }

    /** @return receipts that are to be sent to the partner; {@link #isDue} says which of them may be */
    public Path receipts() {
        return messages.receipts();
    }

    public boolean isDue(String receipt) {
        return receipt.startsWith(ERROR) || receipt.startsWith(UNPROVED) || messages.isTaken(receipt);
    }

    public WorkFiles work() throws IOException {
        return new WorkFiles(work);
    }

    /**
     * @param message the body as it came, and the headers of the request
     * @param address from which it came
     * @throws IOException if our disk cannot be read or written to: the sender is to send again
     */
    public Answer receive(Entity message, String messageId, String address, WorkFiles files) throws IOException {
        ReceiptRequest asked = ReceiptRequest.of(message.headers());
        Optional<Answer> refusal = refusal(asked);
        if (refusal.isPresent()) {
            LOG.warn(
                    "AS2 message refused partner={} message={} reason={}",
                    settings.name(),
                    messageId,
                    refusal.get().text());
            return refusal.get();
        }
        boolean isProved = false;
        try {
            Unwrapped unwrapped = settings.unwrapping().unwrap(message, files);
            isProved = unwrapped.isSigned();
            if (unwrapped.content().type().name().equals("multipart/report")) {
                return receiptCame(unwrapped);
            }
            return take(unwrapped, messageId, asked, address, files);
        } catch (ProtectionException e) {
            return refuse(e, isProved, messageId, asked, address, files);
        } catch (MalformedMessageException e) {
            return refuse(
                    new ProtectionException(Problem.UNEXPECTED, e.getMessage(), e),
                    isProved,
                    messageId,
                    asked,
                    address,
                    files);
        }
    }

    /** An asynchronous receipt goes to the address that the partner gave us, and to no other that a message may name. */
    private Optional<Answer> refusal(ReceiptRequest asked) throws IOException {
        Optional<String> to = asked.deliveryOption();
        if (to.isEmpty()) {
            return Optional.empty();
        }
        if (settings.incomingReceiptUrl()
                .filter(url -> url.toString().equals(to.get()))
                .isEmpty()) {
            return Optional.of(
                    Answer.of(
                            Answer.FORBIDDEN,
                            "Receipt-Delivery-Option names another address than the one that was agreed on for asynchronous"
                                    + " receipts. Nothing was taken. Ask for a synchronous receipt, or let us know the address."));
        }
        if (waiting(name -> !name.startsWith(UNPROVED)) >= MOST_RECEIPTS) {
            return Optional.of(Answer.of(
                    Answer.UNAVAILABLE,
                    "Receipts wait that your server does not take. Nothing was taken. Send again later."));
        }
        return Optional.empty();
    }

    private long waiting(Predicate<String> which) throws IOException {
        if (!Files.isDirectory(receipts())) {
            return 0;
        }
        try (Stream<Path> waiting = Files.list(receipts())) {
            return waiting.map(file -> file.getFileName().toString())
                    .filter(which)
                    .count();
        }
    }

    private Answer take(Unwrapped unwrapped, String messageId, ReceiptRequest asked, String address, WorkFiles files)
            throws IOException {
        if (!unwrapped.isSigned() && settings.incomingSigned()) {
            throw new ProtectionException(Problem.SECURITY, "it is not signed, which was agreed on");
        }
        if (!unwrapped.isEncrypted() && settings.incomingEncrypted()) {
            throw new ProtectionException(Problem.SECURITY, "it is not encrypted, which was agreed on");
        }
        Digest digest = asked.digest()
                .orElseThrow(() -> new ProtectionException(
                        Problem.MIC, "none of these digests is known here; ask for sha-256: " + asked.micalgs()));
        Path document = files.next();
        long bytes = copy(unwrapped.content(), document);
        boolean isLater = asked.isWanted() && asked.deliveryOption().isPresent();
        ReceivedMessages.Message message = new ReceivedMessages.Message(
                ReceivedMessages.key(settings.theirName(), messageId),
                Digest.SHA_256.of(unwrapped.micOver()),
                unwrapped.signatures(),
                document,
                isLater);
        boolean isSignedBefore = messages.isSignedBefore(message);
        Receipt receipt = new Receipt(
                messageId,
                isSignedBefore ? Receipt.REPEATED : Receipt.PROCESSED,
                Optional.of(digest.of(unwrapped.micOver()) + ", " + Acknowledging.name(asked, digest)),
                (isSignedBefore
                                ? "The document came before with another Message-ID, and is not taken again."
                                : "The document was received and is kept.")
                        + " That says nothing about what is in it.");
        Entity said = acknowledging.write(receipt, asked, digest, files);
        Optional<Entity> before;
        try {
            before = messages.take(message, said);
        } catch (ReceivedMessages.OtherContentException e) {
            throw new ProtectionException(
                    Problem.DUPLICATE,
                    "another document came before with this Message-ID; send this one with a new Message-ID",
                    e);
        } catch (ReceivedMessages.FullException e) {
            LOG.warn("the lane of an AS2 partner is full partner={} quota={}", settings.name(), settings.quota());
            return Answer.of(
                    Answer.UNAVAILABLE,
                    "More documents wait than may: " + settings.quota()
                            + " bytes may lie there at a time. Nothing was taken. Send again later.");
        }
        if (before.isPresent()) {
            LOG.info("AS2 message came again and is not taken twice partner={} message={}", settings.name(), messageId);
        } else if (isSignedBefore) {
            LOG.warn(
                    "AS2 message came again with another id and is not taken twice partner={} message={} address={}",
                    settings.name(),
                    messageId,
                    address);
        } else {
            LOG.info("AS2 message taken partner={} message={} bytes={}", settings.name(), messageId, bytes);
        }
        if (unwrapped.isSigned() && !isSignedBefore) {
            audit.partnerLogin(settings.name(), address, CHANNEL);
        }
        return isLater || !asked.isWanted() ? Answer.of(Answer.OK, "") : Answer.of(before.orElse(said));
    }

    private long copy(Entity content, Path document) throws IOException {
        try (InputStream bytes = content.decoded()) {
            long copied = Files.copy(bytes, document);
            if (copied > settings.largest()) {
                throw new ProtectionException(
                        Problem.UNEXPECTED,
                        "the document has " + copied + " bytes, and " + settings.largest() + " are taken");
            }
            if (copied == 0) {
                throw new ProtectionException(Problem.UNEXPECTED, "the document is empty");
            }
            return copied;
        }
    }

    private Answer refuse(
            ProtectionException reason,
            boolean isProved,
            String messageId,
            ReceiptRequest asked,
            String address,
            WorkFiles files)
            throws IOException {
        LOG.warn(
                "AS2 message not taken partner={} message={} problem={} reason={}",
                settings.name(),
                messageId,
                reason.problem().disposition(),
                reason.getMessage(),
                reason.getCause());
        if (OF_STRANGERS.contains(reason.problem())) {
            audit.partnerLoginFailed(settings.name(), address, CHANNEL);
        }
        String text = "Not taken: " + reason.getMessage();
        boolean isLater = asked.deliveryOption().isPresent();
        if (!asked.isWanted() || isLater && !isProved && waiting(name -> name.startsWith(UNPROVED)) >= MOST_UNPROVED) {
            return Answer.of(Answer.BAD_REQUEST, text);
        }
        Entity said = acknowledging.write(
                new Receipt(messageId, reason.problem().disposition(), Optional.empty(), text),
                asked,
                asked.digest().orElse(Digest.SHA_256),
                files);
        if (isLater) {
            Files.createDirectories(receipts());
            disk.write(
                    receipts().resolve((isProved ? ERROR : UNPROVED) + UUID.randomUUID()),
                    Files.readAllBytes(said.whole().file()));
            return Answer.of(Answer.OK, "");
        }
        return Answer.of(said);
    }

    private Answer receiptCame(Unwrapped unwrapped) throws IOException {
        if (settings.receiptSigned() && !unwrapped.isSigned()) {
            LOG.warn("AS2 receipt without signature not taken partner={}", settings.name());
            return Answer.of(Answer.FORBIDDEN, "The receipt is not signed, and a signed one was asked for.");
        }
        sent.take(Receipt.read(unwrapped.content()), unwrapped.content());
        return Answer.of(Answer.OK, "");
    }
}
