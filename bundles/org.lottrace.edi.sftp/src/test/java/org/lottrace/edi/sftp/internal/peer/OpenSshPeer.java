package org.lottrace.edi.sftp.internal.peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** OpenSSH's server, run by whoever runs the test, who alone may log in. */
public final class OpenSshPeer implements Peer {
    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final Path key;
    private final List<Path> hostKeys;
    private final int port = freePort();
    private final Process process;

    public static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    public OpenSshPeer(Path folder, Path key, List<Path> hostKeys) throws IOException, InterruptedException {
        this.key = key;
        this.hostKeys = hostKeys;
        if (System.getProperty("user.name").equals("root")) {
            // where it locks itself in before anybody has logged in; only root's needs it
            Files.createDirectories(Path.of("/run/sshd"));
        }
        List<String> lines = new ArrayList<>(List.of(
                "Port " + port,
                "ListenAddress 127.0.0.1",
                "AuthorizedKeysFile " + key + ".pub",
                "PidFile none",
                "StrictModes no",
                "PermitRootLogin yes",
                "PasswordAuthentication no",
                "Subsystem sftp internal-sftp",
                "ForceCommand internal-sftp"));
        hostKeys.forEach(host -> lines.add("HostKey " + host));
        Path configuration = Files.write(folder.resolve("sshd_config"), lines);
        process = new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        await(folder.resolve("sshd.log"));
    }

    private void await(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!answers()) {
            if (System.nanoTime() > end || process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("sshd does not answer: " + Files.readString(log));
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String user() {
        return System.getProperty("user.name");
    }

    @Override
    public Path key() {
        return key;
    }

    @Override
    public List<String> hostKeys() {
        List<String> pins = new ArrayList<>();
        for (Path host : hostKeys) {
            try {
                pins.add(Keys.pin(Path.of(host + ".pub")));
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return pins;
    }

    @Override
    public String path(Path folder) {
        return folder.toString();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
