package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.console.commands.internal.Shell.answering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;

class RecordRatesCommandTest {
    private final List<ExchangeRates> sent = new ArrayList<>();

    @Test
    void rates_of_the_line_and_of_a_file_are_recorded_together_and_what_is_refused_is_told() throws Exception {
        ServerFolder.file("rates.csv", "day;currency;rate\n2026-02-26;GBP;1.15\n\n2026-02-27; GBP; 1.16\n");
        try (Shell shell = shell()) {
            Exception failure = assertThrows(
                    CommandException.class,
                    () -> shell.run("cost:record-rates ECB 2026-02-27,USD,0.92 --file rates.csv --site BER"));
            assertTrue(
                    (failure.getMessage() + shell.output()).contains("yet to come"),
                    failure.getMessage() + shell.output());
        }

        assertEquals("ECB", sent.get(0).source());
        assertEquals(
                List.of(
                        rate("2026-02-27", "USD", "0.92"),
                        rate("2026-02-26", "GBP", "1.15"),
                        rate("2026-02-27", "GBP", "1.16")),
                sent.get(0).rates());
    }

    @Test
    void the_first_line_is_read_whatever_a_spreadsheet_writes_before_it() throws Exception {
        try (Shell shell = shell()) {
            ServerFolder.file("rates.csv", "\uFEFF2026-02-26,GBP,1.15\n");
            assertThrows(CommandException.class, () -> shell.run("cost:record-rates ECB --file rates.csv --site BER"));
            ServerFolder.file("rates.csv", " 2026-02-27,GBP,1.16\n");
            assertThrows(CommandException.class, () -> shell.run("cost:record-rates ECB --file rates.csv --site BER"));
        }

        assertEquals(List.of(rate("2026-02-26", "GBP", "1.15")), sent.get(0).rates());
        assertEquals(List.of(rate("2026-02-27", "GBP", "1.16")), sent.get(1).rates());
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD,0.92", "2026-02-30,USD,0.92", "2026-02-27,USD,much", "2026-02-27,USD,1E+999999999"})
    void what_is_no_rate_is_explained_and_nothing_is_recorded(String rate) throws Exception {
        try (Shell shell = shell()) {
            Exception failure = assertThrows(
                    CommandException.class, () -> shell.run("cost:record-rates ECB " + rate + " --site BER"));
            assertTrue((failure.getMessage() + shell.output()).contains("Nothing was recorded"), failure.getMessage());
        }

        assertEquals(List.of(), sent);
    }

    private static ExchangeRates.Rate rate(String day, String currency, String factor) {
        return new ExchangeRates.Rate(LocalDate.parse(day), currency, new BigDecimal(factor));
    }

    private Shell shell() {
        return Shell.with(Answers.sites(), Bakery.CLOCK, answering(CostEntries.class, "recordRates", given -> {
            sent.add((ExchangeRates) given.get(0));
            return new Outcome.Refused<>(List.of(new Violation("RATE_WRONG", "rates", "it is yet to come")));
        }));
    }
}
