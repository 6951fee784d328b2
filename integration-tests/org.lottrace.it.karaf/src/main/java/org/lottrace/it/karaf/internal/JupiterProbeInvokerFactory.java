package org.lottrace.it.karaf.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.ops4j.pax.exam.ProbeInvoker;
import org.ops4j.pax.exam.ProbeInvokerFactory;
import org.ops4j.pax.exam.TestContainerException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Component;

/** Runs one test method inside the framework with the real Jupiter engine; Pax Exam itself knows JUnit 4 only. */
@Component(property = "driver=" + JupiterProbeInvokerFactory.DRIVER)
public final class JupiterProbeInvokerFactory implements ProbeInvokerFactory {
    static final String DRIVER = "jupiter";

    @Override
    public ProbeInvoker createProbeInvoker(Object context, String expression) {
        Bundle probe = ((BundleContext) context).getBundle();
        String[] classAndMethod = expression.split(";");
        return arguments -> run(probe, classAndMethod[0], classAndMethod[1]);
    }

    private static void run(Bundle probe, String className, String methodName) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(LauncherFactory.class.getClassLoader());
        try {
            TestExecutionSummary summary = execute(probe.loadClass(className), methodName);
            if (summary.getTotalFailureCount() > 0) {
                throw new TestContainerException("Inside Karaf: " + failures(summary));
            }
            if (summary.getTestsSucceededCount() != 1) {
                throw new TestContainerException("Did not run inside Karaf: " + className + "#" + methodName);
            }
        } catch (ClassNotFoundException missing) {
            throw new TestContainerException("Not in the test's bundle: " + className, missing);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static TestExecutionSummary execute(Class<?> testClass, String methodName) {
        // no class path scanning for engines and listeners: there is no class path
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Arrays.stream(testClass.getDeclaredMethods())
                .filter(method -> method.getName().equals(methodName))
                .forEach(method -> launcher.execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectMethod(testClass, method))
                                .build(),
                        listener));
        return listener.getSummary();
    }

    private static String failures(TestExecutionSummary summary) {
        StringWriter text = new StringWriter();
        summary.getFailures().forEach(failure -> failure.getException().printStackTrace(new PrintWriter(text, true)));
        return text.toString();
    }
}
