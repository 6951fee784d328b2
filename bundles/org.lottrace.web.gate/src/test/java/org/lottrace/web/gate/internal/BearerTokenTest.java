package org.lottrace.web.gate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lottrace.api.login.ProviderTokens;
import org.lottrace.api.login.ProviderUnavailableException;
import org.lottrace.api.operation.Role;
import org.lottrace.api.token.TokenLogins;
import org.lottrace.api.transaction.StoreUnavailableException;

/** What the gate does with a token; which token is right is known elsewhere. */
class BearerTokenTest {
    private final Map<String, Object> attributes = new HashMap<>();
    private final List<String> answer = new ArrayList<>();

    @Test
    void a_right_token_comes_in_as_its_program_with_its_roles() throws IOException {
        assertTrue(isLetIn("Bearer ltt_right", BearerTokenTest::erp));

        Caller caller = (Caller) attributes.get(Caller.ATTRIBUTE);
        assertEquals("token erp", caller.name());
        assertEquals(Set.of("lottrace"), caller.roles());
        assertEquals("Bearer", attributes.get(SecurityGate.AUTHENTICATION_TYPE));
    }

    @Test
    void a_wrong_token_is_refused_and_told_what_it_was() throws IOException {
        assertFalse(isLetIn("Bearer ltt_wrong", BearerTokenTest::erp));

        assertTrue(answer.contains("status 401"), answer::toString);
        assertTrue(answer.toString().contains("invalid_token"), answer::toString);
    }

    @Test
    void a_token_whose_roles_are_not_allowed_is_forbidden() throws IOException {
        assertFalse(isLetIn(
                "Bearer ltt_right",
                (secret, address) -> Optional.of(org.lottrace.api.operation.Caller.token("nothing", Set.of()))));

        assertTrue(answer.contains("status 403"), answer::toString);
    }

    @Test
    void while_no_tokens_are_known_a_program_is_asked_to_come_again() throws IOException {
        assertFalse(isLetIn("Bearer ltt_right", null));
        assertFalse(isLetIn("Bearer ltt_right", (secret, address) -> {
            throw new StoreUnavailableException("away", null);
        }));

        assertEquals(2, answer.stream().filter("status 503"::equals).count());
        assertTrue(answer.contains("Retry-After: 5"), answer::toString);
    }

    @Test
    void a_person_logs_in_while_no_tokens_are_known() throws IOException {
        assertTrue(isLetIn(org.lottrace.web.gate.testing.GatedServer.basic("erp", "secret"), null));
    }

    @Test
    void a_token_of_the_provider_comes_in_as_whom_the_provider_says_and_never_one_of_ours() throws IOException {
        ProviderTokens provider = (token, address) ->
                Optional.of(new org.lottrace.api.operation.Caller(token + " at " + address, Set.of(Role.OPERATOR)));

        assertTrue(isLetIn("Bearer eyJhbGciOi", BearerTokenTest::erp, provider));
        assertEquals("eyJhbGciOi at 10.0.0.1", ((Caller) attributes.get(Caller.ATTRIBUTE)).name());
        assertFalse(isLetIn("Bearer ltt_wrong", BearerTokenTest::erp, provider));
    }

    @Test
    void without_a_provider_its_tokens_are_refused_and_while_it_is_away_they_are_asked_to_come_again()
            throws IOException {
        assertFalse(isLetIn("Bearer eyJhbGciOi", BearerTokenTest::erp, null));
        assertTrue(answer.contains("status 401"), answer::toString);
        assertTrue(answer.toString().contains("invalid_token"), answer::toString);

        assertFalse(isLetIn("Bearer eyJhbGciOi", BearerTokenTest::erp, (token, address) -> {
            throw new ProviderUnavailableException("away", null);
        }));
        assertTrue(answer.contains("status 503"), answer::toString);
        assertTrue(answer.contains("Retry-After: 5"), answer::toString);
    }

    @Test
    void another_scheme_is_no_bearer() {
        assertEquals(Optional.empty(), BearerToken.of("Bearer  "));
        assertEquals(Optional.empty(), BearerToken.of("Basic ltt_right"));
        assertEquals("Bearer", BearerToken.of("bearer ltt_right").orElseThrow().toString());
    }

    private static Optional<org.lottrace.api.operation.Caller> erp(String secret, String address) {
        return secret.equals("ltt_right") && address.equals("10.0.0.1")
                ? Optional.of(org.lottrace.api.operation.Caller.token("erp", Set.of(Role.OPERATOR)))
                : Optional.empty();
    }

    private boolean isLetIn(String header, TokenLogins tokens) throws IOException {
        return isLetIn(header, tokens, null);
    }

    private boolean isLetIn(String header, TokenLogins tokens, ProviderTokens provider) throws IOException {
        return TestRealm.gate(Map.of("erp", Set.of("lottrace")), tokens, provider)
                .handleSecurity(request(header), response());
    }

    private HttpServletRequest request(String header) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, given) -> switch (method.getName()) {
                    case "getHeader" -> header;
                    case "getRemoteAddr" -> "10.0.0.1";
                    case "getRequestURI" -> "/lottrace/soap/erp";
                    case "setAttribute" -> attributes.put((String) given[0], given[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                HttpServletResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, method, given) -> {
                    switch (method.getName()) {
                        case "setStatus" -> answer.add("status " + given[0]);
                        case "setHeader", "addHeader" -> answer.add(given[0] + ": " + given[1]);
                        case "flushBuffer" -> answer.add("sent");
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }
}
