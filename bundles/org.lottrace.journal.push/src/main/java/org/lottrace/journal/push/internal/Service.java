package org.lottrace.journal.push.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The other side's service over HTTP 1.1. No other address is followed to; an exchange as a whole has a time limit, an answer a size. */
final class Service {
    /** 401 and 403 let nobody in, 404 has no service, the others are busy: none of them has looked at the entry. */
    private static final Set<Integer> NOT_ABOUT_THE_ENTRY = Set.of(401, 403, 404, 405, 407, 408, 429, 502, 503, 504);

    private static final int HUNDRED = 100;
    private static final int ELSEWHERE = 3;

    private final PushSettings settings;
    private final HttpClient client;
    private final Optional<String> login;

    /** @throws IOException if a key, a password or a certificate cannot be read */
    Service(PushSettings settings) throws IOException {
        this.settings = settings;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER);
        if (settings.key().isPresent() || settings.trusted().isPresent()) {
            builder.sslContext(context());
        }
        this.client = builder.build();
        this.login = settings.password().isEmpty()
                ? Optional.empty()
                : Optional.of("Basic "
                        + Base64.getEncoder()
                                .encodeToString((settings.user() + ":"
                                                + secret(settings.password().get()))
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static String secret(Path file) throws IOException {
        try {
            return Files.readString(file).strip();
        } catch (IOException noText) {
            throw new IOException(file + " cannot be read as text in UTF-8: " + noText, noText);
        }
    }

    private SSLContext context() throws IOException {
        try {
            KeyManager[] keys = null;
            if (settings.key().isPresent()) {
                char[] password = secret(settings.keyPassword().orElseThrow()).toCharArray();
                KeyStore store = KeyStore.getInstance("PKCS12");
                try (InputStream file = Files.newInputStream(settings.key().get())) {
                    store.load(file, password);
                }
                KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(store, password);
                keys = factory.getKeyManagers();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust(), null);
            return context;
        } catch (GeneralSecurityException | IOException wrong) {
            throw new IOException(
                    "key.file, key.password.file or url.certificate.file cannot be used: " + wrong.getMessage(), wrong);
        }
    }

    private TrustManager[] trust() throws IOException, GeneralSecurityException {
        if (settings.trusted().isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(
                        Files.readAllBytes(settings.trusted().get())))) {
            store.setCertificateEntry(Integer.toString(store.size()), certificate);
        }
        if (store.size() == 0) {
            throw new GeneralSecurityException(
                    "there is no certificate in " + settings.trusted().get());
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** @param key by which the service knows what it has had before; also in the header {@code Idempotency-Key} */
    Verdict send(String key, byte[] request) {
        HttpRequest.Builder post = HttpRequest.newBuilder(settings.url())
                .timeout(settings.timeout())
                .header("Content-Type", settings.contentType())
                .header("Idempotency-Key", '"' + key + '"')
                .POST(BodyPublishers.ofByteArray(request));
        login.ifPresent(value -> post.header("Authorization", value));
        if (!settings.soapAction().isEmpty()) {
            post.header("SOAPAction", '"' + settings.soapAction() + '"');
        }
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(post.build(), info -> new LimitedBody());
        try {
            return read(key, answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return unreached("no answer within " + settings.timeout().toSeconds() + " seconds");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return unreached("LotTrace ends");
        } catch (ExecutionException broken) {
            Throwable cause = broken.getCause();
            return unreached(settings.url().getHost() + " does not answer: "
                    + Optional.ofNullable(cause.getMessage()).orElse(cause.toString()));
        }
    }

    private Verdict read(String key, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status / HUNDRED == ELSEWHERE) {
            return unreached("the service answers " + status
                    + ": it is elsewhere, and no address but url is followed; put the right one there");
        }
        return NOT_ABOUT_THE_ENTRY.contains(status)
                ? unreached("the service answers " + status)
                : settings.answers().read(key, status, answer.body());
    }

    private static Verdict unreached(String reason) {
        return new Verdict.Unclear(reason, false);
    }
}
