package org.lottrace.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.login.Login;
import org.lottrace.api.login.ProviderLogins.Begun;
import org.lottrace.api.login.ProviderUnavailableException;
import org.lottrace.api.operation.Role;

/** Against a provider of somebody else's making, over HTTP. */
class OidcLoginsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final String ACME = "acme";

    @TempDir
    private Path folder;

    private final MockOAuth2Server provider = new MockOAuth2Server();
    private final Noted audit = new Noted();
    private final Map<String, Object> settings = new HashMap<>(Map.of(
            "name", "Acme",
            "client_id", "lottrace",
            "console_address", "https://lottrace.example/",
            "roles", new String[] {"Lager = lottrace-receiver", "Lager = lottrace-shipper", "IT=admin"}));

    @BeforeEach
    void start() {
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.shutdown();
    }

    @Test
    void whoever_the_provider_vouches_for_is_in_with_the_roles_of_their_groups_until_it_is_asked_again()
            throws Exception {
        OidcLogins logins = logins();
        Begun begun = logins.begin();

        Login login = logins.finish(
                        begun, answer(begun, Map.of("groups", List.of("Lager", "Sales", "admin"))), "192.0.2.7")
                .orElseThrow();

        assertEquals("anna", login.caller().name());
        assertEquals(Set.of(Role.RECEIVER, Role.SHIPPER), login.caller().roles());
        assertEquals(Optional.of(NOW.plus(Duration.ofHours(1))), login.ends());
        assertEquals(List.of("anna from 192.0.2.7"), audit.noted);
        assertTrue(begun.provider().getQuery().contains("redirect_uri=https://lottrace.example/console/login/answer"));
        assertTrue(begun.provider().getQuery().contains("code_challenge_method=S256"));
    }

    @Test
    void a_client_with_a_secret_shows_it() throws Exception {
        settings.put(
                "client_secret_file",
                Files.writeString(folder.resolve("secret"), "very secret\n").toString());
        OidcLogins logins = logins();
        Begun begun = logins.begin();

        assertTrue(logins.finish(begun, answer(begun, Map.of()), "").isPresent());
        while (true) {
            var request = provider.takeRequest();
            if (request.getPath().endsWith("/token") && request.getHeader("Authorization") != null) {
                assertTrue(request.getHeader("Authorization").startsWith("Basic "));
                return;
            }
        }
    }

    @Test
    void a_person_without_a_group_of_ours_has_no_role() throws Exception {
        OidcLogins logins = logins();
        Begun begun = logins.begin();

        Login login = logins.finish(begun, answer(begun, Map.of("groups", List.of("Sales"))), "")
                .orElseThrow();

        assertEquals(Set.of(), login.caller().roles());
    }

    @ParameterizedTest
    @CsvSource({
        "another state, state",
        "another nonce, nonce",
        "another verifier, verifier",
        "a code that was used, used",
        "a token that is over, expired",
        "a token without a name, nameless",
        "a refusal of the provider, refused"
    })
    void whatever_is_not_right_lets_nobody_in(String what, String wrong) throws Exception {
        OidcLogins logins = logins();
        Begun begun = logins.begin();
        String answer = answer(begun, Map.of("wrong", wrong));
        Begun kept = new Begun(
                begun.provider(),
                wrong.equals("state") ? "other" : begun.state(),
                wrong.equals("nonce") ? "other" : begun.nonce(),
                wrong.equals("verifier") ? "x".repeat(43) : begun.verifier());
        if (wrong.equals("used")) {
            assertTrue(logins.finish(kept, answer, "").isPresent());
            audit.noted.clear();
        }

        assertFalse(
                logins.finish(
                                kept,
                                wrong.equals("refused") ? "error=access_denied&state=" + begun.state() : answer,
                                "192.0.2.7")
                        .isPresent(),
                what);
        assertEquals(List.of("failed from 192.0.2.7"), audit.noted);
    }

    @Test
    void a_provider_that_is_away_is_said_to_be_and_asked_again_the_next_time() throws Exception {
        settings.put("issuer", "http://localhost:1/acme");
        assertThrows(ProviderUnavailableException.class, () -> logins().begin());
    }

    @Test
    void settings_that_cannot_be_right_are_refused_all_at_once() {
        settings.put("issuer", "http://login.example");
        settings.put("console_address", "lottrace.example");
        settings.put("client_id", "");
        settings.put("roles", new String[] {"Lager", "IT = boss"});
        settings.put("signature", "none");
        settings.put("client_secret_file", folder.resolve("nothing").toString());

        String refused =
                assertThrows(IllegalArgumentException.class, this::logins).getMessage();

        for (String part : List.of(
                "issuer: \"http://login.example\" is no https address",
                "console.address",
                "client.id is missing",
                "\"Lager\" is not",
                "\"IT = boss\" is not",
                "signature: none",
                "client.secret.file")) {
            assertTrue(refused.contains(part), refused);
        }
    }

    private OidcLogins logins() {
        settings.putIfAbsent("issuer", provider.issuerUrl(ACME).toString());
        return new OidcLogins(
                audit, Clock.fixed(NOW, ZoneOffset.UTC), new Provider(Configured.as(OidcConfig.class, settings)));
    }

    /** @return with what the provider sends a browser back */
    private String answer(Begun begun, Map<String, Object> wanted) throws IOException, InterruptedException {
        Map<String, Object> claims = new HashMap<>(wanted);
        String wrong = String.valueOf(claims.remove("wrong"));
        if (!wrong.equals("nameless")) {
            claims.put("preferred_username", "anna");
        }
        provider.enqueueCallback(new DefaultOAuth2TokenCallback(
                ACME, "subject-1", "JWT", List.of("lottrace"), claims, wrong.equals("expired") ? -3600 : 3600));
        HttpResponse<String> led = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(begun.provider()).build(), HttpResponse.BodyHandlers.ofString());
        return URI.create(led.headers().firstValue("Location").orElseThrow(() -> new AssertionError(led.body())))
                .getRawQuery();
    }
}
