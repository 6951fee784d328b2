package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextOutputTest {
    @ParameterizedTest
    @CsvSource({
        "no colour at all,       no colour at all",
        "E[31mCommand E[1mnopeE[0m, Command nope",
        "äE[31;1mößE[m€,          äöß€",
        "{\"lot\": [1]},          {\"lot\": [1]}",
    })
    void leaves_out_colours_and_nothing_else(String shown, String plain) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        try (PlainTextOutput output = new PlainTextOutput(written)) {
            output.write(shown.replace('E', '\u001b').getBytes(StandardCharsets.UTF_8));
        }

        assertEquals(plain, written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void what_it_writes_to_stays_open() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream standard = new BufferedOutputStream(written) {
            @Override
            public void close() {
                throw new IllegalStateException("closed");
            }
        };

        try (PlainTextOutput output = new PlainTextOutput(standard)) {
            output.write('a');
        }

        assertEquals("a", written.toString(StandardCharsets.UTF_8));
    }
}
