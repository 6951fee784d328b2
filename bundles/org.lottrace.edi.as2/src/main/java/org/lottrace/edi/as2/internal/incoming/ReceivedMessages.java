package org.lottrace.edi.as2.internal.incoming;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.lottrace.edi.as2.internal.message.Disk;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.Slice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which messages were taken, and with which receipt. What happens to one, and what a kill leaves behind each step:
 *
 * <ol>
 *   <li>the document lies in {@code received}: nothing has been said; the sender sends again, over what is there
 *   <li>digests of what was signed, and of its signatures, lie there: they count from the last but one step on; as before
 *   <li>an asynchronous receipt lies in {@code receipts}: it is not sent before the next step; as before
 *   <li>the receipt lies in {@code received}: taken. A repeat gets this receipt, and the next start goes on from here
 *   <li>the document lies in the lane of the inbox: done
 * </ol>
 */
final class ReceivedMessages {
    private static final Logger LOG = LoggerFactory.getLogger(ReceivedMessages.class);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final int KEY_BYTES = 20;

    /** A small file takes as much of the disk. */
    private static final long LEAST = 4096;

    /** Of the whole program: a lock of a file is one of the process. */
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final Path received;
    private final Path receipts;
    private final Path lane;
    private final long quota;
    private final Disk disk;

    /**
     * @param folder of the partner, on the file system of the inbox
     * @param lane in which documents appear
     * @param quota bytes of documents that may lie there
     */
    ReceivedMessages(Path folder, Path lane, long quota, Disk disk) {
        this.quota = quota;
        this.received = folder.resolve("received");
        this.receipts = folder.resolve("receipts");
        this.lane = lane;
        this.disk = disk;
    }

    Path receipts() {
        return receipts;
    }

    /** @return of this sender and id, the same at each node and start */
    static String key(String sender, String messageId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((sender + "\n" + messageId).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * A message that may be taken.
     *
     * @param key of its sender and id
     * @param content digest of what was signed
     * @param signatures of the partner
     * @param document a file on the same file system, which is moved
     * @param isSentLater whether the receipt is to be sent to the partner; a repeat sends it again
     */
    record Message(String key, String content, List<String> signatures, Path document, boolean isSentLater) {}

    /** The id was there with another content. */
    static final class OtherContentException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The partner's lane is full. */
    static final class FullException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Takes a document once. A repeat changes nothing; one with another id, but the same signature, gets a receipt of its own.
     *
     * @param receipt with its headers
     * @return the receipt of the first time; empty when this is the first time that this id came
     * @throws OtherContentException if what came with this id was something else
     * @throws FullException if more would lie in the lane than may
     */
    Optional<Entity> take(Message message, Entity receipt) throws IOException {
        return locked(() -> {
            String key = message.key();
            Path kept = received.resolve(key + ".receipt");
            Path waiting = receipts.resolve(key);
            Path content = received.resolve(key + ".content");
            if (Files.exists(kept)) {
                if (Files.exists(content) && !Files.readString(content).equals(message.content())) {
                    throw new OtherContentException();
                }
                if (message.isSentLater()) {
                    disk.write(waiting, Files.readAllBytes(kept));
                }
                deliver(key);
                return Optional.of(Entity.parse(Slice.of(kept)));
            }
            byte[] said = Files.readAllBytes(receipt.whole().file());
            if (isSignedBefore(message)) {
                disk.delete(received.resolve(key + ".document"));
            } else {
                checkRoom(Files.size(message.document()));
                disk.move(message.document(), received.resolve(key + ".document"));
                for (String signature : message.signatures()) {
                    disk.write(signature(signature), key.getBytes(StandardCharsets.US_ASCII));
                }
            }
            disk.write(content, message.content().getBytes(StandardCharsets.US_ASCII));
            if (message.isSentLater()) {
                disk.write(waiting, said);
            }
            disk.write(kept, said);
            deliver(key);
            return Optional.empty();
        });
    }

    /** @return whether it was taken under another id with the same signature */
    boolean isSignedBefore(Message message) throws IOException {
        for (String signature : message.signatures()) {
            Path file = signature(signature);
            if (Files.exists(file)) {
                String key = Files.readString(file);
                if (!key.equals(message.key()) && isTaken(key)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Path signature(String digest) {
        return received.resolve(digest + ".signature");
    }

    private void checkRoom(long more) throws IOException {
        long used = Math.max(more, LEAST);
        for (Map.Entry<Path, String> folder :
                Map.of(lane, "*", received, "*.document").entrySet()) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.getKey(), folder.getValue())) {
                for (Path file : files) {
                    used += sizeOf(file);
                }
            }
        }
        if (used > quota) {
            throw new FullException();
        }
    }

    private static long sizeOf(Path file) throws IOException {
        try {
            return Math.max(Files.size(file), LEAST);
        } catch (NoSuchFileException takenMeanwhile) {
            return 0;
        }
    }

    boolean isTaken(String key) {
        return Files.exists(received.resolve(key + ".receipt"));
    }

    private void deliver(String key) throws IOException {
        Path document = received.resolve(key + ".document");
        if (Files.exists(document)) {
            disk.move(document, lane.resolve("as2-" + key + ".edi"));
        }
    }

    /** Goes on where a kill has stopped, and forgets what is old. */
    void recover(Clock clock, Duration remember) throws IOException {
        locked(() -> {
            try (DirectoryStream<Path> documents = Files.newDirectoryStream(received, "*.document")) {
                for (Path document : documents) {
                    String key = document.getFileName().toString().replace(".document", "");
                    if (isTaken(key)) {
                        deliver(key);
                        LOG.info("document brought to its lane after a stop key={}", key);
                    }
                }
            }
            // a receipt goes before what it needs
            for (String old : List.of("*.receipt", "*.signature", "*.content")) {
                Disk.sweep(received, old, clock.instant().minus(remember));
            }
            for (String left : List.of("*.document", ".*.tmp")) {
                Disk.sweep(received, left, clock.instant().minus(FORGOTTEN));
            }
            Disk.sweep(receipts, ".*.tmp", clock.instant().minus(FORGOTTEN));
            return Optional.empty();
        });
    }

    private interface Step {
        Optional<Entity> run() throws IOException;
    }

    /** Nodes that share the inbox share the lock, too. */
    @SuppressWarnings("try")
    private Optional<Entity> locked(Step step) throws IOException {
        Files.createDirectories(received);
        Files.createDirectories(receipts);
        Files.createDirectories(lane);
        ONE_AT_A_TIME.lock();
        try (FileChannel file = FileChannel.open(
                        received.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            return step.run();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }
}
