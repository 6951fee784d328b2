package org.lottrace.edi.sftp.internal.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Apache MINA SSHD, rooted at a folder. */
public final class MinaPeer implements Peer {
    private final Path root;
    private final Path key;
    private final Path hostKey;
    private final SshServer server = SshServer.setUpDefaultServer();

    /** @param key our key, whose public half the server knows */
    public MinaPeer(Path root, Path key, Path hostKey, int port, SftpEventListener listener) throws IOException {
        this.root = root;
        this.key = key;
        this.hostKey = hostKey;
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(new FileKeyPairProvider(hostKey));
        server.setPublickeyAuthenticator(new AuthorizedKeysAuthenticator(Path.of(key + ".pub")));
        server.setPasswordAuthenticator((user, password, session) -> password.equals("right"));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(listener);
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public String user() {
        return "lottrace";
    }

    @Override
    public Path key() {
        return key;
    }

    @Override
    public List<String> hostKeys() {
        try {
            return List.of(Keys.pin(Path.of(hostKey + ".pub")));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String path(Path folder) {
        return root.relativize(folder).toString();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
