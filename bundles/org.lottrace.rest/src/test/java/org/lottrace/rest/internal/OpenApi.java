package org.lottrace.rest.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.AskedBooks;
import org.lottrace.rest.internal.call.RefusedByList;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.call.Tagged;
import org.lottrace.rest.internal.json.Shapes;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.page.Sheet;
import org.lottrace.rest.internal.page.WrittenFile;
import org.lottrace.rest.internal.problem.Problem;

/** The description of all paths, made from their classes, the shapes of their types, and the catalogue. */
final class OpenApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> STATUS = Map.of(
            "400", "The request cannot be read: every problem of it, with its place",
            "403", "The login has no role for this",
            "404", "What the URL names is not there",
            "409", "Something else is there, or was recorded under this id",
            "412", "It is not what the sender has seen",
            "413", "The body is too large",
            "415", "The body is of another type",
            "422", "Refused, with every reason; nothing has changed",
            "429", "Too many feeds are open",
            "503", "Not now; Retry-After says when");

    private final Schemas schemas = new Schemas();

    static ObjectNode document() {
        return new OpenApi().made();
    }

    private ObjectNode made() {
        ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "LotTrace")
                .put("version", "1")
                .put(
                        "description",
                        "Every operation of LotTrace. Values are texts as their schema says (a quantity is `12.5:KGM`); what is absent"
                                + " has no field; a field or parameter that is not known is refused. Send `application/json` with every POST."
                                + " Lists come in pages (`limit`, `after`, header `Link`), also as `text/csv`, those of accounting as a workbook, too.");
        document.putArray("servers").addObject().put("url", "/lottrace/api");
        document.putArray("security").addObject().putArray("basic");
        document.set("x-lottrace-refusal-meanings", meanings());
        document.set("paths", paths());
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("basic")
                .put("type", "http")
                .put("scheme", "basic");
        ObjectNode problems = components.putObject("responses");
        STATUS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(status -> {
            ObjectNode problem = problems.putObject("Problem" + status.getKey()).put("description", status.getValue());
            problem.putObject("content").putObject(Problem.TYPE).set("schema", schemas.of(Shapes.of(Problem.class)));
        });
        components.set("schemas", schemas.components());
        return document;
    }

    private ObjectNode paths() {
        Map<String, ObjectNode> paths = new LinkedHashMap<>();
        for (Endpoint endpoint : Endpoint.all()) {
            paths.computeIfAbsent(endpoint.path(), path -> JSON.objectNode())
                    .set(endpoint.verb().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        paths.put("/v1/feed", JSON.objectNode().set("get", feed()));
        ObjectNode all = JSON.objectNode();
        paths.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(path -> all.set(path.getKey(), path.getValue()));
        return all;
    }

    private ObjectNode operation(Endpoint endpoint) {
        OperationDescription operation = endpoint.operation();
        boolean isVariant = endpoint.performs().isVariant();
        ObjectNode json = JSON.objectNode();
        json.putArray("tags").add(operation.name().split("\\.")[0]);
        json.put(
                "operationId",
                id(operation.name()) + (isVariant ? "By" + camel(endpoint.verb().toLowerCase(Locale.ROOT)) : ""));
        json.put("summary", operation.summary());
        json.put("description", description(operation));
        json.put(isVariant ? "x-lottrace-variant-of" : "x-lottrace-operation", operation.name());
        json.put("x-lottrace-repeat", operation.repeat().code());
        catalogued(operation, json);
        ArrayNode parameters = JSON.arrayNode();
        endpoint.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        if (AskedBooks.isAskedBy(operation.name())) {
            parameters
                    .addObject()
                    .put("name", AskedBooks.PARAMETER)
                    .put("in", "query")
                    .put("required", false)
                    .put("description", "Whose books are asked: a company that keeps its own; else the common ones")
                    .putObject("schema")
                    .put("type", "string");
        }
        if (!parameters.isEmpty()) {
            json.set("parameters", parameters);
        }
        endpoint.body().ifPresent(body -> json.set("requestBody", body(endpoint, body)));
        json.set("responses", responses(endpoint, operation));
        return json;
    }

    private static void catalogued(OperationDescription operation, ObjectNode json) {
        ArrayNode roles = json.putArray("x-lottrace-roles");
        operation.roles().stream().map(Role::code).sorted().forEach(roles::add);
        ArrayNode refusals = json.putArray("x-lottrace-refusals");
        operation.refusals().forEach(refusals::add);
        refusals.add(Operations.ROLE_MISSING);
    }

    /** What a code means is the same wherever it is met. */
    private static ObjectNode meanings() {
        ObjectNode meanings = JSON.objectNode();
        Catalogue.operations().stream()
                .flatMap(operation -> operation.refusals().stream())
                .distinct()
                .sorted()
                .forEach(code -> meanings.put(code, Catalogue.meaningOf(code).orElseThrow()));
        return meanings;
    }

    private static String description(OperationDescription operation) {
        String roles = operation.roles().stream().map(Role::code).sorted().collect(Collectors.joining(", "));
        String again = Map.of(
                        Repeat.READS, "Changes nothing.",
                        Repeat.ONCE_PER_ID,
                                "Done once for each event id: the same request again gives the same answer with 200.",
                        Repeat.SAME_STATE, "The same request again changes nothing.",
                        Repeat.EACH_TIME, "Each call does it again.")
                .get(operation.repeat());
        return again + " Roles: " + roles + ".";
    }

    private ObjectNode parameter(Parameter parameter) {
        boolean inPath = parameter.isAnnotationPresent(PathParam.class);
        String name = inPath
                ? parameter.getAnnotation(PathParam.class).value()
                : parameter.getAnnotation(QueryParam.class).value();
        ObjectNode json = JSON.objectNode().put("name", name).put("in", inPath ? "path" : "query");
        json.put("required", inPath || parameter.isAnnotationPresent(Required.class));
        DefaultValue byDefault = parameter.getAnnotation(DefaultValue.class);
        if (parameter.getType() == Limit.class) {
            json.put("description", "Rows of one page.");
            json.putObject("schema")
                    .put("type", "integer")
                    .put("minimum", 1)
                    .put("maximum", Limit.MOST)
                    .put("default", Integer.parseInt(Limit.USUAL));
        } else {
            if (name.equals("after")) {
                json.put("description", "`next` of the page before, for the page behind it.");
            }
            ObjectNode schema = schemas.of(Shapes.of(parameter.getParameterizedType()));
            json.set("schema", schema);
            if (byDefault != null && parameter.getType() == long.class) {
                schema.put("default", Long.parseLong(byDefault.value()));
            }
        }
        return json;
    }

    private ObjectNode body(Endpoint endpoint, Parameter body) {
        ObjectNode json = JSON.objectNode().put("required", true);
        ObjectNode content = json.putObject("content");
        endpoint.consumed().forEach(type -> content.putObject(type)
                .set(
                        "schema",
                        body.getType() == byte[].class
                                ? binary()
                                : schemas.of(Shapes.of(body.getParameterizedType()))));
        return json;
    }

    private static ObjectNode binary() {
        return JSON.objectNode().put("type", "string").put("format", "binary");
    }

    private ObjectNode responses(Endpoint endpoint, OperationDescription operation) {
        ObjectNode responses = JSON.objectNode();
        Type result = endpoint.method().getGenericReturnType();
        Optional<Class<?>> wrapped = result instanceof ParameterizedType generic
                ? Optional.of((Class<?>) generic.getRawType())
                : Optional.empty();
        boolean isOutcome = wrapped.filter(Outcome.class::equals).isPresent();
        boolean isOptional = wrapped.filter(Optional.class::equals).isPresent();
        Type value = isOutcome || isOptional ? ((ParameterizedType) result).getActualTypeArguments()[0] : result;
        if (result == RefusedByList.class) {
            responses.putObject("204").put("description", "Done");
        } else {
            boolean isDoneOnce = operation.repeat() == Repeat.ONCE_PER_ID;
            if (isOutcome && (isDoneOnce || operation.repeat() == Repeat.EACH_TIME)) {
                content(responses.putObject("201").put("description", "Done now"), endpoint, value);
            }
            if (!isOutcome || operation.repeat() != Repeat.EACH_TIME) {
                content(
                        responses
                                .putObject("200")
                                .put("description", isOutcome && isDoneOnce ? "Done before" : "The answer"),
                        endpoint,
                        value);
            }
        }
        if (endpoint.method().isAnnotationPresent(Tagged.class)) {
            responses.putObject("304").put("description", "Not changed: If-None-Match names its ETag");
        }
        problems(endpoint, operation, isOptional).forEach(status -> refer(responses, status));
        return responses;
    }

    private static void refer(ObjectNode responses, String status) {
        responses.putObject(status).put("$ref", "#/components/responses/Problem" + status);
    }

    private static List<String> problems(Endpoint endpoint, OperationDescription operation, boolean isOptional) {
        TreeSet<String> statuses = new TreeSet<>(List.of("400", "403", "503"));
        if (isOptional || endpoint.performs().notFound().length > 0) {
            statuses.add("404");
        }
        if (endpoint.body().isPresent()) {
            statuses.addAll(List.of("413", "415"));
        }
        if (!operation.refusals().isEmpty()) {
            statuses.addAll(List.of("409", "422"));
        }
        if (endpoint.verb().equals("PUT")) {
            statuses.add("412");
        }
        return List.copyOf(statuses);
    }

    private void content(ObjectNode response, Endpoint endpoint, Type value) {
        ObjectNode content = response.putObject("content");
        for (String type : endpoint.produces()) {
            boolean isSheet = type.equals(Sheet.TYPE) && value != WrittenFile.class;
            boolean isCsv = type.equals("text/csv") && value != WrittenFile.class;
            boolean isPage = value instanceof ParameterizedType generic && generic.getRawType() == Page.class;
            if (isCsv && isPage) {
                content.putObject(type).putObject("schema").put("type", "string");
            } else if (isSheet && isPage) {
                content.putObject(type).set("schema", binary());
            } else if (!isCsv && !isSheet) {
                content.putObject(type)
                        .set(
                                "schema",
                                value == byte[].class || value == WrittenFile.class
                                        ? binary()
                                        : value == String.class
                                                ? JSON.objectNode().put("type", "object")
                                                : schemas.of(Shapes.of(value)));
            }
        }
    }

    private ObjectNode feed() {
        ObjectNode json = JSON.objectNode();
        json.putArray("tags").add("event");
        json.put("operationId", "eventFeed");
        json.put("summary", "Sends recorded events as they come, server-sent events.");
        json.put(
                "description",
                "One event for each recorded one: `id` its position, `event` its type, `data` a RecordedEvent. Begins after the position in"
                        + " the header Last-Event-ID or in `after`, else with what comes next. Ends after an hour; a browser comes again by itself.");
        json.put("x-lottrace-variant-of", "event.list-after");
        ObjectNode after = json.putArray("parameters")
                .addObject()
                .put("name", "after")
                .put("in", "query")
                .put("required", false);
        after.putObject("schema").put("type", "integer").put("format", "int64");
        ObjectNode responses = json.putObject("responses");
        responses
                .putObject("200")
                .put("description", "The feed")
                .putObject("content")
                .putObject("text/event-stream")
                .putObject("schema")
                .put("type", "string");
        List.of("400", "403", "429", "503").forEach(status -> refer(responses, status));
        return json;
    }

    /** {@code movement.take-back} is movementTakeBack. */
    static String id(String operation) {
        String[] words = operation.split("[.-]");
        StringBuilder id = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            id.append(camel(words[i]));
        }
        return id.toString();
    }

    private static String camel(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
