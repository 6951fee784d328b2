package org.lottrace.intake.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.intake.ImportFormat;
import org.lottrace.api.intake.Imports;
import org.lottrace.api.intake.TextEncoding;
import org.lottrace.intake.internal.Problems;

/** What files are, as tables: text and JSON. */
class TablesTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("commas", "a,b\n1,2\n", "a|b / 2:1|2"),
                Arguments.of("semicolons, with commas inside", "a;b\n1,5;2\n", "a|b / 2:1,5|2"),
                Arguments.of("tabs", "a\tb\n1\t2\n", "a|b / 2:1|2"),
                Arguments.of("one column", "a\n1\n", "a / 2:1"),
                Arguments.of("byte order mark", "\ufeffa,b\n1,2\n", "a|b / 2:1|2"),
                Arguments.of("line ends of Windows, none at the end", "a,b\r\n1,2", "a|b / 2:1|2"),
                Arguments.of(
                        "quotes around separator, quote and line end",
                        "a,b\n\"1,\"\"x\"\"\ny\",2\n3,4\n",
                        "a|b / 2:1,\"x\"\ny|2 / 3:3|4"),
                Arguments.of("a separator in a quoted heading", "\"a;b\",c\n1,2\n", "a;b|c / 2:1|2"),
                Arguments.of("empty rows, counted", "a,b\n\n1,2\n,\n3,4\n", "a|b / 3:1|2 / 5:3|4"),
                Arguments.of("empty rows before the headings", "\n\na,b\n1,2\n", "a|b / 4:1|2"),
                Arguments.of("empty cells and blanks around", "a,b\n , x \u00a0\n", "a|b / 2:|x"),
                Arguments.of("short rows", "a,b,c\n1\n", "a|b|c / 2:1||"),
                Arguments.of("no heading over a column at the end", "a,b,,\n1,2,,\n", "a|b / 2:1|2"),
                Arguments.of("headings only", "a,b\n", "a|b"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void reads_text_with_separators(String what, String text, String expected) {
        assertEquals(expected, shown(read(ImportFormat.CSV, text.getBytes(StandardCharsets.UTF_8))));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("nothing", "", Imports.FILE_NOT_READABLE, 0),
                Arguments.of("blank lines", "\n\n", Imports.FILE_NOT_READABLE, 1),
                Arguments.of("a zip", "PK\3\4\0\0", Imports.FILE_NOT_READABLE, 0),
                Arguments.of("an open quote", "a,b\n1,\"2\n3,4\n", Imports.FILE_NOT_READABLE, 2),
                Arguments.of("text behind a quote", "a,b\n1,\"2\"x\n", Imports.FILE_NOT_READABLE, 2),
                Arguments.of("a cell that is a book", "a\n" + "x".repeat(2_001) + "\n", Imports.FILE_TOO_LARGE, 2),
                Arguments.of("too many columns", "a,".repeat(200) + "b\n", Imports.FILE_TOO_LARGE, 1),
                Arguments.of("too many rows", "a\n" + "1\n".repeat(20_001), Imports.FILE_TOO_LARGE, 20_002),
                Arguments.of(
                        "too many cells",
                        "a,".repeat(60) + "a\n" + ("1,".repeat(59) + "1\n").repeat(10_001),
                        Imports.FILE_TOO_LARGE,
                        10_002),
                Arguments.of("too many bytes", "a\n" + "1".repeat(Imports.MOST_BYTES), Imports.FILE_TOO_LARGE, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void refuses_what_is_no_table_or_too_large(String what, String text, String code, int row) {
        assertUnreadable(code, row, ImportFormat.CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void reads_old_text_of_windows_only_when_that_is_said() {
        byte[] umlaut = "a,b\nx,y\n\u00fc,\u20ac\n".getBytes(Charset.forName("windows-1252"));

        assertUnreadable(Imports.FILE_NOT_READABLE, 3, ImportFormat.CSV, umlaut);
        assertEquals(
                "a|b / 2:x|y / 3:\u00fc|\u20ac",
                shown(Tables.read(ImportFormat.CSV, TextEncoding.WINDOWS_1252, umlaut, new Problems())));
    }

    @Test
    void a_row_with_more_cells_than_headings_is_a_problem_of_that_row() {
        Problems problems = new Problems();
        Table table = Tables.read(
                ImportFormat.CSV, TextEncoding.UTF_8, "a,b\n1,2,3\n4,5,\n".getBytes(StandardCharsets.UTF_8), problems);

        assertEquals(1, problems.count());
        assertEquals("a|b / 2:1|2 / 3:4|5", shown(table));
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                Arguments.of(
                        "flat",
                        "[{\"a\": \"1\", \"b\": 2.50}, {\"b\": null, \"c\": true}]",
                        "a|b|c / 2:1|2.5| / 3:||true"),
                Arguments.of("nested", "[{\"a\": {\"b\": {\"c\": 1}}}]", "a.b.c / 2:1"),
                Arguments.of(
                        "a list of objects is several rows",
                        "[{\"n\": 1, \"l\": [{\"x\": 2}, {\"x\": 3}]}, {\"n\": 4, \"l\": []}]",
                        "n|l.x|l / 2:1|2| / 2:1|3|"),
                Arguments.of("a list of texts is one cell", "[{\"r\": [\"A\", \"B\"]}]", "r / 2:A; B"),
                Arguments.of("a small exponent is written out", "[{\"a\": 1.5E3}]", "a / 2:1500"),
                Arguments.of("a large one is left as it is", "[{\"a\": 1E99999999}]", "a / 2:1E+99999999"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("objects")
    void reads_lists_of_objects(String what, String json, String expected) {
        assertTrue(
                shown(read(ImportFormat.JSON, json.getBytes(StandardCharsets.UTF_8)))
                        .startsWith(expected),
                () -> shown(read(ImportFormat.JSON, json.getBytes(StandardCharsets.UTF_8))));
    }

    static Stream<String> noObjects() {
        return Stream.of(
                "{}",
                "[1]",
                "[{\"a\": 1}",
                "[{\"a\": 1, \"a\": 2}]",
                "[{\"a\": [{\"b\": 1}], \"c\": [{\"d\": 1}]}]",
                "[{\"a\": [{\"b\": [{\"c\": 1}]}]}]",
                "[{\"a\": \"" + "x".repeat(3_000) + "\"}]",
                "[".repeat(5_000),
                "[]");
    }

    @ParameterizedTest
    @MethodSource("noObjects")
    void refuses_json_that_is_no_list_of_objects(String json) {
        assertUnreadable(json.getBytes(StandardCharsets.UTF_8), ImportFormat.JSON);
    }

    private static void assertUnreadable(byte[] content, ImportFormat format) {
        assertThrows(UnreadableTableException.class, () -> read(format, content));
    }

    private static void assertUnreadable(String code, int row, ImportFormat format, byte[] content) {
        UnreadableTableException refused = assertThrows(UnreadableTableException.class, () -> read(format, content));
        assertEquals(code + " " + row, refused.code() + " " + refused.row());
    }

    private static Table read(ImportFormat format, byte[] content) {
        Problems problems = new Problems();
        Table table = Tables.read(format, TextEncoding.UTF_8, content, problems);
        assertTrue(problems.isEmpty());
        return table;
    }

    static String shown(Table table) {
        return Stream.concat(
                        Stream.of(String.join("|", table.headings())),
                        table.rows().stream().map(row -> row.number() + ":" + cells(table, row)))
                .collect(Collectors.joining(" / "));
    }

    private static String cells(Table table, Row row) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < table.headings().size(); i++) {
            cells.append(i == 0 ? "" : "|").append(row.cell(i).text());
        }
        return cells.toString();
    }
}
