package org.lottrace.response.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.answer.AnswerColumn;
import org.lottrace.api.recall.answer.SetAsideAnswer;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

class AnswerFilesTest {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.RECALL_COORDINATOR));

    @TempDir
    private Path folder;

    private AnswerFilesFixture market;
    private List<Map<AnswerColumn, String>> rows;

    @BeforeEach
    void a_filled_in_file() throws IOException {
        market = new AnswerFilesFixture(folder);
        rows = market.filledIn();
        rows.get(0).put(AnswerColumn.NAME, "Frau Grün");
    }

    @Test
    void a_file_in_the_folder_is_recorded_as_the_consignee_and_archived() throws IOException {
        rows.get(1)
                .putAll(Map.of(
                        AnswerColumn.ON_HAND, "1,5",
                        AnswerColumn.DESTROYED, "2.25",
                        AnswerColumn.USED, "6",
                        AnswerColumn.CERTIFICATE, "007",
                        AnswerColumn.TOLD, "Yes"));
        Files.write(market.folders.inbox().resolve("answer.csv"), file());

        market.files.look();
        assertEquals(List.of(), market.recorded);
        market.files.look();

        assertEquals(List.of(Caller.consignee(Bakery.MARKET), Caller.consignee(Bakery.MARKET)), market.actors);
        ConsigneeAnswer second = market.recorded.get(1);
        assertEquals(
                "L-081 1.5 KGM 2.25 KGM 6 KGM 007 true Frau Grün",
                Stream.of(
                                second.lot().number(),
                                second.onHand(),
                                second.destroyed(),
                                second.used(),
                                second.certificate(),
                                second.subRecalled(),
                                second.saidBy())
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")));
        assertEquals(List.of("answer.csv"), names(market.folders.archive()));
        assertEquals(List.of(), names(market.folders.inbox()));
    }

    @ParameterizedTest
    @MethodSource("spreadsheets")
    void what_a_spreadsheet_does_to_a_file_changes_nothing(
            String separator, String end, String mark, String last, Charset charset) {
        String text = mark + text(rows).replace(",", separator).replace("\r\n", end) + last;

        assertEquals(List.of(), problems(text.getBytes(charset)));

        assertEquals(2, market.recorded.size());
        assertEquals("Frau Grün", market.recorded.get(1).saidBy());
    }

    static Stream<Arguments> spreadsheets() {
        return Stream.of(
                arguments(",", "\n", "", "", StandardCharsets.UTF_8),
                arguments(";", "\r\n", "\uFEFF", "\r\n", StandardCharsets.UTF_8),
                arguments(";", "\r\n", "", "", Charset.forName("windows-1252")),
                arguments("\t", "\r\n", "\uFEFF", "", StandardCharsets.UTF_16LE),
                arguments(",", ",,\r\n", "# read this first,,\r\n\r\n", ",,\r\n,,", StandardCharsets.UTF_8),
                arguments("\",\"", "\"\r\n\"", "sep=,\r\n\"", "\"", StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"' 7 ', 7", "'1,5', 1.5", "0.125, 0.125", "'1234,567', 1234.567", "'1,2500', 1.25", "1200, 1200"})
    void an_amount_that_means_one_thing_is_read(String text, String amount) {
        rows.get(0).put(AnswerColumn.ON_HAND, text);

        assertEquals(List.of(), problems(file()));
        assertEquals(Quantity.of(amount, "C62"), market.recorded.get(0).onHand());
    }

    @ParameterizedTest
    @CsvSource({
        "ON_HAND,   '1,234',   AMOUNT_AMBIGUOUS",
        "USED,      12.500,    AMOUNT_AMBIGUOUS",
        "DESTROYED, '',        AMOUNT_WRONG",
        "ON_HAND,   -1,        AMOUNT_WRONG",
        "ON_HAND,   '1.234,5', AMOUNT_WRONG",
        "ON_HAND,   12. Mai,   AMOUNT_WRONG",
        "ON_HAND,   12 C62,    AMOUNT_WRONG",
        "TOLD,      perhaps,   YES_OR_NO",
        "LOT,       12,        CHANGED",
        "ITEM,      bread,     CHANGED",
        "SHIPMENT,  SH-2,      CHANGED",
        "UNIT,      KGM,       CHANGED",
        "LINE,      3,         LINE_UNKNOWN",
        "LINE,      2,         LINE_TWICE",
    })
    void what_is_wrong_is_said_with_line_and_column_and_nothing_is_recorded(
            AnswerColumn column, String text, String code) {
        rows.get(0).put(column, text);

        List<Violation> problems = problems(file());

        ViolationPath cell = ViolationPath.of(
                PathStep.row(code.equals("LINE_TWICE") ? 3 : 2), PathStep.column(column.ordinal() + 1, column.title()));
        assertTrue(
                problems.stream()
                        .anyMatch(v -> v.code().equals(code) && v.path().equals(cell)),
                problems.toString());
        assertEquals(List.of(), market.recorded);
    }

    @Test
    void all_problems_of_a_file_are_in_its_report_and_it_is_named_until_somebody_deletes_it() throws IOException {
        rows.get(0).putAll(Map.of(AnswerColumn.LOT, "12", AnswerColumn.USED, "many", AnswerColumn.NAME, ""));
        rows = rows.subList(0, 1);
        Path file = Files.write(market.folders.inbox().resolve("answer.csv"), file());

        market.files.look();
        market.files.look();

        assertFalse(Files.exists(file));
        String report = Files.readString(market.folders.rejected().resolve("answer.csv.report.txt"));
        assertTrue(report.contains("4 problems"), report);
        assertTrue(
                report.contains("line 2 column K (Lot)\tCHANGED\twas sent out as \"0012\" and is \"12\" now"), report);
        assertTrue(report.contains("file\tLINE_MISSING\tno row answers line 2, lot L-081"), report);
        assertEquals(List.of(), market.recorded);
        Path setAside = market.folders.rejected().resolve("answer.csv");
        assertEquals(
                List.of(new SetAsideAnswer(
                        setAside.toString(), Optional.of(AnswerFilesFixture.CASE), Optional.of(Bakery.MARKET))),
                market.files.setAside());
        Files.delete(setAside);
        assertEquals(List.of(), market.files.setAside());
    }

    @ParameterizedTest
    @CsvSource({"CODE, CODE-guessed", "CODE, ''", "NOTICE, R-000001/KIOSK/1", "NOTICE, nonsense"})
    void a_code_that_is_not_that_of_the_notice_answers_nothing(AnswerColumn column, String text) throws IOException {
        rows.forEach(row -> row.put(column, text));
        Files.write(market.folders.inbox().resolve("forged.csv"), file());

        market.files.look();
        market.files.look();

        assertEquals(List.of("CODE_WRONG"), codes(problems(file())));
        assertEquals(List.of(), market.recorded);
        assertEquals(Optional.empty(), market.files.setAside().get(0).recallCase());
    }

    @Test
    void a_row_of_another_notice_is_not_smuggled_in() {
        rows.get(1).put(AnswerColumn.NOTICE, "R-000001/KIOSK/1");

        assertEquals(List.of("CHANGED"), codes(problems(file())));
    }

    @Test
    void a_file_that_is_no_csv_or_lacks_columns_is_refused() {
        assertEquals(List.of("FILE_NOT_READABLE"), codes(problems(new byte[] {'P', 'K', 3, 4, 0})));
        assertEquals(List.of("FILE_NOT_READABLE"), codes(problems(new byte[AnswerSheet.LARGEST + 1])));
        assertEquals(
                List.of("COLUMN_MISSING"),
                codes(problems(text(rows).replace("Lot,", "Charge,").getBytes(StandardCharsets.UTF_8))));
        assertEquals(
                List.of("FILE_NOT_READABLE"),
                codes(problems((text(rows) + "\"open").getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("LINE_MISSING"), codes(problems(text(List.of()).getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void what_was_taken_out_of_the_recall_is_not_answered_any_more() {
        market.asked = 1;

        assertEquals(List.of(), problems(file()));

        assertEquals(1, market.recorded.size());
    }

    @Test
    void a_file_has_the_same_source_whenever_it_comes_and_another_file_has_another() {
        problems(file());
        problems(file());
        rows.get(0).put(AnswerColumn.USED, "239");
        problems(file());

        assertEquals(market.recorded.get(0).source(), market.recorded.get(2).source());
        assertNotEquals(market.recorded.get(0).source(), market.recorded.get(4).source());
        assertEquals(ANNA, market.actors.get(0));
    }

    @Test
    void without_a_database_a_file_stays_and_is_recorded_later() throws IOException {
        Files.write(market.folders.inbox().resolve("answer.csv"), file());
        Files.write(market.folders.inbox().resolve("half.csv.part"), file());
        market.databaseIsThere = false;
        market.files.look();
        market.files.look();
        assertEquals(List.of("answer.csv", "half.csv.part"), names(market.folders.inbox()));

        market.databaseIsThere = true;
        market.files.look();

        assertEquals(List.of("half.csv.part"), names(market.folders.inbox()));
        assertEquals(2, market.recorded.size());
    }

    private List<Violation> problems(byte[] content) {
        return market.files.take(ANNA, content).fold(recorded -> List.of(), problems -> problems);
    }

    private byte[] file() {
        return text(rows).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(List<Map<AnswerColumn, String>> rows) {
        return Stream.concat(
                        Stream.of(Arrays.stream(AnswerColumn.values())
                                .map(AnswerColumn::title)
                                .collect(Collectors.joining(","))),
                        rows.stream().map(AnswerFilesTest::text))
                .collect(Collectors.joining("\r\n"));
    }

    private static String text(Map<AnswerColumn, String> row) {
        return Arrays.stream(AnswerColumn.values())
                .map(column -> row.getOrDefault(column, ""))
                .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                .collect(Collectors.joining(","));
    }

    private static List<String> codes(List<Violation> problems) {
        return problems.stream().map(Violation::code).distinct().toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
