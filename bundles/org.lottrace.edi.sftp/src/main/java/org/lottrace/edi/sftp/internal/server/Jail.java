package org.lottrace.edi.sftp.internal.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The home of a partner: what lies in it, who writes to it, and how much may. For all sessions of the partner. */
final class Jail {
    static final String IN = "in";
    static final String OUT = "out";
    static final String ANOTHER_WRITES = "another session writes this file now, or it was deleted";
    /** So that very many empty files count, too. */
    private static final long LEAST = 4096;

    private final Path root;
    private final long largest;
    private final long quota;
    /** The session that has opened a file last. */
    private final Map<Path, Object> writers = new HashMap<>();

    private final Set<Path> claimed = new HashSet<>();
    private long used;

    Jail(Path root, long largest, long quota) {
        this.root = root;
        this.largest = largest;
        this.quota = quota;
    }

    /** @throws IOException if a folder cannot be made, or is a link that could lead anywhere */
    void create() throws IOException {
        Files.createDirectories(in());
        Files.createDirectories(out());
        for (Path folder : new Path[] {root, in(), out()}) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(folder + " is a link; a home must hold its own folders");
            }
        }
    }

    Path root() {
        return root;
    }

    Path in() {
        return root.resolve(IN);
    }

    Path out() {
        return root.resolve(OUT);
    }

    /**
     * Opens a file for writing. From now on only this session writes to it: one that has opened it before may have lost its connection
     * without noticing, and its partner begins again.
     *
     * @throws AccessDeniedException if the file is being taken just now, or the quota is used up
     */
    synchronized MeteredChannel open(Path file, Set<? extends OpenOption> options, Object session) throws IOException {
        refuseClaimed(file);
        if (used() + (Files.exists(file) ? 0 : LEAST) > quota) {
            throw new AccessDeniedException(file.getFileName().toString(), null, full());
        }
        MeteredChannel channel = channel(file, options, session, true);
        used = used();
        writers.put(file, session);
        return channel;
    }

    /** @throws AccessDeniedException if the session does not write the file: then it may be a whole one by now */
    synchronized MeteredChannel openForSize(Path file, Set<? extends OpenOption> options, Object session)
            throws IOException {
        refuseOthers(file, session);
        return channel(file, options, session, false);
    }

    private MeteredChannel channel(Path file, Set<? extends OpenOption> options, Object session, boolean isUpload)
            throws IOException {
        FileChannel channel = FileChannel.open(file, options);
        try {
            return new MeteredChannel(channel, this, file, session, isUpload);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** @return false when another session has the file now, or it was deleted: then it is left alone */
    synchronized boolean endWriting(Path file, Object session, boolean isBroken) throws IOException {
        if (writers.get(file) != session) {
            return false;
        }
        writers.remove(file);
        if (isBroken) {
            Files.deleteIfExists(file);
        }
        return true;
    }

    interface Write {
        void run() throws IOException;
    }

    /**
     * Writes, while nobody else can open the file.
     *
     * @param end bytes that the file has afterwards
     * @param growth of them new ones
     * @throws IOException if that is too much, or another session writes the file now
     */
    synchronized void write(Path file, Object session, long end, long growth, Write write) throws IOException {
        refuseOthers(file, session);
        if (end > largest) {
            throw new IOException(
                    file.getFileName() + " is larger than " + largest + " bytes, as many as a file may have");
        }
        if (used + growth > quota) {
            throw new IOException(full());
        }
        used += growth;
        write.run();
    }

    private String full() {
        return "in is full: " + quota + " bytes may lie there at a time";
    }

    private long used() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(in())) {
            for (Path file : files.toList()) {
                bytes += Math.max(LEAST, Files.exists(file) ? Files.size(file) : 0);
            }
        }
        return bytes;
    }

    /** @return true when nobody writes to the file; from now on nobody may, until it is {@link #release}d */
    synchronized boolean claim(Path file) {
        return !writers.containsKey(file) && claimed.add(file);
    }

    synchronized void release(Path file) {
        claimed.remove(file);
    }

    synchronized void rename(Path from, Path to) throws IOException {
        refuseClaimed(from);
        refuseClaimed(to);
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(to.getFileName().toString());
        }
        if (writers.containsKey(from)) {
            throw new AccessDeniedException(from.getFileName().toString(), null, "it is being written");
        }
        Files.move(from, to);
    }

    synchronized void remove(Path file) throws IOException {
        refuseClaimed(file);
        Files.delete(file);
        writers.remove(file);
    }

    private void refuseOthers(Path file, Object session) throws AccessDeniedException {
        if (writers.get(file) != session) {
            throw new AccessDeniedException(file.getFileName().toString(), null, ANOTHER_WRITES);
        }
    }

    private void refuseClaimed(Path file) throws AccessDeniedException {
        if (claimed.contains(file)) {
            throw new AccessDeniedException(file.getFileName().toString(), null, "it is being taken");
        }
    }
}
