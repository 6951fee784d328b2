package org.lottrace.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.login.ProviderUnavailableException;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;

class OidcTokensTest {
    private static final Instant NOW = Instant.now();
    private static final String FROM = "192.0.2.7";

    private final Noted audit = new Noted();
    private final Map<String, Object> settings = new HashMap<>(Map.of(
            "name", "Acme",
            "client_id", "lottrace-console",
            "console_address", "https://lottrace.example/",
            "token_audience", "lottrace",
            "roles", new String[] {"Lager = lottrace-receiver", "IT=admin"}));
    private SmallIssuer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = new SmallIssuer();
        settings.put("issuer", issuer.address());
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void a_token_lets_in_whom_it_names_with_the_roles_of_the_groups_and_is_noted_once() throws JOSEException {
        OidcTokens tokens = tokens();
        String token = issuer.sign(claims().build());

        Optional<Caller> first = tokens.login(token, FROM);

        assertEquals(Optional.of(new Caller("anna", Set.of(Role.RECEIVER))), first);
        assertEquals(first, tokens.login(token, FROM));
        assertEquals(List.of("anna from " + FROM), audit.noted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "of another audience",
                "of another issuer",
                "that is over",
                "that is never over",
                "that is not yet valid",
                "without a name",
                "that nobody signed",
                "that somebody else signed",
                "that was changed",
                "that is none"
            })
    void a_token_is_refused(String what) throws JOSEException {
        assertEquals(Optional.empty(), tokens().login(wrong(what), FROM), what);
        assertEquals(List.of("failed from " + FROM), audit.noted);
    }

    private String wrong(String what) throws JOSEException {
        return switch (what) {
            case "of another audience" ->
                issuer.sign(claims().audience("lottrace-console").build());
            case "of another issuer" ->
                issuer.sign(claims().issuer("https://login.example.com").build());
            case "that is over" ->
                issuer.sign(claims().expirationTime(Date.from(NOW.minusSeconds(300)))
                        .build());
            case "that is never over" ->
                issuer.sign(claims().expirationTime(null).build());
            case "that is not yet valid" ->
                issuer.sign(
                        claims().notBeforeTime(Date.from(NOW.plusSeconds(300))).build());
            case "without a name" ->
                issuer.sign(claims().claim("preferred_username", null).build());
            case "that nobody signed" -> new PlainJWT(claims().build()).serialize();
            case "that somebody else signed" -> issuer.signedBySomebodyElse(claims().build());
            case "that was changed" -> changed(issuer.sign(claims().build()));
            default -> "eyJhbGciOiJub25lIn0";
        };
    }

    private static String changed(String token) {
        String[] parts = token.split("\\.");
        String other =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("Lager", "IT");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
    }

    @Test
    void no_token_is_taken_until_it_is_said_for_what_they_are_meant() throws JOSEException {
        settings.put("token_audience", "");

        assertEquals(Optional.empty(), tokens().login(issuer.sign(claims().build()), FROM));
    }

    @Test
    void what_says_who_has_logged_in_is_no_token_for_services() {
        settings.put("token_audience", "lottrace-console");

        String refused =
                assertThrows(IllegalArgumentException.class, this::tokens).getMessage();
        assertTrue(
                refused.contains("token.audience: lottrace-console is the audience of the tokens that say"), refused);
    }

    @Test
    void a_key_that_the_provider_has_changed_is_read_anew() throws JOSEException {
        OidcTokens tokens = tokens();
        String before = issuer.sign(claims().build());
        assertTrue(tokens.login(before, FROM).isPresent());

        issuer.changeKey();

        assertTrue(tokens.login(issuer.sign(claims().build()), FROM).isPresent());
        assertEquals(Optional.empty(), tokens.login(before, FROM), "it knows that key no longer");
    }

    @Test
    void a_provider_that_is_away_is_said_to_be() throws JOSEException {
        String token = issuer.sign(claims().build());
        settings.put("issuer", "http://localhost:1");

        assertThrows(ProviderUnavailableException.class, () -> tokens().login(token, FROM));
    }

    private OidcTokens tokens() {
        return new OidcTokens(audit, new Provider(Configured.as(OidcConfig.class, settings)));
    }

    /** Of somebody of the warehouse, for an hour. */
    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.address())
                .audience("lottrace")
                .subject("subject-1")
                .claim("preferred_username", "anna")
                .claim("groups", List.of("Lager", "Sales"))
                .expirationTime(Date.from(NOW.plusSeconds(3600)));
    }
}
