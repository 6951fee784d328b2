package org.lottrace.rest.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lottrace.rest.internal.json.ChoiceShape;
import org.lottrace.rest.internal.json.ListShape;
import org.lottrace.rest.internal.json.MapShape;
import org.lottrace.rest.internal.json.NumberShape;
import org.lottrace.rest.internal.json.OptionalShape;
import org.lottrace.rest.internal.json.RecordShape;
import org.lottrace.rest.internal.json.SelfShape;
import org.lottrace.rest.internal.json.Shape;
import org.lottrace.rest.internal.json.Shapes;
import org.lottrace.rest.internal.json.TextShape;
import org.lottrace.rest.internal.page.Page;

/** JSON Schema 2020-12 of shapes, as OpenAPI 3.1 has it. What has a name is described once. */
final class Schemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> named = new TreeMap<>();

    /** @return all that were met */
    ObjectNode components() {
        ObjectNode components = JSON.objectNode();
        named.forEach(components::set);
        return components;
    }

    ObjectNode of(Shape shape) {
        if (shape instanceof TextShape text) {
            return text(text);
        }
        if (shape instanceof NumberShape number) {
            return JSON.objectNode().put("type", "integer").put("format", number.isLong() ? "int64" : "int32");
        }
        if (shape instanceof ListShape list) {
            ObjectNode schema = JSON.objectNode().put("type", "array");
            schema.set("items", of(list.element()));
            return list.isSet() ? schema.put("uniqueItems", true) : schema;
        }
        if (shape instanceof MapShape) {
            ObjectNode schema = JSON.objectNode().put("type", "object");
            schema.set("additionalProperties", JSON.objectNode().put("type", "string"));
            return schema;
        }
        if (shape instanceof OptionalShape optional) {
            return of(optional.value());
        }
        if (shape instanceof RecordShape record) {
            return reference(name(record), () -> record(record, Optional.empty()));
        }
        if (shape instanceof ChoiceShape choice) {
            return reference(Shapes.nameOf(choice.type()), () -> choice(choice));
        }
        if (shape instanceof SelfShape self) {
            return reference(Shapes.nameOf(self.type()), JSON::objectNode);
        }
        return JSON.objectNode().put("type", "boolean");
    }

    private static String name(Shape shape) {
        if (shape instanceof RecordShape record && record.type() == Page.class) {
            return "PageOf" + name(((ListShape) record.fields().get(0).shape()).element());
        }
        return shape instanceof RecordShape record ? Shapes.nameOf(record.type()) : "Text";
    }

    private interface Making {
        ObjectNode make();
    }

    private ObjectNode reference(String name, Making making) {
        if (!named.containsKey(name)) {
            // it may contain itself
            named.put(name, JSON.objectNode());
            named.put(name, making.make());
        }
        return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private ObjectNode text(TextShape text) {
        if (text.isFree()) {
            return JSON.objectNode().put("type", "string");
        }
        return reference(camel(text.name()), () -> {
            ObjectNode schema = JSON.objectNode().put("type", "string");
            if (text.codes().isEmpty()) {
                schema.put("description", "A " + text.name() + ": " + text.description() + ".");
                schema.putArray("examples").add(text.example());
            } else {
                ArrayNode codes = schema.putArray("enum");
                text.codes().forEach(codes::add);
            }
            return schema;
        });
    }

    private static String camel(String words) {
        StringBuilder camel = new StringBuilder();
        for (String word : words.split(" ")) {
            camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return camel.toString();
    }

    private ObjectNode record(RecordShape record, Optional<String> kind) {
        Meaning meaning = Meaning.of(record.type());
        ObjectNode schema = JSON.objectNode().put("type", "object");
        if (!meaning.whole().isEmpty()) {
            schema.put("description", meaning.whole());
        }
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        kind.ifPresent(name -> {
            properties
                    .putObject(ChoiceShape.KIND)
                    .put("type", "string")
                    .putArray("enum")
                    .add(name);
            required.add(ChoiceShape.KIND);
        });
        for (RecordShape.Field field : record.fields()) {
            ObjectNode property = of(field.shape());
            meaning.component(field.name()).ifPresent(text -> property.put("description", text));
            field.byDefault().ifPresent(value -> property.put("default", ((TextShape) field.shape()).text(value)));
            if (field.isFromLogin()) {
                property.put("readOnly", true);
            }
            properties.set(field.name(), property);
            if (!field.mayBeAbsent()) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private ObjectNode choice(ChoiceShape choice) {
        ObjectNode schema = JSON.objectNode();
        String whole = Meaning.of(choice.type()).whole();
        if (!whole.isEmpty()) {
            schema.put("description", whole);
        }
        ArrayNode oneOf = schema.putArray("oneOf");
        ObjectNode mapping = JSON.objectNode();
        choice.kinds().forEach((kind, record) -> {
            ObjectNode one = reference(Shapes.nameOf(record.type()), () -> record(record, Optional.of(kind)));
            oneOf.add(one);
            mapping.put(kind, one.path("$ref").asText());
        });
        schema.putObject("discriminator").put("propertyName", ChoiceShape.KIND).set("mapping", mapping);
        return schema;
    }
}
