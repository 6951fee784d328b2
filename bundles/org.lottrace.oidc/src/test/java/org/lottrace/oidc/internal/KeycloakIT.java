package org.lottrace.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lottrace.api.login.Login;
import org.lottrace.api.login.ProviderLogins.Begun;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;

/** A real Keycloak with a realm, a client, a group and a person of ours. The profile {@code keycloak} unpacks it. */
@EnabledIfSystemProperty(named = "keycloak.home", matches = ".+", disabledReason = "needs the profile keycloak")
class KeycloakIT {
    private static final int PATIENCE_SECONDS = 300;
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private static Process keycloak;
    private static String realm;

    private final Noted audit = new Noted();

    @BeforeAll
    static void start() throws Exception {
        Path home = Path.of(System.getProperty("keycloak.home"));
        Path imported = Files.createDirectories(home.resolve("data/import"));
        try (InputStream acme = KeycloakIT.class.getResourceAsStream("acme.json")) {
            Files.copy(acme, imported.resolve("acme.json"), StandardCopyOption.REPLACE_EXISTING);
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        realm = "http://localhost:" + port + "/realms/acme";
        keycloak = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("kc.log").toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            assertTrue(
                    keycloak.isAlive() && System.nanoTime() < deadline,
                    "Keycloak did not start; see " + home.resolve("kc.log"));
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static boolean answers() throws InterruptedException {
        try {
            HttpRequest asked = HttpRequest.newBuilder(URI.create(realm + "/.well-known/openid-configuration"))
                    .build();
            return BROWSER.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.descendants().forEach(ProcessHandle::destroy);
            keycloak.destroy();
        }
    }

    @Test
    void somebody_logs_in_on_its_page() throws Exception {
        OidcLogins logins = new OidcLogins(audit, Clock.systemUTC(), new Provider(settings()));
        Begun begun = logins.begin();

        Optional<Login> login = logins.finish(begun, afterLoggingInAt(begun.provider()), "192.0.2.7");

        assertEquals(Optional.of(new Caller("anna", Set.of(Role.RECEIVER))), login.map(Login::caller));
    }

    @Test
    void a_program_comes_in_with_its_token() throws Exception {
        HttpResponse<String> answer = BROWSER.send(
                form(
                                URI.create(realm + "/protocol/openid-connect/token"),
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        "lottrace",
                                        "username",
                                        "anna",
                                        "password",
                                        "secret"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String token = String.valueOf(JSONObjectUtils.parse(answer.body()).get("access_token"));

        Optional<Caller> caller = new OidcTokens(audit, new Provider(settings())).login(token, "192.0.2.7");

        assertEquals(Optional.of(new Caller("anna", Set.of(Role.RECEIVER))), caller, answer.body());
    }

    /** @return the query with which the browser is sent back */
    private static String afterLoggingInAt(URI page) throws IOException, InterruptedException {
        HttpResponse<String> asked =
                BROWSER.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        Matcher form = FORM.matcher(asked.body());
        assertTrue(form.find(), asked.body());
        String cookies = asked.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        HttpResponse<String> led = BROWSER.send(
                form(URI.create(form.group(1).replace("&amp;", "&")), Map.of("username", "anna", "password", "secret"))
                        .header("Cookie", cookies)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return URI.create(led.headers().firstValue("Location").orElseThrow(() -> new AssertionError(led.body())))
                .getRawQuery();
    }

    private static HttpRequest.Builder form(URI address, Map<String, String> fields) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
    }

    private static OidcConfig settings() {
        return Configured.as(
                OidcConfig.class,
                Map.of(
                        "name", "Acme",
                        "issuer", realm,
                        "client_id", "lottrace",
                        "console_address", "https://lottrace.example/",
                        "token_audience", "lottrace-services",
                        "roles", new String[] {"Lager = lottrace-receiver"}));
    }
}
