package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Captures many requests in few transactions: the list of an ERP, what a device has kept while it was offline, a file. Each request
 * means what it means alone, in the order of the list, and is idempotent by its own event id. What they lock is locked before
 * the first, in one order, and what each of them would ask is asked together.
 *
 * <p>Nobody needs a role for this, only for the operations that the requests call.
 */
@ProviderType
public interface BatchCapture {
    /**
     * One request.
     *
     * @param <T> what there is when it is captured
     * @param movement what is asked; absent when it is something else, such as a hold, which goes on its own
     * @param capture calls the operation; it may be called again when its first transaction had to be rolled back
     */
    record Request<T>(Optional<Movement> movement, Supplier<Outcome<T>> capture) {
        public Request {
            Objects.requireNonNull(movement);
            Objects.requireNonNull(capture);
        }
    }

    /**
     * Captures all of them, in one transaction (joins the caller's unit of work or opens one), or none.
     *
     * @return the outcome of each, none of them refused; when any is refused, the reasons of all that are, each under {@code requests[n]…}
     *     counted from 1. A request that stands on a refused one may be refused because of that.
     */
    <T> Outcome<List<Outcome<T>>> captureAll(List<Request<T>> requests);

    /**
     * Captures each on its own: what is refused keeps no other from being captured. Those that follow each other share a
     * transaction, some hundred at most; when one is lost, those before it are captured.
     *
     * @return an outcome for each request, in their order
     * @throws IllegalStateException if this thread is in a unit of work, which a refusal would undo as a whole
     */
    <T> List<Outcome<T>> captureEach(List<Request<T>> requests);
}
