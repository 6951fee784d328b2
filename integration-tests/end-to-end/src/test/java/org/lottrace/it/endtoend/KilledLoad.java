package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;

/** A power cut in the middle of the load of the sample company. */
final class KilledLoad {
    private static final int FILES_BEFORE_THE_KILL = 8;

    private KilledLoad() {}

    /** The first start is killed while it loads; the second goes through. */
    static void repeatedIn(LotTraceProcess killed) throws Exception {
        Process interrupted = killed.start("run");
        Waiting.until("the middle of the load", () -> filesIn(killed.edi("archive")) >= FILES_BEFORE_THE_KILL);
        killed.kill();
        String told = new String(interrupted.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(interrupted.waitFor() != 0);
        assertTrue(told.contains("LotTrace ended"), told);

        Outcome run = killed.script("run");
        assertEquals(0, run.status(), run.output());
    }

    private static long filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .count();
        }
    }
}
