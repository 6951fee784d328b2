package org.lottrace.tools;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The health page of a running LotTrace: a line for each check. */
final class HealthPage {
    private static final int CONNECT_MILLISECONDS = 5_000;
    /** The checks have fifteen seconds each; a process that hangs accepts the connection and never answers. */
    private static final int ANSWER_MILLISECONDS = 20_000;

    /** Says which start it is that answers. */
    private static final String START = "x-lottrace-start: ";

    private final String address;
    private final int port;
    private final String start;

    /** @param address that HTTP listens on */
    HealthPage(String address, Karaf.Running running) {
        this.address = address;
        this.port = running.httpPort();
        this.start = running.start();
    }

    /**
     * Healthy = the page says that LotTrace can be used, and it has come to its check of the services: the page is up before
     * its checks are, and without any check everything would be well.
     */
    boolean isHealthy() {
        List<String> page = read();
        return saysHealthy(page) && isOurs(page);
    }

    /** @return true when another LotTrace answers there: it was a moment earlier at the same port */
    boolean isOfAnother() {
        List<String> page = read();
        return (saysHealthy(page) || startOf(page).isPresent()) && !isOurs(page);
    }

    private static boolean saysHealthy(List<String> page) {
        return !page.isEmpty()
                && page.get(0).matches("HTTP/1\\.. 200 .*")
                && page.stream().anyMatch(line -> line.contains("services OK"));
    }

    /** One that an earlier version of this program has started has no name. */
    private boolean isOurs(List<String> page) {
        return start.isEmpty() || startOf(page).filter(start::equals).isPresent();
    }

    private static Optional<String> startOf(List<String> page) {
        return page.stream()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(START))
                .map(line -> line.substring(START.length()).strip())
                .findFirst();
    }

    /** @return the lines of the checks; empty when it does not answer */
    List<String> checks() {
        return read().stream().dropWhile(line -> !line.isEmpty()).skip(1).toList();
    }

    /** @return the page as it comes: status line, header lines, an empty line, the checks; empty when it does not answer */
    private List<String> read() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_MILLISECONDS);
            socket.setSoTimeout(ANSWER_MILLISECONDS);
            socket.getOutputStream().write("GET /lottrace-health HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException noAnswer) {
            return List.of();
        }
    }
}
