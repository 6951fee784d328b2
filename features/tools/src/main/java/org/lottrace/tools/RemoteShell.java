package org.lottrace.tools;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.session.ConnectionService;

/**
 * Runs one command in Karaf's shell over SSH, without a terminal.
 *
 * <p>Output and error output of the command are passed on. The exit status is the command's own: 0 when it succeeded.
 * {@value #UNREACHABLE} means that the shell could not be reached or that the connection broke; the error output says which.
 */
final class RemoteShell {
    /** Exit status when there is no exit status of the command; the same as of {@code ssh}. */
    static final int UNREACHABLE = 255;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private RemoteShell() {}

    static int run(String host, int port, String user, Path key, Path knownHosts, String command, OutputStream output) {
        KeyPair pair;
        try {
            pair = new FileKeyPairProvider(key).loadKeys(null).iterator().next();
        } catch (RuntimeException noKey) {
            System.err.println("There is no usable key in " + key + ". Make another: ./lottrace renew key");
            return UNREACHABLE;
        }
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(
                    new KnownHostsServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE, knownHosts));
            client.start();
            try (ClientSession session =
                    client.connect(user, host, port).verify(PATIENCE).getSession()) {
                session.addPublicKeyIdentity(pair);
                if (!isAccepted(session)) {
                    System.err.println("The shell at " + host + ":" + port + " refused the key " + key + " of the user "
                            + user + ". Make another: ./lottrace renew key");
                    return UNREACHABLE;
                }
                return execute(session, command, output);
            }
        } catch (IOException unreachable) {
            System.err.println("The shell at " + host + ":" + port + " did not answer: " + unreachable.getMessage());
            return UNREACHABLE;
        }
    }

    private static boolean isAccepted(ClientSession session) throws IOException {
        AuthFuture login = session.auth();
        if (!login.await(PATIENCE)) {
            throw new IOException("no answer to the login within " + PATIENCE.toSeconds() + " seconds");
        }
        boolean refused = login.getException() instanceof SshException failure
                && failure.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
        if (!login.isSuccess() && !refused) {
            throw new IOException("the connection broke during the login", login.getException());
        }
        return login.isSuccess();
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
