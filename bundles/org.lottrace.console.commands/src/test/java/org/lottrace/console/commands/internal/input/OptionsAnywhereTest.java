package org.lottrace.console.commands.internal.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.karaf.shell.api.console.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an open shell runs of a line that is typed: its buffer. */
class OptionsAnywhereTest {
    @ParameterizedTest
    @CsvSource({
        "lot:list MILK --json, lot:list --json MILK",
        "lot:list MILK --limit 5 --json, lot:list --limit 5 --json MILK",
        "lot:list --json MILK, lot:list --json MILK",
        "lot:list MILK --limit=5, lot:list --limit=5 MILK",
        "lot:list MILK, lot:list MILK",
        "lot:list, lot:list"
    })
    void options_behind_arguments_come_first(String typed, String run) {
        assertEquals(run, parsed(typed).getBuffer());
    }

    /** The shell goes on behind it, at a bar or a semicolon. */
    @Test
    void a_line_keeps_its_length() {
        CommandLine line = parsed("lot:list   MILK  --json | grep key");

        assertEquals("lot:list --json MILK    ", line.getBuffer());
    }

    @Test
    void a_quoted_word_stays_one() {
        assertEquals(
                "lot:hold --reason \"broken  glass\" 'L (1)'",
                parsed("lot:hold 'L (1)' --reason \"broken  glass\"").getBuffer());
    }

    @Test
    void what_is_completed_is_what_was_typed() {
        String typed = "lot:list MILK --js";
        CommandLine line = parsed(typed);

        assertArrayEquals(new String[] {"lot:list", "MILK", "--js"}, line.getArguments());
        assertEquals("--js", line.getCursorArgument());
        assertEquals(typed.length(), line.getBufferPosition());
    }

    private static CommandLine parsed(String typed) {
        return new OptionsAnywhere().parse(null, typed, typed.length());
    }
}
