package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one caller does to the built distribution, with its heap of 512 MB, while others work with it: they are served. */
class HostileCallersIT {
    private static final int SLOW = 260;
    private static final String GET_STOCK = "<getStock xmlns=\"urn:lottrace:erp:1\"><site>NOWHERE</site></getStock>";

    private static LotTraceProcess lottrace;

    private final List<Socket> open = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        lottrace = new LotTraceProcess("hostile");
        LotTraceProcess.Outcome run = lottrace.runWithoutSampleCompany();
        assertEquals(0, run.status(), run.output());
        lottrace.enter("slow", "secret", "lottrace");
        assertEquals(200, lottrace.statusOfAPage(credentials().strip()));
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
    }

    @AfterEach
    void hang_up() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Every way in by which a body comes: with and without a login, what reads it itself and what the container reads. */
    @ParameterizedTest
    @CsvSource({
        "/lottrace-recall/answer, application/x-www-form-urlencoded",
        "/console/login,          application/x-www-form-urlencoded",
        "/console/items,          multipart/form-data; boundary=b",
        "/lottrace-as2,           application/pkcs7-mime",
        "/lottrace-health,        text/plain",
        "/,                       text/plain"
    })
    void who_has_not_logged_in_and_is_slow_holds_up_nobody_else(String path, String type) throws Exception {
        for (int i = 0; i < SLOW; i++) {
            begin(path, type, "", 1_000);
        }

        othersAreServed();
    }

    @ParameterizedTest
    @CsvSource({"/lottrace/soap/erp, text/xml", "/lottrace/api/v1/account-rules, application/json"})
    void slow_requests_of_one_user_leave_room_for_the_others(String path, String type) throws Exception {
        for (int i = 0; i < SLOW; i++) {
            begin(path, type, credentials(), 1_000);
        }

        othersAreServed();
        String refused = ended(begin(path, type, credentials(), 1_000));
        assertTrue(refused.startsWith("HTTP/1.1 503 ") && refused.contains("requests of slow"), refused);
    }

    /** A page of half a megabyte, asked for again and again and never read: the buffers of both sides are full soon. */
    @Test
    void slow_readers_of_a_page_hold_up_nobody_else() throws Exception {
        String page = "GET /console/admin/roles HTTP/1.1\r\nHost: localhost\r\nCookie: " + session() + "\r\n\r\n";
        for (int i = 0; i < SLOW; i++) {
            Socket socket = new Socket();
            open.add(socket);
            socket.setReceiveBufferSize(1_024);
            URI address = URI.create(lottrace.address());
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            socket.getOutputStream().write(page.repeat(25).getBytes(StandardCharsets.US_ASCII));
        }

        othersAreServed();
    }

    private static String session() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(lottrace.address() + "/console/login"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", lottrace.address())
                                .POST(HttpRequest.BodyPublishers.ofString("user=admin&password="
                                        + URLEncoder.encode(lottrace.password(), StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
    }

    @Test
    void a_form_of_the_console_that_finds_no_place_is_told_to_come_again() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            begin("/console/login", "application/x-www-form-urlencoded", "", 1_000);
        }

        String refused = ended(begin("/console/login", "application/x-www-form-urlencoded", "", 1_000));

        assertTrue(refused.startsWith("HTTP/1.1 503 ") && refused.contains("send it again"), refused);
    }

    @Test
    void an_answer_of_68_megabytes_is_refused_before_it_is_read() throws Exception {
        String refused = ended(begin("/lottrace-recall/answer", "application/x-www-form-urlencoded", "", 68_000_000));

        assertTrue(refused.startsWith("HTTP/1.1 413 "), refused);
        othersAreServed();
    }

    @Test
    void who_connects_to_the_shell_and_does_not_log_in_is_thrown_out() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            Socket socket = new Socket("127.0.0.1", lottrace.sshPort());
            socket.setSoTimeout(120_000);
            open.add(socket);
        }

        assertEquals(0, lottrace.script("shell", "lot:items").status());
        String said = ended(open.get(0)); // ends when the server hangs up
        assertTrue(said.startsWith("SSH-2.0-"), said);
    }

    @Test
    void connections_that_say_nothing_are_closed_when_there_are_too_many() throws Exception {
        for (int i = 0; i < 1_100; i++) {
            open.add(connection());
        }

        Waiting.until("the next one is let in", () -> {
            try {
                return lottrace.statusOfHealth() == 200;
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    /** Whoever waits for a thread waits until the slow ones are thrown out: others do not come to that. */
    private static void othersAreServed() throws IOException, InterruptedException {
        long started = System.nanoTime();
        assertEquals(200, lottrace.statusOfHealth());
        String answer = lottrace.soap("erp", GET_STOCK);
        assertTrue(answer.contains("SITE_UNKNOWN"), answer);
        assertTrue(System.nanoTime() - started < 10_000_000_000L, "they had to wait");
    }

    private Socket begin(String path, String type, String header, int length) throws IOException {
        Socket socket = connection();
        open.add(socket);
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + length + "\r\n" + header + "\r\na")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static Socket connection() throws IOException {
        URI address = URI.create(lottrace.address());
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static String ended(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String credentials() {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString("slow:secret".getBytes(StandardCharsets.US_ASCII)) + "\r\n";
    }
}
