package org.lottrace.intake.internal.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.lottrace.api.intake.Imports;
import org.lottrace.api.intake.TextEncoding;
import org.lottrace.intake.internal.Problems;

/** Text with separators, RFC 4180. A row may stand on several lines; it is counted once, as a spreadsheet does. */
final class CsvTable {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

    private CsvTable() {}

    static Table read(TextEncoding encoding, byte[] content, Problems problems) {
        String text = text(encoding, content);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(false)
                .get();
        TableBuilder table = new TableBuilder(problems);
        int row = 0;
        try (CSVParser rows = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord cells : rows) {
                row++;
                add(table, row, cells.stream().map(Cell::of).toList());
            }
        } catch (IOException | UncheckedIOException noCsv) {
            throw new UnreadableTableException(
                    Imports.FILE_NOT_READABLE,
                    row + 1,
                    "the row cannot be read: a double quote inside a text is written twice, and the text stands in quotes");
        }
        return table.built();
    }

    /** The headings are the first row with anything in it. */
    private static void add(TableBuilder table, int row, List<Cell> cells) {
        if (table.hasHeadings()) {
            table.add(row, cells);
        } else {
            table.headings(row, cells.stream().map(Cell::text).toList());
        }
    }

    private static String text(TextEncoding encoding, byte[] content) {
        Charset charset = encoding == TextEncoding.UTF_8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new UnreadableTableException(
                        Imports.FILE_NOT_READABLE, 0, "the file is no text: perhaps it is a workbook, or UTF-16");
            }
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            throw new UnreadableTableException(
                    Imports.FILE_NOT_READABLE,
                    lineOf(content, charset),
                    "the file is not encoded in " + encoding.code() + "; if it comes from an older program on Windows,"
                            + " it may be " + TextEncoding.WINDOWS_1252.code());
        }
    }

    /** @return the line with the first bytes that mean nothing */
    private static int lineOf(byte[] content, Charset charset) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        charset.newDecoder().decode(bytes, java.nio.CharBuffer.allocate(content.length + 1), true);
        int line = 1;
        for (int i = 0; i < bytes.position(); i++) {
            line += content[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** @return the separator that stands most often in the first line, outside of quotes */
    private static char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String unquoted = header.replaceAll("\"[^\"]*\"", "");
        return Stream.of(SEPARATORS)
                .flatMap(List::stream)
                .max(Comparator.comparingLong(separator ->
                        unquoted.chars().filter(c -> c == separator).count()))
                .orElseThrow();
    }
}
