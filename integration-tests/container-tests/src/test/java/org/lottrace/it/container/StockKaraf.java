package org.lottrace.it.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/**
 * An unchanged Karaf as an administrator has it, driven through its shell.
 *
 * <p>It knows its own system folder only, and what it is told of afterwards. No network, no local Maven repository: what a
 * feature forgets to bring is missed.
 */
final class StockKaraf {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_WITH_A_COMMAND = Duration.ofMinutes(4);

    private final Process process;
    private final SshClient client = SshClient.setUpDefaultClient();
    private final int sshPort = freePort();

    /** What a command printed, and how it ended. */
    record Outcome(int status, String output) {}

    /**
     * @param unpacked Karaf as published; it stays unchanged
     * @param home folder to run a copy in; must not exist
     */
    StockKaraf(Path unpacked, Path home) throws IOException, InterruptedException {
        copy(unpacked, home);
        configure(home.resolve("etc"));
        process = start(home);
        client.start();
        awaitBoot();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void configure(Path etc) throws IOException {
        edit(
                etc.resolve("org.ops4j.pax.url.mvn.cfg"),
                Map.of(
                        "org.ops4j.pax.url.mvn.repositories",
                        "",
                        "org.ops4j.pax.url.mvn.localRepository",
                        "${karaf.data}/empty"));
        edit(etc.resolve("org.apache.karaf.shell.cfg"), Map.of("sshPort", String.valueOf(sshPort)));
        edit(
                etc.resolve("org.apache.karaf.management.cfg"),
                Map.of("rmiRegistryPort", String.valueOf(freePort()), "rmiServerPort", String.valueOf(freePort())));
        edit(
                etc.resolve("users.properties"),
                Map.of("karaf", "karaf,_g_:admingroup", "_g_:admingroup", "group,admin,manager,viewer,ssh"));
    }

    private static void edit(Path file, Map<String, String> changes) throws IOException {
        Properties properties = new Properties();
        try (Reader before = Files.newBufferedReader(file)) {
            properties.load(before);
        }
        properties.putAll(changes);
        try (Writer after = Files.newBufferedWriter(file)) {
            properties.store(after, null);
        }
    }

    private static Process start(Path home) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(home.resolve("bin/karaf").toString(), "daemon").redirectErrorStream(true);
        builder.redirectOutput(home.resolve("console.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KARAF_") || name.startsWith("LOTTRACE_"));
        builder.environment()
                .put(
                        "JAVA_OPTS",
                        "-Xmx512m -XX:+UseSerialGC -Dsun.nio.ch.internalThreadPoolSize=2 -Dlottrace.http.port="
                                + freePort());
        return builder.start();
    }

    /** While its boot features come up, Karaf restarts its own SSH server more than once. */
    private void awaitBoot() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!booted()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException("The stock Karaf did not start; see target/stock-*");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean booted() {
        try {
            return run("service:list org.apache.karaf.features.BootFinished")
                    .output()
                    .contains("BootFinished");
        } catch (IOException notYet) {
            return false;
        }
    }

    Outcome run(String command) throws IOException {
        try (ClientSession session =
                client.connect("karaf", "127.0.0.1", sshPort).verify(PATIENCE).getSession()) {
            session.addPasswordIdentity("karaf");
            session.auth().verify(PATIENCE);
            return run(session, command);
        }
    }

    private Outcome run(ClientSession session, String command) throws IOException {
        try (ChannelExec channel = session.createExecChannel(command)) {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            channel.setOut(output);
            channel.setErr(output);
            channel.open().verify(PATIENCE);
            if (channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE_WITH_A_COMMAND)
                    .contains(ClientChannelEvent.TIMEOUT)) {
                throw new IllegalStateException(
                        "\"" + command + "\" did not end; what the threads of Karaf wait for:\n" + threads());
            }
            Integer status = channel.getExitStatus();
            return new Outcome(status == null ? -1 : status, output.toString(StandardCharsets.UTF_8));
        }
    }

    private String threads() throws IOException {
        StringBuilder told = new StringBuilder();
        for (ProcessHandle one : process.descendants().toList()) {
            Process dump = new ProcessBuilder("jstack", String.valueOf(one.pid()))
                    .redirectErrorStream(true)
                    .start();
            told.append(new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return told.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void stop() throws IOException, InterruptedException {
        client.stop();
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
