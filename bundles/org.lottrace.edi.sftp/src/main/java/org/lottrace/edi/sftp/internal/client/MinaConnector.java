package org.lottrace.edi.sftp.internal.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.lottrace.edi.sftp.internal.OwnerOnly;
import org.lottrace.edi.sftp.internal.outgoing.Remote;

/**
 * Connections by Apache MINA SSHD. Of this machine's user nothing is used: no {@code ~/.ssh}, no agent. Key and password are read
 * at each connection, so that a new one counts at once.
 */
final class MinaConnector implements Connector {
    private final ConnectionSettings settings;
    private final ScheduledExecutorService timer;
    private final SshClient client;

    MinaConnector(ConnectionSettings settings, ScheduledExecutorService timer) {
        this.settings = settings;
        this.timer = timer;
        this.client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setAgentFactory(null);
        client.setNioWorkers(1);
        // before the kinds of keys are restricted: ours may be of another kind than the server's
        client.setUserAuthFactories(ways());
        if (settings.pins().stream().allMatch(pin -> pin.type().isPresent())
                && !settings.pins().isEmpty()) {
            // a server has a key of each kind and shows the one we ask for: it must be the one that is pinned
            client.setSignatureFactories(client.getSignatureFactories().stream()
                    .filter(signature -> settings.pins().stream().anyMatch(pin -> pin.isSignedBy(signature.getName())))
                    .toList());
        }
        client.setServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE);
        client.start();
    }

    private List<UserAuthFactory> ways() {
        List<UserAuthFactory> ways = new ArrayList<>();
        settings.keyFile().ifPresent(file -> ways.add(new UserAuthPublicKeyFactory(client.getSignatureFactories())));
        settings.passwordFile().ifPresent(file -> {
            ways.add(UserAuthPasswordFactory.INSTANCE);
            // the only way of some servers: they ask for the password
            ways.add(UserAuthKeyboardInteractiveFactory.INSTANCE);
        });
        return ways;
    }

    @Override
    public Remote connect() throws IOException {
        PinnedKeys keys = new PinnedKeys(settings.pins());
        client.setServerKeyVerifier(keys);
        ClientSession session = client.connect(settings.user(), settings.host(), settings.port())
                .verify(settings.timeout())
                .getSession();
        HangGuard guard = new HangGuard(timer, settings.timeout(), () -> session.close(true));
        try {
            identify(session);
            session.auth().verify(settings.timeout());
            guard.moved();
            return new MinaRemote(session, SftpClientFactory.instance().createSftpClient(session), guard);
        } catch (IOException | RuntimeException e) {
            guard.close();
            session.close(true);
            throw new IOException(
                    keys.refusal().orElse("no login as " + settings.address() + ": " + e.getMessage()), e);
        }
    }

    private void identify(ClientSession session) throws IOException {
        if (settings.keyFile().isPresent()) {
            keys(settings.keyFile().get()).forEach(session::addPublicKeyIdentity);
        }
        if (settings.passwordFile().isPresent()) {
            session.addPasswordIdentity(
                    Files.readString(secret(settings.passwordFile().get())).strip());
        }
    }

    private static List<KeyPair> keys(Path file) throws IOException {
        List<KeyPair> pairs = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(secret(file))) {
            Iterable<KeyPair> found = SecurityUtils.loadKeyPairIdentities(
                    null, new PathResource(file), bytes, FilePasswordProvider.EMPTY);
            if (found != null) {
                found.forEach(pairs::add);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "key.file " + file + " cannot be read as a private key without a passphrase: " + e, e);
        }
        if (pairs.isEmpty()) {
            throw new IOException("key.file " + file + " holds no private key");
        }
        return pairs;
    }

    private static Path secret(Path file) throws IOException {
        Optional<String> problem = OwnerOnly.problem(file);
        if (problem.isPresent()) {
            throw new IOException(problem.get());
        }
        return file;
    }

    @Override
    public void close() {
        client.stop();
    }
}
