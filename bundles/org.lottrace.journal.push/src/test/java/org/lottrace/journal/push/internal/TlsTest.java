package org.lottrace.journal.push.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that shows a certificate of its own making and lets in only who has the one key. */
class TlsTest {
    private static final String SECRET = "a-secret-of-tests";
    private static final String ACCEPTS =
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>";

    @TempDir
    private static Path folder;

    private static HttpsServer server;

    @BeforeAll
    static void start() throws Exception {
        KeyStore client = store("client", "dns:client.example.com");
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store("server", "ip:127.0.0.1"), SECRET.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("client", client.getCertificate("client"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters needs = context.getDefaultSSLParameters();
                needs.setNeedClientAuth(true);
                parameters.setSSLParameters(needs);
            }
        });
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, ACCEPTS.length());
            exchange.getResponseBody().write(ACCEPTS.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        Path password = Files.writeString(folder.resolve("password"), SECRET + "\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void who_has_the_key_and_trusts_the_certificate_gets_through() throws Exception {
        assertEquals(new Verdict.Accepted(), sent(settings("client", "server")));
    }

    @Test
    void who_has_no_key_or_trusts_another_certificate_does_not_and_it_is_not_about_the_entry() throws Exception {
        Map<String, Object> noKey = settings("client", "server");
        noKey.remove("key_file");
        noKey.remove("key_password_file");

        for (Map<String, Object> wrong : List.of(noKey, settings("client", "client"))) {
            Verdict.Unclear unclear = (Verdict.Unclear) sent(wrong);
            assertFalse(unclear.isAboutEntry(), unclear.reason());
        }
    }

    @Test
    void a_certificate_for_another_host_is_not_taken() throws Exception {
        Map<String, Object> elsewhere = settings("client", "server");
        elsewhere.put("url", "https://localhost:" + server.getAddress().getPort() + "/");

        assertFalse(((Verdict.Unclear) sent(elsewhere)).isAboutEntry());
    }

    @Test
    void a_wrong_password_and_a_file_without_certificates_are_told_without_the_secret() throws Exception {
        Map<String, Object> noCertificate = settings("client", "server");
        noCertificate.put(
                "url_certificate_file",
                Files.writeString(folder.resolve("empty.pem"), "").toString());
        Map<String, Object> wrongPassword = settings("client", "server");
        Path password = Files.writeString(folder.resolve("wrong"), "another-secret");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        wrongPassword.put("key_password_file", password.toString());

        for (Map<String, Object> wrong : List.of(noCertificate, wrongPassword)) {
            String told = assertThrows(IOException.class, () -> sent(wrong)).getMessage();
            assertTrue(told.startsWith("key.file, key.password.file or url.certificate.file cannot"), told);
            assertFalse(told.contains("secret"), told);
        }
    }

    private static Verdict sent(Map<String, Object> values) throws IOException {
        return new Service(PushRules.settings(Configured.with(values)))
                .send("ERP-1", "<x/>".getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> settings(String key, String trusted)
            throws GeneralSecurityException, IOException {
        Map<String, Object> values = new HashMap<>();
        values.put("receiver", "ERP");
        values.put("url", "https://127.0.0.1:" + server.getAddress().getPort() + "/");
        values.put("key_file", folder.resolve(key + ".p12").toString());
        values.put("key_password_file", folder.resolve("password").toString());
        values.put("url_certificate_file", pem(trusted).toString());
        values.put("timeout_seconds", 10);
        return values;
    }

    private static Path pem(String name) throws GeneralSecurityException, IOException {
        String text = Base64.getMimeEncoder()
                .encodeToString(read(name).getCertificate(name).getEncoded());
        return Files.writeString(
                folder.resolve(name + ".pem"),
                "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    }

    private static KeyStore store(String name, String host) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        SECRET)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, keytool.waitFor());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return read(name);
    }

    private static KeyStore read(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, SECRET.toCharArray());
        }
        return store;
    }
}
