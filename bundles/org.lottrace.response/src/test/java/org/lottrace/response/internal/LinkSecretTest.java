package org.lottrace.response.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkSecretTest {
    private static final String NOTICE = "R-000001/MARKET/1";

    @TempDir
    private Path folder;

    @Test
    void a_link_stays_valid_after_a_restart_and_for_its_own_notice_only() {
        String token = new LinkSecret(folder.resolve("kept/secret")).tokenFor(NOTICE);
        LinkSecret restarted = new LinkSecret(folder.resolve("kept/secret"));

        assertTrue(restarted.isTokenFor(NOTICE, token));
        assertFalse(restarted.isTokenFor("R-000001/MARKET/2", token));
        assertFalse(restarted.isTokenFor(NOTICE, ""));
    }

    @Test
    void every_installation_has_a_secret_of_its_own_that_only_its_owner_reads() throws Exception {
        LinkSecret one = new LinkSecret(folder.resolve("one"));
        LinkSecret other = new LinkSecret(folder.resolve("other"));

        assertNotEquals(one.tokenFor(NOTICE), other.tokenFor(NOTICE));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("one"))));
    }
}
