package org.lottrace.genealogy.internal.graph;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.lottrace.api.event.store.LedgerHead;

/**
 * A graph in a file, so that a start need not read the whole ledger. The header has the version of the form, and position
 * and hash of the newest event in it; the end has a CRC-32C of everything before.
 */
public final class GraphSnapshot {
    private static final long MAGIC = 0x4c6f_7454_7261_6365L;
    /** Another form gets another number: an older snapshot is then built again. */
    private static final long VERSION = 4;

    private static final String NAME = "lot-graph.snapshot";

    private final Path file;

    /** @param folder is created when something is written */
    public GraphSnapshot(Path folder) {
        file = folder.resolve(NAME);
    }

    /** @return the file */
    public Path file() {
        return file;
    }

    /**
     * Replaces the file as a whole: who reads it sees the old one or the new one.
     *
     * @param graph folded, and not changed meanwhile
     * @throws IOException if it cannot be written; the old one is still there
     */
    public void write(LotGraph graph) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(file.getParent(), NAME, ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                SnapshotWriter out = new SnapshotWriter(channel);
                out.number(MAGIC);
                out.number(VERSION);
                out.number(graph.head().position());
                out.text(graph.head().hash());
                graph.save(out);
                out.end();
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** @return true when there is one, whole or not */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * @return the graph in the file
     * @throws IOException if it cannot be read, is damaged or has another form; the message says which
     */
    public LotGraph read() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            SnapshotReader in = new SnapshotReader(channel);
            if (in.number() != MAGIC) {
                throw new IOException("it is not a snapshot");
            }
            long version = in.number();
            if (version != VERSION) {
                throw new IOException("it has form " + version + ", not " + VERSION);
            }
            LedgerHead head = new LedgerHead(in.number(), in.text());
            LotGraph graph = new LotGraph();
            graph.load(in, head);
            return graph;
        }
    }
}
