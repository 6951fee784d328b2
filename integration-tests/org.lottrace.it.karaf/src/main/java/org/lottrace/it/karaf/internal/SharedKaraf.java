package org.lottrace.it.karaf.internal;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** The one container of a failsafe run, seen from outside. Started by the first test class, stopped after the last. */
public final class SharedKaraf implements AutoCloseable {
    private final ExamSystem system;
    private final TestContainer container;
    private final Map<Method, TestAddress> addresses = new HashMap<>();

    private SharedKaraf() {
        try {
            Option[] options = KarafOptions.ofTheDistribution();
            KarafOptions.requireArtifacts(options);
            system = PaxExamRuntime.createTestSystem(options);
            container = PaxExamRuntime.createContainer(system);
            new StartWatch(KarafOptions.unpackFolder()).await(container::start);
        } catch (IOException unusable) {
            throw new IllegalStateException("Karaf did not start; see target/karaf", unusable);
        }
    }

    /**
     * @param context any test of the run
     * @return the container, started if this is the first call
     */
    public static SharedKaraf of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(SharedKaraf.class, first -> new SharedKaraf(), SharedKaraf.class);
    }

    /**
     * Installs a test class with its module's test classes as a bundle.
     *
     * @param testClass class with {@code @Test} methods
     * @throws IOException if the bundle cannot be made
     */
    public void install(Class<?> testClass) throws IOException {
        TestProbeBuilder probe = system.createProbe();
        probe.setHeader("Bundle-SymbolicName", testClass.getName());
        for (Method method : testClass.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                addresses.put(method, probe.addTest(testClass, method.getName()));
            }
        }
        // not installProbe: that uses one location for all, and the second would be taken for the first
        container.install(testClass.getName(), probe.build().getStream());
    }

    /**
     * Runs one test inside the container.
     *
     * @param testClass an installed class
     * @param method one of its {@code @Test} methods
     */
    public void call(Class<?> testClass, Method method) {
        TestAddress address = addresses.get(method);
        if (address == null) {
            throw new IllegalStateException("Not installed: " + testClass.getName() + "#" + method.getName());
        }
        container.call(address);
    }

    @Override
    public void close() throws IOException {
        container.stop();
        system.clear();
    }
}
