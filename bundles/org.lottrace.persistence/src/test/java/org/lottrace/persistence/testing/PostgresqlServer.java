package org.lottrace.persistence.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A process of its own: it starts PostgreSQL for all JVMs of one build, and stops it when the build has ended. */
final class PostgresqlServer {
    private PostgresqlServer() {}

    /**
     * @param arguments the process to outlive, by its number, and the file that will hold the port when the server answers
     */
    public static void main(String... arguments) throws IOException {
        Path port = Path.of(arguments[1]);
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Path written = Files.writeString(port.resolveSibling("port.new"), String.valueOf(server.getPort()));
            Files.move(written, port, StandardCopyOption.ATOMIC_MOVE);
            ProcessHandle.of(Long.parseLong(arguments[0]))
                    .ifPresent(build -> build.onExit().join());
        } finally {
            Files.deleteIfExists(port);
        }
    }
}
