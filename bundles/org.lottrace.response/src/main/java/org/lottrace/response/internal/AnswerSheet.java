package org.lottrace.response.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.lottrace.api.recall.answer.AnswerColumn;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * The rows of a file with answers, whatever a spreadsheet did to it: comma, semicolon or tabulator between the cells, any end
 * of line, quoted or not, columns moved or added, rows above the headings and empty rows.
 */
final class AnswerSheet {
    /** No notice has that many rows; what is larger is no answer. */
    static final int LARGEST = 10_000_000;

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /** What identifies a row and what is filled in; the rest only tells people what it is about. */
    private static final Set<AnswerColumn> READ = EnumSet.of(
            AnswerColumn.NOTICE,
            AnswerColumn.CODE,
            AnswerColumn.LINE,
            AnswerColumn.SHIPMENT,
            AnswerColumn.ITEM,
            AnswerColumn.LOT,
            AnswerColumn.UNIT,
            AnswerColumn.ON_HAND,
            AnswerColumn.DESTROYED,
            AnswerColumn.USED,
            AnswerColumn.CERTIFICATE,
            AnswerColumn.TOLD,
            AnswerColumn.NAME);

    private final Map<AnswerColumn, Integer> places = new EnumMap<>(AnswerColumn.class);
    private final List<SheetRow> rows = new ArrayList<>();
    private final List<Violation> problems = new ArrayList<>();

    private AnswerSheet() {}

    static AnswerSheet read(byte[] content) {
        if (content.length > LARGEST) {
            return unreadable("the file is larger than " + LARGEST + " bytes");
        }
        String text = SheetText.of(content);
        return SEPARATORS.stream()
                .map(separator -> read(text, separator))
                .filter(sheet -> !sheet.places.isEmpty())
                .findFirst()
                .orElseGet(() -> unreadable("no row has the headings of the file that came with the notice, \""
                        + AnswerColumn.CODE.title() + "\" among them, each in a cell of its own; fill in that file and"
                        + " save it as CSV, not as a workbook"));
    }

    /** @return the filled-in rows; worth something only when there are no {@link #problems()} */
    List<SheetRow> rows() {
        return List.copyOf(rows);
    }

    List<Violation> problems() {
        return List.copyOf(problems);
    }

    /** @return the first row, which says whose answer it is */
    Optional<SheetRow> first() {
        return rows.stream().findFirst();
    }

    private static AnswerSheet unreadable(String reason) {
        AnswerSheet sheet = new AnswerSheet();
        sheet.problems.add(new Violation("FILE_NOT_READABLE", ViolationPath.WHOLE, reason));
        return sheet;
    }

    private static AnswerSheet read(String text, char separator) {
        AnswerSheet sheet = new AnswerSheet();
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (CSVParser records = CSVParser.parse(text, format)) {
            int line = 0;
            for (CSVRecord row : records) {
                sheet.take(row, line + 1);
                line = Math.toIntExact(records.getCurrentLineNumber());
            }
            if (sheet.rows.isEmpty()) {
                sheet.problems.add(
                        new Violation("LINE_MISSING", ViolationPath.WHOLE, "there is no row below the headings"));
            }
        } catch (IOException | UncheckedIOException e) {
            sheet.problems.add(new Violation(
                    "FILE_NOT_READABLE",
                    ViolationPath.WHOLE,
                    "a cell with quotation marks is not closed as it should be: " + e.getMessage()));
        }
        return sheet;
    }

    private void take(CSVRecord row, int line) {
        if (places.isEmpty()) {
            if (row.stream().anyMatch(text -> is(AnswerColumn.CODE, text))) {
                takeHeadings(row, line);
            }
        } else if (!row.stream().allMatch(String::isBlank)) {
            Map<AnswerColumn, SheetCell> cells = new EnumMap<>(AnswerColumn.class);
            READ.forEach(column -> cells.put(column, cell(row, line, column)));
            rows.add(new SheetRow(cells));
        }
    }

    private void takeHeadings(CSVRecord row, int line) {
        for (AnswerColumn column : READ) {
            List<Integer> found = IntStream.range(0, row.size())
                    .filter(place -> is(column, row.get(place)))
                    .boxed()
                    .toList();
            if (found.size() != 1) {
                problems.add(new Violation(
                        "COLUMN_MISSING",
                        ViolationPath.of(PathStep.row(line)),
                        "the column \"" + column.title() + "\" is "
                                + (found.isEmpty() ? "missing" : "there more than once")));
            }
            places.put(column, found.isEmpty() ? row.size() : found.get(0));
        }
    }

    private SheetCell cell(CSVRecord row, int line, AnswerColumn column) {
        int place = places.get(column);
        return new SheetCell(
                line,
                place + 1,
                column.title(),
                place < row.size() ? row.get(place).strip() : "");
    }

    private static boolean is(AnswerColumn column, String text) {
        return column.title().equalsIgnoreCase(text.strip());
    }
}
