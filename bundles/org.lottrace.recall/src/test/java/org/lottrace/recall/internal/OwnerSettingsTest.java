package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerSettingsTest {
    @Test
    void what_is_empty_is_not_known() {
        OwnerSettings settings = OwnerSettings.of(said("", " "));

        assertEquals(Optional.empty(), settings.goLive());
        assertEquals(Optional.empty(), settings.writtenOff());
    }

    @Test
    void a_day_and_a_number_are_read_with_blanks_around_them() {
        OwnerSettings settings = OwnerSettings.of(said(" 2026-03-01", "1250.50 "));

        assertEquals(Optional.of(LocalDate.of(2026, 3, 1)), settings.goLive());
        assertEquals(Optional.of(new BigDecimal("1250.50")), settings.writtenOff());
    }

    @ParameterizedTest
    @CsvSource({
        "1.3.2026, 5, go.live is 1.3.2026 and no day",
        "2026-03-01, '5,00', 'before.written.off is 5,00 and no number'",
        "2026-03-01, -5, before.written.off is -5; write nothing less than 0"
    })
    void what_is_neither_is_refused_with_the_setting_and_what_to_write(String goLive, String writtenOff, String says) {
        String message = assertThrows(IllegalArgumentException.class, () -> OwnerSettings.of(said(goLive, writtenOff)))
                .getMessage();

        assertTrue(message.contains(says), message);
    }

    private static OwnerConfig said(String goLive, String writtenOff) {
        return new OwnerConfig() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return OwnerConfig.class;
            }

            @Override
            public String go_live() {
                return goLive;
            }

            @Override
            public String before_written_off() {
                return writtenOff;
            }

            @Override
            public String before_expired() {
                return "";
            }

            @Override
            public String before_trace_hours() {
                return "";
            }

            @Override
            public String traces_in_a_year() {
                return "";
            }

            @Override
            public String hour_cost() {
                return "";
            }
        };
    }
}
