package org.lottrace.sheet.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads workbooks with Apache POI, for tests. */
public final class Workbooks {
    private Workbooks() {}

    /** @return rows of the first sheet; each cell as its type and what a person sees: {@code NUMERIC 12.50}, {@code STRING 007} */
    public static List<List<String>> typed(byte[] file) {
        return read(file, true);
    }

    /** @return rows of the first sheet as a person sees them */
    public static List<List<String>> shown(byte[] file) {
        return read(file, false);
    }

    private static List<List<String>> read(byte[] file, boolean isTyped) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = workbook.getSheetAt(0);
            int columns = sheet.getRow(0).getLastCellNum();
            DataFormatter formatter = new DataFormatter(Locale.ROOT);
            List<List<String>> rows = new ArrayList<>();
            for (Row row : sheet) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < columns; i++) {
                    Cell cell = row.getCell(i);
                    String text = cell == null ? "" : formatter.formatCellValue(cell);
                    cells.add(isTyped && cell != null ? cell.getCellType() + " " + text : text);
                }
                rows.add(cells);
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
