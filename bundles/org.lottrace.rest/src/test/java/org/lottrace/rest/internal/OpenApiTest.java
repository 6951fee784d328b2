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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;

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

    /** Lists without a second page; why. */
    private static final Map<String, String> OTHER_LISTS = Map.of(
            "seal.verify", "looks at everything until it has found so many",
            "interchange.list", "the newest; interchange.list-before goes on",
            "drill.list", "the newest; there are a few a year",
            "serial.steps", "the newest; a piece has few",
            "allocation.what-if",
                    "it is asked with orders and their lines, and answers each with all that was looked at: no row can hold that",
            "cost.report-cogs-months", "as many months as are asked for",
            "master.list-uses", "what is open with one record, as far as it is looked for",
            "lot.preview-hold", "all lots of it at once: a hold takes all of them");

    /** Lists that are no file, because a row cannot hold what they answer, or there is one kind of thing in it. */
    private static final Set<String> NO_FILES = Set.of("allocation.what-if", "lot.preview-hold");

    @Test
    void every_list_is_a_page_that_goes_on_and_a_file() throws Exception {
        Map<String, String> lists = new TreeMap<>();
        for (JsonNode operation : operations()) {
            String name = operation.path("x-lottrace-operation").asText();
            if (isList(name) && !hasRows(name)) {
                JsonNode answer = operation.at("/responses/200/content");
                boolean isAskedByKeys = operation.has("requestBody"); // of each of them there is one row
                boolean goesOn = StreamSupport.stream(
                                operation.path("parameters").spliterator(), false)
                        .anyMatch(parameter -> parameter.path("name").asText().equals("after"));
                if (!answer.has("text/csv") && !NO_FILES.contains(name)) {
                    lists.put(name, "no file");
                } else if (!goesOn && !isAskedByKeys && !OTHER_LISTS.containsKey(name)) {
                    lists.put(name, "no second page");
                }
            }
        }

        assertEquals(Map.of(), lists);
    }

    /** A list that stands in no path with a second page stands in the list above, and what stands there is such a list. */
    @Test
    void what_is_no_page_is_a_list_of_the_catalogue() {
        assertEquals(
                List.of(),
                Stream.concat(OTHER_LISTS.keySet().stream(), NO_FILES.stream())
                        .filter(name -> !isList(name))
                        .toList());
    }

    private static boolean isList(String name) {
        return Catalogue.named(name)
                .filter(known -> known.repeat() == Repeat.READS)
                .filter(known -> !known.isRefusedByList()) // what is wrong with something is its answer, not a list
                .map(known -> known.method().getGenericReturnType().getTypeName())
                .filter(type -> Stream.of("java.util.Optional<", Outcome.class.getName() + "<", "")
                        .anyMatch(around -> type.startsWith(around + "java.util.List<")))
                .isPresent();
    }

    /** @return whether another path gives the rows of the answer alone, as a page that goes on and a file */
    private static boolean hasRows(String name) throws Exception {
        return operations().stream()
                .filter(operation ->
                        operation.path("x-lottrace-variant-of").asText().equals(name))
                .anyMatch(operation -> operation.at("/responses/200/content").has("text/csv")
                        && StreamSupport.stream(operation.path("parameters").spliterator(), false)
                                .anyMatch(parameter ->
                                        parameter.path("name").asText().equals("after")));
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
