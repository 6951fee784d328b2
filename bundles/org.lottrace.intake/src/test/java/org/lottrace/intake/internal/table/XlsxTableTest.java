package org.lottrace.intake.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.intake.ImportFormat;
import org.lottrace.api.intake.Imports;
import org.lottrace.api.intake.TextEncoding;
import org.lottrace.intake.internal.Problems;

/** What workbooks are, as tables. */
class XlsxTableTest {
    private static final String WORKBOOK =
            "<workbook xmlns:r='r'><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>";
    private static final String RELATIONS =
            "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>";

    @Test
    void reads_texts_numbers_and_dates_of_the_first_sheet() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.value(0, 0, "Lot");
            sheet.value(0, 1, "Quantity");
            sheet.value(0, 2, "Expiry");
            sheet.value(0, 3, "Counted");
            sheet.value(2, 0, " L<1> & \u00e4 ");
            sheet.value(2, 1, new BigDecimal("12.35"));
            sheet.value(2, 2, LocalDate.of(2026, 3, 31));
            sheet.style(2, 2).format("dd/mm/yyyy").set();
            sheet.value(2, 3, LocalDateTime.of(2026, 3, 1, 18, 30));
            sheet.style(2, 3).format("yyyy-mm-dd hh:mm").set();
            sheet.value(3, 1, 4_012_345_000_016L);
        });

        Table table = read(file);

        assertEquals(
                "Lot|Quantity|Expiry|Counted / 3:L<1> & \u00e4|12.35|2026-03-31|2026-03-01T18:30 / 4:|4012345000016||",
                TablesTest.shown(table));
        assertTrue(table.rows().get(0).cell(1).isExact());
        assertFalse(table.rows().get(0).cell(0).isExact());
    }

    @Test
    void numbers_are_what_the_spreadsheet_shows_and_not_what_is_left_of_binary_fractions() {
        assertEquals("0.3", value("<c r='A2'><v>0.30000000000000004</v></c>"));
        assertEquals("1.1", value("<c r='A2'><v>1.1000000000000001</v></c>"));
        assertEquals("0.000012", value("<c r='A2'><v>1.2E-5</v></c>"));
        assertEquals("1000", value("<c r='A2'><v>1000</v></c>"));
        assertEquals("TRUE", value("<c r='A2' t='b'><v>1</v></c>"));
        assertEquals("x", value("<c r='A2' t='str'><f>A1</f><v>x</v></c>"));
        assertEquals("rich text", value("<c r='A2' t='inlineStr'><is><r><t>rich </t></r><r><t>text</t></r></is></c>"));
        assertEquals("2026-03-01", value("<c r='A2' t='d'><v>2026-03-01T00:00:00</v></c>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r='A2'><v>340123450000000017</v></c>",
                "<c r='A2'><v>1E+300</v></c>",
                "<c r='A2'><v>1E-300</v></c>",
                "<c r='A2'><v>1e999999999</v></c>",
                "<c r='A2'><v>NaN</v></c>",
                "<c r='A2' t='e'><v>#DIV/0!</v></c>"
            })
    void what_lost_its_digits_or_has_no_value_is_a_fault_of_the_cell(String cell) {
        Table table = sheet(cell);

        assertFalse(table.rows().get(0).cell(0).fault().isEmpty());
    }

    static Stream<Map<String, String>> damaged() {
        return Stream.of(
                Map.of(),
                Map.of("xl/workbook.xml", WORKBOOK),
                Map.of("xl/workbook.xml", WORKBOOK, "xl/_rels/workbook.xml.rels", RELATIONS),
                parts("<worksheet><sheetData><row r='1'><c r='A1'>"),
                parts("<worksheet/>"),
                parts("<worksheet><row r='1'><c r='A1' t='s'><v>7</v></c></row></worksheet>"),
                parts(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet><row r='1'><c r='A1' t='str'><v>&e;"
                                + "</v></c></row></worksheet>"));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void refuses_what_is_no_workbook(Map<String, String> parts) throws IOException {
        byte[] file = zip(parts);

        assertEquals(
                Imports.FILE_NOT_READABLE,
                assertThrows(UnreadableTableException.class, () -> read(file)).code());
    }

    @Test
    void refuses_text_that_is_called_a_workbook() {
        assertThrows(UnreadableTableException.class, () -> read("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_small_file_that_becomes_a_large_one_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[1_000_000];
            for (int i = 0; i < 100; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }
        assertTrue(bytes.size() < 200_000);

        assertEquals(
                Imports.FILE_TOO_LARGE,
                assertThrows(UnreadableTableException.class, () -> read(bytes.toByteArray()))
                        .code());
    }

    /** Unpacked, several would fill the memory, and with it end the server. */
    @Test
    @Timeout(60)
    void workbooks_are_unpacked_one_after_another() throws Exception {
        byte[] file = workbook(sheet -> sheet.value(0, 0, "Lot"));
        CompletableFuture<Table> read;
        XlsxTable.TURN.lock();
        try {
            read = CompletableFuture.supplyAsync(() -> read(file));
            while (!XlsxTable.TURN.hasQueuedThreads()) { // the test has a timeout
                assertFalse(read.isDone());
            }
        } finally {
            XlsxTable.TURN.unlock();
        }
        assertEquals(List.of("Lot"), read.get().headings());
    }

    @Test
    void a_workbook_that_was_refused_lets_the_next_one_in() {
        assertThrows(UnreadableTableException.class, () -> read(new byte[] {1}));

        assertFalse(XlsxTable.TURN.isLocked());
    }

    @Test
    void a_cell_far_to_the_right_does_not_fill_the_memory() {
        assertEquals(
                Imports.FILE_TOO_LARGE,
                assertThrows(UnreadableTableException.class, () -> sheet("<c r='ZZZZZZ2'><v>1</v></c>"))
                        .code());
    }

    private static String value(String cell) {
        Cell read = sheet(cell).rows().get(0).cell(0);
        assertEquals("", read.fault());
        return read.text();
    }

    private static Table sheet(String cell) {
        try {
            return read(zip(parts("<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>h</v></c></row><row r='2'>"
                    + cell + "</row></sheetData></worksheet>")));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> parts(String sheet) {
        return new TreeMap<>(Map.of(
                "xl/workbook.xml",
                WORKBOOK,
                "xl/_rels/workbook.xml.rels",
                RELATIONS,
                "xl/worksheets/sheet1.xml",
                sheet));
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            fill.accept(workbook.newWorksheet("First"));
            workbook.newWorksheet("Second").value(0, 0, "not read");
        }
        return bytes.toByteArray();
    }

    private static Table read(byte[] file) {
        return Tables.read(ImportFormat.XLSX, TextEncoding.UTF_8, file, new Problems());
    }
}
