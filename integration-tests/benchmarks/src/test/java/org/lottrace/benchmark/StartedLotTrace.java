package org.lottrace.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A distribution that is started and stopped by its script, and watched from outside. */
final class StartedLotTrace implements AutoCloseable {
    private static final String COMPLETE = "graph is complete position=";
    private static final double TICKS_PER_SECOND = 100;
    private static final long LOOK_MILLISECONDS = 100;
    private static final long PATIENCE_SECONDS = 3_600;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path program;
    private final Path data;
    private final int httpPort;
    private final int sshPort;

    /** @param data folder of everything that it writes; it need not be there */
    StartedLotTrace(Path program, Path data) throws IOException {
        this.program = program;
        this.data = data;
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            httpPort = one.getLocalPort();
            sshPort = other.getLocalPort();
        }
    }

    /** @return the archive that was built, unpacked into a folder below this one */
    static Path unpacked(Path folder) throws IOException, InterruptedException {
        String named = System.getProperty("benchmark.distribution", "");
        Path archive = Path.of(named.isEmpty() ? built() : named);
        Path program = Files.createDirectories(folder.resolve("program"));
        run(new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", program.toString(), "--strip-components=1"));
        return program;
    }

    private static String built() throws IOException {
        Path target = Path.of("../../features/distribution/target");
        try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.<Path>empty()) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no archive in " + target
                            + ": build features/distribution first, or name one by -Dbenchmark.distribution"));
        }
    }

    /**
     * Since the start of the script, in seconds.
     *
     * @param clock by the clock
     * @param processor of Java, without the script and the database
     */
    record Moment(double clock, double processor) {
        @Override
        public String toString() {
            return "%.1f s (processor %.1f s)".formatted(clock, processor);
        }
    }

    /** Megabytes that the process has of the machine's memory, now and at most so far. */
    record Memory(long resident, long highest) {}

    /**
     * @param wasShown whether health said meanwhile that a follower is catching up
     * @param memory when the graph was complete
     */
    record Start(Moment healthy, Moment complete, boolean wasShown, Memory memory) {
        @Override
        public String toString() {
            return "healthy after " + healthy + ", graph complete after " + complete
                    + (wasShown ? ", health said meanwhile that it catches up" : "") + ", " + memory + " MB";
        }
    }

    /** To be called before the first start. */
    void configure(String url, String user) throws IOException {
        String name = "org.lottrace.persistence.cfg";
        Path own = Files.createDirectories(data.resolve("karaf/etc")).resolve(name);
        Files.writeString(
                own,
                Files.readString(program.resolve("etc").resolve(name))
                        .replaceFirst("(?m)^url = .*", "url = " + url)
                        .replaceFirst("(?m)^user = .*", "user = " + user)
                        .replaceFirst("(?m)^password =.*", "password ="));
    }

    /** Comes back when it is healthy, the sample company is loaded if it is to be, and the graph is complete. */
    Start start(boolean sample) throws IOException, InterruptedException {
        Files.deleteIfExists(data.resolve("running"));
        long loggedBefore = log().map(File::length).orElse(0L);
        long begin = System.nanoTime();
        Process script = script("run", sample);
        Moment healthy = null;
        Moment complete = null;
        boolean wasShown = false;
        while (healthy == null || complete == null) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
            double clock = (System.nanoTime() - begin) / 1e9;
            if (clock > PATIENCE_SECONDS || !script.isAlive() && script.exitValue() != 0) {
                throw new IOException("it does not start; see " + data + "-run.log");
            }
            String health = healthy == null || complete == null ? health() : "";
            wasShown |= health.contains("followers WARN");
            healthy = healthy == null && !health.isEmpty() ? new Moment(clock, processor()) : healthy;
            complete = complete == null && isComplete(loggedBefore) ? new Moment(clock, processor()) : complete;
        }
        if (script.waitFor() != 0) {
            throw new IOException("it does not start; see " + data + "-run.log");
        }
        return new Start(healthy, complete, wasShown, memory());
    }

    void stop() throws IOException, InterruptedException {
        script("stop", false).waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
    }

    Memory memory() throws IOException {
        return new Memory(status("VmRSS:"), status("VmHWM:"));
    }

    /** @return the lines of the checks, when it says that it can be used and has come to the check of the services; else nothing */
    private String health() throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/lottrace-health"))
                            .timeout(Duration.ofSeconds(15))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("services OK") ? answer.body() : "";
        } catch (IOException notYet) {
            return "";
        }
    }

    private boolean isComplete(long from) throws IOException {
        if (log().isEmpty()) {
            return false;
        }
        try (RandomAccessFile file = new RandomAccessFile(log().get(), "r")) {
            file.seek(Math.min(from, file.length()));
            byte[] text = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(text);
            return new String(text, StandardCharsets.UTF_8).contains(COMPLETE);
        }
    }

    private Optional<File> log() {
        return Optional.of(data.resolve("karaf/data/log/karaf.log").toFile()).filter(File::exists);
    }

    private Process script(String command, boolean sample) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.resolve("lottrace").toString(), command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + "-" + command + ".log")
                        .toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LOTTRACE_") || name.equals("JAVA_OPTS"));
        builder.environment().put("LOTTRACE_DATA", data.toString());
        builder.environment().put("LOTTRACE_HTTP_PORT", String.valueOf(httpPort));
        builder.environment().put("LOTTRACE_SSH_PORT", String.valueOf(sshPort));
        builder.environment().put("LOTTRACE_SAMPLE", sample ? "yes" : "no");
        builder.environment().put("LOTTRACE_START_TIMEOUT", String.valueOf(PATIENCE_SECONDS));
        return builder.start();
    }

    /** @return seconds of the processor, in user and kernel mode; proc(5), fields 14 and 15 */
    private double processor() throws IOException {
        String stat = Files.readString(proc("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    private long status(String name) throws IOException {
        return Files.readAllLines(proc("status")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                .findFirst()
                .orElseThrow();
    }

    private Path proc(String file) throws IOException {
        return Path.of("/proc", Files.readString(data.resolve("running")).split(" ")[0], file);
    }

    private static void run(ProcessBuilder command) throws IOException, InterruptedException {
        if (command.inheritIO().start().waitFor() != 0) {
            throw new IOException(command.command() + " failed");
        }
    }
}
