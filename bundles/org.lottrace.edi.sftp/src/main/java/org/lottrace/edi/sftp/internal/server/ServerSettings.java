package org.lottrace.edi.sftp.internal.server;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.edi.sftp.internal.PartnerName;

/**
 * Our server as it is configured, checked.
 *
 * @param port to listen on; 0: any that is free, for tests
 * @param host address to listen on
 * @param folder with keys and homes
 * @param receivers whose files a partner fetches, by partner
 * @param sessions how many a partner may have
 * @param largest bytes of the largest file
 * @param quota bytes in a partner's {@code in}
 * @param idle after which a session is ended
 * @param login time for a login
 */
record ServerSettings(
        int port,
        String host,
        Path folder,
        Map<String, Set<String>> receivers,
        int sessions,
        long largest,
        long quota,
        Duration idle,
        Duration login) {
    private static final long MEGABYTE = 1024 * 1024;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LARGEST_MEGABYTES = 1000;

    ServerSettings {
        receivers = Map.copyOf(receivers);
    }

    /** @throws IllegalArgumentException with every problem, each with the name of its property */
    static ServerSettings of(ServerConfig config) {
        List<String> problems = new ArrayList<>();
        require(
                problems,
                config.port() > 0 && config.port() <= HIGHEST_PORT,
                "port is not 1 to 65535: " + config.port());
        require(problems, config.host().matches("[A-Za-z0-9.:_-]+"), "host is no address: " + config.host());
        require(
                problems,
                config.sessions_per_partner() > 0,
                "sessions.per.partner is not 1 or more: " + config.sessions_per_partner());
        require(
                problems,
                config.largest_file_megabytes() > 0 && config.largest_file_megabytes() <= LARGEST_MEGABYTES,
                "largest.file.megabytes is not 1 to 1000: " + config.largest_file_megabytes());
        require(
                problems,
                config.inbox_quota_megabytes() >= config.largest_file_megabytes(),
                "inbox.quota.megabytes is less than largest.file.megabytes: " + config.inbox_quota_megabytes());
        require(problems, config.idle_seconds() > 0, "idle.seconds is not 1 or more: " + config.idle_seconds());
        require(problems, config.login_seconds() > 0, "login.seconds is not 1 or more: " + config.login_seconds());
        Map<String, Set<String>> receivers = receivers(config.receivers(), problems);
        Path folder = Path.of("");
        try {
            folder = Path.of(config.folder().strip());
        } catch (InvalidPathException e) {
            problems.add("folder is no path: " + config.folder());
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new ServerSettings(
                config.port(),
                config.host(),
                folder,
                receivers,
                config.sessions_per_partner(),
                config.largest_file_megabytes() * MEGABYTE,
                config.inbox_quota_megabytes() * MEGABYTE,
                Duration.ofSeconds(config.idle_seconds()),
                Duration.ofSeconds(config.login_seconds()));
    }

    private static void require(List<String> problems, boolean isRight, String problem) {
        if (!isRight) {
            problems.add(problem);
        }
    }

    private static Map<String, Set<String>> receivers(String[] configured, List<String> problems) {
        Map<String, Set<String>> receivers = new HashMap<>();
        Arrays.stream(configured)
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> {
                    String[] sides = text.split("=", 2);
                    if (sides.length == 2
                            && PartnerName.isGood(sides[0].strip())
                            && sides[1].strip().matches("[A-Z0-9]{2}:[ -~]{1,15}")) {
                        receivers
                                .computeIfAbsent(sides[0].strip(), partner -> new HashSet<>())
                                .add(sides[1].strip());
                    } else {
                        problems.add("receivers has no entry such as acme=ZZ:ACME: " + text);
                    }
                });
        return receivers;
    }
}
