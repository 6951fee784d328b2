package org.lottrace.intake.internal.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lottrace.api.intake.Imports;

/** Cells of a sheet, row by row. */
final class XlsxSheet {
    /** A spreadsheet shows and keeps so many digits of a number; what is stored behind them is noise. */
    private static final MathContext KEPT = new MathContext(15);

    private static final BigDecimal TOO_LONG = new BigDecimal("1E15");
    private static final int LETTERS = 26;
    private static final int LONGEST_NUMBER = 40;

    private final List<String> shared;
    private final XlsxDates dates;

    private XlsxSheet(List<String> shared, XlsxDates dates) {
        this.shared = shared;
        this.dates = dates;
    }

    static void read(byte[] part, List<String> shared, XlsxDates dates, BiConsumer<Integer, List<Cell>> rows)
            throws XMLStreamException {
        XlsxSheet sheet = new XlsxSheet(shared, dates);
        XMLStreamReader xml = Xml.reader(part);
        int row = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("row")) {
                String number = Xml.attribute(xml, "r");
                row = number.matches("[0-9]{1,7}") ? Integer.parseInt(number) : row + 1;
                rows.accept(row, sheet.row(xml, row));
            }
        }
    }

    private List<Cell> row(XMLStreamReader xml, int row) throws XMLStreamException {
        List<Cell> cells = new ArrayList<>();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                String at = Xml.attribute(xml, "r");
                int column = at.isEmpty() ? cells.size() : column(at, row);
                Cell cell = cell(xml);
                while (cells.size() < column) {
                    cells.add(Cell.EMPTY);
                }
                cells.add(cell);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                return cells;
            }
        }
    }

    /** @return from 0 */
    private static int column(String at, int row) {
        int column = 0;
        for (int i = 0; i < at.length() && Character.isLetter(at.charAt(i)); i++) {
            column = column * LETTERS + at.charAt(i) - 'A' + 1;
            if (column > Imports.MOST_COLUMNS * LETTERS) {
                throw new UnreadableTableException(
                        Imports.FILE_TOO_LARGE, row, "there are more than " + Imports.MOST_COLUMNS + " columns");
            }
        }
        return Math.max(0, column - 1);
    }

    private Cell cell(XMLStreamReader xml) throws XMLStreamException {
        String type = Xml.attribute(xml, "t");
        String style = Xml.attribute(xml, "s");
        String value = "";
        String inline = "";
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
                value = xml.getElementText();
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("is")) {
                inline = XlsxTexts.text(xml, "is");
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("c")) {
                return meant(type, style, value, inline);
            }
        }
    }

    private Cell meant(String type, String style, String value, String inline) {
        return switch (type) {
            case "s" -> Cell.of(sharedText(value));
            case "inlineStr" -> Cell.of(inline);
            case "str" -> Cell.of(value);
            case "b" -> Cell.of(value.equals("1") ? "TRUE" : "FALSE");
            case "d" -> Cell.exact(value.replaceAll("T00:00:00(\\.0+)?Z?$", ""));
            case "e" -> Cell.faulty(value, "the formula of the cell has no result: " + value);
            default -> value.isEmpty() ? Cell.EMPTY : number(value, style);
        };
    }

    private String sharedText(String index) {
        int number = index.matches("[0-9]{1,9}") ? Integer.parseInt(index) : -1;
        if (number < 0 || number >= shared.size()) {
            throw XlsxTable.unreadable("the workbook is damaged: a cell has a text that is not there");
        }
        return shared.get(number);
    }

    private Cell number(String value, String style) {
        Optional<BigDecimal> read = decimal(value);
        if (read.isEmpty()) {
            return Cell.faulty(value, "\"" + value + "\" is no number");
        }
        BigDecimal number = read.get();
        if (dates.isDate(style)) {
            return dates.text(number)
                    .map(Cell::exact)
                    .orElseGet(() -> Cell.faulty(value, "the cell has a date before March 1900 or after 9999"));
        }
        if (number.abs().compareTo(TOO_LONG) >= 0) {
            return Cell.faulty(
                    value,
                    "a spreadsheet keeps 15 digits of a number, the others are lost: format the column as text and enter "
                            + "the numbers again");
        }
        BigDecimal kept = number.round(KEPT).stripTrailingZeros();
        return Cell.exact(kept.toPlainString());
    }

    private static Optional<BigDecimal> decimal(String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            return Math.abs((long) number.scale()) > LONGEST_NUMBER || value.length() > LONGEST_NUMBER
                    ? Optional.empty()
                    : Optional.of(number);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
