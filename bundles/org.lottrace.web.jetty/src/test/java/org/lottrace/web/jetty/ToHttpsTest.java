package org.lottrace.web.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.xml.XmlConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server as Pax Web makes it with our {@code jetty.xml}; every page says "here". */
class ToHttpsTest {
    @TempDir
    Path folder;

    private final Server server = new Server();
    private final ServerConnector plain = new ServerConnector(server);

    @BeforeEach
    void is_made_with_our_file() throws Exception {
        plain.setHost("127.0.0.1");
        server.addConnector(plain);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                org.eclipse.jetty.io.Content.Sink.write(response, true, "here", callback);
                return true;
            }
        });
        XmlConfiguration file =
                new XmlConfiguration(ResourceFactory.root().newResource(ToHttps.class.getResource("/jetty.xml")));
        file.getIdMap().put("Server", server);
        file.configure();
    }

    @AfterEach
    void stop() {
        LifeCycle.stop(server);
    }

    @Test
    void connections_are_limited() {
        assertEquals(1_000, server.getBean(NetworkConnectionLimit.class).getMaxNetworkConnectionCount());
    }

    @Test
    void without_https_every_page_is_where_it_was() throws Exception {
        LifeCycle.start(server);

        HttpResponse<String> answer = send(to("/lottrace/soap/erp").POST(HttpRequest.BodyPublishers.ofString("x")));

        assertEquals("here", answer.body());
        assertEquals(List.of("nosniff"), answer.headers().allValues("X-Content-Type-Options"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /lottrace/soap/erp?wsdl,   '',       308",
        "HEAD,   /lottrace-recall/answer,   '',       308",
        "GET,    /lottrace/soap/erp?wsdl,   Basic YQ, 403",
        "POST,   /lottrace/soap/erp,        '',       403",
        "DELETE, /lottrace,                 '',       403",
        "GET,    /lottrace-health,          '',       200",
        "GET,    /lottrace-health/../lottrace/soap, '', 308",
    })
    void with_it_plain_http_leads_there_or_refuses(String method, String page, String authorization, int status)
            throws Exception {
        ServerConnector secure = secure();
        LifeCycle.start(server);
        HttpRequest.Builder request = to(page).method(method, HttpRequest.BodyPublishers.noBody());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }

        HttpResponse<String> answer = send(request);

        assertEquals(status, answer.statusCode(), answer.body());
        String there = "https://127.0.0.1:" + secure.getLocalPort() + "/";
        assertEquals(
                status == 308,
                answer.headers().firstValue("Location").orElse("").startsWith(there));
        assertEquals(status == 403, answer.body().contains(there));
    }

    @Test
    void what_is_asked_for_is_in_the_address_it_leads_to() throws Exception {
        ServerConnector secure = secure();
        LifeCycle.start(server);

        String there = send(to("/lottrace-recall/answer?notice=R-000001%2FM%2F1&token=a"))
                .headers()
                .firstValue("Location")
                .orElse("");

        assertTrue(
                there.endsWith(secure.getLocalPort() + "/lottrace-recall/answer?notice=R-000001%2FM%2F1&token=a"),
                there);
    }

    private HttpRequest.Builder to(String page) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + plain.getLocalPort() + page));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    /** Nobody speaks TLS with it here, so it has no key. */
    private ServerConnector secure() {
        HttpConfiguration https = new HttpConfiguration();
        https.addCustomizer(new SecureRequestCustomizer());
        SslContextFactory.Server withoutKey = new SslContextFactory.Server();
        ServerConnector secure = new ServerConnector(
                server, new SslConnectionFactory(withoutKey, "http/1.1"), new HttpConnectionFactory(https));
        secure.setHost("127.0.0.1");
        server.addConnector(secure);
        return secure;
    }
}
