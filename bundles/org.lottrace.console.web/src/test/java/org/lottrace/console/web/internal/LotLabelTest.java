package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.label.Labels;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.lot.LotPage;

class LotLabelTest {
    private static final Labels LABELS =
            request -> request.lot().number().value().equals("L1")
                    ? new Outcome.Done<>(
                            (request.kind().code() + " " + request.format().code()).getBytes(StandardCharsets.UTF_8))
                    : new Outcome.Refused<>(
                            List.of(new Violation(Labels.NO_GTIN, "lot", "item <FLOUR> has no trade item number")));

    private final ConsoleUnderTest console =
            ConsoleUnderTest.with(List.of(new LotPage()), LABELS).loggedInAs(Role.RECEIVER);

    @AfterEach
    void stop() {
        console.close();
    }

    @ParameterizedTest
    @CsvSource({
        "label.pdf, application/pdf, LOT PDF",
        "label.png, image/png, LOT PNG",
        "label.svg, image/svg+xml, LOT SVG",
        "label.zpl, application/zpl, LOT ZPL"
    })
    void the_label_of_a_lot_is_a_file(String file, String type, String label) {
        HttpResponse<String> answer = console.get("/lot/" + file + "?key=MILL/BREAD/L1");

        assertEquals(200, answer.statusCode());
        assertEquals(
                type, answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        assertArrayEquals(label.getBytes(StandardCharsets.UTF_8), answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void why_there_is_no_label_is_said() {
        HttpResponse<String> answer = console.get("/lot/label.pdf?key=MILL/FLOUR/L2");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("item &lt;FLOUR&gt; has no trade item number"), answer.body());
    }

    @Test
    void another_file_is_not_there() {
        assertEquals(404, console.get("/lot/label.exe?key=MILL/BREAD/L1").statusCode());
    }
}
