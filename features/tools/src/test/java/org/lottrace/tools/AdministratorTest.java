package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.login.PasswordHash;

class AdministratorTest {
    @TempDir
    Path folder;

    private Path etc;

    @BeforeEach
    void stockConfiguration() throws IOException {
        etc = anEtcFolder("etc");
    }

    @Test
    void keeps_password_and_private_key_from_others() throws IOException, GeneralSecurityException {
        administrator().enter();

        assertEquals("rw-------", permissions("administrator.password"));
        assertEquals("rw-------", permissions("shell.key"));
        assertEquals("rw-------", permissions("etc/users.properties"));
    }

    @Test
    void never_writes_the_password_into_the_configuration() throws IOException, GeneralSecurityException {
        administrator().enter();

        String users = Files.readString(etc.resolve("users.properties"));
        assertTrue(users.contains("admin = {CRYPT}"), users);
        assertTrue(!users.contains(password()), users);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users.properties", "keys.properties"})
    void a_login_by_password_and_one_by_key_have_the_same_roles(String file)
            throws IOException, GeneralSecurityException {
        administrator().enter();

        List<String> groups = Files.readAllLines(etc.resolve(file)).stream()
                .filter(line -> line.startsWith("_g_"))
                .toList();
        assertEquals(1, groups.size());
        assertTrue(groups.get(0).contains("ssh,recall-coordinator,recall-quality,recall-signatory"), groups.get(0));
    }

    @Test
    void changes_nothing_when_run_again() throws IOException, GeneralSecurityException {
        administrator().enter();
        String users = Files.readString(etc.resolve("users.properties"));
        String keys = Files.readString(etc.resolve("keys.properties"));

        administrator().enter();

        assertEquals(users, Files.readString(etc.resolve("users.properties")));
        assertEquals(keys, Files.readString(etc.resolve("keys.properties")));
    }

    @Test
    void keeps_the_password_when_the_program_was_replaced() throws IOException, GeneralSecurityException {
        administrator().enter();
        String password = password();
        Path replaced = anEtcFolder("newer-etc");

        new Administrator(folder, replaced).enter();

        assertEquals(password, password());
        assertTrue(PasswordHash.isOf(
                password,
                Files.readString(replaced.resolve("users.properties"))
                        .replaceAll("(?s).*admin = \\{CRYPT}(.*?)\\{CRYPT}.*", "$1")));
    }

    @Test
    void makes_another_password_for_another_installation() throws IOException, GeneralSecurityException {
        administrator().enter();
        Path other = Files.createDirectory(folder.resolve("other"));

        new Administrator(other, anEtcFolder("other-etc")).enter();

        assertNotEquals(password(), Files.readString(other.resolve("administrator.password")));
    }

    @Test
    void a_key_that_karaf_never_accepts_is_replaced() throws IOException, GeneralSecurityException {
        administrator().enter();
        String users = Files.readString(etc.resolve("users.properties"));
        Files.writeString(folder.resolve("shell.key.pub"), ShellKeyTest.REFUSED + "\n");
        Files.writeString(
                etc.resolve("keys.properties"),
                "admin = " + ShellKeyTest.REFUSED + ",_g_:admingroup\nother = AAAA,ssh\n");

        administrator().enter();

        assertTrue(ShellKey.isAcceptedByKaraf(keyOf("admin")));
        assertEquals("AAAA", keyOf("other"));
        assertEquals(users, Files.readString(etc.resolve("users.properties")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell.key", "shell.key.pub"})
    void half_a_key_is_replaced_by_a_whole_one(String lost) throws IOException, GeneralSecurityException {
        administrator().enter();
        String before = keyOf("admin");
        Files.delete(folder.resolve(lost));

        administrator().enter();

        assertNotEquals(before, keyOf("admin"));
        assertEquals(
                keyOf("admin"),
                Files.readString(folder.resolve("shell.key.pub")).strip());
        assertEquals("rw-------", permissions("shell.key"));
    }

    @Test
    void a_digest_of_an_earlier_version_is_known_by_its_password() throws IOException, GeneralSecurityException {
        administrator().enter();
        String digest = HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256").digest(password().getBytes(StandardCharsets.UTF_8)));
        edited(users().replaceAll("admin = [^,]+", "admin = {CRYPT}" + digest + "{CRYPT}"));

        assertFalse(administrator().forgetChangedPassword());
    }

    @Test
    void the_file_of_the_password_stays_while_other_users_change() throws IOException, GeneralSecurityException {
        administrator().enter();
        edited(users() + "rita = secret,ssh\n");

        assertFalse(administrator().forgetChangedPassword());

        assertTrue(Files.exists(folder.resolve("administrator.password")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"typed-by-hand", "{CRYPT}0123456789ABCDEF{CRYPT}"})
    void it_is_removed_when_the_administrator_gets_another_password(String credential)
            throws IOException, GeneralSecurityException {
        administrator().enter();
        edited(users().replaceAll("admin = [^,]+", "admin = " + Matcher.quoteReplacement(credential)));

        assertTrue(administrator().forgetChangedPassword());

        assertTrue(Files.notExists(folder.resolve("administrator.password")));
        assertTrue(administrator().isEntered());
        administrator().enter();
        assertTrue(Files.notExists(folder.resolve("administrator.password")));
    }

    @Test
    void a_renewed_password_is_told_once_and_leaves_roles_and_other_users() throws Exception {
        administrator().enter();
        Files.writeString(
                etc.resolve("users.properties"),
                Files.readString(etc.resolve("users.properties")).replace(",_g_:admingroup", ",ssh,auditor")
                        + "rita = x,ssh\n");
        String before = Files.readString(etc.resolve("users.properties"));

        String password = administrator().renewPassword();

        String after = Files.readString(etc.resolve("users.properties"));
        String kept = after.replaceAll("(?s).*admin = \\{CRYPT}(.*)\\{CRYPT},ssh,auditor.*", "$1");
        assertTrue(PasswordHash.isOf(password, kept), after);
        assertEquals(before.replaceAll("\\{CRYPT}.*\\{CRYPT}", ""), after.replaceAll("\\{CRYPT}.*\\{CRYPT}", ""));
        assertTrue(Files.notExists(folder.resolve("administrator.password")));
        assertEquals("rw-------", permissions("etc/users.properties"));
    }

    @Test
    void a_renewed_key_replaces_the_one_before_and_nothing_else() throws Exception {
        administrator().enter();
        Files.writeString(
                etc.resolve("keys.properties"),
                Files.readString(etc.resolve("keys.properties")) + "other = AAAA,ssh\n");
        String before = keyOf("admin");
        String privateBefore = Files.readString(folder.resolve("shell.key"));
        String roles = Files.readString(etc.resolve("keys.properties")).replace(before, "");

        administrator().renewKey();

        assertNotEquals(before, keyOf("admin"));
        assertNotEquals(privateBefore, Files.readString(folder.resolve("shell.key")));
        assertEquals(roles, Files.readString(etc.resolve("keys.properties")).replace(keyOf("admin"), ""));
        assertTrue(ShellKey.isAcceptedByKaraf(keyOf("admin")));
        assertEquals("rw-------", permissions("shell.key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"users.properties", "keys.properties"})
    void a_lost_file_of_users_is_said_in_a_sentence(String lost) throws Exception {
        Files.delete(etc.resolve(lost));

        Refusal refusal = assertThrows(Refusal.class, () -> administrator().enter());

        assertTrue(refusal.getMessage().startsWith(etc.resolve(lost) + " is not there. "), refusal.getMessage());
        assertTrue(Files.notExists(folder.resolve("administrator.password")));
    }

    private Administrator administrator() {
        return new Administrator(folder, etc);
    }

    private String keyOf(String user) throws IOException {
        return Files.readAllLines(etc.resolve("keys.properties")).stream()
                .filter(line -> line.startsWith(user + " = "))
                .map(line -> line.substring(user.length() + 3, line.indexOf(',')))
                .reduce((one, other) -> one + " and " + other)
                .orElseThrow();
    }

    private Path anEtcFolder(String name) throws IOException {
        Path created = Files.createDirectory(folder.resolve(name));
        Files.writeString(created.resolve("users.properties"), "#karaf = karaf,_g_:admingroup\n");
        Files.writeString(
                created.resolve("keys.properties"), "#karaf=AAAA,_g_:admingroup\n_g_\\:admingroup = group,admin,ssh\n");
        return created;
    }

    private String users() throws IOException {
        return Files.readString(etc.resolve("users.properties"));
    }

    /** Later than the password was written, by a clock that counts seconds. */
    private void edited(String users) throws IOException {
        Path file = Files.writeString(etc.resolve("users.properties"), users);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(2)));
    }

    private String password() throws IOException {
        return Files.readString(folder.resolve("administrator.password")).strip();
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }
}
