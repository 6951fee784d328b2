package org.lottrace.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.lottrace.genealogy.internal.graph.WarmUp;

/**
 * Reports in the first two minutes after the graph is complete, against the same by SQL, in turns: processor time of the thread that
 * asks, and for SQL of the server process besides. Nothing was asked before; the graph warms up by itself, as it does in production,
 * while it is asked. Every answer is compared. Linux only, in a process of its own.
 */
final class FirstMinuteComparison {
    /** Until the graph has warmed up; the rest of the first minute; the second. */
    private static final List<Duration> ENDS =
            List.of(Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofMinutes(2));

    /** In one round; the ingredient in everything is asked about in every third only, as it takes the database seconds. */
    private static final int TYPICAL = 20;

    private static final int HUBS = 4;
    private static final int ROUNDS_TO_MEGA_HUB = 3;

    private final Company company;
    private final SqlRival sql;
    private final Path serverTime;
    private final long begin = System.nanoTime();
    /** By kind of lot and time since the graph was complete: nanoseconds of the graph, and of the database. */
    private final Map<String, List<List<Long>>> times = new LinkedHashMap<>();

    FirstMinuteComparison(Company company, String url) throws SQLException {
        this.company = company;
        sql = new SqlRival(url);
        serverTime = Path.of("/proc", Integer.toString(sql.serverProcess()), "schedstat");
    }

    void print() throws IOException, SQLException {
        int[] typical = company.typicalLots(200);
        int[] hubs = Arrays.copyOf(company.hubs(), 40);
        WarmUp warmUp = new WarmUp();
        warmUp.begin(new ReentrantLock(), company::graph);
        int asked = 0;
        int askedOfHubs = 0;
        for (int round = 0; time() < ENDS.size(); round++) {
            for (int i = 0; i < TYPICAL; i++) {
                ask("typical", typical[asked++ % typical.length]);
            }
            for (int i = 0; i < HUBS; i++) {
                ask("hub", hubs[askedOfHubs++ % hubs.length]);
            }
            if (round % ROUNDS_TO_MEGA_HUB == 0) {
                ask("megaHub", company.megaHub()[0]);
            }
        }
        warmUp.stop();
        sql.close();
        times.forEach((what, both) -> {
            long graph = tail(both.get(0));
            long database = tail(both.get(1));
            System.out.printf(
                    "report, %s: %d questions, graph %s; SQL %s; 99th percentile %.1f times faster%n",
                    what,
                    both.get(0).size(),
                    CpuComparison.summary(both.get(0)),
                    CpuComparison.summary(both.get(1)),
                    (double) database / graph);
        });
    }

    private void ask(String kind, int lot) throws IOException, SQLException {
        Duration end = ENDS.get(Math.min(time(), ENDS.size() - 1));
        String what = kind + ", until " + end.toSeconds() + " s";
        List<List<Long>> both = times.computeIfAbsent(what, none -> List.of(new ArrayList<>(), new ArrayList<>()));
        long before = own();
        ReportSums answer = company.report(lot);
        both.get(0).add(own() - before);
        before = own() + ofServer();
        ReportSums expected = sql.report(lot);
        both.get(1).add(own() + ofServer() - before);
        if (!expected.equals(answer)) {
            throw new IllegalStateException(kind + " " + lot + ": " + expected + " and " + answer + " differ");
        }
    }

    private int time() {
        Duration passed = Duration.ofNanos(System.nanoTime() - begin);
        return (int) ENDS.stream().filter(end -> end.compareTo(passed) <= 0).count();
    }

    private static long own() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private long ofServer() throws IOException {
        return Long.parseLong(Files.readString(serverTime).split(" ")[0]);
    }

    private static long tail(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() * 99 / 100);
    }
}
