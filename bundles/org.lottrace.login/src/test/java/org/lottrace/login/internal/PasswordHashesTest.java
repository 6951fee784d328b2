package org.lottrace.login.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.login.PasswordHash;

class PasswordHashesTest {
    /** SHA-256 of {@code secret}. */
    private static final String DIGEST = "2BB80D537B1DA3E38BD30361AA855686BDE0EACD7162FEF6A25FE97BF527A25B";

    @TempDir
    Path folder;

    private Path users;
    private PasswordHashes hashes;

    @BeforeEach
    void an_installation_of_an_earlier_version() throws IOException {
        users = Files.writeString(
                folder.resolve("users.properties"),
                "# people\nanna = {CRYPT}" + DIGEST + "{CRYPT},ssh\nbert = x,ssh\n");
        Files.setPosixFilePermissions(users, PosixFilePermissions.fromString("rw-------"));
        hashes = new PasswordHashes(new Limits(users.toString()));
    }

    @Test
    void the_first_login_replaces_a_digest_by_a_hash_and_nothing_else() throws IOException {
        assertTrue(hashes.checkPassword("secret", DIGEST));

        String[] parts = Files.readString(users).split("\\{CRYPT}");
        assertEquals("# people\nanna = ", parts[0]);
        assertTrue(hashes.checkPassword("secret", parts[1]));
        assertFalse(PasswordHash.isOfEarlierVersion(parts[1]));
        assertEquals(",ssh\nbert = x,ssh\n", parts[2]);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(users)));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void a_wrong_password_replaces_nothing() throws IOException {
        String before = Files.readString(users);

        assertFalse(hashes.checkPassword("Secret", DIGEST));

        assertEquals(before, Files.readString(users));
    }

    @Test
    void a_login_does_not_fail_because_the_file_is_not_there() throws IOException {
        Files.delete(users);

        assertTrue(hashes.checkPassword("secret", DIGEST));
    }
}
