package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java's keytool takes a second for each step: the first certificate is made once for all tests. */
class ServerCertificateTest {
    @TempDir
    static Path before;

    @TempDir
    private Path data;

    @BeforeAll
    static void the_first_certificate() throws IOException, GeneralSecurityException {
        new ServerCertificate(before, List.of()).bringUpToDate();
    }

    @BeforeEach
    void is_there() throws IOException {
        Files.createDirectory(data.resolve("https"));
        try (Stream<Path> files = Files.list(before)) {
            for (Path file : files.toList()) {
                Files.copy(file, data.resolve("https").resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void who_trusts_the_root_reaches_the_server_by_its_names_and_nobody_else_does() throws Exception {
        ServerCertificate certificate = certificate(List.of());
        HttpsServer server = serving(certificate.bringUpToDate());
        SSLContext trusting = trusting(certificate.root());

        assertEquals(200, status(trusting, "localhost", server));
        assertEquals(200, status(trusting, "127.0.0.1", server));
        assertThrows(SSLException.class, () -> status(SSLContext.getDefault(), "localhost", server));
        assertThrows(
                SSLException.class,
                () -> status(trusting(other().root()), "localhost", server),
                "another LotTrace's root says nothing about this one");
        server.stop(0);
    }

    @Test
    void nothing_is_made_anew_while_it_is_good() throws Exception {
        X509Certificate first = made(List.of());

        assertEquals(first, made(List.of()));
    }

    @Test
    void with_other_names_there_is_another_certificate_of_the_same_root() throws Exception {
        X509Certificate first = made(List.of());
        byte[] root = Files.readAllBytes(certificate(List.of()).root());

        X509Certificate second = made(List.of("lottrace.example.com", "192.0.2.7"));

        assertNotEquals(first, second);
        assertEquals(new String(root), Files.readString(certificate(List.of()).root()));
        second.verify(parsed(certificate(List.of()).root()).getPublicKey());
        assertTrue(second.getSubjectAlternativeNames().stream()
                .anyMatch(name -> name.get(1).equals("192.0.2.7")));
    }

    @Test
    void what_was_cut_off_in_the_middle_is_made_again() throws Exception {
        ServerCertificate certificate = certificate(List.of());
        Files.delete(certificate.root());

        X509Certificate again = ServerCertificate.certificateIn(certificate.bringUpToDate());

        again.verify(parsed(certificate.root()).getPublicKey());
    }

    @Test
    void keys_are_for_their_owner_only() throws Exception {
        made(List.of());

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("https"))));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("https/server.p12"))));
    }

    @Test
    void a_key_store_of_ones_own_that_cannot_be_used_is_refused_with_the_reason() throws Exception {
        Path own = data.resolve("own.p12");
        assertProblem(own, "which is no file that this user may read");

        Files.copy(certificate(List.of()).bringUpToDate().file(), own);
        assertProblem(own, "its password is not in " + own + ".password");

        Files.writeString(data.resolve("own.p12.password"), "wrong\n");
        assertProblem(own, "cannot be used with the password in");

        Files.writeString(
                data.resolve("own.p12.password"), Files.readString(data.resolve("https/server.p12.password")));
        assertEquals(List.of(), problems(own));
    }

    private void assertProblem(Path own, String reason) {
        List<String> problems = problems(own);
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("LOTTRACE_HTTPS is " + own), problems.get(0));
        assertTrue(problems.get(0).contains(reason), problems.get(0));
    }

    private List<String> problems(Path own) {
        Map<String, String> environment = Map.of("LOTTRACE_HTTPS", own.toString());
        return Machine.problems(Settings.of(environment, data.resolve("home"), data)).stream()
                .filter(problem -> problem.startsWith("LOTTRACE_HTTPS"))
                .toList();
    }

    private ServerCertificate certificate(List<String> names) throws IOException {
        return new ServerCertificate(data.resolve("https"), names);
    }

    private ServerCertificate other() throws IOException, GeneralSecurityException {
        ServerCertificate other = new ServerCertificate(data.resolve("other"), List.of());
        other.bringUpToDate();
        return other;
    }

    private X509Certificate made(List<String> names) throws IOException, GeneralSecurityException {
        return ServerCertificate.certificateIn(certificate(names).bringUpToDate());
    }

    private static HttpsServer serving(Https.KeyStoreFile key) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(key.file())) {
            keys.load(content, key.password().toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, key.password().toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static SSLContext trusting(Path root) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("root", parsed(root));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static X509Certificate parsed(Path file) throws IOException, GeneralSecurityException {
        try (InputStream content = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(content);
        }
    }

    private static int status(SSLContext trust, String name, HttpsServer server)
            throws IOException, InterruptedException {
        URI page = URI.create("https://" + name + ":" + server.getAddress().getPort() + "/");
        return HttpClient.newBuilder()
                .sslContext(trust)
                .build()
                .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
