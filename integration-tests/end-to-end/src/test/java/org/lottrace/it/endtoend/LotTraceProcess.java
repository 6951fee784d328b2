package org.lottrace.it.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** LotTrace as an administrator has it: the start script, files, HTTP. Nothing of ours is on the class path. */
final class LotTraceProcess implements AutoCloseable {
    private static final int PATIENCE_MINUTES = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Each test JVM has a thousand of its own. */
    private static final AtomicInteger NEXT_PORT = new AtomicInteger(20_000 + 1_000 * Integer.getInteger("it.fork"));

    private final Path script;
    private final Path data;
    private final int httpPort;
    private final int sshPort;
    private final int httpsPort;
    private boolean isByHttps;

    /** @param name of its data folder below the module's target folder; what an earlier build left there is not used */
    LotTraceProcess(String name) throws IOException {
        this(name, freePort(), freePort());
    }

    private LotTraceProcess(String name, int httpPort, int sshPort) throws IOException {
        this(
                Path.of(System.getProperty("it.checkout"), "lottrace").toAbsolutePath(),
                Files.createTempDirectory(Path.of(System.getProperty("it.target")), name + "-"),
                httpPort,
                sshPort);
    }

    private LotTraceProcess(Path script, Path data, int httpPort, int sshPort) {
        this(script, data, httpPort, sshPort, freePort());
    }

    private LotTraceProcess(Path script, Path data, int httpPort, int sshPort, int httpsPort) {
        this.script = script;
        this.data = data;
        this.httpPort = httpPort;
        this.sshPort = sshPort;
        this.httpsPort = httpsPort;
    }

    /** @return an unpacked distribution with the data folder that it takes when it is told none */
    static LotTraceProcess unpackedIn(Path distribution) {
        return new LotTraceProcess(
                distribution.resolve("lottrace"), distribution.resolve(".lottrace"), freePort(), freePort());
    }

    /** @return what this one becomes when another version is started with its data folder */
    LotTraceProcess upgradedBy(Path distribution) {
        LotTraceProcess newer =
                new LotTraceProcess(distribution.resolve("lottrace"), data, httpPort, sshPort, httpsPort);
        newer.isByHttps = isByHttps;
        return newer;
    }

    /** @return another installation that is told to use the ports of this one */
    LotTraceProcess onTheSamePorts(String name) throws IOException {
        return new LotTraceProcess(name, httpPort, sshPort);
    }

    /** How a run of the script ended. */
    record Outcome(int status, String output) {}

    Outcome script(String... arguments) throws IOException, InterruptedException {
        return ended(start(arguments), arguments);
    }

    Outcome runWithoutSampleCompany() throws IOException, InterruptedException {
        return ended(startWithoutSampleCompany(), "run");
    }

    /** Leaves {@code run} at work, which goes on until LotTrace is healthy. */
    Process startWithoutSampleCompany() throws IOException {
        ProcessBuilder run = command("run");
        run.environment().put("LOTTRACE_SAMPLE", "no");
        return run.start();
    }

    /** From now on it speaks HTTPS. */
    Outcome runByHttps() throws IOException, InterruptedException {
        isByHttps = true;
        return script("run");
    }

    private static Outcome ended(Process process, String... arguments) throws IOException, InterruptedException {
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture.delayedExecutor(PATIENCE_MINUTES, TimeUnit.MINUTES).execute(() -> {
            isOver.set(process.isAlive());
            process.destroyForcibly(); // which ends its output, too
        });
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (isOver.get()) {
            throw new IllegalStateException("./lottrace " + List.of(arguments) + " did not end: " + output);
        }
        return new Outcome(status, output);
    }

    /** Starts the script and leaves it at work; its output goes to a file, so that Karaf keeps no pipe of ours open. */
    Process start(String... arguments) throws IOException {
        return command(arguments).start();
    }

