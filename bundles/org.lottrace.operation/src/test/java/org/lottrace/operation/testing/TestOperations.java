package org.lottrace.operation.testing;

import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.operation.Operations;
import org.lottrace.operation.internal.GuardedOperations;
import org.lottrace.operation.internal.Services;

/** Operations over given services, for the tests of adapters. A refusal with a code that the catalogue does not name fails the test. */
public final class TestOperations {
    private TestOperations() {}

    /** @param services real ones; each is offered by every interface of the catalogue that it implements */
    public static Operations over(Object... services) {
        return over(new String[0], services);
    }

    /** @param booksOf whose books a login may use, as the configuration has it */
    public static Operations over(String[] booksOf, Object... services) {
        return new GuardedOperations(
                new Services() {
                    @Override
                    public <S> Optional<S> find(Class<S> service) {
                        return Stream.of(services)
                                .filter(service::isInstance)
                                .map(service::cast)
                                .findFirst();
                    }
                },
                TestOperations::fail,
                booksOf);
    }

    private static void fail(OperationDescription operation, SortedSet<String> codes) {
        throw new AssertionError(
                "the catalogue does not say that " + operation.name() + " may be refused with " + codes);
    }
}
