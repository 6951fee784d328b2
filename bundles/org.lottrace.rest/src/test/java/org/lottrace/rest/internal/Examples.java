package org.lottrace.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.json.ChoiceShape;
import org.lottrace.rest.internal.json.ListShape;
import org.lottrace.rest.internal.json.NumberShape;
import org.lottrace.rest.internal.json.OptionalShape;
import org.lottrace.rest.internal.json.RecordShape;
import org.lottrace.rest.internal.json.Shape;
import org.lottrace.rest.internal.json.Shapes;
import org.lottrace.rest.internal.json.TextShape;

/** For each path a request that can be read, made from the examples of its types. */
final class Examples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Where the example of the type does not do, by record and field. */
    private static final Map<String, String> BETTER = Map.of(
            "CustomerReturn.customer", "MARKET",
            "PostalAddress.country", "DE",
            "Receipt.supplier", "MILL",
            "ShelfLifeBeginning.by", "OPENING",
            "Site.productionDayStart", "06:00");

    /** Where two lists cannot have the same. */
    private static final Set<String> LEFT_OUT = Set.of("RootCauseQuestion.good");

    private Examples() {}

    static String path(Endpoint endpoint) {
        String path = endpoint.path();
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : endpoint.parameters()) {
            PathParam inPath = parameter.getAnnotation(PathParam.class);
            if (inPath != null) {
                path = path.replace("{" + inPath.value() + "}", encoded(text(parameter)));
            } else if (parameter.isAnnotationPresent(Required.class)) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.getAnnotation(QueryParam.class).value())
                        .append('=')
                        .append(encoded(text(parameter)));
            }
        }
        return path + query;
    }

    private static String text(Parameter parameter) {
        Type type = parameter.getParameterizedType() instanceof ParameterizedType list
                ? list.getActualTypeArguments()[0]
                : parameter.getType();
        return Shapes.of(type) instanceof TextShape text ? text.example() : "1";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static JsonNode body(Type type) {
        return of(Shapes.of(type));
    }

    private static JsonNode of(Shape shape) {
        if (shape instanceof TextShape text) {
            return JSON.textNode(text.example());
        }
        if (shape instanceof NumberShape) {
            return JSON.numberNode(1);
        }
        if (shape instanceof ListShape list) {
            return JSON.arrayNode().add(of(list.element()));
        }
        if (shape instanceof OptionalShape optional) {
            return of(optional.value());
        }
        if (shape instanceof RecordShape record) {
            return record(record);
        }
        if (shape instanceof ChoiceShape choice) {
            Map.Entry<String, RecordShape> first =
                    choice.kinds().entrySet().iterator().next();
            return record(first.getValue()).put(ChoiceShape.KIND, first.getKey());
        }
        return JSON.booleanNode(false);
    }

    private static ObjectNode record(RecordShape record) {
        ObjectNode json = JSON.objectNode();
        for (RecordShape.Field field : record.fields()) {
            String name = record.type().getSimpleName() + "." + field.name();
            String better = BETTER.get(name);
            if (better != null) {
                json.put(field.name(), better);
            } else if (!field.isFromLogin() && !LEFT_OUT.contains(name) && !(field.shape() instanceof OptionalShape)) {
                json.set(field.name(), of(field.shape()));
            }
        }
        return json;
    }
}
