package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.operation.Role;
import org.lottrace.console.web.internal.page.Page;

/** All pages as each role, without a service behind them: 403 is who may not, 503 who may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final int MAY_NOT = 403;

    private ConsoleUnderTest console;

    @BeforeAll
    void start() {
        console = ConsoleUnderTest.with(Pages.ALL);
    }

    @AfterAll
    void stop() {
        console.close();
    }

    static Stream<Role> roles() {
        return Arrays.stream(Role.values()).filter(Role::isOfLogin);
    }

    @ParameterizedTest
    @MethodSource("roles")
    void a_page_is_refused_to_whoever_may_not_call_the_operation_it_needs(Role role) {
        console.openAnotherBrowser();
        console.loggedInAs(role);
        Set<String> refused = Pages.ALL.stream()
                .map(Page::path)
                .filter(path -> console.get("/" + path).statusCode() == MAY_NOT)
                .collect(Collectors.toSet());
        Set<String> expected = Pages.ALL.stream()
                .filter(page -> Collections.disjoint(operation(page.needs()).roles(), Set.of(role)))
                .map(Page::path)
                .collect(Collectors.toSet());
        assertEquals(expected, refused);
    }

    private static OperationDescription operation(String name) {
        return Catalogue.operations().stream()
                .collect(Collectors.toMap(OperationDescription::name, Function.identity()))
                .get(name);
    }
}
