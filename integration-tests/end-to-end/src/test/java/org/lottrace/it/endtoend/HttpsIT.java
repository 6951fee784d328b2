package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Started with {@code LOTTRACE_HTTPS=yes}: who has installed the root of this installation is served, and by TLS only. */
class HttpsIT {
    private static LotTraceProcess lottrace;
    private static SSLContext tablet;

    @BeforeAll
    static void start() throws Exception {
        lottrace = new LotTraceProcess("https");
        LotTraceProcess.Outcome run = lottrace.runByHttps();
        assertEquals(0, run.status(), run.output());
        assertTrue(run.output().contains("https/root.crt"), run.output());
        assertTrue(run.output().contains(" https://127.0.0.1:" + lottrace.httpsPort() + "/"), run.output());
        assertTrue(run.output().contains("88 documents taken in"), run.output());
        tablet = trusting(lottrace.data("https/root.crt"));
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void a_tablet_with_the_root_is_served(String name) throws Exception {
        HttpResponse<String> answer = client("TLSv1.3")
                .send(
                        HttpRequest.newBuilder(https(name, "/lottrace/soap/erp?wsdl"))
                                .header(
                                        "Authorization",
                                        lottrace.authorization().substring("Authorization: ".length()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("definitions"), answer.body());
        assertEquals(List.of("nosniff"), answer.headers().allValues("X-Content-Type-Options"));
        assertTrue(answer.headers().firstValue("Server").isEmpty());
        assertTrue(
                answer.headers().firstValue("Strict-Transport-Security").isEmpty(),
                "on another port than 443 it would break the other pages of this name");
    }

    @Test
    void one_without_it_is_not_and_neither_is_an_old_protocol() throws Exception {
        assertThrows(SSLException.class, () -> HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(https("127.0.0.1", "/lottrace-health"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding()));
        assertEquals(200, health("TLSv1.2"));
        for (String old : List.of("TLSv1.1", "TLSv1")) {
            assertThrows(IOException.class, () -> lottraceSpeaks(old), old);
        }
    }

    @Test
    void plain_http_leads_there_before_a_password_is_asked_for() throws Exception {
        HttpResponse<String> answer = plain(HttpRequest.newBuilder(http("/lottrace/soap/erp?wsdl")));

        assertEquals(308, answer.statusCode());
        assertEquals(
                https("127.0.0.1", "/lottrace/soap/erp?wsdl").toString(),
                answer.headers().firstValue("Location").orElse(""));
        assertTrue(answer.headers().firstValue("WWW-Authenticate").isEmpty());
    }

    @Test
    void what_comes_with_a_password_or_changes_something_is_refused_there_and_not_led_on() throws Exception {
        HttpResponse<String> posted = plain(
                HttpRequest.newBuilder(http("/lottrace/soap/erp")).POST(HttpRequest.BodyPublishers.ofString("<a/>")));
        HttpResponse<String> asked = plain(HttpRequest.newBuilder(http("/lottrace/soap/erp?wsdl"))
                .header("Authorization", lottrace.authorization().substring("Authorization: ".length())));

        for (HttpResponse<String> answer : List.of(posted, asked)) {
            assertEquals(403, answer.statusCode());
            assertTrue(answer.body().contains("change that password"), answer.body());
        }
    }

    @Test
    void health_is_there_for_load_balancers_and_the_start_script() throws Exception {
        HttpResponse<String> page = plain(HttpRequest.newBuilder(http("/lottrace-health")));

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("network OK"), page.body());
        assertEquals(0, lottrace.script("status").status());
    }

    private static int health(String protocol) throws IOException, InterruptedException {
        return client(protocol)
                .send(
                        HttpRequest.newBuilder(https("127.0.0.1", "/lottrace-health"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Java itself refuses an old protocol, so that is asked of who does not: the handshake's first bytes, by hand. */
    private static void lottraceSpeaks(String protocol) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.security.properties=" + withoutDisabledAlgorithms(),
                        "-Djavax.net.ssl.trustStore=" + lottrace.data("https/server.p12"),
                        "-Djavax.net.ssl.trustStorePassword="
                                + Files.readString(lottrace.data("https/server.p12.password"))
                                        .strip(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OldHandshake.class.getName(),
                        protocol,
                        String.valueOf(lottrace.httpsPort()))
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes());
        asked.waitFor();
        assertFalse(said.contains("No appropriate protocol"), "Java refused it, not LotTrace: " + said);
        if (said.contains("SSLHandshakeException") && said.contains("protocol_version")) {
            throw new SSLException(said);
        }
        throw new AssertionError(said);
    }

    private static Path withoutDisabledAlgorithms() throws IOException {
        return Files.writeString(lottrace.data("old.security"), "jdk.tls.disabledAlgorithms=\n");
    }

    /** Runs in a Java that still allows it. */
    static final class OldHandshake {
        private OldHandshake() {}

        public static void main(String[] arguments) throws IOException, GeneralSecurityException {
            try (javax.net.ssl.SSLSocket socket = (javax.net.ssl.SSLSocket) SSLContext.getDefault()
                    .getSocketFactory()
                    .createSocket("127.0.0.1", Integer.parseInt(arguments[1]))) {
                socket.setEnabledProtocols(new String[] {arguments[0]});
                socket.startHandshake();
                System.out.println("spoken: " + socket.getSession().getProtocol());
            }
        }
    }

    private static HttpClient client(String protocol) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {protocol});
        return HttpClient.newBuilder()
                .sslContext(tablet)
                .sslParameters(parameters)
                .build();
    }

    private static HttpResponse<String> plain(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI https(String name, String path) {
        return URI.create("https://" + name + ":" + lottrace.httpsPort() + path);
    }

    private static URI http(String path) {
        return URI.create(lottrace.address() + path);
    }

    private static SSLContext trusting(Path root) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream content = Files.newInputStream(root)) {
            trusted.setCertificateEntry(
                    "root", CertificateFactory.getInstance("X.509").generateCertificate(content));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
