package org.lottrace.persistence;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.persistence.testing.TestDatabase;

/** An H2 file keeps every commit that was acknowledged, also when the process is killed right after it. */
class DurabilityIT {
    private static final int ENOUGH = 50;

    @Test
    void what_was_committed_is_there_after_kill_9(@TempDir Path folder) throws IOException, InterruptedException {
        String url = "jdbc:h2:file:" + folder.resolve("db");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Writer.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int acknowledged = 0;
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null && acknowledged < ENOUGH; line = lines.readLine()) {
                acknowledged = Integer.parseInt(line);
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }

        TestDatabase reopened = new TestDatabase(url, "sa");

        assertTrue(acknowledged >= ENOUGH, "the writer ended early, at " + acknowledged);
        assertTrue(Stream.iterate(1, i -> i + 1)
                .limit(acknowledged)
                .allMatch(i -> reopened.lots().find(aLot("L" + i).key()).isPresent()));
    }

    /** Commits one lot after the other and says so after each; ends when it is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            TestDatabase database = new TestDatabase(arguments[0], "sa").withBakery();
            for (int i = 1; ; i++) {
                database.lots().insert(aLot("L" + i).build());
                System.out.println(i);
            }
        }
    }
}
