package org.lottrace.intake.internal.field;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lottrace.api.intake.DecimalStyle;

/**
 * How a file writes numbers and dates. What is not written so is refused: a guess would make a thousand of one.
 *
 * @param decimals how it writes decimal numbers
 * @param dateFormat letters {@code d M y} with signs between them; empty for ISO 8601
 */
public record Notation(DecimalStyle decimals, String dateFormat) {
    /** A decimal point, and ISO 8601. */
    public static final Notation PLAIN = new Notation(DecimalStyle.POINT, "");

    private static final Pattern FORMAT =
            Pattern.compile("(d{1,2}|M{1,2}|y{2}|y{4})([^A-Za-z0-9'\\[\\]{}#]?" + "(d{1,2}|M{1,2}|y{2}|y{4})){2}");

    private static final Pattern POINT_GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?");
    private static final Pattern COMMA_GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(\\.[0-9]{3})+(,[0-9]*)?");

    /** @return whether a date can be read by it: day, month and year, each once */
    public static boolean isDateFormat(String format) {
        return format.isEmpty()
                || FORMAT.matcher(format).matches()
                        && format.contains("d")
                        && format.contains("M")
                        && format.contains("y");
    }

    /**
     * @return the text as the forms of the api have it
     * @throws IllegalArgumentException if it is not written as the file writes such values
     */
    String plain(String text, Class<?> type) {
        if (type == BigDecimal.class || type == Integer.class || type == int.class) {
            return number(text);
        }
        if (type == LocalDate.class) {
            return dateFormat.isEmpty() ? text : date(text).toString();
        }
        return type == LocalDateTime.class ? moment(text) : text;
    }

    private String number(String text) {
        return switch (decimals) {
            case POINT -> text;
            case COMMA -> comma(text);
            case POINT_GROUPED -> POINT_GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
            case COMMA_GROUPED ->
                COMMA_GROUPED.matcher(text).matches() ? text.replace(".", "").replace(',', '.') : comma(text);
        };
    }

    private static String comma(String text) {
        if (text.contains(".")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" has a decimal point, and decimals stand behind a comma in this file");
        }
        return text.replace(',', '.');
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text, formatter());
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no date written as " + dateFormat + ", such as "
                            + formatter().format(LocalDate.of(2026, 3, 31)),
                    wrong);
        }
    }

    /** A date alone means its beginning. */
    private String moment(String text) {
        String[] parts = text.split("[T ]", 2);
        String day = dateFormat.isEmpty() ? parts[0] : date(parts[0]).toString();
        return day + "T" + (parts.length == 1 ? LocalTime.MIDNIGHT : parts[1].strip());
    }

    private DateTimeFormatter formatter() {
        return DateTimeFormatter.ofPattern(dateFormat.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
