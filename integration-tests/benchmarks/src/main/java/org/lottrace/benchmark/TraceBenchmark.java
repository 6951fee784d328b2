package org.lottrace.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Every answer of graph and database is compared inside the timed run with what the database answered before. The two
 * {@code walk} benchmarks compare sizes only: they are about the cost of following an edge.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-XX:+UseParallelGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
public class TraceBenchmark {
    /** Many questions with different answers, so that the tail is one of questions, too. */
    @State(Scope.Benchmark)
    public static class Questions {
        private static final int TYPICAL = 200;
        private static final int HUBS = 40;

        @Param({"typical", "hub", "megaHub"})
        public String of;

        Company company;
        SqlRival sql;
        int[] lots;
        private int next;

        @Setup(Level.Trial)
        public void load() throws IOException, SQLException {
            company = Company.saved(
                    Integer.getInteger("benchmark.days"), Path.of(System.getProperty("benchmark.folder")));
            company.warmUp();
            sql = new SqlRival(System.getProperty("benchmark.url"));
            lots = Map.of(
                            "typical", company.typicalLots(TYPICAL),
                            "hub", Arrays.copyOf(company.hubs(), HUBS),
                            "megaHub", company.megaHub())
                    .get(of);
        }

        @TearDown(Level.Trial)
        public void close() throws SQLException {
            sql.close();
        }

        int one() {
            next = next + 1 == lots.length ? 0 : next + 1;
            return next;
        }
    }

    /** What the database reaches. */
    @State(Scope.Benchmark)
    public static class Sets {
        final SetSums[] expected = new SetSums[200];

        @Setup(Level.Trial)
        public void ask(Questions questions) throws SQLException {
            for (int i = 0; i < questions.lots.length; i++) {
                expected[i] = questions.sql.reach(questions.lots[i], true);
            }
        }
    }

    /** What the database reports. */
    @State(Scope.Benchmark)
    public static class Reports {
        final ReportSums[] expected = new ReportSums[200];

        @Setup(Level.Trial)
        public void ask(Questions questions) throws SQLException {
            for (int i = 0; i < questions.lots.length; i++) {
                expected[i] = questions.sql.report(questions.lots[i]);
            }
        }
    }

    /** The edges alone. */
    @State(Scope.Benchmark)
    public static class Bare {
        BareWalk walk;

        @Setup(Level.Trial)
        public void build(Questions questions) {
            walk = questions.company.bareWalk();
        }
    }

    @Benchmark
    public void setFromGraph(Questions questions, Sets sets) {
        int i = questions.one();
        check(sets.expected[i], questions.company.reach(questions.lots[i], true));
    }

    @Benchmark
    public void setFromSql(Questions questions, Sets sets) throws SQLException {
        int i = questions.one();
        check(sets.expected[i], questions.sql.reach(questions.lots[i], true));
    }

    @Benchmark
    public void walkOverGraph(Questions questions, Sets sets) {
        int i = questions.one();
        check(sets.expected[i].size(), (long) questions.company.walk(questions.lots[i]));
    }

    @Benchmark
    public void walkBare(Questions questions, Sets sets, Bare bare) {
        int i = questions.one();
        check(sets.expected[i].size(), (long) bare.walk.reach(questions.lots[i]));
    }

    @Benchmark
    public void reportFromGraph(Questions questions, Reports reports) {
        int i = questions.one();
        check(reports.expected[i], questions.company.report(questions.lots[i]));
    }

    @Benchmark
    public void reportFromSql(Questions questions, Reports reports) throws SQLException {
        int i = questions.one();
        check(reports.expected[i], questions.sql.report(questions.lots[i]));
    }

    private static void check(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException(Arrays.asList(expected, actual) + " differ");
        }
    }
}
