package org.lottrace.rest.internal.call;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Optional;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.outcome.Outcome;

/** Says in a header of every answer that is read from the books how far they are, and where what waits is listed. */
public final class BooksHeader implements ContainerResponseFilter {
    /** As {@link CostingProgress#line}, with the address instead of the operation. */
    public static final String NAME = "Lottrace-Books";

    private static final String WAITING = "/lottrace/api/v1/cost/waiting";

    private final Operations operations;

    @Context
    private ResourceInfo resource;

    public BooksHeader(Operations operations) {
        this.operations = operations;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Method method = resource.getResourceMethod();
        boolean isRead = Optional.ofNullable(method)
                .map(asked -> asked.getAnnotation(Performs.class))
                .filter(performs -> isReadFromBooks(performs.value()))
                .isPresent();
        if (isRead && isAnswered(response)) {
            CostingProgress progress = operations
                    .as(Callers.of(request.getSecurityContext()), LotCosting.class)
                    .progress();
            response.getHeaders().putSingle(NAME, progress.line().replace("cost.list-waiting", WAITING));
        }
    }

    /** What was refused may have its status yet to get. */
    private static boolean isAnswered(ContainerResponseContext response) {
        return response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL
                && !(response.getEntity() instanceof Outcome.Refused<?>)
                && !(response.getEntity() instanceof RefusedByList);
    }

    /** @return whether the operation reads costs, accounts or periods */
    public static boolean isReadFromBooks(String operation) {
        return Catalogue.named(operation)
                .filter(BooksHeader::isOfBooks)
                .filter(known -> known.repeat() == Repeat.READS)
                .isPresent();
    }

    private static boolean isOfBooks(OperationDescription operation) {
        return CurrentBooks.concerns(operation.service()) || operation.service() == Companies.class;
    }
}
