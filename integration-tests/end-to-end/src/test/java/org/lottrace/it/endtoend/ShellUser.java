package org.lottrace.it.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;

/** Somebody who logs in to the shell by SSH with a password. */
final class ShellUser {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "only-in-this-test";

    private static final Duration SFTP_ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final int LENGTH_BYTES = 4;
    private static final byte SSH_FXP_INIT = 1;
    private static final byte SSH_FXP_VERSION = 2;

    private final LotTraceProcess lottrace;
    private final String name;

    private ShellUser(LotTraceProcess lottrace, String name) {
        this.lottrace = lottrace;
        this.name = name;
    }

    /** Enters a user with these roles, as an administrator does it while LotTrace runs. */
    static ShellUser entered(LotTraceProcess lottrace, String name, String roles) throws IOException {
        Path users = lottrace.data("karaf/etc/users.properties");
        Files.writeString(users, name + " = " + PASSWORD + "," + roles + "\n", StandardOpenOption.APPEND);
        return new ShellUser(lottrace, name);
    }

    /** @return how one line ended; its output and error output in one */
    Outcome run(String line) throws IOException {
        return inSession(session -> {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            try (ClientChannel channel = session.createExecChannel(line)) {
                channel.setOut(output);
                channel.setErr(output);
                channel.open().verify(PATIENCE);
                channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
                Integer status = channel.getExitStatus();
                return new Outcome(status == null ? -1 : status, output.toString(StandardCharsets.UTF_8));
            }
        });
    }

    /** @return true when the server answers the first packet of SFTP with its version (draft-ietf-secsh-filexfer-02, 4) */
    boolean canUseSftp() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (PipedOutputStream client = new PipedOutputStream();
                PipedInputStream packets = new PipedInputStream(client)) {
            client.write(new byte[] {0, 0, 0, 5, SSH_FXP_INIT, 0, 0, 0, 3});
            inSession(session -> {
                try (ClientChannel channel = session.createSubsystemChannel("sftp")) {
                    channel.setIn(packets);
                    channel.setOut(answer);
                    channel.open().verify(PATIENCE);
                    return channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), SFTP_ANSWERS_WITHIN);
                } catch (SshException refused) {
                    return EnumSet.of(ClientChannelEvent.CLOSED);
                }
            });
        }
        byte[] packet = answer.toByteArray();
        return packet.length > LENGTH_BYTES && packet[LENGTH_BYTES] == SSH_FXP_VERSION;
    }

    private <T> T inSession(Work<T> work) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            client.start();
            try (ClientSession session = client.connect(name, "127.0.0.1", lottrace.sshPort())
                    .verify(PATIENCE)
                    .getSession()) {
                session.addPasswordIdentity(PASSWORD);
                session.auth().verify(PATIENCE);
                return work.in(session);
            }
        }
    }

    private interface Work<T> {
        T in(ClientSession session) throws IOException;
    }
}
