package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.login.PasswordHash;

class SecretsTest {
    private final Secrets secrets = new Secrets();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password = geheim1 | password = ***",
                "mail.password=geheim1 | mail.password=***",
                "webhook.secret : geheim1 | webhook.secret : ***",
                "ssl.keystore = /a/b | ssl.keystore = ***",
                "api_TOKEN geheim1 | api_TOKEN ***",
                "password = | password =",
                "# password = what it is | # password = what it is",
                "port = 8181 | port = 8181",
                "url = jdbc:postgresql://db/lottrace?user=a&password=geheim1&x=y | url = jdbc:postgresql://db/lottrace?user=a&password=***&x=y",
                "url = jdbc:postgresql://anna:geheim1@db/lottrace | url = jdbc:postgresql://***@db/lottrace",
                "plain = Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1u | plain = ***",
                "webhook.url = https://hooks.example.com/services/T0A/B0B/x4Yz | webhook.url = https://hooks.example.com/***",
                "webhook.url = https\\://hooks.example.com/services/T0A | webhook.url = https\\://hooks.example.com/***",
                "webhook.url = https://erp.example.com | webhook.url = https://erp.example.com",
                "folder = /var/lib/lottrace/edi/inbox | folder = /var/lib/lottrace/edi/inbox",
            })
    void in_settings(String line, String safe) {
        assertEquals(safe.strip() + "\n", secrets.inSettings(line.strip()).replaceAll("(?m)\\s+$", "\n"));
    }

    @Test
    void what_goes_on_in_the_next_line_is_blanked_with_its_first() {
        assertEquals("password = ***\n***\nport = 1\n", secrets.inSettings("password = one\\\n   two\nport = 1\n"));
    }

    @Test
    void in_any_text_what_looks_like_a_secret_and_every_secret_that_is_known() {
        secrets.know("Ab3xK9secret");
        String token = "ltt_0123456789_" + "A".repeat(43);
        String text = "Authorization: Basic YW5uYTpnZWhlaW0x and Bearer " + token + " and "
                + PasswordHash.of("geheim1") + " password=geheim1 Ab3xK9secret\n"
                + "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r\n-----END OPENSSH PRIVATE KEY-----\n";

        String safe = secrets.inText(text);

        for (String secret : new String[] {"YW5uYTpnZWhlaW0x", token, "PBKDF2", "geheim1", "Ab3xK9", "b3BlbnNzaC1r"}) {
            assertFalse(safe.contains(secret), secret + " in " + safe);
        }
    }

    /** Whoever knows the address of such a hook can write there. */
    @Test
    void the_address_of_a_hook_is_blanked_in_the_log_too(@TempDir Path data) throws Exception {
        Path etc = Files.createDirectories(data.resolve("karaf/etc"));
        Files.writeString(
                etc.resolve("org.lottrace.health.alert.cfg"),
                "webhook.url = https://hooks.example.com/services/T0A/B0B/x4Yz\n");

        String safe = Secrets.of(Settings.of(Map.of("LOTTRACE_DATA", data.toString()), data, data))
                .inText("https://hooks.example.com/services/T0A/B0B/x4Yz does not answer");

        assertEquals("https://*** does not answer", safe);
    }

    @Test
    void a_hash_of_the_ledger_stays_in_the_log() {
        String line = "event recorded hash=" + "ab12".repeat(16) + "\n";

        assertTrue(secrets.inText(line).contains("ab12".repeat(16)));
    }
}
