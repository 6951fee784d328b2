package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.PathParam;
import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lottrace.rest.internal.page.Limit;

/** Every path that reads, of the services that are here; {@code EveryQuestionIT} of the end-to-end tests asks those of all bundles. */
class EveryQuestionIT {
    private static final int SERVER_ERROR = 500;
    private static final int MISSING = 503;
    private static final String NOT_THERE = "NOT-THERE-1";
    private static final String FEED = "/v1/feed";

    private static RestCompany company;

    @BeforeAll
    static void start() {
        company = new RestCompany();
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    @Test
    void a_list_of_the_most_rows_is_answered_as_one_of_a_single_row() {
        List<String> wrong = new ArrayList<>();
        List<Endpoint> lists = reads().filter(
                        endpoint -> endpoint.parameters().stream().anyMatch(one -> one.getType() == Limit.class))
                .toList();
        for (Endpoint list : lists) {
            HttpResponse<String> one = company.get(with(Examples.path(list), "limit=1"));
            HttpResponse<String> most = company.get(with(Examples.path(list), "limit=" + Limit.MOST));
            if (most.statusCode() != one.statusCode()) {
                wrong.add(list.path() + " " + one.statusCode() + ", of the most rows " + most.statusCode() + " "
                        + most.body());
            }
        }

        assertTrue(lists.size() > 80, "lists: " + lists.size());
        assertEquals(List.of(), wrong);
    }

    @Test
    void what_nothing_is_called_and_what_no_name_can_be_is_never_our_fault() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : reads().toList()) {
            for (String name : List.of(NOT_THERE, "ä öü", "0", "-1", "99999999999999999999", "'\"<", "x".repeat(300))) {
                String path = endpoint.path();
                for (Parameter parameter : endpoint.method().getParameters()) {
                    PathParam inPath = parameter.getAnnotation(PathParam.class);
                    if (inPath != null) {
                        path = path.replace("{" + inPath.value() + "}", encoded(name));
                    }
                }
                String query = Examples.path(endpoint);
                query = query.contains("?")
                        ? query.substring(query.indexOf('?')).replaceAll("=[^&]*", "=" + encoded(name))
                        : "";
                HttpResponse<String> answer = company.get(path + query);
                if (answer.statusCode() >= SERVER_ERROR && answer.statusCode() != MISSING) {
                    wrong.add(answer.statusCode() + " " + path + query + " " + answer.body());
                } else if (answer.statusCode() >= 400
                        && !answer.body().isEmpty()
                        && !answer.body().contains("\"detail\"")) {
                    wrong.add("says nothing: " + path + query + " " + answer.body());
                }
            }
        }

        assertEquals(List.of(), wrong);
    }

    @Test
    void a_number_that_is_not_of_the_template_is_said_to_be_so() {
        HttpResponse<String> answer = company.get("/v1/lot-numbers/decoded?template=%7Byyyy%7D%7Bseq:4%7D&number=ABC");

        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("ABC"), answer.body());
    }

    @Test
    void a_follower_of_another_name_is_not_found() {
        assertEquals(404, company.get("/v1/followers/nobody").statusCode());
    }

    private static Stream<Endpoint> reads() {
        return Endpoint.all().stream()
                .filter(endpoint -> endpoint.verb().equals("GET"))
                .filter(endpoint -> !endpoint.path().equals(FEED));
    }

    private static String with(String path, String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
