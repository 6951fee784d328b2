package org.lottrace.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.sheet.testing.Workbooks;

/** What another program reads in the files. */
class SheetFileTest {
    @Test
    void numbers_keep_their_decimals_days_are_days_and_texts_are_texts() throws IOException {
        byte[] file = written(
                "a".repeat(25),
                List.of(
                        12,
                        new BigDecimal("12.50"),
                        new BigDecimal("-0.004"),
                        LocalDate.of(2026, 3, 31),
                        Instant.parse("2026-03-01T10:20:30Z"),
                        Optional.of("007"),
                        Optional.empty(),
                        ""));

        assertEquals(
                List.of(
                        "NUMERIC 12",
                        "NUMERIC 12.50",
                        "NUMERIC -0.004",
                        "NUMERIC 2026-03-31",
                        "NUMERIC 2026-03-01 10:20:30",
                        "STRING 007",
                        "",
                        ""),
                Workbooks.typed(file).get(1));
        try (XSSFWorkbook workbook = read(file)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertEquals("a".repeat(25), sheet.getSheetName());
            assertEquals(1, sheet.getPaneInformation().getHorizontalSplitPosition());
            assertEquals(
                    LocalDate.of(2026, 3, 31).atStartOfDay(),
                    sheet.getRow(1).getCell(3).getLocalDateTimeCellValue());
            assertEquals(
                    LocalDateTime.of(2026, 3, 1, 10, 20, 30),
                    sheet.getRow(1).getCell(4).getLocalDateTimeCellValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "'quoted",
                "=HYPERLINK(\"http://example.com\";\"x\")",
                "=cmd|' /C calc'!A0",
                "007",
                "1E5",
                "2026-03-01",
                " both sides ",
                "<b>&amp;</b>",
                "two\nlines",
                "two\r\nlines",
                "tab\tbell\u0007 nought\u0000",
                "_x0041_",
                "half \ud83d, whole \ud83d\ude00",
                "\uffff",
                "漢字 ä"
            })
    void a_text_stays_what_it_is_and_is_never_computed(String text) throws IOException {
        try (XSSFWorkbook workbook = read(written("S", List.of(text, text)))) {
            Cell cell = workbook.getSheetAt(0).getRow(1).getCell(1);

            assertEquals(CellType.STRING, cell.getCellType());
            assertEquals(text, cell.getStringCellValue());
            assertEquals("@", cell.getCellStyle().getDataFormatString());
        }
    }

    @Test
    void a_number_that_a_spreadsheet_would_round_is_a_text() throws IOException {
        List<String> row = Workbooks.typed(written(
                        "S",
                        List.of(
                                new BigDecimal("1234567890123.45"),
                                new BigDecimal("12345678901234.56"),
                                new BigDecimal("1000000000000000000.00"),
                                Long.MAX_VALUE,
                                new BigDecimal("1E+3"),
                                LocalDate.of(1899, 12, 31))))
                .get(1);

        assertEquals(
                List.of(
                        "NUMERIC 1234567890123.45",
                        "STRING 12345678901234.56",
                        "NUMERIC 1000000000000000000.00",
                        "STRING 9223372036854775807",
                        "NUMERIC 1000",
                        "STRING 1899-12-31"),
                row);
    }

    @Test
    void a_text_that_is_too_long_is_cut_and_says_so() throws IOException {
        String text = Workbooks.shown(written("S", List.of("x".repeat(40_000))))
                .get(1)
                .get(0);

        assertEquals(32_767, text.length());
        assertTrue(text.endsWith("x … (cut, 40000 characters in all)"), text.substring(32_700));
    }

    @Test
    void a_full_sheet_is_followed_by_another_with_the_same_heads() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetFile file = new SheetFile(out, "Journal", List.of("n"), 3);
        for (int i = 1; i <= 5; i++) {
            file.row(List.of(i));
        }
        file.end();

        try (XSSFWorkbook workbook = read(out.toByteArray())) {
            assertEquals(3, workbook.getNumberOfSheets());
            assertEquals("Journal 3", workbook.getSheetName(2));
            assertEquals("n", workbook.getSheetAt(2).getRow(0).getCell(0).getStringCellValue());
            assertEquals(5, workbook.getSheetAt(2).getRow(1).getCell(0).getNumericCellValue());
            assertEquals(2, workbook.getSheetAt(1).getLastRowNum());
        }
    }

    @Test
    void a_list_without_rows_has_its_heads() throws IOException {
        assertEquals(List.of(List.of("0", "1")), Workbooks.shown(written("S", List.of("", ""), 0)));
    }

    /** Three million cells; kept, they would be several hundred megabytes. */
    @Test
    void rows_are_written_and_forgotten() throws IOException {
        CountedBytes out = new CountedBytes();
        SheetFile file = new SheetFile(out, "S", List.of("a", "b", "c"));
        long begun = 0;
        for (int i = 0; i < 100_000; i++) {
            file.row(List.of("some text that is another one each time " + i, i, new BigDecimal("1.25")));
            if (i == 20_000) {
                begun = out.count;
            }
        }
        long written = out.count;
        file.end();

        assertTrue(begun > 50_000, "nothing was written after 20,000 rows: " + begun);
        assertTrue(written > out.count * 9 / 10, written + " of " + out.count + " before the end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a:b", "abcdefghijklmnopqrstuvwxyz"})
    void a_name_that_no_sheet_may_have_is_refused(String name) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SheetFile(OutputStream.nullOutputStream(), name, List.of("a")));
    }

    private static byte[] written(String name, List<?> row) throws IOException {
        return written(name, row, 1);
    }

    private static byte[] written(String name, List<?> row, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] heads = new String[row.size()];
        Arrays.setAll(heads, String::valueOf);
        SheetFile file = new SheetFile(out, name, List.of(heads));
        for (int i = 0; i < times; i++) {
            file.row(row);
        }
        file.end();
        return out.toByteArray();
    }

    private static XSSFWorkbook read(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static final class CountedBytes extends OutputStream {
        private long count;

        @Override
        public void write(int one) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}
