package org.lottrace.api.operation;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way in for adapters: gives them a service as their caller may use it. Nothing else asks who may do what.
 *
 * <p>The service of the OSGi framework has the property {@link #SERVICES} with the names of the service interfaces that are
 * there now, so that an adapter can wait for them.
 */
@ProviderType
public interface Operations {
    /** Service property: names of the service interfaces that are there. */
    String SERVICES = "lottrace.services";

    /** Refusal of a caller who has none of the roles. */
    String ROLE_MISSING = "ROLE_MISSING";

    /** Code of what a {@link TimeLimitException} says. */
    String TIME_LIMIT_EXCEEDED = "TIME_LIMIT_EXCEEDED";

    /** Code of what a {@link TooMuchException} says. */
    String TOO_MUCH_AT_ONCE = "TOO_MUCH_AT_ONCE";

    /**
     * The service for one caller. A method that is no {@link Operation} cannot be called through it. An operation for which
     * the caller has no role is refused with {@code ROLE_MISSING} by its own kind of result, an
     * {@link org.lottrace.api.outcome.Outcome} or a list of violations; when it has neither, it throws
     * {@link NotAllowedException}. Events and steps are recorded in the name of the caller and of nobody else.
     *
     * @param service an interface of the {@link org.lottrace.api.catalogue.Catalogue}
     * @throws IllegalArgumentException if the interface has no operation
     * @throws ServiceMissingException from the call, when the service is not there now
     */
    <S> S as(Caller caller, Class<S> service);

    /**
     * @param company that keeps books of its own; empty for the common books
     * @return whether the caller may use these books; what is asked of others is refused with {@code ROLE_MISSING}
     */
    default boolean mayUseBooks(Caller caller, Optional<PartyId> company) {
        return true;
    }

    /**
     * Looks at the settings about whose books a login may use: what cannot be read, a role or a company that is none, and a name under which
     * nobody has logged in yet. Not for callers, but for who looks after LotTrace.
     *
     * @return what is wrong, each in a sentence that says what to do; empty when nothing is
     */
    default List<String> faultsOfBooks() {
        return List.of();
    }
}
