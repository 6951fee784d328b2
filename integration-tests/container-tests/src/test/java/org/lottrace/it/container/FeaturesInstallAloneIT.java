package org.lottrace.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.it.container.StockKaraf.Outcome;

/** An administrator who wants one part only gets it, on an unchanged Karaf, by the lines of the manual and from the distribution alone. */
class FeaturesInstallAloneIT {
    private static final Path MANUAL = Path.of("../../features/distribution/README.md");
    private static final String COMPLETE = "lottrace";
    private static final int EACH = 3;
    private static final int ATTEMPTS = 100;

    /** Alone, a health check or a command waits for what it is about. Karaf says Waiting where a service is missing. */
    private static final String WATCHES_OTHERS = "Waiting LotTrace :: (health|console :: commands)";

    private static StockKaraf karaf;
    private static List<String> stockBundles;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path target = Path.of(System.getProperty("it.target"));
        karaf = new StockKaraf(
                target.resolve("stock/apache-karaf-" + System.getProperty("it.karaf.version")),
                Files.createTempDirectory(target, "stock-").resolve("karaf"));
        List<String> lines = manual("## Install into an existing Karaf 4.4");
        assertEquals("feature:install lottrace", lines.get(lines.size() - 1));
        Path distribution =
                Path.of(System.getProperty("it.system")).toRealPath().getParent();
        for (String line : lines.subList(0, lines.size() - 1)) {
            succeed(line.replace("/opt/lottrace", distribution.toString()));
        }
        stockBundles = bundles();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        karaf.stop();
    }

    @ParameterizedTest
    @MethodSource("features")
    void installs_alone_and_leaves_nothing_behind(String feature) throws IOException, InterruptedException {
        try {
            succeed("feature:install " + feature);

            assertEquals(List.of(), notRunningIn(feature));
        } finally {
            succeed("feature:uninstall " + feature);
        }
        assertEquals(stockBundles, bundles());
    }

    /**
     * The complete one and each third of those that the manual names, for each takes ten seconds; with {@code -Dit.whole=true} all of
     * them, and libraries, too.
     */
    static Stream<String> features() throws IOException {
        List<String> all = rows("feature:list --no-format")
                .map(row -> row[0].strip())
                .filter(name -> name.equals(COMPLETE) || name.startsWith(COMPLETE + "-"))
                .sorted()
                .toList();
        if (Boolean.getBoolean("it.whole")) {
            return all.stream();
        }
        String manual = Files.readString(MANUAL);
        List<String> named =
                all.stream().filter(name -> manual.contains("`" + name + "`")).toList();
        return Stream.concat(
                Stream.of(COMPLETE),
                IntStream.range(0, named.size())
                        .filter(i -> i % EACH == 0)
                        .mapToObj(named::get)
                        .filter(name -> !name.equals(COMPLETE)));
    }

    /** @return the first lines of code below a heading */
    private static List<String> manual(String heading) throws IOException {
        return Files.readAllLines(MANUAL).stream()
                .dropWhile(line -> !line.equals(heading))
                .dropWhile(line -> !line.startsWith("    "))
                .takeWhile(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
    }

    private static List<String> bundles() throws IOException {
        return rows("bundle:list -t 0 -s --no-format")
                .map(row -> row[4])
                .sorted()
                .toList();
    }

    private static List<String> notRunningIn(String feature) throws IOException, InterruptedException {
        List<String> notRunning = notRunning();
        for (int attempt = 0; !notRunning.isEmpty() && attempt < ATTEMPTS; attempt++) {
            if (!feature.equals("lottrace") && notRunning.stream().allMatch(row -> row.matches(WATCHES_OTHERS))) {
                return List.of();
            }
            TimeUnit.MILLISECONDS.sleep(100);
            notRunning = notRunning();
        }
        return notRunning;
    }

    /** A fragment is never active: attached to its host is all it can be. */
    private static List<String> notRunning() throws IOException {
        return rows("bundle:list -t 0 --no-format")
                .filter(row -> !row[1].strip().equals("Active"))
                .filter(row -> !row[4].contains("Hosts:"))
                .map(row -> row[1].strip() + " " + row[4])
                .toList();
    }

    private static Stream<String[]> rows(String command) throws IOException {
        return succeed(command).lines().map(line -> line.split("\t")).filter(row -> row.length > 1);
    }

    private static String succeed(String command) throws IOException {
        Outcome outcome = karaf.run(command);
        assertEquals(0, outcome.status(), command + " printed: " + outcome.output());
        return outcome.output();
    }
}
