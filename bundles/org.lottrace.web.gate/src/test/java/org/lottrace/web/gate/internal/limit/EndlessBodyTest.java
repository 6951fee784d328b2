package org.lottrace.web.gate.internal.limit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lottrace.web.gate.internal.soap.Greeted;
import org.lottrace.web.gate.testing.GatedServer;

/** Who goes on sending after the refusal keeps no connection: each of them is one that others do not get. */
class EndlessBodyTest {
    private static final int LIMIT = 10_000_000;
    private static final byte[] CHUNK = ("2000\r\n" + " ".repeat(0x2000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

    private static GatedServer server;

    @BeforeAll
    static void start() {
        server = GatedServer.start().with("/greeting", Greeted.endpoint());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_connection_is_gone_soon_after_the_refusal_of_a_body_in_chunks_that_stands_still() throws Exception {
        try (Socket socket = begun()) {
            for (int sent = 0; sent <= LIMIT; sent += 0x2000) {
                socket.getOutputStream().write(CHUNK);
            }
            socket.getOutputStream().flush();

            String answer = answer(socket);

            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
            assertTrue(answer.contains("Connection: close"), answer);
            assertTrue(isGone(socket), "it still takes what is sent");
        }
    }

    @Test
    void a_body_of_another_type_that_stands_still_is_refused_at_once() throws Exception {
        try (Socket socket = begun("text/plain")) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(CHUNK);

            String answer = answer(socket);

            assertTrue(answer.startsWith("HTTP/1.1 415"), answer);
            assertTrue(isGone(socket), "it still takes what is sent");
        }
    }

    @Test
    void who_never_ends_is_cut_off_and_not_read_for_ever() throws Exception {
        try (Socket socket = begun()) {
            long sent = 0;
            boolean isCutOff = false;
            while (!isCutOff && sent < 20L * LIMIT) {
                try {
                    socket.getOutputStream().write(CHUNK);
                    sent += 0x2000;
                } catch (IOException reset) {
                    isCutOff = true;
                }
            }

            assertTrue(isCutOff, "all was taken");
            assertTrue(sent > LIMIT, "it was cut off before it was too large");
        }
    }

    private static Socket begun() throws IOException {
        return begun("text/xml");
    }

    private static Socket begun(String type) throws IOException {
        URI uri = server.uri("/lottrace/soap/greeting");
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("POST " + uri.getPath()
                                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nAuthorization: "
                                + GatedServer.basic("erp", "secret") + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** @return all that comes before the server closes its side */
    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** @return whether the server resets, within two seconds, what is still sent: it has given the connection up */
    private static boolean isGone(Socket socket) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (System.nanoTime() < deadline) {
            try {
                socket.getOutputStream().write(CHUNK);
            } catch (IOException reset) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }
}