    private ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // whoever runs the tests may have an installation of their own
        builder.environment().keySet().removeIf(name -> name.startsWith("LOTTRACE_"));
        if (!data.equals(script.resolveSibling(".lottrace"))) {
            builder.environment().put("LOTTRACE_DATA", data.toString());
            builder.environment().put("LOTTRACE_SAMPLE_TODAY", "2026-11-26"); // the day on whose lots the tests rely
        }
        builder.environment().put("LOTTRACE_HTTP_PORT", String.valueOf(httpPort));
        builder.environment().put("LOTTRACE_SSH_PORT", String.valueOf(sshPort));
        if (isByHttps) {
            builder.environment().put("LOTTRACE_HTTPS", "yes");
            builder.environment().put("LOTTRACE_HTTPS_PORT", String.valueOf(httpsPort));
        }
        builder.environment().put("LOTTRACE_START_TIMEOUT", "300");
        builder.environment().put("LOTTRACE_HEAP", "512m");
        return builder;
    }

    /** @return the JSON that a successful shell command printed */
    JsonNode shell(String command) throws IOException, InterruptedException {
        Outcome outcome = script("shell", command + " --json");
        if (outcome.status() != 0) {
            throw new IllegalStateException(command + " ended with " + outcome.status() + ": " + outcome.output());
        }
        try {
            return JSON.readTree(outcome.output());
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(command + " printed no JSON: " + outcome.output(), noJson);
        }
    }

    /** @return body of the answer to a SOAP request of the administrator */
    String soap(String service, String request) throws IOException, InterruptedException {
        return envelope(
                        service,
                        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + request
                                + "</soap:Body></soap:Envelope>")
                .body();
    }

    /** @return the answer to a whole SOAP message of the administrator */
    HttpResponse<String> envelope(String service, String message) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(URI.create(address() + "/lottrace/soap/" + service))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("Authorization", credentials())
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        return HttpClient.newHttpClient().send(post, HttpResponse.BodyHandlers.ofString());
    }

    /** @return status of the answer to what the administrator sends to that path of REST */
    int rest(String path, String json) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(URI.create(address() + "/lottrace/api/v1/" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", credentials())
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HttpClient.newHttpClient()
                .send(post, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /**
     * @param authorization header line
     * @return status of the answer to whoever reads the description of a service with it
     */
    int statusOfAPage(String authorization) throws IOException, InterruptedException {
        HttpRequest get = HttpRequest.newBuilder(URI.create(address() + "/lottrace/soap/erp?wsdl"))
                .header("Authorization", authorization.substring("Authorization: ".length()))
                .build();
        return HttpClient.newHttpClient()
                .send(get, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    int statusOfHealth() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/lottrace-health"))
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Replaces a configuration as most editors do: a file that is seen half written would be read as it is then, and written back. */
    static void replace(Path configuration, String text) throws IOException {
        Path whole = Files.writeString(configuration.resolveSibling(configuration.getFileName() + ".new"), text);
        Files.move(whole, configuration, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Enters a user as an administrator does it while LotTrace runs, with an editor; comes back when Karaf has hidden the password. */
    void enter(String user, String password, String roles) throws Exception {
        Path users = data.resolve("karaf/etc/users.properties");
        Files.writeString(users, user + " = " + password + "," + roles + "\n", StandardOpenOption.APPEND);
        Waiting.until("the hash of the password of " + user, () -> Files.readString(users)
                .contains("\n" + user + " = {CRYPT}"));
    }

    /** @return the header line of the administrator */
    String authorization() throws IOException {
        return "Authorization: " + credentials();
    }

    /** @return the header line of an administrator with this password */
    static String authorization(String password) {
        return "Authorization: " + credentials(password);
    }

    /** @return that of the administrator, who is called admin */
    String password() throws IOException {
        return Files.readString(data.resolve("administrator.password")).strip();
    }

    private String credentials() throws IOException {
        return credentials(password());
    }

    private static String credentials(String password) {
        String credentials = "admin:" + password;
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    Path edi(String folder) {
        return data("edi").resolve(folder);
    }

    Path data(String path) {
        return data.resolve(path);
    }

    String address() {
        return "http://127.0.0.1:" + httpPort;
    }

    int httpsPort() {
        return httpsPort;
    }

    int sshPort() {
        return sshPort;
    }

    /** @return one more port that is free */
    int anotherPort() {
        return freePort();
    }

    /** Puts a file into the inbox as a partner does: it has its name only when it is complete. */
    void receive(String name, String content) throws IOException {
        Path partial = Files.writeString(edi("inbox").resolve("." + name), content);
        Files.move(partial, edi("inbox").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    Path configuration(String pid) {
        return data.resolve("karaf/etc/" + pid + ".cfg");
    }

    /** Ends the Java process at once, as a power cut or the operating system would. */
    void kill() throws IOException {
        long process = Long.parseLong(Files.readString(data.resolve("running")).split(" ")[0]);
        ProcessHandle karaf = ProcessHandle.of(process).orElseThrow();
        karaf.descendants().forEach(ProcessHandle::destroyForcibly);
        karaf.destroyForcibly();
        karaf.onExit().join();
    }

    @Override
    public void close() throws IOException {
        start("stop").onExit().join();
    }

    /** Not one of those that the system gives to whoever asks for any: it would be somebody else's when LotTrace has started. */
    private static int freePort() {
        int port = NEXT_PORT.getAndIncrement();
        try (ServerSocket free = new ServerSocket(port)) {
            return free.getLocalPort();
        } catch (BindException taken) {
            return freePort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
