package org.lottrace.rest.internal.call;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.rest.internal.json.Answer;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.page.Sheet;
import org.lottrace.rest.internal.page.WrittenFile;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.Problem;

/** Makes of what an operation says the status, the headers and the body of an answer. */
public final class AnswerFilter implements ContainerResponseFilter {
    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Method method = resource.getResourceMethod();
        Object said = response.getEntity();
        boolean isSaidByOperation = method != null && method.isAnnotationPresent(Performs.class);
        // what was thrown has its status already: a problem of ours, or of the gate
        if (!isSaidByOperation
                || said instanceof Answer
                || response.getStatus() != Response.Status.OK.getStatusCode()) {
            return;
        }
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        Performs performs = method.getAnnotation(Performs.class);
        Type type = method.getGenericReturnType();
        if (said instanceof Outcome<?> outcome) {
            Type value = argument(type);
            outcome.toOptional()
                    .filter(Page.class::isInstance)
                    .ifPresent(page -> links(request, response, (Page<?>) page));
            outcome.fold(
                    done -> send(response, created(performs), done, value),
                    before -> send(response, Response.Status.OK, before, value),
                    refused -> refuse(response, refused, performs));
        } else if (said instanceof Optional<?> optional) {
            optional.ifPresentOrElse(
                    value -> found(request, response, method, value, argument(type)),
                    () -> problem(response, Problem.notFound()));
        } else if (said instanceof RefusedByList list) {
            told(response, list.violations(), performs);
        } else if (said instanceof Page<?> page) {
            links(request, response, page);
            send(response, Response.Status.OK, page, type);
        } else if (said instanceof WrittenFile file) {
            saved(response, file);
            send(response, Response.Status.OK, file, type);
        } else {
            send(response, Response.Status.OK, said, type);
        }
    }

    private static void saved(ContainerResponseContext response, WrittenFile file) {
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, file.type());
        response.getHeaders().putSingle("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        response.getHeaders().putSingle("Lottrace-More", !file.next().isEmpty());
        if (!file.next().isEmpty()) {
            response.getHeaders().putSingle(HttpHeaders.LINK, "<" + file.next() + ">; rel=\"next\"");
        }
    }

    private static Response.Status created(Performs performs) {
        Repeat repeat = Catalogue.operations().stream()
                .filter(operation -> operation.name().equals(performs.value()))
                .findFirst()
                .orElseThrow()
                .repeat();
        return repeat == Repeat.ONCE_PER_ID || repeat == Repeat.EACH_TIME
                ? Response.Status.CREATED
                : Response.Status.OK;
    }

    private static void told(ContainerResponseContext response, List<Violation> violations, Performs performs) {
        if (violations.isEmpty()) {
            response.setEntity(null);
            response.setStatusInfo(Response.Status.NO_CONTENT);
        } else {
            refuse(response, violations, performs);
        }
    }

    private static void found(
            ContainerRequestContext request,
            ContainerResponseContext response,
            Method method,
            Object value,
            Type type) {
        if (value instanceof Page<?> page) {
            links(request, response, page);
        }
        if (method.isAnnotationPresent(Tagged.class)) {
            String tag = Tags.of(type, value);
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            if (!HttpMethod.PUT.equals(request.getMethod())
                    && Tags.names(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
                response.setEntity(null);
                response.setStatusInfo(Response.Status.NOT_MODIFIED);
                return;
            }
        }
        send(response, Response.Status.OK, value, type);
    }

    /** For those who read CSV, too. */
    private static void links(ContainerRequestContext request, ContainerResponseContext response, Page<?> page) {
        response.getHeaders().putSingle("Lottrace-More", page.more());
        page.next()
                .map(next -> request.getUriInfo()
                        .getRequestUriBuilder()
                        .replaceQueryParam("after", "{next}")
                        .build(next))
                .ifPresent(next -> response.getHeaders()
                        .putSingle(
                                HttpHeaders.LINK,
                                "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\""));
    }

    private static Void refuse(ContainerResponseContext response, List<Violation> violations, Performs performs) {
        return problem(response, Problem.refused(Fault.of(violations), Set.of(performs.notFound())));
    }

    private static Void problem(ContainerResponseContext response, Problem problem) {
        response.setStatus(problem.status());
        response.setEntity(Answer.of(problem), new Annotation[0], MediaType.valueOf(Problem.TYPE));
        return null;
    }

    private static Void send(ContainerResponseContext response, Response.Status status, Object value, Type type) {
        response.setStatusInfo(status);
        response.setEntity(new Answer(value, type));
        if (value instanceof Page<?> && Sheet.is(response.getMediaType())) {
            response.getHeaders().putSingle("Content-Disposition", "attachment; filename=\"list.xlsx\"");
        }
        return null;
    }

    private static Type argument(Type generic) {
        return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }
}
