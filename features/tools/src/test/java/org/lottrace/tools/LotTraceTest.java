package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command of the script, with something in the place of Karaf that starts at once. */
class LotTraceTest {
    private static final int ENDED_BY_SIGTERM = 143;

    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path folder;

    private Path home;
    private Path data;

    @BeforeEach
    void a_distribution() throws IOException {
        home = folder.resolve("a program");
        data = folder.resolve("its data");
        for (String part : List.of("bin", "etc", "lib", "system", "sample-company")) {
            Files.createDirectories(home.resolve(part));
        }
        Files.writeString(home.resolve("etc/users.properties"), "");
        Files.writeString(home.resolve("etc/keys.properties"), "");
        karafIs("exec '" + Karaf.java() + "' -Dkaraf.base=\"$KARAF_BASE\" -Dslf4j.internal.verbosity=ERROR -cp '"
                + System.getProperty("java.class.path") + "' org.lottrace.tools.FakeKaraf");
        environment.put("LOTTRACE_DATA", data.toString());
        environment.put("LOTTRACE_HTTP_PORT", freePort());
        environment.put("LOTTRACE_SSH_PORT", freePort());
        environment.put("LOTTRACE_SAMPLE", "no");
        environment.put("LOTTRACE_START_TIMEOUT", "60");
    }

    @AfterEach
    void nothing_runs_on() throws Exception {
        environment.keySet().retainAll(List.of("LOTTRACE_DATA"));
        assertEquals(0, call("stop").status());
    }

    @Test
    void from_the_first_run_to_the_end() throws Exception {
        Called run = call("run");
        assertEquals(0, run.status(), run.errors());
        assertTrue(run.output().contains("The password of the user \"admin\" is in " + data), run.output());
        assertTrue(run.output().contains("LotTrace is healthy."), run.output());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
        assertEquals("the fake has started\n", Files.readString(data.resolve("console.log")));
        assertEquals("", Files.readString(data.resolve("starting")));

        assertTrue(call("run").output().startsWith("LotTrace is already running (process "));
        String httpPort = environment.remove("LOTTRACE_HTTP_PORT");
        String sshPort = environment.remove("LOTTRACE_SSH_PORT");
        Called status = call("status");
        assertEquals(0, status.status());
        assertTrue(status.output().contains("HTTP port " + httpPort + ", SSH port " + sshPort), status.output());
        assertEquals(7, call("shell", "fail").status());

        assertEquals(
                "LotTrace is stopped. The data stays in " + data + "\n",
                call("stop").output());
        assertEquals(3, call("status").status());
        assertEquals("LotTrace is not running.\n", call("stop").output());
    }

    /** Karaf is slow to start here, so that they come while the first is at work; one that comes later finds it running. */
    @Test
    void of_many_runs_at_once_one_starts_it_and_the_others_say_so() throws Exception {
        Path karaf = home.resolve("bin/karaf");
        Files.writeString(karaf, Files.readString(karaf).replace("\nexec ", "\nsleep 2\nexec "));

        List<CompletableFuture<Called>> runs =
                Stream.generate(() -> running("run")).limit(8).toList();

        List<Called> ended = runs.stream().map(CompletableFuture::join).toList();
        assertEquals(
                1,
                ended.stream()
                        .filter(run -> run.output().contains("Starting LotTrace in "))
                        .count(),
                ended::toString);
        ended.stream().filter(run -> run.status() != 0).forEach(run -> {
            assertTrue(run.errors().startsWith("lottrace: another ./lottrace run is at work"), run.errors());
            assertEquals(1, run.errors().lines().count(), run.errors());
        });
    }

