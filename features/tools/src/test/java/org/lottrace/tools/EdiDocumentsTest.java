package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdiDocumentsTest {
    @TempDir
    private Path folder;

    @Test
    void nobody_waits_for_a_lottrace_that_has_ended() throws IOException {
        Path document = Files.writeString(folder.resolve("notice.edi"), "ISA");
        EdiDocuments edi = new EdiDocuments(folder.resolve("edi"), () -> false);

        List<String> problems = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> edi.handOver(document));

        assertEquals(List.of("nobody is there to take it out of " + folder.resolve("edi/inbox")), problems);
    }

    @Test
    void what_is_taken_is_no_problem() throws Exception {
        Path document = Files.writeString(folder.resolve("notice.edi"), "ISA");
        Path dropped = folder.resolve("edi/inbox/notice.edi");

        assertEquals(List.of(), new EdiDocuments(folder.resolve("edi"), () -> taken(dropped)).handOver(document));
    }

    private static boolean taken(Path dropped) {
        try {
            return Files.deleteIfExists(dropped);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
