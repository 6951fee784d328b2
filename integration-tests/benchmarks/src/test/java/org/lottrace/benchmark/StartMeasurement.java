package org.lottrace.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.EmbeddedPostgresql;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * The distribution as it is built, with its own heap: first with the sample company ({@code benchmark.sample}, true), then on PostgreSQL with
 * {@code benchmark.events} events (100,000), once without and {@code benchmark.turns} times (3) with the graph's snapshot. Until when
 * it is healthy, until when the graph is complete, with which processor time and memory. Linux only.
 *
 * <p>{@code benchmark.database}, the URL of a database with its user, keeps the history for the next run: there it is grown to that
 * many events, or used as it is. {@code benchmark.distribution} is the archive, where it is not the one of this checkout.
 */
final class StartMeasurement {
    private static final long EVENTS = Long.getLong("benchmark.events", 100_000);
    private static final int TURNS = Integer.getInteger("benchmark.turns", 3);
    private static final Duration PATIENCE = Duration.ofHours(3);

    private final Path folder;

    StartMeasurement() throws IOException {
        Path target = Path.of(System.getProperty("benchmark.target", "target")).toAbsolutePath();
        folder = Files.createTempDirectory(Files.createDirectories(target), "start-");
    }

    void print() throws Exception {
        Path program = StartedLotTrace.unpacked(folder);
        if (Boolean.parseBoolean(System.getProperty("benchmark.sample", "true"))) {
            sampleCompany(program);
        }
        String url = System.getProperty("benchmark.database", "");
        url = url.isEmpty() ? EmbeddedPostgresql.newDatabase("start") : url;
        long events = grown(url);
        try (StartedLotTrace lottrace = new StartedLotTrace(program, folder.resolve("long"))) {
            lottrace.configure(url, user(url));
            System.out.printf("%,d events, no snapshot: %s%n", events, lottrace.start(false));
            List<StartedLotTrace.Start> turns = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                lottrace.stop();
                turns.add(lottrace.start(false));
                System.out.printf("%,d events, from the snapshot: %s%n", events, turns.get(turn));
            }
            System.out.printf(
                    "%,d events, from the snapshot: healthy after %s s, graph complete after %s s, processor time %s s; %s MB, at most %s MB%n",
                    events,
                    Spread.of(
                            turns.stream().map(start -> start.healthy().clock()).toList()),
                    Spread.of(turns.stream()
                            .map(start -> start.complete().clock())
                            .toList()),
                    Spread.of(turns.stream()
                            .map(start -> start.complete().processor())
                            .toList()),
                    Spread.of(turns.stream()
                            .map(start -> (double) start.memory().resident())
                            .toList()),
                    Spread.of(turns.stream()
                            .map(start -> (double) start.memory().highest())
                            .toList()));
        }
    }

    private void sampleCompany(Path program) throws Exception {
        try (StartedLotTrace sample = new StartedLotTrace(program, folder.resolve("sample"))) {
            System.out.println("sample company, first start, loaded: " + sample.start(true));
            sample.stop();
            System.out.println("sample company, started again: " + sample.start(true));
        }
    }

    static TestDatabase databaseAt(String url) {
        return new TestDatabase(url, user(url));
    }

    private static String user(String url) {
        return url.replaceFirst(".*[?&]user=([^&]*).*", "$1");
    }

    /** @return how many events there are, all of them taken in by what follows the ledger in a database */
    private static long grown(String url) {
        TestDatabase database = databaseAt(url);
        boolean isNew =
                database.unitOfWork().required(() -> database.ledger().head().position()) == 0;
        try (TestCompany company =
                TestCompany.on(isNew ? database.withBakery() : database).with(Clock.class, Bakery.CLOCK)) {
            new GrowingHistory(database, company.service(Ledger.class)).growTo(EVENTS);
            database.sql("analyze"); // as the server does by itself after some minutes
            LedgerFollowers followers = company.service(LedgerFollowers.class);
            company.services(LedgerFollower.class).stream()
                    .map(LedgerFollower::name)
                    .filter(name -> !name.equals("graph"))
                    .forEach(name -> followers.catchUp(name, PATIENCE));
            return company.service(Ledger.class).head();
        } finally {
            database.stop();
        }
    }
}
