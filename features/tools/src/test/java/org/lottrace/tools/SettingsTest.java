package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Path HOME = Path.of("/opt/lottrace");
    private static final Path CURRENT = Path.of("/home/ann");

    @Test
    void without_any_variable_the_defaults_hold() {
        Settings settings = read(Map.of("LOTTRACE_HTTP_PORT", "", "LOTTRACE_SAMPLE", " "));

        assertEquals(
                new Settings(
                        HOME,
                        HOME.resolve(".lottrace"),
                        "127.0.0.1",
                        8181,
                        8101,
                        new Https(false, Optional.empty(), 8443, List.of()),
                        true,
                        Optional.empty(),
                        Duration.ofSeconds(120),
                        "",
                        List.of()),
                settings);
    }

    @Test
    void a_data_folder_is_meant_from_where_the_script_is_called() {
        assertEquals(
                Path.of("/home/ann/data"),
                read(Map.of("LOTTRACE_DATA", "./data/")).data());
        assertEquals(
                Path.of("/var/lib/lottrace"),
                read(Map.of("LOTTRACE_DATA", "/var/lib/lottrace")).data());
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0,127.0.0.1", "::,127.0.0.1", "192.0.2.7,192.0.2.7", "localhost,localhost"})
    void what_listens_on_every_network_is_asked_at_home(String host, String asked) {
        assertEquals(asked, read(Map.of("LOTTRACE_HOST", host)).address());
    }

    @ParameterizedTest
    @CsvSource({
        "LOTTRACE_HTTP_PORT,    http,        to a whole number from 1 to 65535",
        "LOTTRACE_HTTP_PORT,    0,           to a whole number from 1 to 65535",
        "LOTTRACE_SSH_PORT,     65536,       to a whole number from 1 to 65535",
        "LOTTRACE_SSH_PORT,     -1,          to a whole number from 1 to 65535",
        "LOTTRACE_SSH_PORT,     99999999999, to a whole number from 1 to 65535",
        "LOTTRACE_HTTPS_PORT,   none,        to a whole number from 1 to 65535",
        "LOTTRACE_START_TIMEOUT,2m,          to a whole number from 1 to 86400",
        "LOTTRACE_SAMPLE,       false,       to yes or no",
        "LOTTRACE_SAMPLE_TODAY, 26.11.2026,  'to a day of this century, such as 2026-11-26'",
        "LOTTRACE_SAMPLE_TODAY, 1999-11-26,  'to a day of this century, such as 2026-11-26'",
    })
    void what_is_given_wrongly_is_named_with_what_would_be_right(String variable, String given, String right) {
        assertEquals(
                List.of(variable + " is \"" + given + "\": set it " + right),
                read(Map.of(variable, given)).problems());
    }

    @Test
    void everything_wrong_is_named_at_once() {
        List<String> problems = read(Map.of(
                        "LOTTRACE_HTTP_PORT",
                        "x",
                        "LOTTRACE_SSH_PORT",
                        "y",
                        "LOTTRACE_SAMPLE",
                        "maybe",
                        "LOTTRACE_DATA",
                        "a\0b"))
                .problems();

        assertEquals(4, problems.size(), problems.toString());
    }

    @Test
    void memory_is_a_number_of_megabytes() {
        assertEquals(
                List.of("LOTTRACE_HEAP is \"1g\": set it to a number of megabytes, such as 1024m"),
                read(Map.of("LOTTRACE_HEAP", "1g")).problems());
        assertEquals(List.of(), read(Map.of("LOTTRACE_HEAP", "1024m")).problems());
    }

    @Test
    void one_port_cannot_be_both() {
        List<String> problems = read(Map.of("LOTTRACE_HTTP_PORT", "8101")).problems();

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("are both 8101"), problems.get(0));
    }

    @Test
    void https_is_switched_on_by_a_word_or_by_a_key_store() {
        assertEquals(
                new Https(true, Optional.empty(), 443, List.of("lot.example.com", "192.0.2.7")),
                read(Map.of(
                                "LOTTRACE_HTTPS",
                                "yes",
                                "LOTTRACE_HTTPS_PORT",
                                "443",
                                "LOTTRACE_HTTPS_NAMES",
                                "lot.example.com, 192.0.2.7"))
                        .https());
        assertEquals(
                new Https(true, Optional.of(CURRENT.resolve("own.p12")), 8443, List.of()),
                read(Map.of("LOTTRACE_HTTPS", "own.p12")).https());
    }

    @Test
    void the_port_of_https_is_its_own_and_a_name_is_a_name() {
        assertEquals(
                List.of(
                        "LOTTRACE_HTTPS_NAMES has \"a b\": set it to host names and addresses, separated by commas",
                        "LOTTRACE_HTTPS_PORT is 8181, as LOTTRACE_HTTP_PORT: set one of them to another port"),
                read(Map.of("LOTTRACE_HTTPS", "yes", "LOTTRACE_HTTPS_PORT", "8181", "LOTTRACE_HTTPS_NAMES", "a b"))
                        .problems());
    }

    private static Settings read(Map<String, String> environment) {
        return Settings.of(environment, HOME, CURRENT);
    }
}
