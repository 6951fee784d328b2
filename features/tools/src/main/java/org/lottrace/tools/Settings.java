package org.lottrace.tools;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the environment says, read once. What is wrong is named, all of it; an empty variable is one that is not set.
 *
 * @param home folder of the distribution; nothing is written there
 * @param data absolute; everything that is written goes there
 * @param host the address to listen on
 * @param httpPort 0 when it was given wrongly, as {@code sshPort}
 * @param https whether and how it is reached by HTTPS
 * @param sample whether the sample company is loaded at the first start
 * @param sampleToday the day of which the sample company's story tells, without its last days; absent: the day of the first start
 * @param patience how long a start may take until LotTrace is healthy
 * @param javaOptions instead of those of {@code bin/setenv}; empty: those
 * @param problems what was given wrongly, each with what to do
 */
record Settings(
        Path home,
        Path data,
        String host,
        int httpPort,
        int sshPort,
        Https https,
        boolean sample,
        Optional<LocalDate> sampleToday,
        Duration patience,
        String javaOptions,
        List<String> problems) {
    static final String HTTP_PORT = "LOTTRACE_HTTP_PORT";
    static final String SSH_PORT = "LOTTRACE_SSH_PORT";
    static final String HOST = "LOTTRACE_HOST";
    static final String HEAP = "LOTTRACE_HEAP";
    static final String DATA = "LOTTRACE_DATA";
    private static final int LAST_PORT = 65_535;
    private static final int ONE_DAY_SECONDS = 86_400;
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    static Settings of(Map<String, String> environment, Path home, Path current) {
        Reader reader = new Reader(environment);
        int http = reader.number(HTTP_PORT, 8181, LAST_PORT);
        int ssh = reader.number(SSH_PORT, 8101, LAST_PORT);
        if (http == ssh && http != 0) {
            reader.problems.add(
                    HTTP_PORT + " and " + SSH_PORT + " are both " + http + ": set one of them to another port");
        }
        Https https = reader.https(current);
        if (https.isOn() && https.port() != 0 && (https.port() == http || https.port() == ssh)) {
            reader.problems.add(Https.PORT + " is " + https.port() + ", as "
                    + (https.port() == http ? HTTP_PORT : SSH_PORT) + ": set one of them to another port");
        }
        reader.heap();
        int patience = reader.number("LOTTRACE_START_TIMEOUT", 120, ONE_DAY_SECONDS);
        return new Settings(
                home,
                reader.folder(DATA, home.resolve(".lottrace"), current),
                reader.text(HOST, "127.0.0.1"),
                http,
                ssh,
                https,
                reader.yesOrNo("LOTTRACE_SAMPLE"),
                reader.day("LOTTRACE_SAMPLE_TODAY"),
                Duration.ofSeconds(patience),
                reader.text("JAVA_OPTS", ""),
                List.copyOf(reader.problems));
    }

    /** @return where the running one is asked from this machine */
    String address() {
        return ANY_ADDRESS.contains(host) ? "127.0.0.1" : host;
    }

    /** @return the folder of the Karaf that runs: its configuration, its caches, its log */
    Path karaf() {
        return data.resolve("karaf");
    }

    Path etc() {
        return karaf().resolve("etc");
    }

    Path consoleLog() {
        return data.resolve("console.log");
    }

    private record Reader(Map<String, String> environment, List<String> problems) {
        Reader(Map<String, String> environment) {
            this(environment, new ArrayList<>());
        }

        String text(String variable, String otherwise) {
            String given = environment.getOrDefault(variable, "").strip();
            return given.isEmpty() ? otherwise : given;
        }

        int number(String variable, int otherwise, int most) {
            String given = text(variable, String.valueOf(otherwise));
            if (given.matches("[0-9]{1,9}") && Integer.parseInt(given) >= 1 && Integer.parseInt(given) <= most) {
                return Integer.parseInt(given);
            }
            problems.add(variable + " is \"" + given + "\": set it to a whole number from 1 to " + most);
            return 0;
        }

        /** A word or a file: there is one setting for it. */
        Https https(Path current) {
            String given = text(Https.VARIABLE, "no");
            boolean ownKeyStore = !given.equals("yes") && !given.equals("no");
            List<String> names = Stream.of(text(Https.NAMES, "").split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            names.stream()
                    .filter(name -> !ServerCertificate.isName(name))
                    .forEach(name -> problems.add(Https.NAMES + " has \"" + name
                            + "\": set it to host names and addresses, separated by commas"));
            return new Https(
                    !given.equals("no"),
                    ownKeyStore ? Optional.of(folder(Https.VARIABLE, current, current)) : Optional.empty(),
                    number(Https.PORT, 8443, LAST_PORT),
                    names);
        }

        /** The environment hands it on to Karaf as it is. */
        void heap() {
            String given = text(HEAP, "");
            if (!given.isEmpty() && !given.matches("[0-9]{3,6}m")) {
                problems.add(HEAP + " is \"" + given + "\": set it to a number of megabytes, such as 1024m");
            }
        }

        boolean yesOrNo(String variable) {
            String given = text(variable, "yes");
            if (!given.equals("yes") && !given.equals("no")) {
                problems.add(variable + " is \"" + given + "\": set it to yes or no");
            }
            return given.equals("yes");
        }

        /** Any of this century: more would not fit into the lot numbers of the sample company. */
        Optional<LocalDate> day(String variable) {
            String given = text(variable, "");
            if (given.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDate.parse(given))
                        .filter(day -> day.getYear() / 100 == 20)
                        .or(() -> noDay(variable, given));
            } catch (DateTimeParseException noDay) {
                return noDay(variable, given);
            }
        }

        private Optional<LocalDate> noDay(String variable, String given) {
            problems.add(variable + " is \"" + given + "\": set it to a day of this century, such as 2026-11-26");
            return Optional.empty();
        }

        Path folder(String variable, Path otherwise, Path current) {
            String given = text(variable, otherwise.toString());
            try {
                return current.resolve(given).toAbsolutePath().normalize();
            } catch (InvalidPathException noPath) {
                problems.add(variable + " is \"" + given + "\", which is no path: " + noPath.getReason());
                return otherwise;
            }
        }
    }
}
