package org.lottrace.rest.internal;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.rest.internal.call.Performs;

/** One method of one path, as the classes say it. */
record Endpoint(String verb, String path, Method method) {
    static List<Endpoint> all() {
        return RestApplication.resources(null, null)
                .flatMap(resource -> Stream.of(resource.getClass().getMethods()))
                .flatMap(method -> verbOf(method).stream().map(verb -> new Endpoint(verb, pathOf(method), method)))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::verb))
                .toList();
    }

    private static Optional<String> verbOf(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static String pathOf(Method method) {
        return "/" + method.getDeclaringClass().getAnnotation(Path.class).value() + "/"
                + method.getAnnotation(Path.class).value();
    }

    Performs performs() {
        return method.getAnnotation(Performs.class);
    }

    OperationDescription operation() {
        return Catalogue.operations().stream()
                .filter(operation -> operation.name().equals(performs().value()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        method + " names no operation: " + performs().value()));
    }

    List<Parameter> parameters() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class)
                        || parameter.isAnnotationPresent(PathParam.class))
                .toList();
    }

    Optional<Parameter> body() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> !parameter.isAnnotationPresent(QueryParam.class)
                        && !parameter.isAnnotationPresent(PathParam.class)
                        && !parameter.isAnnotationPresent(Context.class))
                .findFirst();
    }

    /** @return the first of {@link #consumed} */
    String consumes() {
        return consumed().get(0);
    }

    List<String> consumed() {
        Consumes own = method.getAnnotation(Consumes.class);
        return List.of((own == null ? method.getDeclaringClass().getAnnotation(Consumes.class) : own).value());
    }

    List<String> produces() {
        Produces own = method.getAnnotation(Produces.class);
        return List.of((own == null ? method.getDeclaringClass().getAnnotation(Produces.class) : own).value());
    }
}
