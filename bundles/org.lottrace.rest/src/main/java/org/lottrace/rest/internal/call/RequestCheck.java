package org.lottrace.rest.internal.call;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.lottrace.rest.internal.json.Reading;
import org.lottrace.rest.internal.json.Shapes;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/**
 * Looks at all parameters of a request before anything is done, so that what is wrong with them is told at once, and none is passed
 * over. Then it asks for the rows of the answer, which all answers have together.
 */
public final class RequestCheck implements ContainerRequestFilter {
    /** Given by the gate to every request. */
    private static final String ROWS = "lottrace.answer.rows";

    private static final int BAD_REQUEST = 400;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        Method method = resource.getResourceMethod();
        List<Fault> faults = new ArrayList<>();
        MultivaluedMap<String, String> query = context.getUriInfo().getQueryParameters();
        Set<String> unknown = new LinkedHashSet<>(query.keySet());
        for (Parameter parameter : method.getParameters()) {
            QueryParam asked = parameter.getAnnotation(QueryParam.class);
            PathParam inPath = parameter.getAnnotation(PathParam.class);
            if (asked != null) {
                unknown.remove(asked.value());
                checkQuery(parameter, asked.value(), query.getOrDefault(asked.value(), List.of()), faults);
            } else if (inPath != null) {
                String text = context.getUriInfo().getPathParameters().getFirst(inPath.value());
                check(parameter.getParameterizedType(), inPath.value(), text, faults);
            }
        }
        boolean canNameBooks = Optional.ofNullable(method.getAnnotation(Performs.class))
                .filter(performs -> AskedBooks.isAskedBy(performs.value()))
                .isPresent();
        List<String> books = canNameBooks ? query.getOrDefault(AskedBooks.PARAMETER, List.of()) : List.of();
        if (canNameBooks) {
            unknown.remove(AskedBooks.PARAMETER);
        }
        if (books.size() > 1) {
            faults.add(new Fault("PARAMETER_REPEATED", "?" + AskedBooks.PARAMETER, "this can be given once"));
        }
        AskedBooks.ask(books.stream().findFirst());
        unknown.forEach(name -> faults.add(
                new Fault("PARAMETER_UNKNOWN", "?" + name, "this request has no such parameter; leave it out")));
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(BAD_REQUEST, faults);
        }
        reserve(method, query);
    }

    private static void checkQuery(Parameter parameter, String name, List<String> given, List<Fault> faults) {
        boolean isList = parameter.getType() == List.class;
        if (given.isEmpty() && parameter.isAnnotationPresent(Required.class)) {
            faults.add(new Fault("PARAMETER_MISSING", "?" + name, "this has to be given"));
        } else if (given.size() > 1 && !isList) {
            faults.add(new Fault("PARAMETER_REPEATED", "?" + name, "this can be given once"));
        }
        Type type = isList
                ? ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0]
                : parameter.getParameterizedType();
        given.forEach(text -> check(type, name, text, faults));
        boolean isCount = type == Integer.class || type == Long.class;
        if (isCount && name.equals("after") && given.stream().anyMatch(text -> text.startsWith("-"))) {
            faults.add(new Fault("CURSOR_UNKNOWN", "?after", "use next of the page before, or begin without after"));
        }
    }

    private static void check(Type type, String name, String text, List<Fault> faults) {
        Reading at = Reading.of("");
        Shapes.parameter(type, text, at);
        at.faults().forEach(fault -> faults.add(new Fault(fault.code(), "?" + name, fault.message())));
    }

    private void reserve(Method method, MultivaluedMap<String, String> query) {
        Performs performs = method.getAnnotation(Performs.class);
        if (performs != null && request.getAttribute(ROWS) instanceof IntConsumer rows) {
            String limit = query.getFirst("limit");
            int most = limit == null
                    ? Limit.of(Limit.USUAL).rows()
                    : Limit.of(limit).rows();
            // when there is no room the gate throws, and answers itself
            rows.accept(Math.max(performs.rows(), most));
        }
    }
}
