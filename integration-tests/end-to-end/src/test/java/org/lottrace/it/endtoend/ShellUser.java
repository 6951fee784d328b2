package org.lottrace.it.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;

/** Somebody who logs in to the shell by SSH with a password or a key. */
final class ShellUser {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "only-in-this-test";

    private static final int RSA_BITS = 2048;
    private static final int WIDE = 1000;

    private static final Duration SFTP_ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final int LENGTH_BYTES = 4;
    private static final byte SSH_FXP_INIT = 1;
    private static final byte SSH_FXP_VERSION = 2;

    private final LotTraceProcess lottrace;
    private final String name;
    private final Optional<KeyPair> key;

    private ShellUser(LotTraceProcess lottrace, String name, Optional<KeyPair> key) {
        this.lottrace = lottrace;
        this.name = name;
        this.key = key;
    }

    /** Enters a user with these roles, as an administrator does it while LotTrace runs; comes back when Karaf has hidden the password. */
    static ShellUser entered(LotTraceProcess lottrace, String name, String roles) throws Exception {
        lottrace.enter(name, PASSWORD, roles);
        return new ShellUser(lottrace, name, Optional.empty());
    }

    /** Enters a user who logs in by a key: no hash is computed for it. */
    static ShellUser withKey(LotTraceProcess lottrace, String name, String roles) throws Exception {
        KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, RSA_BITS);
        String entry = PublicKeyEntry.toString(pair.getPublic());
        Files.writeString(
                lottrace.data("karaf/etc/keys.properties"),
                name + " = " + entry.substring(entry.indexOf(' ') + 1) + "," + roles + "\n",
                StandardOpenOption.APPEND);
        return new ShellUser(lottrace, name, Optional.of(pair));
    }

    /** @return how one line ended; its output and error output in one */
    Outcome run(String line) throws IOException {
        return withClient(client -> inSession(client, session -> run(session, line)));
    }

    /** Types the lines into one shell, each when the one before has ended: Karaf ends a login that brings its command after that one. */
    List<String> type(List<String> lines) throws IOException {
        return withClient(client -> inSession(client, session -> type(session, lines)));
    }

    private static List<String> type(ClientSession session, List<String> lines) throws IOException {
        try (ChannelShell shell = session.createShellChannel()) {
            shell.setPtyType("dumb");
            shell.setPtyColumns(WIDE);
            shell.setRedirectErrorStream(true);
            shell.open().verify(PATIENCE);
            TypedShell typed = new TypedShell(shell.getInvertedIn(), shell.getInvertedOut());
            typed.answer("");
            List<String> answers = new ArrayList<>();
            for (String line : lines) {
                answers.add(typed.answer(line));
            }
            return answers;
        }
    }

    private static Outcome run(ClientSession session, String line) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ClientChannel channel = session.createExecChannel(line)) {
            channel.setOut(output);
            channel.setErr(output);
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
            Integer status = channel.getExitStatus();
            return new Outcome(status == null ? -1 : status, output.toString(StandardCharsets.UTF_8));
        }
    }

    /** @return true when the server answers the first packet of SFTP with its version (draft-ietf-secsh-filexfer-02, 4) */
    boolean canUseSftp() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (PipedOutputStream client = new PipedOutputStream();
                PipedInputStream packets = new PipedInputStream(client)) {
            client.write(new byte[] {0, 0, 0, 5, SSH_FXP_INIT, 0, 0, 0, 3});
            withClient(ssh -> inSession(ssh, session -> {
                try (ClientChannel channel = session.createSubsystemChannel("sftp")) {
                    channel.setIn(packets);
                    channel.setOut(answer);
                    channel.open().verify(PATIENCE);
                    return channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), SFTP_ANSWERS_WITHIN);
                } catch (SshException refused) {
                    return EnumSet.of(ClientChannelEvent.CLOSED);
                }
            }));
        }
        byte[] packet = answer.toByteArray();
        return packet.length > LENGTH_BYTES && packet[LENGTH_BYTES] == SSH_FXP_VERSION;
    }

    private static <T> T withClient(Work<SshClient, T> work) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            client.start();
            return work.with(client);
        }
    }

    private <T> T inSession(SshClient client, Work<ClientSession, T> work) throws IOException {
        try (ClientSession session = client.connect(name, "127.0.0.1", lottrace.sshPort())
                .verify(PATIENCE)
                .getSession()) {
            key.ifPresentOrElse(session::addPublicKeyIdentity, () -> session.addPasswordIdentity(PASSWORD));
            session.auth().verify(PATIENCE);
            return work.with(session);
        }
    }

    private interface Work<S, T> {
        T with(S session) throws IOException;
    }
}
