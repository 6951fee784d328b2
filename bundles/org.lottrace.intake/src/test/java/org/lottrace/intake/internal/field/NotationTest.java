package org.lottrace.intake.internal.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.intake.DecimalStyle;
import org.lottrace.api.text.TextForms;

/** Numbers and dates as files write them. */
class NotationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT | 1234.5 | 1234.5",
                "POINT | -0.5 | -0.5",
                "POINT | 1,234 | ",
                "POINT | 1,5 | ",
                "COMMA | 1234,5 | 1234.5",
                "COMMA | 1234 | 1234",
                "COMMA | 1.234,5 | ",
                "COMMA | 1.5 | ",
                "POINT_GROUPED | 1,234.5 | 1234.5",
                "POINT_GROUPED | 1,234,567 | 1234567",
                "POINT_GROUPED | 1234.5 | 1234.5",
                "POINT_GROUPED | 12,34.5 | ",
                "POINT_GROUPED | 1,5 | ",
                "COMMA_GROUPED | 1.234,5 | 1234.5",
                "COMMA_GROUPED | 1.234 | 1234",
                "COMMA_GROUPED | -1.234.567,25 | -1234567.25",
                "COMMA_GROUPED | 1234,5 | 1234.5",
                "COMMA_GROUPED | 1.5 | ",
                "COMMA_GROUPED | 1,234.5 | ",
                "COMMA | 1,2,3 | ",
                "POINT | 1e3 | ",
            })
    void a_number_is_read_as_the_file_writes_numbers_or_not_at_all(DecimalStyle style, String text, String number) {
        Notation notation = new Notation(style, "");
        if (number == null) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> TextForms.read(BigDecimal.class, notation.plain(text, BigDecimal.class)));
        } else {
            assertEquals(
                    new BigDecimal(number), TextForms.read(BigDecimal.class, notation.plain(text, BigDecimal.class)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 2026-03-31 | 2026-03-31",
                "'' | 31.03.2026 | ",
                "dd.MM.yyyy | 31.03.2026 | 2026-03-31",
                "dd.MM.yyyy | 31.3.2026 | ",
                "dd.MM.yyyy | 31.02.2026 | ",
                "d.M.yyyy | 1.3.2026 | 2026-03-01",
                "dd.MM.yy | 31.03.26 | 2026-03-31",
                "MM/dd/yyyy | 03/31/2026 | 2026-03-31",
                "MM/dd/yyyy | 31/03/2026 | ",
                "yyyyMMdd | 20260331 | 2026-03-31",
                "yyMMdd | 260331 | 2026-03-31",
            })
    void a_date_is_read_as_the_file_writes_dates_or_not_at_all(String format, String text, LocalDate date) {
        Notation notation = new Notation(DecimalStyle.POINT, format);
        if (date == null) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> TextForms.read(LocalDate.class, notation.plain(text, LocalDate.class)));
        } else {
            assertEquals(date, TextForms.read(LocalDate.class, notation.plain(text, LocalDate.class)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 2026-03-31 | 2026-03-31T00:00",
                "'' | 2026-03-31T18:30 | 2026-03-31T18:30",
                "'' | 2026-03-31 18:30:15 | 2026-03-31T18:30:15",
                "dd.MM.yyyy | 31.03.2026 | 2026-03-31T00:00",
                "dd.MM.yyyy | 31.03.2026 18:30 | 2026-03-31T18:30",
                "dd.MM.yyyy | 31.03.2026 6pm | ",
            })
    void a_time_stands_behind_its_date_and_a_date_alone_is_its_beginning(
            String format, String text, LocalDateTime moment) {
        Notation notation = new Notation(DecimalStyle.POINT, format);
        if (moment == null) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> TextForms.read(LocalDateTime.class, notation.plain(text, LocalDateTime.class)));
        } else {
            assertEquals(moment, TextForms.read(LocalDateTime.class, notation.plain(text, LocalDateTime.class)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "dd.MM.yyyy, true",
        "yyyy-MM-dd, true",
        "yyMMdd, true",
        "dd.MM., false",
        "dd.dd.yyyy, false",
        "dd.MM.yyyy HH:mm, false",
        "x, false",
        "yyyy, false",
        "DD.MM.YYYY, false"
    })
    void a_format_has_day_month_and_year_each_once(String format, boolean isFormat) {
        assertEquals(isFormat, Notation.isDateFormat(format));
    }
}
