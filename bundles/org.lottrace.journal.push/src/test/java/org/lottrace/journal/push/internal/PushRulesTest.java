package org.lottrace.journal.push.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushRulesTest {
    @TempDir
    private Path folder;

    @Test
    void the_least_that_is_needed_is_a_receiver_and_an_address() {
        PushSettings settings = PushRules.settings(
                Configured.with(Map.of("receiver", "ERP", "url", "https://erp.example.com/journal")));

        assertEquals("ERP", settings.receiver());
        assertEquals(8, settings.mostTries());
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        String told = assertThrows(
                        IllegalArgumentException.class,
                        () -> PushRules.settings(Configured.with(Map.of(
                                "url", "ftp://erp",
                                "user", "a:b",
                                "mapping_file", folder.resolve("none.xsl").toString(),
                                "accepted_when", "//[",
                                "soap_action", "a\r\nX-Evil: 1",
                                "company", "no company",
                                "most_tries", 0))))
                .getMessage();

        for (String problem : new String[] {
            "receiver must",
            "url must begin",
            "user and password.file",
            "no colon",
            "none.xsl is not there",
            "accepted.when is no XPath",
            "soap.action must",
            "company must",
            "most.tries must"
        }) {
            assertTrue(told.contains(problem), problem + " in " + told);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://erp.example.com/",
                "https://me:hush@erp.example.com/",
                "file:///etc/passwd",
                "hush hush",
                ""
            })
    void an_address_that_is_open_or_holds_a_password_is_refused_and_not_printed(String url) {
        String told = assertThrows(
                        IllegalArgumentException.class,
                        () -> PushRules.settings(Configured.with(Map.of("receiver", "ERP", "url", url))))
                .getMessage();

        assertFalse(told.contains("hush"), told);
    }

    @Test
    void a_password_that_others_can_read_is_refused() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "hush");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        Map<String, Object> values = Map.of(
                "receiver",
                "ERP",
                "url",
                "https://erp.example.com",
                "user",
                "me",
                "password_file",
                password.toString());

        String told = assertThrows(IllegalArgumentException.class, () -> PushRules.settings(Configured.with(values)))
                .getMessage();
        assertTrue(told.contains("chmod 600"), told);

        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        assertEquals("me", PushRules.settings(Configured.with(values)).user());
    }
}
