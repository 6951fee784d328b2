package org.lottrace.intake.internal.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.lottrace.api.intake.Imports;
import org.lottrace.intake.internal.Problems;

/**
 * A list of objects. What is inside an object is a column {@code outer.inner}; of a list of objects each is a row, in which what stands
 * around it stands, too; of a list of values the texts stand in one cell, with a semicolon between them.
 */
final class JsonTable {
    private static final int DEEPEST = 8;
    private static final int LONGEST_NUMBER = 60;

    private static final JsonMapper TREES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(Imports.LONGEST_CELL + 1)
                            .maxNameLength(Imports.LONGEST_CELL)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonTable() {}

    static Table read(byte[] content, Problems problems) {
        JsonNode list = tree(content);
        if (!list.isArray() || !objects(list)) {
            throw new UnreadableTableException(
                    Imports.FILE_NOT_READABLE, 0, "a list of objects is expected: [{...}, {...}]");
        }
        List<Numbered> rows = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            int number = i + 2;
            flat(list.get(i), number).forEach(cells -> rows.add(new Numbered(number, cells)));
        }
        Set<String> headings = new LinkedHashSet<>();
        rows.forEach(row -> headings.addAll(row.cells().keySet()));
        TableBuilder table = new TableBuilder(problems);
        table.headings(1, List.copyOf(headings));
        rows.forEach(row -> table.add(
                row.number(),
                headings.stream()
                        .map(heading -> row.cells().getOrDefault(heading, Cell.EMPTY))
                        .toList()));
        return table.built();
    }

    private record Numbered(int number, Map<String, Cell> cells) {}

    private static JsonNode tree(byte[] content) {
        try {
            return TREES.readTree(content);
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            throw new UnreadableTableException(
                    Imports.FILE_NOT_READABLE, 0, "this is no JSON within the limits, line " + line);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean objects(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isObject);
    }

    /** @return a row, or one for each object of the list that is in it */
    private static List<Map<String, Cell>> flat(JsonNode object, int number) {
        Map<String, Cell> around = new LinkedHashMap<>();
        Map<String, JsonNode> lists = new LinkedHashMap<>();
        collect(object, "", around, lists);
        if (lists.size() > 1) {
            throw new UnreadableTableException(
                    Imports.FILE_NOT_READABLE,
                    number,
                    "an object has one list of objects, not " + String.join(" and ", lists.keySet()));
        }
        List<Map<String, Cell>> rows = new ArrayList<>();
        lists.forEach((name, list) -> list.forEach(element -> {
            Map<String, Cell> row = new LinkedHashMap<>(around);
            Map<String, JsonNode> deeper = new LinkedHashMap<>();
            collect(element, name + ".", row, deeper);
            if (!deeper.isEmpty()) {
                throw new UnreadableTableException(
                        Imports.FILE_NOT_READABLE, number, "a list of objects has no list of objects in it");
            }
            rows.add(row);
        }));
        return rows.isEmpty() ? List.of(around) : rows;
    }

    private static void collect(JsonNode object, String prefix, Map<String, Cell> cells, Map<String, JsonNode> lists) {
        object.properties().forEach(field -> {
            String name = prefix + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject()) {
                collect(value, name + ".", cells, lists);
            } else if (value.isArray() && !value.isEmpty() && objects(value)) {
                lists.put(name, value);
            } else {
                cells.put(name, cell(value));
            }
        });
    }

    /** An exponent of ten characters could mean a thousand million digits: such a number stays as it is, and is none of ours. */
    private static Cell number(BigDecimal number) {
        return Math.abs((long) number.scale()) > LONGEST_NUMBER
                ? Cell.of(number.toString())
                : Cell.exact(number.toPlainString());
    }

    private static Cell cell(JsonNode value) {
        if (value.isArray()) {
            return Cell.of(StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining("; ")));
        }
        if (value.isNull()) {
            return Cell.EMPTY;
        }
        return value.isNumber() ? number(value.decimalValue()) : Cell.of(value.asText());
    }
}
