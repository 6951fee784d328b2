package org.lottrace.rest.internal.page;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Lists as CSV, with the {@link Columns} of the type.
 *
 * <p>Source: RFC 4180. A text that a spreadsheet would run as a formula has an apostrophe before it.
 */
public final class Csv {
    public static final MediaType TYPE = new MediaType("text", "csv");

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(:.*)?");

    private Csv() {}

    /** @param type of the page, with that of its rows */
    public static void write(Page<?> page, Type type, OutputStream to) throws IOException {
        Columns columns = new Columns(type);
        Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord(columns.all().stream().map(Columns.Column::name));
        for (Object value : page.values()) {
            Map<Columns.Column, Object> cells = columns.cells(value);
            csv.printRecord(columns.all().stream().map(column -> Optional.ofNullable(cells.get(column))
                    .map(cell -> harmless(column.text(cell)))
                    .orElse("")));
        }
        csv.flush();
    }

    static String harmless(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
