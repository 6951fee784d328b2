package org.lottrace.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The same questions by the processor time they take: of this thread, and for SQL of the server process besides. Unlike the
 * time on the clock it is comparable on a machine that does other work, too. Answers are compared in each round. Linux only.
 */
final class CpuComparison {
    private final Company company;
    private final BareWalk bare;
    private final SqlRival sql;
    private final Path serverTime;

    CpuComparison(Company company, String url) throws SQLException {
        this.company = company;
        bare = company.bareWalk();
        sql = new SqlRival(url);
        serverTime = Path.of("/proc", Integer.toString(sql.serverProcess()), "schedstat");
    }

    /** A question, and whether a database is asked. */
    private record Asked(boolean ofSql, Question question) {}

    private interface Question {
        Object ask(int lot) throws SQLException;
    }

    void print() throws IOException, SQLException {
        print("typical", company.typicalLots(200), 5);
        print("hub", Arrays.copyOf(company.hubs(), 40), 3);
        print("megaHub", company.megaHub(), 6);
        sql.close();
    }

    private void print(String kind, int[] lots, int rounds) throws IOException, SQLException {
        Map<String, Asked> questions = new LinkedHashMap<>();
        questions.put("set from graph", new Asked(false, lot -> company.reach(lot, true)));
        questions.put("set from sql", new Asked(true, lot -> sql.reach(lot, true)));
        questions.put("report from graph", new Asked(false, company::report));
        questions.put("report from sql", new Asked(true, sql::report));
        questions.put("walk over graph", new Asked(false, company::walk));
        questions.put("walk bare", new Asked(false, bare::reach));
        warmUp(questions.values());
        Map<String, Object> answers = new LinkedHashMap<>();
        Map<String, List<Long>> times = new LinkedHashMap<>();
        long edges = 0;
        for (int round = 0; round < rounds; round++) {
            edges = 0;
            for (int lot : lots) {
                for (Map.Entry<String, Asked> entry : questions.entrySet()) {
                    long begin = now(entry.getValue().ofSql);
                    Object answer = entry.getValue().question.ask(lot);
                    long time = now(entry.getValue().ofSql) - begin;
                    check(answers, entry.getKey().split(" ")[0] + " " + lot, answer);
                    if (round > 0) {
                        times.computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
                                .add(time);
                    }
                }
                edges += bare.edges();
            }
        }
        for (Map.Entry<String, List<Long>> entry : times.entrySet()) {
            System.out.println(kind + ", " + entry.getKey() + ": " + summary(entry.getValue()));
        }
        System.out.printf(
                "%s: %d edges in all, a walk over the graph takes %.1f ns for each, a bare one %.1f ns%n",
                kind,
                edges,
                (double) sum(times.get("walk over graph")) / edges / (rounds - 1),
                (double) sum(times.get("walk bare")) / edges / (rounds - 1));
    }

    /** A server that runs for weeks has compiled what it needs: so the graph is asked what does not take long, many times. */
    private void warmUp(Collection<Asked> questions) throws SQLException {
        for (int lot : company.typicalLots(2_000)) {
            for (Asked asked : questions) {
                if (!asked.ofSql) {
                    asked.question.ask(lot);
                }
            }
        }
    }

    private long now(boolean ofSql) throws IOException {
        long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return ofSql ? own + Long.parseLong(Files.readString(serverTime).split(" ")[0]) : own;
    }

    private static void check(Map<String, Object> answers, String question, Object answer) {
        Object before = answers.putIfAbsent(question, answer);
        if (before != null && !before.equals(answer)) {
            throw new IllegalStateException(question + ": " + before + " and " + answer + " differ");
        }
    }

    static String summary(List<Long> nanos) {
        long[] micros = nanos.stream().mapToLong(n -> n / 1_000).sorted().toArray();
        return "median " + micros[micros.length / 2] + " us, p99 " + micros[micros.length * 99 / 100] + " us, from "
                + micros[0] + " to " + micros[micros.length - 1];
    }

    private static long sum(List<Long> times) {
        return LongStream.of(times.stream().mapToLong(t -> t).toArray()).sum();
    }
}
