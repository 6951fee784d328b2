package org.lottrace.rest.internal.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods of HTTP a path knows. CXF names those of all paths together, because all are below one. */
public final class Verbs {
    private final List<Known> known = new ArrayList<>();

    private record Known(Pattern path, String verb) {}

    /** @param resources objects whose class and methods have paths */
    public Verbs(Collection<?> resources) {
        for (Object resource : resources) {
            for (Method method : resource.getClass().getMethods()) {
                verbs(method).forEach(verb -> known.add(new Known(path(method), verb)));
            }
        }
    }

    /**
     * @param path without a slash before it
     * @return for the header {@code Allow}
     */
    String at(String path) {
        return known.stream()
                .filter(one -> one.path().matcher(path).matches())
                .map(Known::verb)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> verbs(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static Pattern path(Method method) {
        String path = method.getDeclaringClass().getAnnotation(Path.class).value() + "/"
                + method.getAnnotation(Path.class).value();
        return Pattern.compile(Stream.of(path.split("(?=\\{)|(?<=})"))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining()));
    }
}
