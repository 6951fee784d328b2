package org.lottrace.edi.sftp.internal.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A connection with the partner {@code acme}, as tests want it. */
final class Settings {
    static final String RECEIVER = "ZZ:ACME";

    private Settings() {}

    static ConnectionSettings local(Optional<String> moveTo) {
        return of("127.0.0.1", 22, "lottrace", Optional.empty(), List.of(), "in", "out", moveTo);
    }

    static ConnectionSettings of(
            String host,
            int port,
            String user,
            Optional<Path> key,
            List<HostKeyPin> pins,
            String in,
            String out,
            Optional<String> moveTo) {
        return new ConnectionSettings(
                "acme",
                host,
                port,
                user,
                key,
                Optional.empty(),
                pins,
                Optional.of(in),
                Optional.of(out),
                Set.of(RECEIVER),
                moveTo,
                Duration.ofSeconds(60),
                200_000_000,
                Duration.ofSeconds(20));
    }
}
