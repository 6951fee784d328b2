package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.operation.Role;

/** The description in the repository, which the bundle carries, is true and complete. */
class OpenApiTest {
    private static final Path FILE = Path.of("openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** {@code mvn test -pl bundles/org.lottrace.rest -Dtest=OpenApiTest -Dopenapi=write} writes it. */
    @Test
    void is_what_the_classes_and_the_catalogue_say() throws Exception {
        String made = JSON.writeValueAsString(OpenApi.document()) + "\n";
        if ("write".equals(System.getProperty("openapi"))) {
            Files.writeString(FILE, made);
        }

        assertEquals(made, Files.readString(FILE), "write it anew with -Dopenapi=write, and look at the difference");
    }

    @Test
    void every_operation_of_the_catalogue_has_exactly_one_path() throws Exception {
        List<String> named = operations().stream()
                .filter(operation -> operation.has("x-lottrace-operation"))
                .map(operation -> operation.get("x-lottrace-operation").asText())
                .sorted()
                .toList();

        assertEquals(
                Catalogue.operations().stream().map(OperationDescription::name).toList(), named);
    }

    @Test
    void every_path_says_who_may_ask_and_how_it_may_be_refused() throws Exception {
        for (JsonNode operation : operations()) {
            if (!operation.has("x-lottrace-operation")) {
                continue;
            }
            OperationDescription known = Catalogue.operations().stream()
                    .filter(one -> one.name()
                            .equals(operation.get("x-lottrace-operation").asText()))
                    .findFirst()
                    .orElseThrow();
            Set<String> codes = new TreeSet<>(known.refusals());
            codes.add("ROLE_MISSING");

            List<String> roles = known.roles().stream().map(Role::code).sorted().toList();
            List<String> toldRoles = StreamSupport.stream(
                            operation.get("x-lottrace-roles").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            assertEquals(roles, toldRoles, known.name());
            Set<String> told = new TreeSet<>();
            operation.get("x-lottrace-refusals").forEach(code -> told.add(code.asText()));
            assertEquals(codes, told, known.name());
        }
    }

    @Test
    void no_two_operations_have_one_id() throws Exception {
        Map<String, Long> ids = operations().stream()
                .collect(Collectors.groupingBy(
                        operation -> operation.get("operationId").asText(), TreeMap::new, Collectors.counting()));

        assertEquals(
                List.of(),
                ids.entrySet().stream().filter(id -> id.getValue() > 1).toList());
    }

    private static List<JsonNode> operations() throws Exception {
        List<JsonNode> operations = new ArrayList<>();
        JSON.readTree(FILE.toFile()).get("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }
}
