package org.lottrace.company;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * All services of the bundles on the class path, on one database. Say first what is to be different, then ask: what is asked
 * for is built, with all that it needs.
 *
 * <pre>{@code
 * try (TestCompany company = TestCompany.on(TestDatabase.h2().withBakery()).with(Clock.class, Bakery.CLOCK)) {
 *     company.service(MovementCapture.class).receive(…);
 * }
 * }</pre>
 *
 * <p>Followers of the ledger work when a question needs them or {@code LedgerFollowers} tells them to, not by themselves.
 */
public final class TestCompany implements AutoCloseable {
    private final TestDatabase database;
    private final Map<String, Object> given = new HashMap<>();
    private final Map<String, Map<String, Object>> configuration = new HashMap<>();
    private Optional<Services> services = Optional.empty();

    private TestCompany(TestDatabase database) {
        this.database = database;
        UnitOfWork unitOfWork = database.unitOfWork();
        // the stores are built on what else it is
        for (Class<?> type : unitOfWork.getClass().getInterfaces()) {
            given.put(type.getName(), unitOfWork);
        }
        configured("org.lottrace.ledger.followers", Map.of("look.milliseconds", 0));
    }

    /** @param database such as {@code TestDatabase.h2().withBakery()} or {@code TestDatabase.postgresql()} */
    public static TestCompany on(TestDatabase database) {
        return new TestCompany(database);
    }

    /** Puts this in the place of every service of the type: a clock that stands still, a store that is watched. */
    public <T> TestCompany with(Class<T> type, T service) {
        beforeAnythingIsBuilt();
        given.put(type.getName(), service);
        return this;
    }

    /**
     * Configures what has that PID, as its file in {@code etc} would; what is not said has its default.
     *
     * @param values by the property's name, each of the type of its attribute
     */
    public TestCompany configured(String pid, Map<String, Object> values) {
        beforeAnythingIsBuilt();
        configuration.put(pid, Map.copyOf(values));
        return this;
    }

    /**
     * @return the one service of that type
     * @throws IllegalStateException if it, or something that it needs, is missing or twice on the class path
     */
    public <T> T service(Class<T> type) {
        return DeclaredRefusals.of(type, type.cast(built().one(type.getName())));
    }

    /** @return every service of that type that has all that it needs; for whiteboards */
    public <T> List<T> services(Class<T> type) {
        return built().all(type.getName()).stream().map(type::cast).toList();
    }

    public TestDatabase database() {
        return database;
    }

    /** Ends what was built, the last first. The database stays. */
    @Override
    public void close() {
        services.ifPresent(Services::end);
        services = Optional.empty();
    }

    private synchronized Services built() {
        if (services.isEmpty()) {
            services = Optional.of(new Services(Component.onClassPath(), given, configuration));
        }
        return services.get();
    }

    private void beforeAnythingIsBuilt() {
        if (services.isPresent()) {
            throw new IllegalStateException(
                    "services are built already: say what is to be different before the first" + " one is asked for");
        }
    }
}
