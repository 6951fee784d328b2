package org.lottrace.edi.sftp.internal.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.folder.ExchangeFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of the outbox to the server. What happens to one, and what a kill leaves behind each step:
 *
 * <ol>
 *   <li>uploaded under a temporary name ({@code .part}): the next look uploads it again, over what is there
 *   <li>its size at the server is compared with ours: as before
 *   <li>moved to {@code sending}: the next look goes on from here. When the temporary name is still there, and has the right size, it is
 *       renamed; when it is gone, it was renamed before. When the server refuses the new name, the file is moved back
 *   <li>renamed at the server: the partner may take it. The next look finds no temporary name
 *   <li>moved to {@code sent}: done. When the same file appears in the outbox again, it is not sent again
 * </ol>
 *
 * <p>What the server refuses {@value FileTries#MOST} times is moved to {@code dead}, with the reason beside it. Moved back into the outbox it
 * is tried again.
 */
public final class Outgoing {
    /** How the name of a file ends at the server while it is written. */
    public static final String TEMPORARY = ".part";

    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final String REASON = ".reason.txt";

    private final String name;
    private final Set<String> receivers;
    private final String peer;
    private final String to;
    private final ExchangeFolders folders;
    private final Path sending;
    private final Path sent;
    private final Path dead;
    private final FileTries tries = new FileTries();

    /**
     * @param name of the connection, and of its folder in the outbox
     * @param receivers interchange addresses whose files go this way
     * @param peer for people
     * @param to folder at the server
     */
    public Outgoing(String name, Set<String> receivers, String peer, String to, ExchangeFolders folders) {
        this.name = name;
        this.receivers = Set.copyOf(receivers);
        this.peer = peer;
        this.to = to;
        this.folders = folders;
        Path own = folders.outbox().resolve(name);
        this.sending = own.resolve("sending");
        this.sent = own.resolve("sent");
        this.dead = own.resolve("dead");
    }

    /**
     * @param problems gets what is wrong with single files, by name
     * @throws IOException if the connection is lost, or our own folder cannot be read or written to
     */
    public void look(Remote remote, Map<String, String> problems) throws IOException {
        for (Path folder : List.of(sending, sent, dead)) {
            Files.createDirectories(folder);
        }
        tries.nextLook();
        List<Path> begun = files(sending);
        List<Path> waiting = new ArrayList<>();
        for (Path file : files(folders.outbox())) {
            if (receiver(file).filter(receivers::contains).isPresent()) {
                waiting.add(file);
            }
        }
        tries.retain(Stream.concat(begun.stream(), waiting.stream())
                .map(Outgoing::nameOf)
                .toList());
        for (Path file : begun) {
            one(file, problems, () -> goOn(remote, file));
        }
        for (Path file : waiting) {
            one(file, problems, () -> send(remote, file));
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private void one(Path file, Map<String, String> problems, Step step) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        if (!tries.isDue(nameOf(file))) {
            problems.put(nameOf(file), tries.reason(nameOf(file)));
            return;
        }
        try {
            step.run();
            tries.forget(nameOf(file));
        } catch (RefusedByServerException e) {
            problems.put(nameOf(file), e.getMessage());
            if (tries.refused(nameOf(file), e.getMessage())) {
                Path waiting = folders.outbox().resolve(nameOf(file));
                bury(Files.exists(waiting) ? waiting : sending.resolve(nameOf(file)), e.getMessage());
            }
        }
    }

    private void send(Remote remote, Path file) throws IOException {
        Path before = sent.resolve(nameOf(file));
        if (Files.exists(before) && Files.mismatch(before, file) < 0) {
            Files.delete(file);
            LOG.info("file was sent before and is not sent again connection={} file={}", name, nameOf(file));
            return;
        }
        upload(remote, file);
        Path claimed = sending.resolve(nameOf(file));
        try {
            Files.move(file, claimed, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException takenByAnother) {
            remote.remove(temporary(file));
            return;
        }
        rename(remote, claimed);
        sent(claimed);
    }

    private void upload(Remote remote, Path file) throws IOException {
        remote.upload(file, temporary(file));
        long there = remote.find(temporary(file)).map(RemoteFile::size).orElse(0L);
        if (there != Files.size(file)) {
            throw new RefusedByServerException(
                    "of " + Files.size(file) + " bytes " + there + " arrived at the server", null);
        }
    }

    private void goOn(Remote remote, Path claimed) throws IOException {
        Optional<RemoteFile> temporary = remote.find(temporary(claimed));
        if (temporary.isPresent()) {
            if (temporary.get().size() != Files.size(claimed)) {
                upload(remote, claimed);
            }
            rename(remote, claimed);
        } else if (remote.find(target(claimed)).isEmpty()) {
            LOG.info("the partner has taken the file already connection={} file={}", name, nameOf(claimed));
        }
        sent(claimed);
    }

    /** When the server says no, it has surely not been renamed: so it waits again, and its temporary name proves nothing any more. */
    private void rename(Remote remote, Path claimed) throws IOException {
        try {
            remote.rename(temporary(claimed), target(claimed));
        } catch (RefusedByServerException no) {
            try {
                Files.move(claimed, folders.outbox().resolve(nameOf(claimed)));
            } catch (FileAlreadyExistsException writtenAgain) {
                no.addSuppressed(writtenAgain);
            }
            throw no;
        }
    }

    private void sent(Path claimed) throws IOException {
        Files.move(
                claimed,
                sent.resolve(nameOf(claimed)),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        LOG.info("file brought to the server connection={} file={}", name, nameOf(claimed));
    }

    private void bury(Path file, String reason) throws IOException {
        Files.writeString(
                dead.resolve(nameOf(file) + REASON),
                nameOf(file) + " was tried " + FileTries.MOST + " times at " + peer
                        + " and is not tried again. Move it back to " + folders.outbox() + " when the reason is gone:\n"
                        + reason + "\n");
        Files.move(
                file, dead.resolve(nameOf(file)), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        tries.forget(nameOf(file));
        LOG.error(
                "file is not sent: the server refuses it connection={} file={} reason={}", name, nameOf(file), reason);
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

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    private String temporary(Path file) {
        return target(file) + TEMPORARY;
    }

    private String target(Path file) {
        return to + "/" + nameOf(file);
    }
}
