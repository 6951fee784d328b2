package org.lottrace.tools;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lottrace.persistence.internal.Migrations;

/**
 * What whoever helps needs to see, in one zip and without secrets: versions, configuration, health, metrics, logs, bundles, threads.
 * What could not be asked is said in its place.
 */
final class SupportReport {
    private static final int LAST_OF_LOGS = 5_000_000;
    private static final int LAST_OF_CONSOLE = 500_000;
    private static final long SECONDS_FOR_THREADS = 30;
    private static final int CONFIGURATION_DEPTH = 2;

    private final Settings settings;
    private final PrintStream out;
    private final Karaf karaf;
    private final Start start;

    SupportReport(Settings settings, PrintStream out, Karaf karaf, Start start) {
        this.settings = settings;
        this.out = out;
        this.karaf = karaf;
        this.start = start;
    }

    void write(Path given) throws IOException, InterruptedException {
        Path target = given.toAbsolutePath();
        if (Files.exists(target)) {
            throw new Refusal(target + " exists; name a new file");
        }
        if (Files.notExists(target.getParent())) {
            throw new Refusal("there is no folder " + target.getParent() + "; make it first");
        }
        Secrets secrets = Secrets.of(settings);
        Path partial = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(partial);
        try {
            Files.createFile(partial);
            OwnerOnly.restrict(partial);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(partial))) {
                add(zip, "versions.txt", secrets.inText(versions()));
                addConfiguration(zip, secrets);
                addWhatRuns(zip, secrets);
                add(zip, "log/karaf.log", secrets.inText(logs()));
                add(zip, "log/console.log", secrets.inText(end(settings.consoleLog(), LAST_OF_CONSOLE)));
            }
            Files.move(partial, target);
        } finally {
            Files.deleteIfExists(partial);
        }
        out.println("The report is in " + target + ". Passwords, keys and tokens are taken out of it, names of users,"
                + " items and partners in the log are not: look at it before you send it.");
    }

    private String versions() {
        Map<String, String> lines = new TreeMap<>();
        for (String property : List.of(
                "os.name", "os.version", "os.arch", "java.version", "java.vendor", "java.vm.name", "java.home")) {
            lines.put(property, System.getProperty(property));
        }
        lines.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        lines.put("program", settings.home().toString());
        lines.put("data", settings.data().toString());
        lines.put("schema", Migrations.newest() + " (the tables have it when the check \"database\" is OK)");
        lines.put("lottrace", ours().stream().collect(Collectors.joining(", ")));
        lines.put(
                "running",
                karaf.running()
                        .map(running -> "process " + running.id() + ", HTTP port " + running.httpPort() + ", SSH port "
                                + running.sshPort())
                        .orElse("no"));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " = " + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** The versions of our own bundles, as they lie in the program. */
    private List<String> ours() {
        try {
            return Secrets.filesIn(settings.home().resolve("system/org/lottrace"), 3).stream()
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        } catch (IOException unreadable) {
            return List.of("cannot be listed: " + unreadable.getMessage());
        }
    }

    /** Logins are left out as a whole, and what is no text of settings. */
    private void addConfiguration(ZipOutputStream zip, Secrets secrets) throws IOException {
        add(zip, "environment.txt", secrets.inSettings(environment()));
        for (Path file : Secrets.filesIn(settings.etc(), CONFIGURATION_DEPTH)) {
            String name = settings.etc().relativize(file).toString().replace('\\', '/');
            if (name.matches(".*[.](cfg|config|properties)") && !Secrets.isOfLogins(file)) {
                add(zip, "etc/" + name, secrets.inSettings(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
    }

    private static String environment() {
        return System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().matches("LOTTRACE_.*|JAVA_OPTS|KARAF_OPTS|TZ|LANG"))
                .map(variable -> variable.getKey() + " = " + variable.getValue() + "\n")
                .sorted()
                .collect(Collectors.joining());
    }

    private void addWhatRuns(ZipOutputStream zip, Secrets secrets) throws IOException, InterruptedException {
        Optional<Karaf.Running> running = karaf.running();
        if (running.isEmpty()) {
            add(
                    zip,
                    "not-running.txt",
                    "LotTrace is not running: health, metrics, bundles and threads are not here.\n");
            return;
        }
        add(zip, "health.txt", secrets.inText(answered(running.get(), "lottrace:health")));
        add(zip, "metrics.txt", secrets.inText(answered(running.get(), "lottrace:metrics")));
        add(zip, "bundles.txt", secrets.inText(answered(running.get(), "bundle:list -t 0")));
        add(zip, "threads.txt", secrets.inText(threads(running.get())));
    }

    private String answered(Karaf.Running running, String command) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int status = start.shell(running, command, answer);
        return answer.toString(StandardCharsets.UTF_8) + (status == 0 ? "" : "\nexit status " + status + "\n");
    }

    /** By the JDK's own tool, which also asks a process that answers nobody else. */
    private static String threads(Karaf.Running running) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("lottrace-threads", ".txt");
        try {
            Process tool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(running.id()),
                            "Thread.print",
                            "-l")
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start();
            if (!tool.waitFor(SECONDS_FOR_THREADS, TimeUnit.SECONDS)) {
                tool.destroyForcibly();
                return "jcmd did not answer within " + SECONDS_FOR_THREADS + " seconds\n";
            }
            return Files.readString(answer, StandardCharsets.ISO_8859_1);
        } catch (IOException noTool) {
            return "the threads cannot be asked for, this Java has no jcmd: " + noTool.getMessage() + "\n";
        } finally {
            Files.deleteIfExists(answer);
        }
    }

    /** The newest file, and before it what the one before has of the last. */
    private String logs() throws IOException {
        Path log = settings.karaf().resolve("data/log/karaf.log");
        String newest = end(log, LAST_OF_LOGS);
        Optional<Path> before = Secrets.filesIn(log.getParent(), 1).stream()
                .filter(file -> file.getFileName().toString().matches("karaf\\.log\\.[0-9]+"))
                .max((one, other) ->
                        Long.compare(one.toFile().lastModified(), other.toFile().lastModified()));
        return before.isPresent() && newest.length() < LAST_OF_LOGS
                ? end(before.get(), LAST_OF_LOGS - newest.length()) + newest
                : newest;
    }

    private static String end(Path file, int most) throws IOException {
        if (Files.notExists(file)) {
            return file + " is not there\n";
        }
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            long from = Math.max(0, bytes.size() - most);
            bytes.position(from);
            ByteBuffer end = ByteBuffer.allocate((int) (bytes.size() - from));
            while (end.hasRemaining() && bytes.read(end) >= 0) {
                continue;
            }
            String text = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
            // never half a line: half a secret is not found
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
