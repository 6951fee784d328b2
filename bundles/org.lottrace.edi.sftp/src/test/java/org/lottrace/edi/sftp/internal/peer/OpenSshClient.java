package org.lottrace.edi.sftp.internal.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** OpenSSH's client of a partner. */
public final class OpenSshClient {
    private static final long PATIENCE_MINUTES = 2;

    private final Path key;
    private final int port;
    private final String user;

    /** What it said, and how it ended. */
    public record Said(int status, String text) {
        public boolean isRefused() {
            return status != 0;
        }
    }

    public OpenSshClient(Path key, int port, String user) {
        this.key = key;
        this.port = port;
        this.user = user;
    }

    /** Runs commands of {@code sftp}, the first that fails is the last. */
    public Said sftp(String... commands) throws IOException, InterruptedException {
        return end(begin(List.of(), commands));
    }

    /** @param options of {@code sftp}, such as {@code -l 100} */
    public Process begin(List<String> options, String... commands) throws IOException {
        List<String> command = new ArrayList<>(List.of("sftp", "-q", "-b", "-", "-P", String.valueOf(port)));
        command.addAll(options);
        command.addAll(identity());
        command.add(user + "@127.0.0.1");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write((String.join("\n", commands) + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        return process;
    }

    /** Runs {@code ssh} with these arguments behind the host. */
    public Said ssh(List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ssh", "-p", String.valueOf(port)));
        command.addAll(options);
        command.addAll(identity());
        command.add(user + "@127.0.0.1");
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return end(process);
    }

    private List<String> identity() {
        return List.of(
                "-F",
                "none",
                "-oStrictHostKeyChecking=no",
                "-oUserKnownHostsFile=/dev/null",
                "-oIdentitiesOnly=yes",
                "-oBatchMode=yes",
                "-i",
                key.toString());
    }

    public static Said end(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the client does not end: " + text);
        }
        return new Said(process.exitValue(), text);
    }
}
