package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A page of costs that is asked for behind something that is not there. */
class CostCursorsIT {
    private static final Map<String, String> GIVEN = Map.of(
            "from", "2026-01-01",
            "to", "2026-01-31",
            "day", "2026-01-31",
            "known", "0",
            "key", "MILL/FLOUR/L1",
            "document", "SHIPMENT:S1",
            "seller", "BAKERY",
            "buyer", "BAKERY-US",
            "by", "LOT");

    @Test
    void a_page_behind_nothing_is_refused_with_what_to_do() {
        try (RestCompany company = new RestCompany()) {
            List<String> wrong = new ArrayList<>();
            int asked = 0;
            JsonNode paths = RestCompany.json(company.get("/openapi.json")).get("paths");
            for (Map.Entry<String, JsonNode> path : paths.properties()) {
                if (path.getKey().matches(".*/v1/(cost|companies|lot/cost)(/.*)?")
                        && path.getValue().has("get")
                        && has(path.getValue().get("get"), "after")) {
                    asked++;
                    look(company, path.getKey(), path.getValue().get("get"), wrong);
                }
            }
            assertTrue(asked > 15, "cursors: " + asked);
            assertEquals(List.of(), wrong);
        }
    }

    private static void look(RestCompany company, String path, JsonNode operation, List<String> wrong) {
        StringBuilder query = new StringBuilder("?after=");
        query.append(isCount(operation) ? "-1" : URLEncoder.encode("MILL/FLOUR/NO-SUCH", StandardCharsets.UTF_8));
        operation.get("parameters").forEach(parameter -> {
            if (parameter.path("required").asBoolean()) {
                String name = parameter.get("name").asText();
                query.append("&")
                        .append(name)
                        .append("=")
                        .append(URLEncoder.encode(GIVEN.get(name), StandardCharsets.UTF_8));
            }
        });
        HttpResponse<String> answer = company.get(path.replaceFirst("^/lottrace/api", "") + query);
        boolean isTold = answer.body().contains("\"after\"") || answer.body().contains("?after");
        // behind an item in the order of numbers there are others, whether it is there or not
        boolean isOrdered = path.endsWith("/methods/comparison");
        if (!isOrdered && (answer.statusCode() != 400 || !isTold) || answer.statusCode() >= 500) {
            wrong.add(path + query + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static boolean has(JsonNode operation, String name) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.get("name").asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCount(JsonNode operation) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.get("name").asText().equals("after")) {
                return parameter.path("schema").path("type").asText().equals("integer");
            }
        }
        return false;
    }
}
