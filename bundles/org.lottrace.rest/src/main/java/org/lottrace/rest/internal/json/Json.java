package org.lottrace.rest.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** Reads and writes whole documents, within limits that no honest request meets. */
public final class Json {
    /** The deepest request has seven levels. */
    static final int DEEPEST = 32;

    /** Characters; whole numbers have nineteen, all others are texts. */
    static final int LONGEST_NUMBER = 30;

    /** Characters; the longest texts are reasons and notes. */
    static final int LONGEST_TEXT = 100_000;

    private static final int LONGEST_NAME = 200;
    private static final int BAD_REQUEST = 400;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper TREES = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * @param caller who sent it
     * @throws RefusedRequestException with all that is wrong with it
     */
    public static Object read(InputStream body, Type type, String caller) throws IOException {
        Reading at = Reading.of(caller);
        JsonNode tree = tree(body);
        return (tree.isMissingNode()
                        ? at.wrong("BODY_MISSING", "a body of JSON is expected")
                        : Shapes.of(type).read(tree, at))
                .orElseThrow(() -> new RefusedRequestException(BAD_REQUEST, at.faults()));
    }

    private static JsonNode tree(InputStream body) throws IOException {
        try {
            return TREES.readTree(body);
        } catch (JsonProcessingException malformed) {
            String place = malformed.getLocation() == null
                    ? ""
                    : "line " + malformed.getLocation().getLineNr() + ", column "
                            + malformed.getLocation().getColumnNr();
            throw new RefusedRequestException(
                    BAD_REQUEST, new Fault("JSON_MALFORMED", place, withoutClasses(malformed.getOriginalMessage())));
        }
    }

    /** Jackson tells its own places and settings, too, in brackets; they are no matter of the sender. */
    private static String withoutClasses(String message) {
        return message.split("\\s*\\((start marker|from|set|for|through) ", 2)[0]
                .replaceAll("`?[a-z]+(\\.[A-Za-z]+)+[^ ]*", "JSON")
                .lines()
                .findFirst()
                .orElse("no JSON");
    }

    public static void write(Answer answer, OutputStream to) throws IOException {
        write(Shapes.of(answer.type()), answer.value(), to);
    }

    private static void write(Shape shape, Object value, OutputStream to) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(to)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            shape.write(value, json);
        }
    }

    public static String text(Shape shape, Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(shape, value, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
