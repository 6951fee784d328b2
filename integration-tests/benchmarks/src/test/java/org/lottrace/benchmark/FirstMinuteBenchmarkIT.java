package org.lottrace.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Prints how long reports take right after a start; run alone, by the profile {@code benchmark} only. */
class FirstMinuteBenchmarkIT {
    private static final int DAYS = Integer.getInteger("benchmark.days", 125_000);

    @Test
    void reports_of_the_first_minutes() throws Exception {
        Path folder =
                Files.createDirectories(Path.of(System.getProperty("benchmark.target", "target"), "first-minute"));
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("max_wal_size", "8GB")
                .start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            Company company = Company.after(DAYS);
            company.save(folder);
            company.copyTo(url);
            new FirstMinuteComparison(Company.saved(DAYS, folder), url).print();
        }
    }
}
