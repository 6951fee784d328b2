package org.lottrace.console.web.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.quantity.Quantity;

class FormatsTest {
    private static final Instant SUMMER = Instant.parse("2026-07-01T12:00:00Z");

    private final Formats british = new Formats(Locale.UK, Texts.in(Locale.ENGLISH));
    private final Formats german = new Formats(Locale.GERMANY, Texts.in(Locale.GERMAN));

    @Test
    void dates_numbers_and_money_are_written_as_the_reader_writes_them() {
        assertEquals("26\u00a0Nov\u00a02026", british.date(LocalDate.of(2026, 11, 26)));
        assertEquals("26.11.2026", german.date(LocalDate.of(2026, 11, 26)));
        assertEquals("1,234.5 kg", british.quantity(Quantity.of("1234.50", "KGM")));
        assertEquals("1.234,5 kg", german.quantity(Quantity.of("1234.50", "KGM")));
        assertEquals("0.000001 XYZ", british.quantity(Quantity.of("0.000001", "XYZ")));
        assertEquals("€1,234.50", british.money(Money.of(CurrencyUnit.EUR, new BigDecimal("1234.5"))));
        assertEquals("¥100", british.money(Money.ofMinor(CurrencyUnit.JPY, 100)).replace("JP¥", "¥"));
    }

    @Test
    void a_time_is_that_of_the_site_and_says_so() {
        assertEquals("1 Jul 2026, 14:00 CEST", british.time(SUMMER, ZoneId.of("Europe/Berlin")));
        assertEquals("01.07.2026, 14:00 UTC+02:00", german.time(SUMMER.atOffset(ZoneOffset.ofHours(2))));
    }

    @ParameterizedTest
    @CsvSource({"12.5, 12.5", "'12,5', 12.5", "1200, 1200", "0.125, 0.125", "'1,2345', 1.2345"})
    void a_number_is_read_with_comma_or_point(String typed, BigDecimal number) {
        assertEquals(number, british.read(typed));
    }

    @ParameterizedTest
    @CsvSource({"'1,234', en", "1.234, de"})
    void what_is_a_thousand_here_and_a_fraction_elsewhere_is_refused(String typed, String language) {
        Formats formats = language.equals("en") ? british : german;
        assertThrows(IllegalArgumentException.class, () -> formats.read(typed));
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "-1", "1e3", "'1.234,5'", "1 000", "١٢"})
    void what_is_no_number_is_refused(String typed) {
        assertThrows(IllegalArgumentException.class, () -> british.read(typed));
    }
}
