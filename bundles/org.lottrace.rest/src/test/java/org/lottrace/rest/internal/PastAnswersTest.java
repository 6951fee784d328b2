package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.operation.Repeat;

/** What can be asked can be asked of the past, or it is written down why not. */
class PastAnswersTest {
    private static final List<String> OF_THE_PAST = List.of("at", "known-at", "position");

    @Test
    void every_reading_operation_takes_at_or_stands_in_the_list_with_its_reason() throws Exception {
        Set<String> told = toldOfThePast();
        List<String> nowOnly = nowOnly();

        Set<String> neither = new TreeSet<>();
        Set<String> both = new TreeSet<>();
        Set<String> unused = new TreeSet<>(nowOnly);
        Catalogue.operations().stream()
                .filter(operation -> operation.repeat() == Repeat.READS)
                .map(OperationDescription::name)
                .forEach(name -> {
                    List<String> lines =
                            nowOnly.stream().filter(line -> fits(line, name)).toList();
                    unused.removeAll(lines);
                    if (lines.isEmpty() && !told.contains(name)) {
                        neither.add(name);
                    } else if (told.contains(name) && lines.contains(name)) {
                        both.add(name);
                    }
                });

        assertEquals(Set.of(), neither, "give it ?at=, or say in the list why it has none");
        assertEquals(Set.of(), both, "it has ?at= and stands in the list");
        assertEquals(Set.of(), unused, "there is no such reading operation");
    }

    @Test
    void who_tells_of_the_past_takes_all_three_ways_to_say_of_when() throws Exception {
        for (JsonNode operation : operations()) {
            Set<String> taken = parameters(operation);
            if (taken.contains("known-at")) {
                assertEquals(true, taken.containsAll(OF_THE_PAST), operation.get("operationId")::asText);
            }
        }
    }

    private static boolean fits(String line, String name) {
        return line.endsWith("*") ? name.startsWith(line.substring(0, line.length() - 1)) : line.equals(name);
    }

    private static Set<String> toldOfThePast() throws Exception {
        return operations().stream()
                .filter(operation -> parameters(operation).containsAll(OF_THE_PAST))
                .map(operation -> operation.path("x-lottrace-operation").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> operations() throws Exception {
        JsonNode paths =
                new ObjectMapper().readTree(Path.of("openapi.json").toFile()).get("paths");
        return StreamSupport.stream(paths.spliterator(), false)
                .flatMap(path -> StreamSupport.stream(path.spliterator(), false))
                .toList();
    }

    private static List<String> nowOnly() throws Exception {
        try (InputStream list = PastAnswersTest.class.getResourceAsStream("told-of-now-only.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(" = ")))
                    .toList();
        }
    }
}
