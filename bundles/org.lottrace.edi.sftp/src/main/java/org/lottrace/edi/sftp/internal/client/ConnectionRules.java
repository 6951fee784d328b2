package org.lottrace.edi.sftp.internal.client;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.lottrace.edi.sftp.internal.OwnerOnly;
import org.lottrace.edi.sftp.internal.PartnerName;

/** What a configuration must be. All that is wrong is said at once. */
final class ConnectionRules {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int LARGEST_MEGABYTES = 1000;
    private static final int HIGHEST_PORT = 65_535;
    private static final int SHORTEST_LOOK = 5;

    private final List<String> problems = new ArrayList<>();

    private ConnectionRules() {}

    /** @throws IllegalArgumentException with every problem, each with the name of its property */
    static ConnectionSettings settings(ConnectionConfig config) {
        return new ConnectionRules().check(config);
    }

    private ConnectionSettings check(ConnectionConfig config) {
        require(
                PartnerName.isGood(config.partner()),
                "partner",
                "is not 1 to 64 letters, digits, dots, dashes or underscores: " + config.partner());
        require(
                config.host().matches("[A-Za-z0-9.:_-]+"),
                "host",
                "is no name or address of a server: " + config.host());
        require(config.port() > 0 && config.port() <= HIGHEST_PORT, "port", "is not 1 to 65535: " + config.port());
        require(!config.user().isBlank(), "user", "is empty");
        Optional<Path> key = secret("key.file", config.key_file());
        Optional<Path> password = secret("password.file", config.password_file());
        require(
                !config.key_file().isBlank() || !config.password_file().isBlank(),
                "key.file",
                "and password.file are both empty: one is needed to log in");
        List<HostKeyPin> pins = pins(config.host_key());
        Optional<String> in = remote(config.remote_in());
        Optional<String> out = remote(config.remote_out());
        List<String> receivers = list(config.receivers());
        require(
                in.isPresent() || out.isPresent(),
                "remote.in",
                "and remote.out are both empty: nothing would be taken or sent");
        require(out.isEmpty() || !receivers.isEmpty(), "receivers", "is empty: nobody's files would go to remote.out");
        require(receivers.isEmpty() || out.isPresent(), "remote.out", "is empty, and there are receivers");
        receivers.forEach(receiver -> require(
                receiver.matches("[A-Z0-9]{2}:[ -~]{1,15}"),
                "receivers",
                "has no interchange address such as ZZ:MARKET: " + receiver));
        boolean isMoved = config.after().strip().equals("MOVE");
        require(
                isMoved || config.after().strip().equals("DELETE"),
                "after",
                "is not DELETE or MOVE: " + config.after());
        Optional<String> moveTo = remote(config.move_to());
        require(
                isMoved == moveTo.isPresent(),
                "move.to",
                isMoved ? "is empty, and after is MOVE" : "is set, and after is not MOVE");
        require(!isMoved || !moveTo.equals(in), "move.to", "is the same folder as remote.in");
        require(config.look_seconds() >= SHORTEST_LOOK, "look.seconds", "is not 5 or more: " + config.look_seconds());
        require(
                config.largest_file_megabytes() > 0 && config.largest_file_megabytes() <= LARGEST_MEGABYTES,
                "largest.file.megabytes",
                "is not 1 to 1000: " + config.largest_file_megabytes());
        require(config.timeout_seconds() > 0, "timeout.seconds", "is not 1 or more: " + config.timeout_seconds());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new ConnectionSettings(
                config.partner(),
                config.host(),
                config.port(),
                config.user().strip(),
                key,
                password,
                pins,
                in,
                out,
                new LinkedHashSet<>(receivers),
                isMoved ? moveTo : Optional.empty(),
                Duration.ofSeconds(config.look_seconds()),
                config.largest_file_megabytes() * MEGABYTE,
                Duration.ofSeconds(config.timeout_seconds()));
    }

    private void require(boolean isRight, String property, String problem) {
        if (!isRight) {
            problems.add(property + " " + problem);
        }
    }

    private Optional<Path> secret(String property, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(text.strip());
            OwnerOnly.problem(file).ifPresent(problem -> problems.add(property + ": " + problem));
            return Optional.of(file);
        } catch (InvalidPathException e) {
            problems.add(property + " is no path: " + text);
            return Optional.empty();
        }
    }

    /** None is no error: the first look says which key the server shows. */
    private List<HostKeyPin> pins(String[] configured) {
        List<HostKeyPin> pins = new ArrayList<>();
        for (String text : list(configured)) {
            HostKeyPin.of(text)
                    .ifPresentOrElse(
                            pins::add,
                            () -> problems.add(
                                    "host.key is no fingerprint such as SHA256: with 43 characters: " + text));
        }
        return pins;
    }

    private static Optional<String> remote(String folder) {
        String path = folder.strip().replaceAll("(?<=.)/+$", "");
        return path.isEmpty() ? Optional.empty() : Optional.of(path);
    }

    /** A {@code .cfg} file gives {@code a, b} as one text. */
    private static List<String> list(String[] configured) {
        return Arrays.stream(configured)
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
