package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.rest.internal.call.BooksHeader;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;

class BooksHeaderIT {
    private static final RestCompany COMPANY = new RestCompany();

    /** What the questions need; other parameters may be left out. */
    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("from", "2026-01-01"),
            Map.entry("to", "2026-03-31"),
            Map.entry("last", "2026-03-31"),
            Map.entry("day", "2026-03-31"),
            Map.entry("months", "2"),
            Map.entry("by", "LOT"),
            Map.entry("seller", "BAKERY"),
            Map.entry("buyer", "BAKERY"),
            Map.entry("key", "MILL/FLOUR/L1"),
            Map.entry("shipment", "S1"),
            Map.entry("document", "SHIPMENT:S1"),
            Map.entry("account", "INVENTORY"),
            Map.entry("check", "UNPOSTED"),
            Map.entry("known", "0"),
            Map.entry("receiver", "ERP"),
            Map.entry("format", "csv"));

    @AfterAll
    static void stop() {
        COMPANY.close();
    }

    @Test
    void every_answer_that_is_read_from_the_books_says_how_far_they_are() {
        Map<String, String> without = new TreeMap<>();
        int answered = 0;
        for (Method method : (Iterable<Method>) reading()::iterator) {
            String address = address(method);
            HttpResponse<String> answer = COMPANY.get(address);
            if (answer.statusCode() == 200) {
                answered++;
                String said = answer.headers().firstValue(BooksHeader.NAME).orElse("");
                if (!said.matches("position=[0-9]+(; day=[0-9-]+)?; ledger=[0-9]+; waiting=[0-9]+(; list=.*)?")) {
                    without.put(address, said);
                }
            }
        }

        assertEquals(Map.of(), without);
        assertTrue(answered >= 15, "so many questions were answered: " + answered);
    }

    @Test
    void what_is_read_elsewhere_says_nothing_of_them() {
        HttpResponse<String> answer = COMPANY.get("/v1/sites");

        assertEquals(200, answer.statusCode());
        assertFalse(answer.headers().firstValue(BooksHeader.NAME).isPresent());
    }

    private static Stream<Method> reading() {
        return RestApplication.resources(TestOperations.over(), new NoLocks())
                .flatMap(resource -> Stream.of(resource.getClass().getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(GET.class))
                .filter(method -> Optional.ofNullable(method.getAnnotation(Performs.class))
                        .filter(performs -> BooksHeader.isReadFromBooks(performs.value()))
                        .isPresent());
    }

    private static String address(Method method) {
        String path = "/v1/" + method.getAnnotation(Path.class).value();
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : method.getParameters()) {
            PathParam inPath = parameter.getAnnotation(PathParam.class);
            QueryParam asked = parameter.getAnnotation(QueryParam.class);
            if (inPath != null) {
                path = path.replace("{" + inPath.value() + "}", SAMPLES.getOrDefault(inPath.value(), "1"));
            } else if (asked != null && parameter.isAnnotationPresent(Required.class)) {
                String sample = SAMPLES.getOrDefault(asked.value(), "1");
                query.append(query.isEmpty() ? "?" : "&")
                        .append(asked.value())
                        .append("=")
                        .append(sample);
            }
        }
        return path + query;
    }
}
