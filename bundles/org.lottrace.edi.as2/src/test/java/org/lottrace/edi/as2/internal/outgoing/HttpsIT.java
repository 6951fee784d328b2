package org.lottrace.edi.as2.internal.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.edi.as2.internal.cms.OwnKey;
import org.lottrace.edi.as2.internal.mime.Slice;
import org.lottrace.edi.as2.internal.peer.Keys;

/** Messages over TLS. */
class HttpsIT {
    @TempDir
    Path folder;

    private final OwnKey key = Keys.make("localhost", Keys.NOW.plus(Duration.ofDays(10)));
    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("tls", key.key(), new char[0], new Certificate[] {key.certificate()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int send(HttpPost post, String host) throws Exception {
        Path body = Files.writeString(folder.resolve("body"), "x");
        return post.send(
                        URI.create("https://" + host + ":" + server.getAddress().getPort() + "/"),
                        Map.of(),
                        Slice.of(body))
                .status();
    }

    @Test
    void only_a_server_whose_certificate_is_known_and_names_it_is_talked_to_and_no_other_address_followed()
            throws Exception {
        HttpPost trusting =
                new HttpPost(Optional.of(Keys.certificateFile(key, folder.resolve("tls.crt"))), Duration.ofSeconds(20));
        HttpPost other = new HttpPost(Optional.empty(), Duration.ofSeconds(20));

        assertEquals(302, send(trusting, "localhost"));
        assertThrows(UnreachableException.class, () -> send(trusting, "127.0.0.1"));
        assertTrue(assertThrows(UnreachableException.class, () -> send(other, "localhost"))
                .getMessage()
                .contains("put it into url.certificate.file"));
    }
}
