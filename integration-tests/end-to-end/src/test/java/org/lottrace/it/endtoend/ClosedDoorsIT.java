package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;

/** What a user with one role cannot do to the machine, in the built distribution: the shell by SSH, and HTTP. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClosedDoorsIT {
    private static final String REFUSED_BY_THE_SHELL =
            "(?s).*(Command not found|Insufficient credentials|[Uu]nsupported command).*";
    private static final int AT_THE_END = Integer.MAX_VALUE;

    private static LotTraceProcess lottrace;
    private static ShellUser coordinator;

    @BeforeAll
    static void start() throws Exception {
        lottrace = new LotTraceProcess("doors");
        Outcome run = lottrace.runWithoutSampleCompany();
        assertEquals(0, run.status(), run.output());
        coordinator = ShellUser.entered(lottrace, "rita", "ssh,recall-coordinator");
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recall:cases",
                "recall:drills --json",
                "lot:items",
                "lot:stock --help",
                "alloc:orders",
                "edi:log",
                "lottrace:health",
                "help",
                "help lot:trace"
            })
    void a_coordinator_of_recalls_runs_own_commands(String line) throws Exception {
        Outcome outcome = coordinator.run(line);

        assertEquals(0, outcome.status(), outcome.output());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat etc/users.properties",
                "shell:cat etc/users.properties",
                "cat ../administrator.password",
                "cat ../shell.key",
                "head etc/users.properties",
                "tac stolen.txt",
                "more etc/users.properties",
                "less etc/users.properties",
                "grep admin etc/users.properties",
                "nano etc/users.properties",
                "shell:source etc/shell.init.script",
                "shell:exec id",
                "shell:java Main",
                "shell:new java.io.File stolen.txt",
                "ls",
                "each [1] { echo $it }",
                "shell:if { true } { recall:cases }",
                "threads",
                "config:list",
                "config:property-set --pid org.lottrace.web.gate allowed.roles recall-coordinator",
                "config:edit org.apache.karaf.shell",
                "log:display",
                "log:set DEBUG",
                "jaas:realm-list",
                "jaas:realm-manage --realm karaf",
                "jaas:user-add rita2 secret",
                "feature:list",
                "feature:install wrap",
                "bundle:list",
                "bundle:install file:/tmp/stolen.jar",
                "bundle:stop 1",
                "dev:dump-create stolen.txt",
                "system:property user.home",
                "system:shutdown --force",
                "ssh:ssh -l admin localhost",
                "ssh:sshd-config",
                "recall:cases > stolen.txt",
                "recall:cases >> stolen.txt",
                "recall:cases 2> stolen.txt",
                "recall:cases | tee stolen.txt",
                "recall:cases | cat etc/users.properties",
                "((\"abc\" getClass) forName java.lang.Runtime)",
                "(((((\"abc\" getClass) forName java.lang.Runtime) getRuntime) exec \"touch stolen.txt\"))",
                "${.session} execute \"cat etc/users.properties\"",
                "\"abc\" length",
                "scp -f etc/users.properties",
                "scp -t deploy",
            })
    void nothing_else(String line) throws Exception {
        String users = Files.readString(lottrace.data("karaf/etc/users.properties"));

        Outcome outcome = coordinator.run(line);

        assertNotEquals(0, outcome.status(), outcome.output());
        assertTrue(outcome.output().matches(REFUSED_BY_THE_SHELL), outcome.output());
        assertFalse(outcome.output().contains("{CRYPT}"), outcome.output());
        assertEquals(users, Files.readString(lottrace.data("karaf/etc/users.properties")));
        assertFalse(Files.exists(lottrace.data("karaf/stolen.txt")));
        assertFalse(Files.exists(lottrace.data("stolen.txt")));
    }

    @Test
    void nothing_fails_when_somebody_logs_in_who_is_no_administrator() throws Exception {
        a_coordinator_of_recalls_runs_own_commands("recall:cases");

        String console = Files.readString(lottrace.data("console.log"));
        assertFalse(console.contains("initialization script"), console);
    }

    /** Karaf lets every role of LotTrace run its commands; what the command does is asked for like any other operation. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alloc:allocate SO-1",
                "cost:inventory",
                "lottrace:follower cost --rebuild",
                "USER = admin; lottrace:follower cost --rebuild",
                "USER = dr.signatory; recall:sign R-000001 --reason nothing",
                "recall:close R-000001 --summary done",
            })
    void and_no_operation_that_needs_another_role(String line) throws Exception {
        Outcome outcome = coordinator.run(line);

        assertNotEquals(0, outcome.status(), outcome.output());
        assertTrue(outcome.output().contains("ROLE_MISSING"), outcome.output());
    }

    @Test
    void no_file_is_read_by_a_command_but_those_of_one_folder() throws IOException, InterruptedException {
        Outcome outcome = lottrace.script("shell", "edi:check ../etc/users.properties");

        assertNotEquals(0, outcome.status(), outcome.output());
        assertTrue(outcome.output().contains("../etc/users.properties is not in "), outcome.output());
    }

    @Test
    void nobody_uses_sftp() throws Exception {
        assertFalse(coordinator.canUseSftp());
        assertFalse(ShellUser.entered(lottrace, "root", "ssh,admin").canUseSftp());
    }

    @Test
    void an_administrator_runs_everything_as_before() throws IOException, InterruptedException {
        for (String line :
                List.of("config:list", "cat etc/org.apache.karaf.shell.cfg", "cost:inventory", "\"abc\" toUpperCase")) {
            Outcome outcome = lottrace.script("shell", line);
            assertEquals(0, outcome.status(), line + ": " + outcome.output());
        }
    }

    @Test
    void an_undeclared_entity_is_refused() throws IOException, InterruptedException {
        String answer =
                lottrace.soap("erp", "<getStock xmlns=\"urn:lottrace:erp:1\"><site>B&nbsp;ER</site></getStock>");

        assertTrue(answer.contains("XML_MALFORMED") && answer.contains("nbsp"), answer);
    }

    @Test
    void a_body_that_is_too_large_is_refused_with_413() throws IOException {
        String soap = post("/lottrace/soap/erp", "text/xml", "Content-Length: 11000000\r\n" + lottrace.authorization());
        String page = post("/lottrace-recall/answer", "application/x-www-form-urlencoded", "Content-Length: 1100000");
        String health = post("/lottrace-health", "text/xml", "Content-Length: 1100000");

        assertTrue(soap.startsWith("HTTP/1.1 413 ") && soap.contains("REQUEST_TOO_LARGE"), soap);
        assertTrue(page.startsWith("HTTP/1.1 413 ") && page.contains("Nothing was recorded"), page);
        assertTrue(health.startsWith("HTTP/1.1 405 "), health);
    }

    /** As if it had been installed before the shell was shut: what was edited is kept, what is new comes. */
    @Test
    @Order(AT_THE_END)
    void an_installation_with_an_open_shell_is_shut_by_the_next_version() throws Exception {
        lottrace.close();
        Path own = lottrace.data("karaf/etc/custom.system.properties");
        Files.writeString(own, Files.readString(own) + "# edited\n");
        for (String folder : List.of("karaf/etc/", "karaf/etc.shipped/")) {
            Files.delete(lottrace.data(folder + "org.apache.karaf.command.acl.recall.cfg"));
            remove(lottrace.data(folder + "system.properties"), "karaf.secured.command.compulsory.roles");
            remove(lottrace.data(folder + "org.apache.karaf.shell.cfg"), "sftpEnabled");
        }
        Files.writeString(lottrace.data("karaf/.unpacked"), "an earlier version");

        Outcome run = lottrace.runWithoutSampleCompany();

        assertEquals(0, run.status(), run.output());
        assertTrue(Files.readString(own).contains("# edited"));
        a_coordinator_of_recalls_runs_own_commands("recall:cases");
        nothing_else("cat etc/users.properties");
        assertFalse(coordinator.canUseSftp());
    }

    private static void remove(Path file, String setting) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.removeIf(line -> line.strip().startsWith(setting)), setting);
        Files.write(file, lines);
    }

    /** Sends the head of a request and no body: who waits for it has not looked at the head. */
    private static String post(String path, String type, String header) throws IOException {
        URI address = URI.create(lottrace.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + header
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
