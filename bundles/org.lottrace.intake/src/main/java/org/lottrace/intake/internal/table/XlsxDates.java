package org.lottrace.intake.internal.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Says which numbers are dates: those in cells that are formatted so. A date is a number of days.
 *
 * @param isDate by the number of the format
 * @param first the day 0
 */
record XlsxDates(List<Boolean> isDate, LocalDate first) {
    /** Formats that are not written down, 18.8.30. */
    private static final int BUILT_IN = 164;

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    /** Before it, days are counted with a 29 February 1900. */
    private static final int FIRST_CERTAIN = 61;

    static XlsxDates read(Optional<byte[]> styles, byte[] workbook) throws XMLStreamException {
        List<Boolean> isDate = new ArrayList<>();
        if (styles.isPresent()) {
            formats(styles.get(), isDate);
        }
        boolean[] is1904 = {false};
        Xml.elements(workbook, "workbookPr", properties -> {
            String value = Xml.attribute(properties, "date1904");
            is1904[0] = value.equals("1") || value.equals("true");
        });
        return new XlsxDates(List.copyOf(isDate), is1904[0] ? DAY_0_OF_1904 : DAY_0);
    }

    private static void formats(byte[] styles, List<Boolean> isDate) throws XMLStreamException {
        Map<Integer, String> written = new HashMap<>();
        boolean isOfCells = false;
        XMLStreamReader xml = Xml.reader(styles);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" ->
                        written.put(number(Xml.attribute(xml, "numFmtId")), Xml.attribute(xml, "formatCode"));
                    case "cellXfs" -> isOfCells = true;
                    case "xf" -> {
                        if (isOfCells) {
                            isDate.add(isDate(number(Xml.attribute(xml, "numFmtId")), written));
                        }
                    }
                    default -> {
                        // fonts, fills, borders
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                isOfCells = false;
            }
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static boolean isDate(int format, Map<Integer, String> written) {
        if (format < BUILT_IN && !written.containsKey(format)) {
            return format >= 14 && format <= 22 || format >= 27 && format <= 36 || format >= 50 && format <= 58;
        }
        String letters = written.getOrDefault(format, "")
                .replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.", "")
                .toLowerCase(java.util.Locale.ROOT);
        return !letters.contains("general") && (letters.contains("d") || letters.contains("y"));
    }

    boolean isDate(String style) {
        int index = number(style);
        return index < isDate.size() && isDate.get(index);
    }

    /** @return date, or date and time when there is one; empty for what is before the year 1900 or after 9999 */
    Optional<String> text(BigDecimal days) {
        if (days.compareTo(BigDecimal.valueOf(first.equals(DAY_0) ? FIRST_CERTAIN : 0)) < 0
                || days.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
            return Optional.empty();
        }
        long seconds = days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        LocalDateTime moment = first.atStartOfDay().plus(seconds, ChronoUnit.SECONDS);
        return Optional.of(
                seconds % SECONDS.longValue() == 0 ? moment.toLocalDate().toString() : moment.toString());
    }
}
