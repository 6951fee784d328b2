package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.concurrent.CompletableFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.session.ServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a server that ends a command as Karaf does. */
class RemoteShellTest {
    private static final int OUTPUT_BYTES = 400_000;
    private static final int STATUS = 3;

    private final SshServer server = SshServer.setUpDefaultServer();
    private final CompletableFuture<Void> serverClosed = new CompletableFuture<>();

    private int port;

    @TempDir
    Path folder;

    @BeforeEach
    void starts_the_server() throws Exception {
        KeyPair pair = KeyUtils.generateKeyPair("ssh-rsa", 2048);
        try (OutputStream file = Files.newOutputStream(folder.resolve("key"))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", null, file);
        }
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(pair));
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, pair.getPublic()));
        server.setCommandFactory((channel, command) -> new EndsLikeKaraf());
        server.start();
        port = server.getPort();
    }

    @AfterEach
    void stops_the_server() throws IOException {
        server.close();
    }

    @Test
    void all_of_a_long_output_comes_although_the_server_closes_the_connection_before_it_is_read() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        int status = RemoteShell.run(
                "127.0.0.1",
                server.getPort(),
                "admin",
                folder.resolve("key"),
                folder.resolve("known"),
                "any",
                new BufferedOutputStream(output, 1) {
                    @Override
                    public synchronized void write(int octet) throws IOException {
                        serverClosed.join();
                        super.write(octet);
                    }
                });

        assertEquals(STATUS, status);
        assertEquals(OUTPUT_BYTES, output.size());
    }

    @Test
    void a_refused_key_is_said_as_such() throws Exception {
        server.setPublickeyAuthenticator((user, key, session) -> false);

        assertTrue(complaint(folder.resolve("key"))
                .contains(" refused the key " + folder.resolve("key") + " of the user admin."));
    }

    @Test
    void a_lost_or_broken_key_is_said_without_a_stack_trace() throws Exception {
        assertTrue(complaint(folder.resolve("lost")).startsWith("There is no usable key in " + folder.resolve("lost")));
        assertTrue(complaint(Files.writeString(folder.resolve("broken"), "no key"))
                .startsWith("There is no usable key in "));
    }

    @Test
    void a_server_that_is_not_there_did_not_answer() throws Exception {
        server.stop(true);

        assertTrue(complaint(folder.resolve("key")).contains(" did not answer: "));
    }

    /** @return what the client says when it cannot run the command */
    private String complaint(Path key) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int status = RemoteShell.run(
                    "127.0.0.1", port, "admin", key, folder.resolve("known"), "any", new ByteArrayOutputStream());
            assertEquals(RemoteShell.UNREACHABLE, status);
        } finally {
            System.setErr(before);
        }
        String text = said.toString(StandardCharsets.UTF_8);
        assertEquals(1, text.lines().filter(line -> !line.startsWith("[")).count(), text);
        return text;
    }

    /** Writes, says how it ended, and closes the connection without waiting for the client. */
    private final class EndsLikeKaraf implements Command {
        private OutputStream output;
        private ExitCallback callback;

        @Override
        public void start(ChannelSession channel, Environment environment) {
            Thread command = new Thread(() -> run(channel), "command");
            command.start();
        }

        private void run(ChannelSession channel) {
            PrintStream text = new PrintStream(output, false);
            for (int i = 0; i < OUTPUT_BYTES; i++) {
                text.write('x');
            }
            text.flush();
            callback.onExit(STATUS);
            ServerSession session = channel.getServerSession();
            try {
                Buffer last = session.createBuffer(SshConstants.SSH_MSG_IGNORE);
                last.putString("");
                session.writePacket(last).addListener(written -> shutDown(session));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Of its own direction: closed as a whole, with something of the client unread, TCP may take back what it has sent. */
        private void shutDown(ServerSession session) {
            try {
                session.getIoSession().shutdownOutputStream();
                serverClosed.complete(null);
            } catch (IOException e) {
                serverClosed.completeExceptionally(e);
            }
        }

        @Override
        public void setOutputStream(OutputStream output) {
            this.output = output;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            this.callback = callback;
        }

        @Override
        public void setInputStream(InputStream input) {}

        @Override
        public void setErrorStream(OutputStream errors) {}

        @Override
        public void destroy(ChannelSession channel) {}
    }
}
