package org.lottrace.web.open.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;

class OpenContextTest {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch toldByTheServer = new CountDownLatch(1);
    private final CountDownLatch entered = new CountDownLatch(2);
    private final CountDownLatch withdrawn = new CountDownLatch(2);

    /** It is Pax Web's only thread that enters contexts: whoever enters one there waits for itself. */
    @Test
    @Timeout(30)
    void the_thread_that_tells_of_a_new_server_goes_on_before_the_context_is_entered_anew() throws Exception {
        OpenContext open = new OpenContext(bundle());
        open.serverCame(server());
        assertEquals(List.of("registerService"), calls, "the first server finds the context there");

        open.serverWent(server());
        open.serverCame(server());
        toldByTheServer.countDown();

        assertTrue(entered.await(10, TimeUnit.SECONDS));
        open.stop();
        assertTrue(withdrawn.await(10, TimeUnit.SECONDS));
        assertEquals(List.of("registerService", "unregister", "registerService", "unregister"), calls);
    }

    private BundleContext bundle() {
        return fake(BundleContext.class, method -> {
            calls.add(method);
            entered.countDown();
            return fake(ServiceRegistration.class, this::unregistered);
        });
    }

    private Object unregistered(String method) throws InterruptedException {
        toldByTheServer.await();
        calls.add(method);
        withdrawn.countDown();
        return null;
    }

    private static HttpServiceRuntime server() {
        return fake(HttpServiceRuntime.class, method -> null);
    }

    private interface Answers {
        Object to(String method) throws Exception;
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object answer = answers.to(method.getName());
            return method.getReturnType() == void.class ? null : answer;
        }));
    }
}
