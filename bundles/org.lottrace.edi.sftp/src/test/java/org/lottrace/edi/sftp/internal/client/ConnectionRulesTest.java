package org.lottrace.edi.sftp.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionRulesTest {
    private static final String PIN = "SHA256:" + "a".repeat(43);

    @TempDir
    Path folder;

    private final Map<String, Object> values = new HashMap<>();

    @BeforeEach
    void a_connection_that_is_well() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "secret");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        values.putAll(Map.of(
                "partner", "acme",
                "host", "sftp.example.com",
                "user", "lottrace",
                "key_file", key.toString(),
                "host_key", new String[] {"ssh-ed25519 " + PIN + ", " + PIN},
                "remote_in", "outbound/",
                "remote_out", "/inbound",
                "receivers", new String[] {"ZZ:ACME, 01:123456789"}));
    }

    @Test
    void lists_may_stand_in_one_text_and_a_slash_at_the_end_of_a_folder_means_nothing() {
        ConnectionSettings settings = ConnectionRules.settings(config());

        assertEquals(Set.of("ZZ:ACME", "01:123456789"), settings.receivers());
        assertEquals(
                List.of(new HostKeyPin(Optional.of("ssh-ed25519"), PIN), new HostKeyPin(Optional.empty(), PIN)),
                settings.pins());
        assertEquals(Optional.of("outbound"), settings.in());
        assertEquals(Optional.of("/inbound"), settings.out());
        assertEquals(5 * 1024 * 1024, settings.largest());
        assertEquals(Duration.ofSeconds(60), settings.interval());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("partner", "../acme", "partner"),
                Arguments.of("partner", "", "partner"),
                Arguments.of("partner", ".acme", "partner"),
                Arguments.of("host", "", "host"),
                Arguments.of("host", "a b", "host"),
                Arguments.of("port", 0, "port"),
                Arguments.of("user", " ", "user"),
                Arguments.of("key_file", "", "key.file"),
                Arguments.of("key_file", "/nowhere/key", "key.file"),
                Arguments.of("host_key", new String[] {"MD5:00:11"}, "host.key"),
                Arguments.of("receivers", new String[] {"ACME"}, "receivers"),
                Arguments.of("receivers", new String[0], "receivers"),
                Arguments.of("remote_out", "", "remote.out"),
                Arguments.of("after", "KEEP", "after"),
                Arguments.of("after", "MOVE", "move.to"),
                Arguments.of("move_to", "done", "move.to"),
                Arguments.of("look_seconds", 4, "look.seconds"),
                Arguments.of("largest_file_megabytes", 0, "largest.file.megabytes"),
                Arguments.of("timeout_seconds", 0, "timeout.seconds"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_is_wrong_is_said_with_the_name_of_the_property(String name, Object value, String property) {
        values.put(name, value);

        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> ConnectionRules.settings(config()));

        assertTrue(wrong.getMessage().startsWith(property), wrong::getMessage);
        assertEquals(1, wrong.getMessage().split("; ").length, wrong::getMessage);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        values.clear();

        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> ConnectionRules.settings(config()));

        assertEquals(5, wrong.getMessage().split("; ").length, wrong::getMessage);
    }

    @ParameterizedTest
    @CsvSource({"rw-r-----", "rw----r--", "rw-rw-rw-", "rwx------"})
    void a_secret_that_others_may_read_is_refused(String permissions) throws IOException {
        Files.setPosixFilePermissions(folder.resolve("key"), PosixFilePermissions.fromString(permissions));

        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> ConnectionRules.settings(config()));

        assertTrue(wrong.getMessage().contains("chmod 600"), wrong::getMessage);
    }

    @Test
    void a_link_to_a_secret_is_refused() throws IOException {
        values.put(
                "key_file",
                Files.createSymbolicLink(folder.resolve("link"), folder.resolve("key"))
                        .toString());

        assertThrows(IllegalArgumentException.class, () -> ConnectionRules.settings(config()));
    }

    @ParameterizedTest
    @CsvSource({"60, 0, 60", "60, 1, 120", "60, 5, 1920", "60, 6, 3600", "60, 900, 3600", "7200, 3, 7200"})
    void a_server_that_fails_is_left_alone_for_longer_and_longer(int interval, int failures, int pause) {
        assertEquals(Duration.ofSeconds(pause), Backoff.pause(Duration.ofSeconds(interval), failures));
    }

    private ConnectionConfig config() {
        return (ConnectionConfig) Proxy.newProxyInstance(
                ConnectionConfig.class.getClassLoader(),
                new Class<?>[] {ConnectionConfig.class},
                (proxy, method, arguments) -> method.getName().equals("annotationType")
                        ? Annotation.class
                        : values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
