package org.lottrace.edi.as2.internal.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.lottrace.edi.as2.internal.cms.KeyFiles;
import org.lottrace.edi.as2.internal.mime.Headers;
import org.lottrace.edi.as2.internal.mime.Slice;

/** HTTP 1.1. No other address is followed to; nothing waits longer than the time limit. */
public final class HttpPost implements Post {
    private static final Duration CONNECTED = Duration.ofSeconds(30);

    private final HttpClient client;
    private final Duration timeout;

    /**
     * @param trusted PEM file with the certificates that a server may have; empty: those that Java trusts
     * @param timeout of an exchange as a whole
     */
    public HttpPost(Optional<Path> trusted, Duration timeout) throws IOException {
        this.timeout = timeout;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout.compareTo(CONNECTED) < 0 ? timeout : CONNECTED)
                .followRedirects(HttpClient.Redirect.NEVER);
        if (trusted.isPresent()) {
            builder.sslContext(trusting(trusted.get()));
        }
        this.client = builder.build();
    }

    private static SSLContext trusting(Path file) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate certificate : KeyFiles.certificates(file)) {
                store.setCertificateEntry(Integer.toString(store.size()), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("url.certificate.file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public Answered send(URI url, Map<String, String> headers, Slice body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> opened(body)), body.size()));
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), info -> new LimitedBody());
        try {
            return answered(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer within " + timeout.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnreachableException("we are stopped", e);
        } catch (ExecutionException e) {
            throw failure(url, e.getCause());
        }
    }

    private static Answered answered(HttpResponse<byte[]> answer) {
        Map<String, String> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Answered(answer.statusCode(), new Headers(headers), answer.body());
    }

    private static InputStream opened(Slice body) {
        try {
            return body.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IOException failure(URI url, Throwable cause) {
        String said = url.getHost() + ":" + url.getPort() + " cannot be reached: "
                + Optional.ofNullable(cause.getMessage()).orElse(cause.toString());
        if (cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException) {
            return new UnreachableException(said, cause);
        }
        if (cause instanceof SSLException) {
            return new UnreachableException(
                    said + ". If its certificate is not from a public authority, put it into url.certificate.file",
                    cause);
        }
        return new IOException(
                "the exchange broke off: "
                        + Optional.ofNullable(cause.getMessage()).orElse(cause.toString()),
                cause);
    }
}
