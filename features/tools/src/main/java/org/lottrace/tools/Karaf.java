package org.lottrace.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The Karaf that LotTrace runs in, as a process. Its program is the distribution, which may be read-only; everything that it
 * writes is in {@code karaf} of the data folder.
 */
final class Karaf {
    private final Settings settings;
    private final Path runningFile;

    Karaf(Settings settings) {
        this.settings = settings;
        runningFile = settings.data().resolve("running");
    }

    /**
     * A Karaf that runs. Its ports are remembered, so that it is found whatever the environment says by now.
     *
     * @param process with its id
     * @param httpPort where the health page and SOAP are
     * @param sshPort where the shell is
     * @param start name of this start, which its health page says, too; empty when an earlier version has started it
     */
    record Running(ProcessHandle process, int httpPort, int sshPort, String start) {
        long id() {
            return process.pid();
        }
    }

    /** @return the one that was started with this data folder, if it still runs */
    Optional<Running> running() {
        if (Files.notExists(runningFile)) {
            return Optional.empty();
        }
        try {
            // process id, HTTP port, SSH port, when it was started, name of the start
            String[] words = Files.readString(runningFile).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> isOurs(process, words.length > 3 ? words[3] : ""))
                    .map(process -> new Running(
                            process,
                            Integer.parseInt(words[1]),
                            Integer.parseInt(words[2]),
                            words.length > 4 ? words[4] : ""));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    /** A process id alone says nothing after a crash: the system may have given it to someone else. */
    private boolean isOurs(ProcessHandle process, String started) {
        Path arguments = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        String ours = "-Dkaraf.base=" + settings.karaf();
        try {
            if (Files.isReadable(arguments)) {
                return List.of(Files.readString(arguments, StandardCharsets.ISO_8859_1)
                                .split("\0"))
                        .contains(new String(ours.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException hasJustEnded) {
            return false;
        }
        return process.isAlive() && started.equals(startOf(process));
    }

    /**
     * Starts it beside this process, which it outlives.
     *
     * @param start the name of this start
     * @param inForeground its log goes to this process's output, too
     * @param https the key to use; empty: no HTTPS
     */
    Process start(String start, boolean inForeground, Optional<Https.KeyStoreFile> https) {
        ProcessBuilder karaf = new ProcessBuilder(command());
        Map<String, String> environment = karaf.environment();
        List.of("KARAF_HOME", "KARAF_DATA", "KARAF_ETC", "KARAF_LOG").forEach(environment::remove);
        environment.put("KARAF_BASE", settings.karaf().toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // our own check has been made, and Karaf's would take a foreign process for ours after a crash
        environment.put("CHECK_ROOT_INSTANCE_RUNNING", "false");
        // in the folder it works in; Karaf's own default is one of the distribution
        String options = environment.getOrDefault("KARAF_OPTS", "") + " -Dkaraf.instances=instances -Dlottrace.start="
                + start
                + (inForeground ? " -Dkaraf.log.console=ALL" : "");
        environment.put("KARAF_OPTS", options.strip());
        environment.putIfAbsent(Settings.HEAP, Machine.heap());
        environment.put(Settings.DATA, settings.data().toString());
        environment.put(Settings.HOST, settings.host());
        environment.put(Settings.HTTP_PORT, String.valueOf(settings.httpPort()));
        environment.put(Settings.SSH_PORT, String.valueOf(settings.sshPort()));
        environment.put(Https.VARIABLE + "_ENABLED", String.valueOf(https.isPresent()));
        environment.put(Https.PORT, String.valueOf(settings.https().port()));
        https.ifPresent(key -> {
            environment.put(Https.VARIABLE + "_KEYSTORE", key.file().toString());
            environment.put(Https.VARIABLE + "_PASSWORD", key.password());
        });
        karaf.redirectErrorStream(true);
        karaf.redirectOutput(
                inForeground
                        ? ProcessBuilder.Redirect.INHERIT
                        : ProcessBuilder.Redirect.to(settings.consoleLog().toFile()));
        try {
            Process process = karaf.start();
            process.getOutputStream().close();
            Files.writeString(
                    runningFile,
                    process.pid() + " " + settings.httpPort() + " " + settings.sshPort() + " "
                            + startOf(process.toHandle()) + " " + start + "\n");
            return process;
        } catch (IOException broken) {
            throw new UncheckedIOException("Karaf could not be started", broken);
        }
    }

    /** The terminal's signals are not for Karaf: it goes on when the terminal is closed, or the waiting is given up. */
    private List<String> command() {
        Path bin = settings.home().resolve("bin");
        return isWindows()
                ? List.of("cmd", "/c", bin.resolve("karaf.bat").toString(), "server")
                : List.of(
                        "/bin/sh",
                        "-c",
                        "trap '' HUP INT QUIT; exec \"$0\" daemon",
                        bin.resolve("karaf").toString());
    }

    void forget() throws IOException {
        Files.deleteIfExists(runningFile);
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(String::valueOf).orElse("unknown");
    }

    static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** @return the Java that this process runs on */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
