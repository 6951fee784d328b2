package org.lottrace.edi.sftp.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Which node a server is of, made at the first start: several share an outbox, and each has begun other files. */
final class NodeId {
    private NodeId() {}

    /** @throws IOException if it cannot be made or read, or is not one */
    static UUID in(Path folder) throws IOException {
        Path file = folder.resolve("node-id");
        if (!Files.exists(file)) {
            Path partial = Files.createTempFile(folder, ".node", "");
            Files.writeString(partial, UUID.randomUUID() + "\n");
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            return UUID.fromString(Files.readString(file).strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds no id of a node; delete it, and a new one is made", e);
        }
    }
}
