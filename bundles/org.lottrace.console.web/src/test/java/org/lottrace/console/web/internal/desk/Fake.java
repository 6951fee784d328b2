package org.lottrace.console.web.internal.desk;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.master.Masters;

/** A service that answers what a test says, and fails at everything else. */
public final class Fake<S> {
    private final Class<S> service;
    private final Map<String, Function<List<Object>, Object>> answers = new HashMap<>();

    private Fake(Class<S> service) {
        this.service = service;
    }

    public static <S> Fake<S> of(Class<S> service) {
        return new Fake<>(service);
    }

    /** @return these services and, unless one of them is there for companies, one that knows none with books of its own */
    public static Object[] withCompanies(Object... services) {
        boolean isThere = Arrays.stream(services).anyMatch(Companies.class::isInstance);
        return isThere
                ? services
                : Stream.concat(
                                Arrays.stream(services),
                                Stream.of(of(Companies.class)
                                        .when("all", ignored -> List.of())
                                        .build()))
                        .toArray();
    }

    /** @return the sites of the bakery */
    public static SiteDirectory sites() {
        return of(SiteDirectory.class)
                .when("all", ignored -> org.lottrace.api.fixture.Bakery.sites())
                .build();
    }

    /** @return master data of which nothing is closed */
    public static Masters nothingClosed() {
        return of(Masters.class).when("closed", ignored -> List.of()).build();
    }

    /** @param method its name; with {@code /2} behind it only the one of two arguments */
    public Fake<S> when(String method, Function<List<Object>, Object> answer) {
        answers.put(method, answer);
        return this;
    }

    public S build() {
        return service.cast(
                Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, (proxy, method, given) -> {
                    List<Object> arguments = given == null ? List.of() : List.of(given);
                    Function<List<Object>, Object> answer = answers.getOrDefault(
                            method.getName() + "/" + arguments.size(), answers.get(method.getName()));
                    if (answer == null) {
                        throw new AssertionError("nobody said what " + method + " answers");
                    }
                    return answer.apply(arguments);
                }));
    }
}
