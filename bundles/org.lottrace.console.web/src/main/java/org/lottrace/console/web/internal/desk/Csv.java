package org.lottrace.console.web.internal.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A file for spreadsheets and programs: UTF-8 with its mark, commas, CR LF (RFC 4180). Numbers with a point and without grouping, dates as
 * ISO 8601 has them, whatever the language of the reader: so that it reads the same everywhere.
 */
public final class Csv {
    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;

    public Csv(OutputStream out) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.out.write('\uFEFF'); // spreadsheets take it for another encoding otherwise
    }

    /** @param cells numbers and amounts as such; everything else as its text, an absent one empty */
    public void row(Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells[i]));
        }
        out.write("\r\n");
    }

    public void end() throws IOException {
        out.flush();
    }

    static String cell(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Csv::cell).orElse("");
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Money money) {
            return money.getAmount().toPlainString();
        }
        if (value instanceof Number number) {
            return number.toString();
        }
        String text = value.toString();
        // a text that a spreadsheet would compute is marked as one
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
