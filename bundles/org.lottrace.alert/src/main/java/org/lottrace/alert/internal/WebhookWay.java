package org.lottrace.alert.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A POST of JSON, signed when there is a secret. */
final class WebhookWay implements Way {
    private static final String HASH = "HmacSHA256";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int CLASS = 100;
    private static final int SUCCESS = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final String secret;
    private final Duration timeout;
    private final HttpClient client;

    /** @throws IllegalArgumentException if the configuration is wrong; the message says what to set */
    WebhookWay(AlertConfig config) {
        this.address = address(config.webhook_url());
        this.secret = config.webhook_secret();
        this.timeout = Duration.ofSeconds(config.timeout_seconds());
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text.strip());
            boolean isSecret = "https".equals(address.getScheme()) && address.getHost() != null;
            boolean isHere =
                    "http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost()));
            if ((isSecret || isHere) && address.getUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            throw new IllegalArgumentException("webhook.url is no address: " + noAddress.getMessage(), noAddress);
        }
        throw new IllegalArgumentException(
                "webhook.url must begin with https://, or with http:// and name this machine, and hold no password");
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void send(Alert alert) {
        byte[] body = body(alert);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("X-LotTrace-Delivery", alert.id())
                .POST(BodyPublishers.ofByteArray(body));
        if (!secret.isEmpty()) {
            request.header("X-LotTrace-Signature", "sha256=" + signature(body));
        }
        try {
            HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
            if (answer.statusCode() / CLASS != SUCCESS) {
                throw new UndeliveredException(
                        "the webhook at " + address.getHost() + " answered " + answer.statusCode(), null);
            }
        } catch (IOException broken) {
            throw new UndeliveredException(
                    "the webhook at " + address.getHost() + " does not answer: "
                            + (broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage()),
                    broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UndeliveredException("LotTrace ends", stopped);
        }
    }

    private static byte[] body(Alert alert) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", alert.id());
        body.put("host", alert.host());
        body.put("check", alert.check());
        body.put("status", alert.status().name());
        body.put("at", alert.at().toString());
        body.put("messages", alert.messages());
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HASH));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
