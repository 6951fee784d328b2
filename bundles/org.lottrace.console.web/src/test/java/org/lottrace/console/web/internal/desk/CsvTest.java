package org.lottrace.console.web.internal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
    void a_text_that_a_spreadsheet_would_compute_is_marked_as_text(String text) {
        assertEquals("'" + text, Csv.cell(text));
    }

    @Test
    void a_number_below_nought_stays_a_number() {
        assertEquals("-1.50", Csv.cell(new BigDecimal("-1.50")));
        assertEquals("-1.50", Csv.cell(Money.of(CurrencyUnit.EUR, new BigDecimal("-1.50"))));
        assertEquals("-3", Csv.cell(-3));
    }

    @Test
    void what_separates_cells_is_quoted() {
        assertEquals("\"a, \"\"b\"\"\"", Csv.cell("a, \"b\""));
        assertEquals("\"'=1,2\"", Csv.cell("=1,2"));
    }

    @Test
    void a_file_begins_with_the_mark_of_utf_8_and_its_rows_end_with_cr_lf() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        Csv csv = new Csv(file);
        csv.row("Müsli", Optional.empty(), 1);
        csv.end();

        assertEquals("\uFEFFMüsli,,1\r\n", file.toString(StandardCharsets.UTF_8));
    }
}
