package org.lottrace.it.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * An identity provider (OpenID Connect Core 1.0, code flow with PKCE of RFC 7636) of the JDK alone: it believes whatever name is typed
 * into its form, and gives a token only to whoever shows the verifier of the challenge that the login began with.
 */
final class SmallProvider implements AutoCloseable {
    static final String CLIENT = "lottrace";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = """
            <!DOCTYPE html><html lang="en"><title>Acme</title><link rel="icon" href="data:,"><main><h1>Who are you?</h1><form method="post">
            <label>Name <input name="user"></label><button>Log in</button></form></main></html>""";

    private final Map<String, List<String>> groups;
    private final KeyPair key;
    private final HttpServer server;
    private final Map<String, Given> codes = new ConcurrentHashMap<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    /** A code that was given out, for whom and for which request. */
    private record Given(String user, Map<String, String> request) {}

    /** @param groups of each person */
    SmallProvider(Map<String, List<String>> groups) throws IOException, GeneralSecurityException {
        this.groups = groups;
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        key = keys.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, metadata()));
        server.createContext("/keys", exchange -> json(exchange, 200, Map.of("keys", List.of(publicKey()))));
        server.createContext("/login", this::login);
        server.createContext("/token", this::token);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** @return why it gave no token, each time that it did not */
    List<String> refusals() {
        return refusals;
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", address(),
                "authorization_endpoint", address() + "/login",
                "token_endpoint", address() + "/token",
                "jwks_uri", address() + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private Map<String, String> publicKey() {
        RSAPublicKey known = (RSAPublicKey) key.getPublic();
        return Map.of(
                "kty", "RSA",
                "use", "sig",
                "alg", "RS256",
                "kid", "key-1",
                "n", unsigned(known.getModulus()),
                "e", unsigned(known.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    /** Shows the form, and leads back with a code when it was filled in. */
    private void login(HttpExchange exchange) throws IOException {
        Map<String, String> request = fields(exchange.getRequestURI().getRawQuery());
        boolean isRight = "code".equals(request.get("response_type"))
                && CLIENT.equals(request.get("client_id"))
                && "S256".equals(request.get("code_challenge_method"));
        if (!isRight) {
            answer(exchange, 400, "text/plain", "no login with PKCE: " + request);
        } else if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, "text/html", FORM);
        } else {
            String code = UUID.randomUUID().toString();
            codes.put(code, new Given(body(exchange).get("user"), request));
            exchange.getResponseHeaders()
                    .add(
                            "Location",
                            request.get("redirect_uri") + "?code=" + code + "&state="
                                    + URLEncoder.encode(request.get("state"), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(303, -1);
            exchange.close();
        }
    }

    /** A code counts once (RFC 6749, 4.1.2). */
    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked = body(exchange);
        Given given = codes.remove(asked.getOrDefault("code", ""));
        String wrong = given == null
                ? "code"
                : !given.request.get("code_challenge").equals(challenge(asked.getOrDefault("code_verifier", "")))
                        ? "verifier"
                        : !given.request.get("redirect_uri").equals(asked.get("redirect_uri")) ? "address" : "";
        if (!wrong.isEmpty()) {
            refusals.add(wrong);
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = Map.of(
                "iss",
                address(),
                "aud",
                CLIENT,
                "sub",
                "subject of " + given.user,
                "preferred_username",
                given.user,
                "groups",
                groups.getOrDefault(given.user, List.of()),
                "nonce",
                given.request.get("nonce"),
                "iat",
                now,
                "exp",
                now + 300);
        json(
                exchange,
                200,
                Map.of(
                        "access_token",
                        "unused",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "id_token",
                        signed(claims)));
    }

    private String signed(Map<String, Object> claims) throws IOException {
        String content = base64(JSON.writeValueAsBytes(Map.of("alg", "RS256", "kid", "key-1"))) + "."
                + base64(JSON.writeValueAsBytes(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> body(HttpExchange exchange) throws IOException {
        return fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> fields(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static void json(HttpExchange exchange, int status, Map<String, ?> content) throws IOException {
        answer(exchange, status, "application/json", JSON.writeValueAsString(content));
    }

    private static void answer(HttpExchange exchange, int status, String type, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type + ";charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
