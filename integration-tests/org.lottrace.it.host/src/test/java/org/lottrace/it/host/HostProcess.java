package org.lottrace.it.host;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A host with LotTrace as a plugin, running in a virtual machine of its own. */
final class HostProcess {
    private static final long PATIENCE_SECONDS = 180;

    private static final Set<String> EXPECTED = Set.of("data", "etc", "framework", "tmp", "errors.log", "output.log");

    private final Path work;
    private final int port = freePort();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Process process;
    private final Writer questions;

    HostProcess(Host host) throws IOException, InterruptedException {
        Path target = path("it.target");
        work = Files.createTempDirectory(target, "host-" + host.symbolicName + "-");
        Folders.configure(path("it.host").resolve("etc"), work.resolve("etc"), settings());
        process = start(host);
        questions = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "host-output");
        reader.setDaemon(true);
        reader.start();
        String started = answer();
        if (!started.equals(HostLauncher.STARTED)) {
            throw new IllegalStateException(host + " did not start: " + started + "; see " + work);
        }
    }

    /** What only the host knows: its principals. And less patience with wrong passwords than LotTrace has by itself. */
    private static Map<String, Map<String, String>> settings() {
        return Map.of(
                "org.lottrace.web.gate.cfg",
                Map.of(
                        "user.principal", ErpUser.class.getName(),
                        "role.principal", ErpRole.class.getName()),
                "org.lottrace.login.cfg",
                Map.of(
                        "user.principal",
                        ErpUser.class.getName(),
                        "role.principal",
                        ErpRole.class.getName(),
                        "free.failures",
                        "1",
                        "lock.failures",
                        "2"));
    }

    private Process start(Host host) throws IOException {
        String classes = HostLauncher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlottrace.http.port=" + port,
                        "-Dlottrace.data=" + data(),
                        "-cp",
                        host.framework(path("it.frameworks")) + File.pathSeparator + classes,
                        HostLauncher.class.getName(),
                        path("it.host").toRealPath().toString(),
                        System.getProperty("it.plugin"),
                        work.resolve("etc").toString(),
                        work.toString())
                .directory(work.toFile())
                .redirectError(work.resolve("errors.log").toFile())
                .start();
    }

    private void read() {
        try (BufferedReader output =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Writer log = Files.newBufferedWriter(work.resolve("output.log"))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                log.write(line + "\n");
                log.flush();
                if (line.startsWith(HostLauncher.ANSWER)) {
                    answers.add(line.substring(HostLauncher.ANSWER.length()));
                }
            }
            answers.add("it ended");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String ask(String question) throws IOException, InterruptedException {
        questions.write(question + "\n");
        questions.flush();
        return answer();
    }

    private String answer() throws InterruptedException {
        String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return answer == null ? "no answer for " + PATIENCE_SECONDS + " seconds" : answer;
    }

    int port() {
        return port;
    }

    /** @return names of what was written beside the data, by whom no configuration had said where */
    Set<String> astray() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !EXPECTED.contains(name))
                    .collect(Collectors.toSet());
        }
    }

    Path data() {
        return work.resolve("data");
    }

    void stop() throws IOException, InterruptedException {
        questions.close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the host does not end; see " + work);
        }
    }

    static Path path(String property) {
        return Path.of(System.getProperty(property));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
