package org.lottrace.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Prints the numbers of the README; needs about 6 GB of memory. Run by the profile {@code benchmark} only. */
class FullBenchmarkIT {
    private static final int DAYS = Integer.getInteger("benchmark.days", 125_000);
    private static final int ROUNDS = 7;

    @Test
    void full_size() throws Exception {
        Path target = Path.of(System.getProperty("benchmark.target", "target"));
        Path folder = Files.createDirectories(target.resolve("benchmark"));
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("max_wal_size", "8GB")
                .start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            prepare(folder, url);
            restart(folder, url);
            history(folder);
            new CpuComparison(Company.saved(DAYS, folder), url).print();
            new SuspectComparison(Company.saved(DAYS, folder)).print();
            traces(folder, url, target.resolve("benchmark.json"));
        }
    }

    private static void prepare(Path folder, String url) throws IOException, SQLException {
        Company company = Company.after(DAYS);
        System.out.println("memory " + company.graph().memoryUse() + " bytes per edge "
                + (double) company.graph().memoryUse().edgeRows()
                        / company.graph().memoryUse().edges());
        company.save(folder);
        company.copyTo(url);
        BareWalk bare = company.bareWalk();
        for (int lot : new int[] {company.typicalLots(1)[0], company.hubs()[100], company.megaHub()[0]}) {
            System.out.println("lots " + bare.reach(lot) + " edges " + bare.edges());
        }
        try (SqlRival sql = new SqlRival(url)) {
            System.out.println(sql.plan(company.typicalLots(1)[0]));
        }
    }

    /** A start with the snapshot against reading the same rows from the database, without building anything of them. */
    private static void restart(Path folder, String url) throws Exception {
        try (SqlRival sql = new SqlRival(url)) {
            print("restart from snapshot", times(() -> Company.saved(DAYS, folder)
                    .walk(0)));
            print("rows of a rebuild from SQL", times(sql::readAll));
        }
    }

    /** The same questions with the same answers, when there is ten times as much history after them. */
    private static void history(Path folder) throws Exception {
        Company young = Company.after(DAYS, DAYS / 10);
        Company old = Company.saved(DAYS, folder);
        int[] lots = Arrays.stream(young.typicalLots(2_000, DAYS / 10))
                .filter(lot -> young.reach(lot, true).equals(old.reach(lot, true)))
                .toArray();
        System.out.println("history: same answer for " + lots.length + " of 2000 lots");
        List<Long> withOneTenth = new ArrayList<>();
        List<Long> withAll = new ArrayList<>();
        for (int round = 0; round < 60; round++) {
            withOneTenth.add(cpuTime(() -> Arrays.stream(lots).map(young::walk).sum()));
            withAll.add(cpuTime(() -> Arrays.stream(lots).map(old::walk).sum()));
        }
        System.out.println("one tenth of the history: " + CpuComparison.summary(withOneTenth.subList(20, 60)));
        System.out.println("all of the history: " + CpuComparison.summary(withAll.subList(20, 60)));
    }

    private static void traces(Path folder, String url, Path result) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(TraceBenchmark.class.getSimpleName())
                        .jvmArgs("-Dbenchmark.days=" + DAYS, "-Dbenchmark.folder=" + folder, "-Dbenchmark.url=" + url)
                        .resultFormat(ResultFormatType.JSON)
                        .result(result.toString())
                        .build())
                .run();
    }

    private static long cpuTime(Supplier<?> work) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long begin = thread.getCurrentThreadCpuTime();
        work.get();
        return thread.getCurrentThreadCpuTime() - begin;
    }

    private static long[] times(Callable<?> work) throws Exception {
        long[] times = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            work.call();
            times[round] = System.nanoTime() - begin;
        }
        return times;
    }

    private static void print(String what, long[] times) {
        long[] sorted =
                LongStream.of(times).map(nanos -> nanos / 1_000).sorted().toArray();
        System.out.println(
                what + ": median " + sorted[ROUNDS / 2] + " us, from " + sorted[0] + " to " + sorted[ROUNDS - 1]);
    }
}
