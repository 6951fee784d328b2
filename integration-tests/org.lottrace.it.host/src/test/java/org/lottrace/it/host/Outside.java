package org.lottrace.it.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An ERP that talks SOAP, and partners who bring files. */
final class Outside {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern REFUSAL =
            Pattern.compile("<(?:\\w+:)?violation[ >].*?</(?:\\w+:)?violation>", Pattern.DOTALL);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI erp;
    private final Path edi;

    Outside(HostProcess host) {
        erp = URI.create("http://127.0.0.1:" + host.port() + "/lottrace/soap/erp");
        edi = host.data().resolve("edi");
    }

    HttpResponse<String> post(String user, String password, String document) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(erp)
                        .header("Authorization", "Basic " + login)
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .header("SOAPAction", "\"\"")
                        .POST(HttpRequest.BodyPublishers.ofString(document))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** @return what was refused; empty when all was taken */
    String handOver(Path document) throws Exception {
        return document.toString().endsWith(".edi") ? drop(document) : send(document);
    }

    private String send(Path document) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("planner", "secret", Files.readString(document));
        Matcher refusal = REFUSAL.matcher(answer.body());
        if (answer.statusCode() != 200 || refusal.find()) {
            return document.getFileName() + ": " + answer.statusCode() + " " + answer.body();
        }
        return "";
    }

    /** Renamed in when it is complete, so that no half of it is read. */
    private String drop(Path document) throws Exception {
        Path inbox = edi.resolve("inbox");
        String name = document.getFileName().toString();
        await("the inbox", () -> Files.isDirectory(inbox));
        Path partial = Files.copy(document, inbox.resolve("." + name));
        Path dropped = Files.move(partial, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        await(name + " taken out of the inbox", () -> Files.notExists(dropped));
        Path report = edi.resolve("rejected").resolve(name + ".report.txt");
        return Files.exists(report) ? Files.readString(report) : "";
    }

    /** @return those of a kind that lie in the outbox, as soon as there are any */
    List<String> written(String transactionSet) throws Exception {
        await("a file with " + transactionSet, () -> !found(transactionSet).isEmpty());
        return found(transactionSet);
    }

    private List<String> found(String transactionSet) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : Folders.in(edi.resolve("outbox"))) {
            String text = Files.readString(file);
            if (text.contains("ST*" + transactionSet + "*")) {
                found.add(text);
            }
        }
        return found;
    }

    static void await(String what, Callable<Boolean> isSo) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited for " + what + " in vain");
            }
            Thread.sleep(50);
        }
    }
}