    /** Both have found the port free: the page that answers there later is not its own. */
    @Test
    void who_is_a_moment_later_at_the_same_port_says_so_and_ends() throws Exception {
        Path karaf = home.resolve("bin/karaf");
        Files.writeString(karaf, Files.readString(karaf).replace("\nexec ", "\nsleep 3\nexec "));
        CompletableFuture<Called> run = running("run");
        waitFor(data.resolve("running"));
        HttpServer other = HttpServer.create(
                new InetSocketAddress("127.0.0.1", Integer.parseInt(environment.get("LOTTRACE_HTTP_PORT"))), 0);
        other.createContext("/lottrace-health", exchange -> {
            byte[] page = "OK\ndatabase OK\nservices OK\n".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("X-LotTrace-Start", "the other");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            Called ended = run.join();

            assertEquals(1, ended.status(), ended.output());
            assertTrue(
                    ended.errors()
                            .startsWith("lottrace: port " + environment.get("LOTTRACE_HTTP_PORT")
                                    + " was taken by another LotTrace that started at the same moment; this one is ended."
                                    + " Set LOTTRACE_HTTP_PORT and LOTTRACE_SSH_PORT to free ports"),
                    ended.errors());
            assertEquals(1, ended.errors().lines().count(), ended.errors());
            assertFalse(ended.output().contains("healthy"), ended.output());
            assertEquals(3, call("status").status());
        } finally {
            other.stop(0);
        }
    }

    @Test
    void nothing_is_written_into_the_distribution() throws Exception {
        List<Path> before = files(home);

        assertEquals(0, call("run").status());

        assertEquals(before, files(home));
        assertEquals(
                "-Dkaraf.instances=instances -Dlottrace.start=X",
                Files.readString(data.resolve("karaf/fake-options")).replaceFirst("start=\\S+", "start=X"));
    }

    @Test
    void everything_wrong_is_said_before_anything_is_written() throws Exception {
        try (ServerSocket busy = new ServerSocket(0)) {
            environment.put("LOTTRACE_HTTP_PORT", String.valueOf(busy.getLocalPort()));
            environment.put("LOTTRACE_SSH_PORT", "ssh");
            environment.put("LOTTRACE_SAMPLE", "nein");
            environment.put("JAVA_OPTS", "-Xmx0.5g");

            for (String command : List.of("check", "run")) {
                Called refused = call(command);

                assertEquals(1, refused.status());
                assertTrue(
                        refused.errors().startsWith("lottrace: nothing was started, for 4 reasons:\n"),
                        refused.errors());
                for (String reason : List.of(
                        "LOTTRACE_SSH_PORT is",
                        "LOTTRACE_SAMPLE is",
                        "is in use. Set LOTTRACE_HTTP_PORT",
                        "JAVA_OPTS is")) {
                    assertTrue(refused.errors().contains(reason), refused.errors());
                }
            }
        }
        assertTrue(Files.notExists(data));
    }

    @Test
    void a_karaf_that_ends_while_starting_is_said_at_once() throws Exception {
        karafIs("exit 3");

        Called run = call("run");

        assertEquals(1, run.status());
        assertTrue(run.errors().contains("Karaf ended while starting; see "), run.errors());
    }

    @Test
    void run_and_status_say_what_is_wrong_with_the_database() throws Exception {
        assertEquals(0, call("run").status());
        Path full = Files.createFile(data.resolve("karaf/fake-disk-is-full"));
        environment.put("LOTTRACE_START_TIMEOUT", "1");
        String sentence = "database: the disk is full; free some";

        Called status = call("status");
        Called run = call("run");

        assertEquals(1, status.status());
        assertTrue(status.output().contains("but not healthy; look at this:\n  " + sentence), status.output());
        assertEquals(1, run.status());
        assertTrue(run.output().contains("it goes on when this is put right:\n  " + sentence), run.output());
        assertEquals(run.output().indexOf(sentence), run.output().lastIndexOf(sentence), run.output());
        assertTrue(run.errors().contains("not healthy after 1 seconds; look at this: " + sentence), run.errors());
        Files.delete(full);
        assertEquals(0, call("status").status());
    }

    @Test
    void in_the_foreground_it_lasts_as_long_as_karaf_and_ends_as_it_does() throws Exception {
        CompletableFuture<Called> foreground = CompletableFuture.supplyAsync(() -> {
            try {
                return call("run", "--foreground");
            } catch (Exception broken) {
                throw new CompletionException(broken);
            }
        });
        while (Files.notExists(data.resolve("shell.key.tried"))) {
            assertFalse(foreground.isDone(), () -> foreground.join().errors());
        }
        assertEquals(0, call("status").status());
        assertTrue(call("run", "--foreground").errors().contains("already running"));

        assertEquals(0, call("stop").status());

        Called ended = foreground.get(60, TimeUnit.SECONDS);
        assertEquals(ENDED_BY_SIGTERM, ended.status(), ended.errors());
        assertTrue(Files.readString(data.resolve("karaf/fake-options")).endsWith(" -Dkaraf.log.console=ALL"));
    }

    @Test
    void a_process_that_got_the_id_of_an_earlier_one_is_not_taken_for_it() throws Exception {
        Files.createDirectories(data.resolve("karaf"));
        Files.writeString(data.resolve("running"), ProcessHandle.current().pid() + " 1 2 x\n");

        assertEquals(3, call("status").status());
        assertTrue(ProcessHandle.current().isAlive());
    }

    @Test
    void password_and_lost_key_are_renewed_while_it_runs() throws Exception {
        assertEquals(0, call("run").status());
        String password = Files.readString(data.resolve("administrator.password"));
        String key = Files.readString(data.resolve("shell.key"));
        Files.delete(data.resolve("shell.key"));

        Called lost = call("shell", "fail");
        assertEquals(255, lost.status());
        Called renewed = call("renew", "password");
        assertEquals(0, renewed.status());
        assertTrue(renewed.output().matches("(?s).* new password: [A-Za-z0-9]{24}\n.*"), renewed.output());
        assertFalse(renewed.output().contains(password.strip()));
        assertTrue(Files.notExists(data.resolve("administrator.password")));
        assertEquals(0, call("renew", "key").status());

        assertNotEquals(key, Files.readString(data.resolve("shell.key")));
        assertEquals(7, call("shell", "fail").status());
        assertEquals(0, call("run").status());
    }

    @Test
    void status_removes_the_file_of_a_password_that_was_changed() throws Exception {
        assertEquals(0, call("run").status());
        Path users = data.resolve("karaf/etc/users.properties");
        Files.writeString(users, Files.readString(users).replaceAll("admin = [^,]+", "admin = another"));
        Files.setLastModifiedTime(users, FileTime.from(Instant.now().plusSeconds(2)));

        Called status = call("status");

        assertTrue(status.output().contains(data.resolve("administrator.password") + " is removed"), status.output());
        assertTrue(Files.notExists(data.resolve("administrator.password")));
    }

    @Test
    void without_the_file_of_the_password_the_sample_company_is_not_loaded_and_it_says_what_to_do() throws Exception {
        assertEquals(0, call("run").status());
        assertEquals(0, call("renew", "password").status());
        environment.put("LOTTRACE_SAMPLE", "yes");

        Called run = call("run");

        assertEquals(1, run.status());
        assertTrue(run.errors().contains("LOTTRACE_SAMPLE=no"), run.errors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"renew key", "renew password", "logs", "logs -f", "shell lot:items", "shell"})
    void what_needs_an_earlier_start_says_so(String line) throws Exception {
        Called refused = call(line.split(" "));

        assertEquals(1, refused.status());
        assertTrue(refused.errors().contains("./lottrace "), refused.errors());
        assertEquals(1, refused.errors().lines().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "run now",
                "renew",
                "renew keys",
                "logs -n",
                "stop --force",
                "backup",
                "restore a b",
                "move-database x"
            })
    void what_is_no_command_shows_the_usage(String line) throws Exception {
        Called wrong = call(line.split(" "));

        assertEquals(2, wrong.status());
        assertTrue(wrong.errors().startsWith("usage: ./lottrace COMMAND"), wrong.errors());
        assertEquals(wrong.errors(), call("help").output());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "A/B:1.5@X,+%=-_ | A/B:1.5@X,+%=-_",
                "swollen lids    | 'swollen lids'",
                "it's            | 'it'\"'\"'s'",
                "$(id)           | '$(id)'",
            })
    void several_words_stay_words(String word, String quoted) {
        assertEquals("lot:show " + quoted, LotTrace.commandLine(List.of("lot:show", word)));
    }

