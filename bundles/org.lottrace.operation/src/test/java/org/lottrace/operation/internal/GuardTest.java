package org.lottrace.operation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.operation.Operations.ROLE_MISSING;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.ContextBuilder;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.operation.ServiceMissingException;
import org.lottrace.api.operation.TimeLimit;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** Who may call what, and in whose name. */
class GuardTest {
    private final List<Method> called = new ArrayList<>();
    private final SortedSet<String> undeclared = new TreeSet<>();
    private final List<String> endings = new ArrayList<>();
    private Object answer;
    private Optional<Integer> secondsLeft = Optional.empty();

    private final Operations operations = new GuardedOperations(
            new Services() {
                @Override
                public <S> Optional<S> find(Class<S> service) {
                    return Optional.of(recording(service));
                }
            },
            (operation, codes) -> undeclared.addAll(codes),
            List.of(ended -> endings.add(ended.name() + " " + ended.ending().code() + " " + ended.codes())),
            Duration.ofSeconds(7),
            new BooksOfLogins());

    static List<OperationDescription> operations() {
        return Catalogue.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whoever_has_one_of_the_roles_may_call_it_and_nobody_else(OperationDescription operation) throws Exception {
        for (Role role : Role.values()) {
            called.clear();
            String refusal = call(operation, callerWith(role));

            boolean may = operation.roles().contains(role);
            assertEquals(may ? "" : ROLE_MISSING, refusal, role + " calls " + operation.name());
            assertEquals(may ? List.of(operation.method()) : List.of(), called);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void without_a_role_nothing_can_be_called(OperationDescription operation) throws Exception {
        assertEquals(ROLE_MISSING, call(operation, new Caller("bert", Set.of())));
    }

    @Test
    void a_method_for_services_among_themselves_cannot_be_called() {
        LotMaster lots = operations.as(everybody("anna"), LotMaster.class);

        assertThrows(IllegalStateException.class, () -> lots.register(null));
        assertEquals(List.of(), called);
    }

    @Test
    void nobody_records_in_the_name_of_another_one() {
        Holds holds = operations.as(everybody("karl"), Holds.class);

        assertThrows(
                IllegalStateException.class,
                () -> holds.hold(
                        ContextBuilder.aContext("h-1").request(), List.of(), "recorded for whoever the fixture names"));
        assertEquals(List.of(), called);
    }

    @Test
    void a_code_that_the_catalogue_does_not_name_is_noticed() {
        answer = new Outcome.Refused<RecordedEvent>(List.of(new Violation("MOON_FULL", ViolationPath.WHOLE, "wait")));

        operations
                .as(everybody(ContextBuilder.aContext("h-1").request().actor()), Holds.class)
                .hold(ContextBuilder.aContext("h-1").request(), List.of(), Optional.empty(), "why not");

        assertEquals(Set.of("MOON_FULL"), undeclared);
    }

    @Test
    void each_operation_is_told_once_with_how_it_ended() {
        var request = ContextBuilder.aContext("h-1").request();
        Holds holds = operations.as(everybody(request.actor()), Holds.class);

        answer = new Outcome.Done<>("an event");
        holds.hold(request, List.of(), Optional.empty(), "why not");
        answer = new Outcome.AlreadyDone<>("an event");
        holds.hold(request, List.of(), Optional.empty(), "why not");
        answer = new Outcome.Refused<RecordedEvent>(List.of(
                new Violation("LOT_UNKNOWN", ViolationPath.WHOLE, "one"),
                new Violation("LOT_UNKNOWN", ViolationPath.WHOLE, "another")));
        holds.hold(request, List.of(), Optional.empty(), "why not");
        operations.as(new Caller("bert", Set.of()), Holds.class).hold(request, List.of(), Optional.empty(), "why not");
        assertThrows(IllegalStateException.class, () -> operations
                .as(everybody("karl"), Holds.class)
                .hold(request, List.of(), Optional.empty(), "why not"));

        assertEquals(
                List.of(
                        "lot.hold done []",
                        "lot.hold already-done []",
                        "lot.hold refused [LOT_UNKNOWN]",
                        "lot.hold refused [ROLE_MISSING]",
                        "lot.hold failed []"),
                endings);
    }

    @Test
    void an_observer_that_fails_makes_no_failure_of_what_was_done() {
        answer = new Outcome.Done<>("an event");
        Operations broken = new GuardedOperations(
                new Services() {
                    @Override
                    public <S> Optional<S> find(Class<S> service) {
                        return Optional.of(recording(service));
                    }
                },
                (operation, codes) -> undeclared.addAll(codes),
                List.of(ended -> {
                    throw new IllegalStateException("cannot count");
                }),
                Duration.ZERO,
                new BooksOfLogins());
        var request = ContextBuilder.aContext("h-1").request();

        assertSame(
                answer,
                broken.as(everybody(request.actor()), Holds.class)
                        .hold(request, List.of(), Optional.empty(), "why not"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_answer_has_a_time_limit_and_what_writes_or_goes_through_everything_has_none(OperationDescription operation)
            throws Exception {
        call(operation, callerWith(operation.roles().iterator().next()));

        boolean isLimited = operation.repeat() == Repeat.READS && !operation.takesLong();
        assertEquals(isLimited ? Optional.of(7) : Optional.empty(), secondsLeft);
    }

    @Test
    void a_service_that_is_not_there_is_named() {
        Operations none = new GuardedOperations(
                new Services() {
                    @Override
                    public <S> Optional<S> find(Class<S> service) {
                        return Optional.empty();
                    }
                },
                (operation, codes) -> {});

        ItemCatalog items = none.as(everybody("anna"), ItemCatalog.class);
        assertTrue(assertThrows(ServiceMissingException.class, items::all)
                .getMessage()
                .contains("ItemCatalog"));
    }

    @Test
    void what_a_service_throws_arrives_as_it_is() {
        RuntimeException thrown = new IllegalStateException("no lock");
        answer = thrown;

        ItemCatalog items = operations.as(everybody("anna"), ItemCatalog.class);
        assertSame(thrown, assertThrows(IllegalStateException.class, items::all));
    }

    @Test
    void an_interface_without_operations_is_no_way_in() {
        assertThrows(IllegalArgumentException.class, () -> operations.as(everybody("anna"), Runnable.class));
    }

    private String call(OperationDescription operation, Caller caller) throws ReflectiveOperationException {
        Object service = operations.as(caller, operation.service());
        Object[] arguments = Stream.of(operation.method().getParameterTypes())
                .map(GuardTest::anything)
                .toArray();
        try {
            Object result = operation.method().invoke(service, arguments);
            List<?> violations = result instanceof Outcome<?> outcome
                    ? outcome.violations()
                    : result instanceof List<?> list ? list : List.of();
            return violations.stream()
                    .map(violation -> ((Violation) violation).code())
                    .findFirst()
                    .orElse("");
        } catch (InvocationTargetException thrown) {
            return ((NotAllowedException) thrown.getCause()).violation().code();
        }
    }

    private static Object anything(Class<?> type) {
        return type == boolean.class
                ? (Object) false
                : type == int.class ? (Object) 1 : type == long.class ? (Object) 1L : null;
    }

    private static Caller callerWith(Role role) {
        return new Caller("anna", Set.of(role), role.isOfLogin() ? Optional.empty() : Optional.of(new PartyId("C-1")));
    }

    private static Caller everybody(String name) {
        Set<Role> all = EnumSet.allOf(Role.class);
        all.removeIf(role -> !role.isOfLogin());
        return new Caller(name, all);
    }

    private <S> S recording(Class<S> service) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (proxy, method, arguments) -> {
                    called.add(method);
                    secondsLeft = TimeLimit.current().map(TimeLimit::secondsLeft);
                    if (answer instanceof RuntimeException thrown) {
                        throw thrown;
                    }
                    return answer != null ? answer : nothing(method.getReturnType());
                }));
    }

    private static Object nothing(Class<?> type) {
        if (type == long.class) {
            return 0L;
        }
        if (type == Outcome.class) {
            return new Outcome.Done<>("done");
        }
        return type == List.class ? List.of() : type == Optional.class ? Optional.empty() : null;
    }
}
