package org.lottrace.web.gate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.web.gate.testing.GatedServer;

class SecurityGateTest {
    private static GatedServer server;

    @BeforeAll
    static void start() {
        server = GatedServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "erp,    secret, 404, role lottrace may pass; no service is there",
        "root,   secret, 404, role admin may pass",
        "guest,  secret, 403, a known user without an allowed role",
        "erp,    wrong,  401, wrong password",
        "nobody, secret, 401, unknown user",
    })
    void lets_in_who_is_known_and_has_an_allowed_role(String user, String password, int status, String why) {
        HttpRequest.Builder request =
                server.request("/nothing").header("Authorization", GatedServer.basic(user, password));

        assertEquals(status, server.send(request).statusCode(), why);
    }

    @Test
    void asks_for_a_password_when_none_is_given() {
        HttpResponse<String> answer = server.send(server.request("/erp?wsdl"));

        assertEquals(401, answer.statusCode());
        assertTrue(answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic "));
    }

    @ParameterizedTest
    @CsvSource({"Bearer abc", "Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Basic OnNlY3JldA=="})
    void takes_a_malformed_header_for_none(String header) {
        assertEquals(
                401,
                server.send(server.request("/x").header("Authorization", header))
                        .statusCode());
    }
}
