package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A program of Debian's that LotTrace has to get on with. */
final class OtherProgram {
    private OtherProgram() {}

    /** Runs a program of others that has to be content; the test is skipped where it is missing. */
    static void succeeds(String... call) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(call).redirectErrorStream(true);
        program.environment().put("LC_ALL", "C.UTF-8");
        Process running;
        try {
            running = program.start();
        } catch (IOException missing) {
            abort(call[0] + " is not there: .ci/run installs Debian's package");
            return;
        }
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, running.waitFor(), said);
    }
}
