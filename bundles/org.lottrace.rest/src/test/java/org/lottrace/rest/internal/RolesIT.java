package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.operation.Role;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.web.gate.testing.GatedServer;

/**
 * One cell for each path and role: it is refused for its role exactly where the catalogue says so. There are no services behind: who
 * may ask is told that they are missing, and nothing is done.
 */
class RolesIT {
    private static final int FORBIDDEN = 403;
    private static final int MISSING = 503;

    private static GatedServer server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = GatedServer.startWithRest(new RestApplication(TestOperations.over(), new NoLocks()), Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Role> roles() {
        return Arrays.stream(Role.values()).filter(Role::isOfLogin).toList();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void a_role_is_refused_what_is_not_its_own_and_nothing_else(Role role) throws Exception {
        Map<String, Integer> expected = new TreeMap<>();
        Map<String, Integer> answered = new TreeMap<>();
        StringBuilder answers = new StringBuilder();
        for (Endpoint endpoint : Endpoint.all()) {
            String cell = endpoint.verb() + " " + endpoint.path();
            expected.put(cell, endpoint.operation().roles().contains(role) ? MISSING : FORBIDDEN);
            HttpResponse<String> answer = ask(role, endpoint);
            answered.put(cell, answer.statusCode());
            answers.append(answer.statusCode() == expected.get(cell) ? "" : cell + " " + answer.body() + "\n");
        }

        assertEquals(expected, answered, answers::toString);
    }

    private static HttpResponse<String> ask(Role role, Endpoint endpoint) throws Exception {
        HttpRequest.BodyPublisher body = endpoint.body()
                .map(parameter -> HttpRequest.BodyPublishers.ofString(
                        parameter.getType() == byte[].class
                                ? "x"
                                : Examples.body(parameter.getParameterizedType())
                                        .toString()))
                .orElse(HttpRequest.BodyPublishers.noBody());
        return CLIENT.send(
                HttpRequest.newBuilder(server.uri("/lottrace/api" + Examples.path(endpoint)))
                        .header("Authorization", GatedServer.basic(GatedServer.userWith(role), "secret"))
                        .header("Content-Type", endpoint.consumes())
                        .method(endpoint.verb(), body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
