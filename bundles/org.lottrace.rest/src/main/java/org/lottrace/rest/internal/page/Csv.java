package org.lottrace.rest.internal.page;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.lottrace.rest.internal.json.Json;
import org.lottrace.rest.internal.json.OptionalShape;
import org.lottrace.rest.internal.json.RecordShape;
import org.lottrace.rest.internal.json.Shape;
import org.lottrace.rest.internal.json.Shapes;
import org.lottrace.rest.internal.json.TextShape;

/**
 * Lists as CSV: a column for each field, {@code event.context.id} for one inside another; a list inside is JSON in one cell. The
 * columns are the same however the rows are filled.
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
        Type row = ((ParameterizedType) type).getActualTypeArguments()[0];
        List<String> columns = new ArrayList<>();
        columns(Shapes.of(row), "", columns);
        Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord(columns);
        for (Object value : page.values()) {
            Map<String, String> cells = new LinkedHashMap<>();
            cells(Shapes.of(row), value, "", cells);
            csv.printRecord(columns.stream().map(column -> cells.getOrDefault(column, "")));
        }
        csv.flush();
    }

    private static void columns(Shape shape, String name, List<String> columns) {
        if (shape instanceof OptionalShape optional) {
            columns(optional.value(), name, columns);
        } else if (shape instanceof RecordShape record) {
            record.fields().forEach(field -> columns(field.shape(), within(name, field), columns));
        } else {
            columns.add(name.isEmpty() ? "value" : name);
        }
    }

    private static void cells(Shape shape, Object value, String name, Map<String, String> cells) {
        if (shape instanceof OptionalShape optional) {
            ((Optional<?>) value).ifPresent(present -> cells(optional.value(), present, name, cells));
        } else if (shape instanceof RecordShape record) {
            record.values(value)
                    .forEach((field, component) -> cells(field.shape(), component, within(name, field), cells));
        } else {
            cells.put(name.isEmpty() ? "value" : name, harmless(text(shape, value)));
        }
    }

    private static String within(String name, RecordShape.Field field) {
        return name.isEmpty() ? field.name() : name + "." + field.name();
    }

    private static String text(Shape shape, Object value) {
        return shape instanceof TextShape text ? text.text(value) : Json.text(shape, value);
    }

    static String harmless(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
