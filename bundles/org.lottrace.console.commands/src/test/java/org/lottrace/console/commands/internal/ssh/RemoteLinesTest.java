package org.lottrace.console.commands.internal.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.karaf.shell.ssh.KarafJaasAuthenticator;
import org.apache.karaf.shell.ssh.ShellCommand;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.console.commands.internal.Shell;

/** What {@code ssh … COMMAND} gets, from a server as Karaf makes it. */
class RemoteLinesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Shell shell = Shell.with(Shell.answering(
            LotMaster.class, "ofItem", asked -> List.of(aLot("L1").build())));
    private final SshServer server = SshServer.setUpDefaultServer();
    private final RemoteLines lines = new RemoteLines(shell.sessions());
    private final SshClient client = SshClient.setUpDefaultClient();

    private record Answer(int status, String output) {}

    @BeforeEach
    void start() throws IOException {
        server.setHost("127.0.0.1");
        server.setPort(0);
        SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider();
        key.setAlgorithm("EC");
        key.setKeySize(256);
        server.setKeyPairProvider(key);
        server.setPasswordAuthenticator((user, password, session) -> {
            session.setAttribute(KarafJaasAuthenticator.SUBJECT_ATTRIBUTE_KEY, Shell.somebody());
            return true;
        });
        server.setCommandFactory((channel, line) -> new ShellCommand(shell.sessions(), line));
        server.start();
        lines.add(server);
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.start();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
        shell.close();
    }

    @Test
    void a_command_answers_with_its_rows_and_0() throws IOException {
        Answer answer = ask("lot:list FLOUR --json");

        assertEquals(0, answer.status(), answer.output());
        assertTrue(answer.output().contains("MILL/FLOUR/L1"), answer.output());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            lot:lits FLOUR --json          | Command not found: lot:lits
            lot:list --json                | argument ITEM is missing (Item whose lots)
            lot:list FLOUR --jsno --json   | there is no option --jsno
            lot:list FLOUR SALT --json     | nothing is asked for by SALT
            lot:list FLOUR --json --after  | option --after needs a value
            lot:list 'FLOUR --json         | the line cannot be read
            lot:list "FLOUR --json         | the line cannot be read
            lot:list (FLOUR --json         | the line cannot be read
            lot:list FL*OUR --json         | not a valid item number
            """)
    void whatever_is_wrong_with_a_line_is_one_json_document(String line, String error) throws IOException {
        Answer answer = ask(line);

        JsonNode json = new ObjectMapper().readTree(answer.output());
        assertTrue(json.at("/error").asText().contains(error), answer.output());
        assertEquals(1, answer.status());
    }

    @Test
    void all_that_is_missing_or_unknown_is_named_at_once() throws IOException {
        Answer answer = ask("lot:hold --rason=glass --json");

        String error = new ObjectMapper().readTree(answer.output()).at("/error").asText();
        List.of("there is no option --rason", "option --reason is missing", "argument LOT is missing")
                .forEach(part -> assertTrue(error.contains(part), error));
    }

    @Test
    void people_are_told_in_words() throws IOException {
        Answer answer = ask("lot:lits FLOUR");

        assertTrue(answer.output().contains("Command not found"), answer.output());
        assertTrue(!answer.output().contains("{"), answer.output());
        assertEquals(1, answer.status());
    }

    @Test
    void no_thread_is_left_of_a_command() throws IOException {
        ask("lot:list FLOUR --json"); // whatever stays for good is there then
        Set<Thread> before = threads();

        for (int i = 0; i < 5; i++) {
            ask("lot:list FLOUR --json | grep L1");
        }

        await(() -> left(before).isEmpty(), () -> left(before).toString());
    }

    @Test
    void when_it_is_taken_away_karaf_runs_the_lines_as_before() throws IOException {
        lines.remove(server);

        assertTrue(ask("lot:lits --json").output().strip().matches("(?s)[^{]*Command not found.*"));
    }

    /** Those of the shell; the server and the client keep some of their own. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().contains("sshd"))
                .collect(Collectors.toSet());
    }

    private static Set<String> left(Set<Thread> before) {
        return threads().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .collect(Collectors.toSet());
    }

    private static void await(BooleanSupplier condition, Supplier<String> said) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, said);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private Answer ask(String line) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ClientSession session = client.connect("karin", "127.0.0.1", server.getPort())
                .verify(PATIENCE)
                .getSession()) {
            session.addPasswordIdentity("secret");
            session.auth().verify(PATIENCE);
            try (ClientChannel channel = session.createExecChannel(line)) {
                channel.setOut(output);
                channel.setErr(output);
                channel.open().verify(PATIENCE);
                channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
                Integer status = channel.getExitStatus();
                return new Answer(status == null ? -1 : status, output.toString(StandardCharsets.UTF_8));
            }
        }
    }
}
