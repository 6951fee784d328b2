package org.lottrace.tools;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.session.ConnectionService;

/**
 * Runs one command in Karaf's shell over SSH, without a terminal.
 *
 * <p>Output and error output of the command are passed on. The exit status is the command's own: 0 when it succeeded.
 * {@value #UNREACHABLE} means that the shell could not be reached or that the connection broke; the error output says which.
 */
public final class RemoteShell {
    /** Exit status when there is no exit status of the command; the same as of {@code ssh}. */
    static final int UNREACHABLE = 255;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private RemoteShell() {}

    /** @param arguments host, port, user, private key file, file of known host keys, command line */
    public static void main(String[] arguments) {
        if (arguments.length != 6) {
            System.err.println("usage: RemoteShell HOST PORT USER KEY_FILE KNOWN_HOSTS_FILE COMMAND");
            System.exit(UNREACHABLE);
        }
        System.exit(run(
                arguments[0],
                Integer.parseInt(arguments[1]),
                arguments[2],
                Path.of(arguments[3]),
                Path.of(arguments[4]),
                arguments[5],
                System.out));
    }

    static int run(String host, int port, String user, Path key, Path knownHosts, String command, OutputStream output) {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(
                    new KnownHostsServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE, knownHosts));
            client.start();
            try (ClientSession session =
                    client.connect(user, host, port).verify(PATIENCE).getSession()) {
                session.addPublicKeyIdentity(new FileKeyPairProvider(key)
                        .loadKeys(session)
                        .iterator()
                        .next());
                session.auth().verify(PATIENCE);
                return execute(session, command, output);
            }
        } catch (IOException unreachable) {
            System.err.println("The shell at " + host + ":" + port + " did not answer: " + unreachable.getMessage());
            return UNREACHABLE;
        }
    }

    private static int execute(ClientSession session, String command, OutputStream output) throws IOException {
        try (CommandChannel channel = new CommandChannel(command)) {
            session.getService(ConnectionService.class).registerChannel(channel);
            channel.setOut(new PlainTextOutput(output));
            channel.setErr(new PlainTextOutput(System.err));
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), 0L);
            output.flush();
            Integer status = channel.getExitStatus();
            if (status == null) {
                System.err.println("The connection broke before the command had ended: its output is not complete,"
                        + " and it may or may not have done its work. Look at ./lottrace logs.");
                return UNREACHABLE;
            }
            return status;
        }
    }
}
