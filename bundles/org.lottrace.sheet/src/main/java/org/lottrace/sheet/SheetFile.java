package org.lottrace.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lottrace.sheet.internal.CellText;
import org.lottrace.sheet.internal.paper.ColumnWidth;

/**
 * A workbook (XLSX) with one list in it, written while its rows come; some hundred of them are in memory. Not safe for threads.
 *
 * <p>A sheet that is full is followed by another one with the same heads. Source: ISO/IEC 29500-1, 18 SpreadsheetML.
 */
public final class SheetFile {
    /** Media type of such a file. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** How the name of such a file ends. */
    public static final String ENDING = "xlsx";

    static final int MOST_ROWS = 1_048_576;

    private static final int IN_MEMORY = 500;
    /** A spreadsheet computes with 64-bit floating point; so many digits it keeps. */
    private static final int MOST_DIGITS = 15;

    private static final int FIRST_YEAR = 1901;
    private static final int LAST_YEAR = 9999;
    private static final String TEXT = "@";
    private static final String DAY = "yyyy-mm-dd";
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";

    private final Workbook workbook;
    private final String name;
    private final List<String> heads;
    private final int mostRows;
    private Worksheet sheet;
    private int sheets;
    private int rows;

    /**
     * @param to gets the file; stays open
     * @param name of the sheet, 1 to 25 letters, digits, spaces and hyphens
     * @param heads of the columns
     */
    public SheetFile(OutputStream to, String name, List<String> heads) {
        this(to, name, heads, MOST_ROWS);
    }

    /** For tests. */
    SheetFile(OutputStream to, String name, List<String> heads, int mostRows) {
        if (!name.matches("[\\p{L}0-9 -]{1,25}")) {
            throw new IllegalArgumentException("no name of a sheet: " + name);
        }
        this.workbook = new Workbook(to, "LotTrace", "1.0");
        this.name = name;
        this.heads = List.copyOf(heads);
        this.mostRows = mostRows;
        begin();
    }

    /**
     * Adds a row.
     *
     * @param cells numbers as such, with the decimals that are to be shown; {@link LocalDate}; {@link Instant}, shown in UTC, which its head should say; an absent
     *     {@link Optional} as an empty cell; everything else as its text
     * @throws IOException if the file cannot be written to
     */
    public void row(List<?> cells) throws IOException {
        if (rows == mostRows) {
            sheet.finish();
            begin();
        }
        for (int i = 0; i < cells.size(); i++) {
            Object value = cells.get(i) instanceof Optional<?> optional ? optional.orElse(null) : cells.get(i);
            if (value != null) {
                cell(i, value);
            }
        }
        next();
    }

    /**
     * Ends the file; without it no program reads it.
     *
     * @throws IOException if the file cannot be written to
     */
    public void end() throws IOException {
        workbook.finish();
    }

    private void begin() {
        sheets++;
        rows = 0;
        sheet = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        sheet.freezePane(0, 1);
        for (int i = 0; i < heads.size(); i++) {
            ColumnWidth.set(sheet, i, heads.get(i).length());
            sheet.inlineString(0, i, CellText.of(heads.get(i)));
            sheet.style(0, i).bold().format(TEXT).set();
        }
        rows = 1;
    }

    private void cell(int column, Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof BigDecimal) {
            number(column, new BigDecimal(value.toString()));
        } else if (value instanceof LocalDate day && isKnown(day)) {
            sheet.value(rows, column, day);
            format(column, DAY);
        } else if (value instanceof Instant moment
                && isKnown(moment.atZone(ZoneOffset.UTC).toLocalDate())) {
            sheet.value(rows, column, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
            format(column, MOMENT);
        } else {
            text(column, value.toString());
        }
    }

    private void number(int column, BigDecimal number) {
        if (number.stripTrailingZeros().precision() > MOST_DIGITS) {
            text(column, number.toPlainString());
        } else {
            sheet.value(rows, column, number);
            format(column, number.scale() > 0 ? "0." + "0".repeat(number.scale()) : "0");
        }
    }

    private void text(int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(rows, column, CellText.of(text));
            format(column, TEXT);
        }
    }

    private void format(int column, String format) {
        sheet.style(rows, column).format(format).set();
    }

    private void next() throws IOException {
        rows++;
        if (rows % IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    /** Days before are counted in two ways. */
    private static boolean isKnown(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
