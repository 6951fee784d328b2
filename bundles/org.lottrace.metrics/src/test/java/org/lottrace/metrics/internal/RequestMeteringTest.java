package org.lottrace.metrics.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.RuntimeDTO;
import org.osgi.service.servlet.runtime.dto.ServletContextDTO;

class RequestMeteringTest {
    private final CountDownLatch looked = new CountDownLatch(3);
    private final CountDownLatch registered = new CountDownLatch(1);
    private final CountDownLatch withdrawn = new CountDownLatch(1);
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile String context = "default";
    private volatile boolean wasInterrupted;
    private volatile int stateOfTheFramework = Bundle.ACTIVE;

    @Test
    void the_filter_comes_when_the_server_has_a_context_of_lottrace_and_goes_with_it() throws Exception {
        RequestMetering metering = new RequestMetering(bundle(), server(), new Meters());
        assertTrue(looked.await(10, TimeUnit.SECONDS));
        assertEquals(List.of(), calls);

        context = "lottrace-open";

        assertTrue(registered.await(10, TimeUnit.SECONDS));
        metering.stop();
        assertTrue(withdrawn.await(10, TimeUnit.SECONDS));
        assertEquals(List.of("registerService", "unregister"), calls);
        assertFalse(wasInterrupted, "Pax Web waits on that thread, and gives up when it is interrupted");
    }

    @Test
    void when_all_of_it_stops_the_framework_withdraws_the_filter() throws Exception {
        context = "lottrace-open";
        RequestMetering metering = new RequestMetering(bundle(), server(), new Meters());
        assertTrue(registered.await(10, TimeUnit.SECONDS));

        stateOfTheFramework = Bundle.STOPPING;
        metering.stop();

        assertFalse(withdrawn.await(200, TimeUnit.MILLISECONDS));
        assertEquals(List.of("registerService"), calls);
    }

    /** It is Pax Web's only thread that tells: whoever waits on it for an answer of Pax Web waits for itself. */
    @Test
    @Timeout(30)
    void the_thread_that_tells_that_the_server_goes_does_not_wait_for_an_answer_of_the_server() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        RequestMetering metering = new RequestMetering(
                bundle(),
                fake(HttpServiceRuntime.class, method -> {
                    asked.countDown();
                    awaitUninterruptibly(answers);
                    RuntimeDTO nothing = new RuntimeDTO();
                    nothing.servletContextDTOs = new ServletContextDTO[0];
                    return nothing;
                }),
                new Meters());
        assertTrue(asked.await(10, TimeUnit.SECONDS));

        metering.stop();
        answers.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpServiceRuntime server() {
        return fake(HttpServiceRuntime.class, method -> {
            looked.countDown();
            if (looked.getCount() == 2) {
                throw new IllegalStateException("the server is just replaced");
            }
            ServletContextDTO one = new ServletContextDTO();
            one.name = context;
            RuntimeDTO all = new RuntimeDTO();
            all.servletContextDTOs = new ServletContextDTO[] {one};
            return all;
        });
    }

    private BundleContext bundle() {
        return fake(BundleContext.class, method -> {
            if (method.equals("getBundle")) {
                return fake(Bundle.class, state -> stateOfTheFramework);
            }
            calls.add(method);
            registered.countDown();
            return fake(ServiceRegistration.class, gone -> {
                wasInterrupted = Thread.currentThread().isInterrupted();
                boolean noted = calls.add(gone);
                withdrawn.countDown();
                return noted;
            });
        });
    }

    private interface Answers {
        Object to(String method);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object answer = answers.to(method.getName());
            return method.getReturnType() == void.class ? null : answer;
        }));
    }
}
