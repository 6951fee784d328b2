package org.lottrace.edi.as2.internal.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lottrace.edi.as2.internal.message.Disk;
import org.lottrace.edi.as2.internal.message.WorkFiles;
import org.lottrace.edi.as2.internal.partner.PartnerSettings;
import org.lottrace.folder.ExchangeFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of one partner beside the outbox, and how files move between them. */
final class OutgoingFolders {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingFolders.class);
    private static final String REASON = ".reason.txt";
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final Duration UNASKED = Duration.ofDays(30);

    private final PartnerSettings settings;
    private final ExchangeFolders folders;
    private final Disk disk;
    private final Path sending;
    private final Path state;
    private final Path sent;
    private final Path dead;
    private final Path answers;
    private final Path work;

    OutgoingFolders(PartnerSettings settings, ExchangeFolders folders, Path own, Disk disk) {
        this.settings = settings;
        this.folders = folders;
        this.disk = disk;
        this.sending = own.resolve("sending");
        this.state = own.resolve("state");
        this.sent = own.resolve("sent");
        this.dead = own.resolve("dead");
        this.answers = own.resolve("answers");
        this.work = own.resolve("work");
    }

    /** Makes what is not there, and deletes what a kill has left behind. */
    void prepare(Instant now, Duration receiptWait) throws IOException {
        for (Path folder : List.of(sending, state, sent, dead, answers, work)) {
            Files.createDirectories(folder);
        }
        Disk.sweep(work, "*.tmp", now.minus(FORGOTTEN));
        Disk.sweep(answers, "*", now.minus(UNASKED).minus(receiptWait));
        for (Path left : files(state)) {
            if (!Files.exists(sending.resolve(left.getFileName()))) {
                disk.delete(left);
            }
        }
    }

    /** Takes files for the partner out of the outbox; not those that were sent before, nor those whose name is just being sent. */
    void claim() throws IOException {
        for (Path file : files(folders.outbox())) {
            if (isOurs(file)) {
                claim(file);
            }
        }
    }

    /** @return whether it is for this partner; asked again before it is sent, for another configuration may have claimed it */
    boolean isOurs(Path file) throws IOException {
        return receiver(file).filter(settings.receivers()::contains).isPresent();
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

    List<Path> sending() throws IOException {
        return files(sending);
    }

    Path state(Path file) {
        return state.resolve(file.getFileName());
    }

    List<Path> states() throws IOException {
        return Files.isDirectory(state) ? files(state) : List.of();
    }

    /** @return where an asynchronous receipt is kept until the next look */
    Path answer(String messageId) throws IOException {
        Files.createDirectories(answers);
        return answers.resolve(UUID.nameUUIDFromBytes(messageId.getBytes(StandardCharsets.UTF_8))
                .toString());
    }

    WorkFiles work() throws IOException {
        return new WorkFiles(work);
    }

    void sent(Path file, byte[] receipt) throws IOException {
        disk.write(sent.resolve(nameOf(file) + ".receipt"), receipt);
        disk.move(file, sent.resolve(file.getFileName()));
        disk.delete(state.resolve(file.getFileName()));
        LOG.info("file sent by AS2 partner={} file={}", settings.name(), nameOf(file));
    }

    void bury(Path file, String reason) throws IOException {
        disk.write(
                dead.resolve(nameOf(file) + REASON),
                (nameOf(file) + " is not sent to " + settings.url().orElseThrow() + " any more. Move it back to "
                                + folders.outbox() + " when the reason is gone:\n" + reason + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        disk.move(file, dead.resolve(file.getFileName()));
        disk.delete(state.resolve(file.getFileName()));
        LOG.error("file is not sent any more partner={} file={} reason={}", settings.name(), nameOf(file), reason);
    }

    /** @return how many files nobody tries any more */
    int dead() throws IOException {
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

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }
}