    @Test
    void one_word_is_a_whole_line() {
        assertEquals("lot:items | tac -f $x", LotTrace.commandLine(List.of("lot:items | tac -f $x")));
    }

    @Test
    void the_log_is_printed() throws Exception {
        Files.createDirectories(data.resolve("karaf/data/log"));
        Files.writeString(data.resolve("karaf/data/log/karaf.log"), "hello\n");

        assertEquals("hello\n", call("logs").output());
    }

    @Test
    void a_report_has_what_helps_and_no_secret_of_the_installation() throws Exception {
        Files.writeString(
                home.resolve("etc/org.lottrace.persistence.cfg"),
                "url = jdbc:postgresql://db/lottrace\nuser = lottrace\npassword = of-the-database\n");
        Files.writeString(home.resolve("etc/org.lottrace.health.alert.cfg"), "mail.password = of-the-mail\n");
        assertEquals(0, call("run").status());
        Path etc = data.resolve("karaf/etc");
        List<String> secrets = Stream.concat(
                        Stream.of(
                                "of-the-database",
                                "of-the-mail",
                                Files.readString(data.resolve("administrator.password"))
                                        .strip(),
                                Files.readString(data.resolve("shell.key.pub")).strip()),
                        Stream.concat(
                                Files.readAllLines(data.resolve("shell.key")).stream()
                                        .filter(line -> !line.startsWith("-----")),
                                Files.readAllLines(etc.resolve("users.properties")).stream()
                                        .filter(line -> line.startsWith("admin"))
                                        .map(line -> line.substring(line.indexOf('=') + 1, line.indexOf(','))
                                                .strip())))
                .toList();
        Files.createDirectories(data.resolve("karaf/data/log"));
        Files.writeString(
                data.resolve("karaf/data/log/karaf.log"),
                "somebody has logged all of them: " + String.join(" ", secrets) + "\nthe last line\n");

        Path zip = folder.resolve("report.zip");
        Called report = call("report", zip.toString());

        assertEquals(0, report.status(), report.errors());
        Map<String, String> parts = unzipped(zip);
        assertTrue(parts.get("versions.txt").contains("java.version = "), parts.toString());
        assertTrue(parts.get("etc/org.lottrace.persistence.cfg").contains("password = ***"), parts.toString());
        assertTrue(parts.get("etc/org.lottrace.persistence.cfg").contains("user = lottrace"), parts.toString());
        assertTrue(parts.get("log/karaf.log").contains("the last line"), parts.toString());
        assertTrue(parts.get("threads.txt").contains("Full thread dump"), parts.get("threads.txt"));
        assertTrue(parts.keySet().containsAll(List.of("health.txt", "metrics.txt", "bundles.txt", "log/console.log")));
        assertFalse(parts.containsKey("etc/users.properties"));
        parts.forEach((name, text) ->
                secrets.forEach(secret -> assertFalse(text.contains(secret), () -> secret + " is in " + name)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)));
        Called again = call("report", zip.toString());
        assertEquals(1, again.status());
        assertTrue(again.errors().contains("exists; name a new file"), again.errors());
    }

    @Test
    void a_report_of_what_does_not_run_says_so() throws Exception {
        Path zip = folder.resolve("report.zip");

        assertEquals(0, call("report", zip.toString()).status());

        assertTrue(unzipped(zip).containsKey("not-running.txt"));
    }

    private static Map<String, String> unzipped(Path zip) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private record Called(int status, String output, String errors) {}

    private Called call(String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = LotTrace.run(
                Settings.of(environment, home, folder),
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Called(status, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    private static void waitFor(Path file) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (Files.notExists(file)) {
            assertTrue(System.nanoTime() < deadline, file + " does not come");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private CompletableFuture<Called> running(String command) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return call(command);
                    } catch (Exception broken) {
                        throw new CompletionException(broken);
                    }
                },
                work -> new Thread(work, command).start());
    }

    private void karafIs(String script) throws IOException {
        Path karaf = Files.writeString(home.resolve("bin/karaf"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(karaf, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private static String freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return String.valueOf(any.getLocalPort());
        }
    }
}
