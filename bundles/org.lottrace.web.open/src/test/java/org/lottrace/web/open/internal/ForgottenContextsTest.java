package org.lottrace.web.open.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.DTOConstants;
import org.osgi.service.servlet.runtime.dto.FailedServletDTO;
import org.osgi.service.servlet.runtime.dto.RuntimeDTO;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.util.promise.Promises;

class ForgottenContextsTest {
    private static final String OPEN = "(osgi.http.whiteboard.context.name=lottrace-open)";
    private static final long SERVLET = 7;

    private final List<String> calls = new ArrayList<>();
    private final RuntimeDTO server = new RuntimeDTO();
    private final Map<String, ServiceReference<?>> services = Map.of(
            "(service.id=" + SERVLET + ")",
            reference(Map.of(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT, OPEN)),
            OPEN,
            reference(Map.of(ComponentConstants.COMPONENT_NAME, "org.lottrace.Open")),
            "(service.id=8)",
            reference(Map.of(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT, "(of=others)")),
            "(of=others)",
            reference(Map.of(ComponentConstants.COMPONENT_NAME, "com.others.Context")));
    private final ForgottenContexts contexts = new ForgottenContexts(bundle(), runtime(), components(), 0);

    @AfterEach
    void stop() {
        contexts.stop();
    }

    @Test
    void a_context_that_a_servlet_does_not_find_twice_although_it_is_there_is_entered_anew() {
        failed(SERVLET, DTOConstants.FAILURE_REASON_NO_SERVLET_CONTEXT_MATCHING);

        contexts.look();
        assertEquals(List.of(), calls, "it may be on its way");
        contexts.look();

        assertEquals(List.of("disable org.lottrace.Open", "enable org.lottrace.Open"), calls);
    }

    @Test
    void
            nothing_is_done_for_what_came_back_failed_otherwise_waits_for_a_context_that_is_not_there_or_belongs_to_others() {
        failed(SERVLET, DTOConstants.FAILURE_REASON_NO_SERVLET_CONTEXT_MATCHING);
        contexts.look();
        failed(SERVLET, DTOConstants.FAILURE_REASON_SHADOWED_BY_OTHER_SERVICE);
        contexts.look();
        contexts.look();
        failed(8, DTOConstants.FAILURE_REASON_NO_SERVLET_CONTEXT_MATCHING);
        contexts.look();
        contexts.look();
        failed(9, DTOConstants.FAILURE_REASON_NO_SERVLET_CONTEXT_MATCHING);
        contexts.look();
        contexts.look();

        assertEquals(List.of(), calls);
    }

    @Test
    void what_does_not_come_back_is_given_up_after_three_tries_until_it_was_there_again() {
        failed(SERVLET, DTOConstants.FAILURE_REASON_NO_SERVLET_CONTEXT_MATCHING);
        look(20);
        assertEquals(6, calls.size());

        server.failedServletDTOs = new FailedServletDTO[0];
        look(1);
        failed(SERVLET, DTOConstants.FAILURE_REASON_NO_SERVLET_CONTEXT_MATCHING);
        look(2);

        assertEquals(8, calls.size());
    }

    private void look(int times) {
        for (int look = 0; look < times; look++) {
            contexts.look();
        }
    }

    private void failed(long servlet, int reason) {
        FailedServletDTO failed = new FailedServletDTO();
        failed.serviceId = servlet;
        failed.failureReason = reason;
        server.failedServletDTOs = new FailedServletDTO[] {failed};
    }

    private BundleContext bundle() {
        return fake(BundleContext.class, (method, arguments) -> Stream.ofNullable(services.get((String) arguments[1]))
                .toArray(ServiceReference<?>[]::new));
    }

    private HttpServiceRuntime runtime() {
        return fake(HttpServiceRuntime.class, (method, arguments) -> server);
    }

    private ServiceComponentRuntime components() {
        return fake(ServiceComponentRuntime.class, (method, arguments) -> switch (method) {
            case "getComponentDescriptionDTO" -> component((String) arguments[1]);
            case "disableComponent" -> called("disable ", arguments[0]);
            default -> called("enable ", arguments[0]);
        });
    }

    private Object called(String what, Object component) {
        calls.add(what + ((ComponentDescriptionDTO) component).name);
        return Promises.resolved(null);
    }

    private static ComponentDescriptionDTO component(String name) {
        ComponentDescriptionDTO component = new ComponentDescriptionDTO();
        component.name = name;
        return component;
    }

    private static ServiceReference<?> reference(Map<String, String> properties) {
        return fake(ServiceReference.class, (method, arguments) -> switch (method) {
            case "getProperty" -> properties.get((String) arguments[0]);
            case "compareTo" -> 0;
            default -> null;
        });
    }

    private interface Answers {
        Object to(String method, Object... arguments);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }
}
