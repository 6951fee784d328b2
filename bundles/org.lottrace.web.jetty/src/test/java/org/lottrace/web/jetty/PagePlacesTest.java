package org.lottrace.web.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.xml.XmlConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server as Pax Web makes it with our {@code jetty.xml}, whose pages read what is sent on the thread of the request, as servlets do. */
@Timeout(120)
class PagePlacesTest {
    private static final int OF_ONE_ADDRESS = 12;
    private static final int LARGE = 4;
    private static final int READERS_OF_ONE_ADDRESS = 45;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final List<Socket> open = new ArrayList<>();

    @BeforeEach
    void is_made_with_our_file() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                begun.add(request.getMethod());
                if (request.getHttpURI().getPath().equals("/console/large")) {
                    return large(response, callback);
                }
                String sent = Content.Source.asString(request);
                if (sent.equals("fail")) {
                    throw new IllegalStateException("as a page with a defect does");
                }
                Content.Sink.write(response, true, "read " + sent.length(), callback);
                return true;
            }
        });
        XmlConfiguration file =
                new XmlConfiguration(ResourceFactory.root().newResource(PagePlaces.class.getResource("/jetty.xml")));
        file.getIdMap().put("Server", server);
        file.configure();
        LifeCycle.start(server);
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        LifeCycle.stop(server);
    }

    @Test
    void slow_forms_hold_their_own_places_only() throws Exception {
        for (int i = 0; i < OF_ONE_ADDRESS; i++) {
            begin("/console/login", "Content-Length: 1000");
        }

        HttpResponse<String> refused = post("/console/items", "a=b");

        assertEquals(503, refused.statusCode());
        assertEquals("2", refused.headers().firstValue("Retry-After").orElse(""));
        assertTrue(refused.body().contains("send it again"), refused.body());
        assertEquals("read 0", get("/console/items"), "who only reads");
        assertEquals("read 3", post("/lottrace/soap/erp", "a=b").body(), "another way in, with its own limits");
    }

    /** The servlet container gives the console what comes without the slash at the end, too. */
    @Test
    void forms_sent_to_the_console_itself_are_counted_as_well() throws Exception {
        for (int i = 0; i < OF_ONE_ADDRESS; i++) {
            begin("/console", "Content-Length: 1000");
        }

        assertEquals(503, post("/console", "a=b").statusCode());
    }

    @Test
    void slow_readers_of_a_large_page_hold_their_own_places_only() throws Exception {
        for (int i = 0; i < READERS_OF_ONE_ADDRESS; i++) {
            read("/console/large");
        }

        assertEquals(
                503, send(HttpRequest.newBuilder(address("/console/items"))).statusCode());
        assertEquals("read 0", get("/console/events"), "what stays open is counted elsewhere");
        assertEquals("read 0", get("/lottrace-health"));
    }

    @Test
    void a_place_is_given_back_when_the_form_is_answered_or_its_sender_is_gone_or_the_page_fails() throws Exception {
        for (int i = 0; i < 2 * OF_ONE_ADDRESS; i++) {
            assertEquals("read 3", post("/console/items", "a=b").body());
            assertEquals(500, post("/console/items", "fail").statusCode());
        }
        for (int i = 0; i < OF_ONE_ADDRESS; i++) {
            begin("/console/items", "Content-Length: 1000");
        }
        assertEquals(503, post("/console/items", "a=b").statusCode());

        for (Socket socket : open) {
            socket.close();
        }

        int status = 503;
        while (status == 503) { // until the server has heard of it; the test has a timeout
            status = post("/console/items", "a=b").statusCode();
        }
        assertEquals(200, status);
    }

    @Test
    void of_large_ones_and_of_those_that_say_no_size_there_are_fewer() throws Exception {
        begin("/console/import", "Transfer-Encoding: chunked");
        for (int i = 1; i < LARGE; i++) {
            begin("/console/import", "Content-Length: 5000000");
        }

        // the answer is read, too: a connection that is closed while its sender still sends would take it away
        for (int i = 0; i < 20; i++) {
            assertEquals(503, post("/console/import", "x".repeat(1_000_001)).statusCode());
        }
        assertEquals("read 3", post("/console/import", "a=b").body());
    }

    /** On the thread of the request, as a servlet writes. */
    private static boolean large(Response response, Callback callback) throws IOException {
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            out.write(new byte[20_000_000]); // more than the buffers of both sides hold
        }
        callback.succeeded();
        return true;
    }

    /** Reads nothing of the answer. */
    private void read(String path) throws Exception {
        begun.clear();
        Socket socket = new Socket("127.0.0.1", connector.getLocalPort());
        open.add(socket);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: here\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertEquals("GET", begun.poll(30, TimeUnit.SECONDS));
    }

    /** Waits until a thread of the server has begun with it. */
    private void begin(String path, String header) throws Exception {
        begun.clear();
        Socket socket = new Socket("127.0.0.1", connector.getLocalPort());
        open.add(socket);
        String first = header.startsWith("Transfer") ? "1\r\na\r\n" : "a";
        socket.getOutputStream()
                .write(("POST " + path
                                + " HTTP/1.1\r\nHost: here\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                + header + "\r\n\r\n" + first)
                        .getBytes(StandardCharsets.US_ASCII));
        assertEquals("POST", begun.poll(30, TimeUnit.SECONDS));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).POST(BodyPublishers.ofString(body)));
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path))).body();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
