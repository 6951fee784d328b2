package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;

/** A power cut in the middle of a load loses nothing that was acknowledged and doubles nothing when it is repeated. */
class KilledLoadIT {
    private static final int FILES_BEFORE_THE_KILL = 8;

    @Test
    void a_load_that_was_killed_and_repeated_ends_with_the_same_ledger() throws Exception {
        try (LotTraceProcess killed = new LotTraceProcess("killed")) {
            Process interrupted = killed.start("run");
            Waiting.until("the middle of the load", () -> filesIn(killed.edi("archive")) >= FILES_BEFORE_THE_KILL);
            killed.kill();
            String told = new String(interrupted.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(interrupted.waitFor() != 0);
            assertTrue(told.contains("LotTrace ended"), told);

            Outcome repeated = killed.script("run");

            assertEquals(0, repeated.status(), repeated.output());
            try (LotTraceProcess undisturbed = new LotTraceProcess("undisturbed")) {
                Outcome run = undisturbed.script("run");
                assertEquals(0, run.status(), run.output());
                assertEquals(ledger(undisturbed), ledger(killed));
                assertEquals(undisturbed.shell("cost:inventory"), killed.shell("cost:inventory"));
            }
        }
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

    /** Everything but when it was recorded, where other chains stood then, and the hash over that. */
    private static JsonNode ledger(LotTraceProcess lottrace) throws IOException, InterruptedException {
        JsonNode events = lottrace.shell("lot:events --after 0 --limit 10000");
        events.forEach(event -> {
            ((ObjectNode) event).remove(List.of("recorded", "hash"));
            ((ObjectNode) event.path("event")).remove("anchors");
        });
        return events;
    }
}
