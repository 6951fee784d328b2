package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTest {
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void a_distribution_and_free_ports() throws IOException {
        home = Files.createDirectory(folder.resolve("lottrace"));
        environment.put("LOTTRACE_HTTP_PORT", freePort());
        environment.put("LOTTRACE_SSH_PORT", freePort());
    }

    @Test
    void a_new_folder_and_free_ports_are_no_problem() {
        assertEquals(List.of(), problems());
    }

    @ParameterizedTest
    @CsvSource({"1,512m", "2,512m", "4,1024m", "8,2048m", "64,2048m"})
    void java_gets_a_quarter_of_the_memory_but_no_less_than_it_needs(long gigabytes, String heap) {
        assertEquals(heap, Machine.heap(gigabytes << 30));
    }

    @Test
    void a_busy_port_is_named_with_the_variable_that_changes_it() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            environment.put("LOTTRACE_SSH_PORT", String.valueOf(other.getLocalPort()));

            List<String> problems = problems();

            assertEquals(1, problems.size(), problems.toString());
            assertTrue(
                    problems.get(0)
                            .startsWith("port " + other.getLocalPort()
                                    + " is in use. Set LOTTRACE_SSH_PORT to a free port,"),
                    problems.get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "no such name"})
    void an_address_of_another_machine_is_refused(String host) {
        environment.put("LOTTRACE_HOST", host);

        List<String> problems = problems();

        assertEquals(1, problems.size(), problems.toString());
        assertTrue(
                problems.get(0).startsWith("LOTTRACE_HOST is \"" + host + "\", which is no address of this machine: "),
                problems.get(0));
    }

    @Test
    void a_folder_of_somebody_else_is_refused_and_left_alone() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.writeString(pictures.resolve("dog.jpg"), "");
        Files.setPosixFilePermissions(pictures, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertDataIsRefused(pictures, "where there are other files already");
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(pictures)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"karaf", "administrator.password", "lost+found"})
    void a_folder_of_lottrace_and_a_fresh_disk_are_taken(String file) throws IOException {
        Files.createDirectories(folder.resolve("data").resolve(file));
        environment.put("LOTTRACE_DATA", folder.resolve("data").toString());

        assertEquals(List.of(), problems());
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertDataIsRefused(file, ", but " + file + " is a file: name a folder");
        assertDataIsRefused(file.resolve("below"), ", but " + file + " is a file: name a folder");
    }

    @Test
    void the_program_is_no_place_for_data() {
        assertDataIsRefused(home.resolve("etc/data"), "in the program itself");
    }

    @Test
    void a_folder_that_must_not_be_written_is_refused() throws IOException {
        Path closed = Files.createDirectory(
                folder.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeFalse(Files.isWritable(closed), "root may write everywhere");

        assertDataIsRefused(closed, "must not write");
        assertDataIsRefused(closed.resolve("data"), "must not make");
    }

    @Test
    void options_that_java_does_not_know_are_refused_with_its_words() {
        environment.put("JAVA_OPTS", "-Xmx=512m");

        List<String> problems = problems();

        assertEquals(1, problems.size(), problems.toString());
        assertTrue(
                problems.get(0).startsWith("JAVA_OPTS is \"-Xmx=512m\", which Java refuses: Invalid maximum heap size"),
                problems.get(0));
    }

    @Test
    void options_that_java_knows_are_taken() {
        environment.put("JAVA_OPTS", "-Xms64m -Xmx300m");

        assertEquals(List.of(), problems());
    }

    @ParameterizedTest
    @CsvSource({
        "lottrace.http.port,LOTTRACE_HTTP_PORT,9000",
        "lottrace.http.port,LOTTRACE_HTTP_PORT,${env:LOTTRACE_HTTP_PORT:-9000}",
        "lottrace.data,LOTTRACE_DATA,/srv/elsewhere",
    })
    void what_was_edited_where_a_start_does_not_look_is_refused(String key, String variable, String edited)
            throws IOException {
        configured(key, edited);

        List<String> problems = problems();

        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith(key + " is \"" + edited + "\" in "), problems.get(0));
        assertTrue(problems.get(0).endsWith(", and set " + variable), problems.get(0));
    }

    @Test
    void what_was_edited_to_the_same_or_means_something_else_is_left_alone() throws IOException {
        configured("lottrace.http.port", environment.get("LOTTRACE_HTTP_PORT"));
        configured("lottrace.files", "/srv/files");

        assertEquals(List.of(), problems());
    }

    private void configured(String key, String edited) throws IOException {
        Path karaf = folder.resolve("data/karaf");
        environment.put("LOTTRACE_DATA", folder.resolve("data").toString());
        for (String name : List.of("etc", "etc.shipped")) {
            Files.createDirectories(karaf.resolve(name));
            Files.writeString(
                    karaf.resolve(name).resolve("custom.system.properties"),
                    key + " = " + (name.equals("etc") ? edited : "as it came") + "\n");
        }
    }

    private void assertDataIsRefused(Path data, String why) {
        environment.put("LOTTRACE_DATA", data.toString());
        List<String> problems = problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("LOTTRACE_DATA is " + data + ", "), problems.get(0));
        assertTrue(problems.get(0).contains(why), problems.get(0));
    }

    private List<String> problems() {
        Settings settings = Settings.of(environment, home, folder);
        assertEquals(List.of(), settings.problems());
        return Machine.problems(settings);
    }

    private static String freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return String.valueOf(any.getLocalPort());
        }
    }
}
