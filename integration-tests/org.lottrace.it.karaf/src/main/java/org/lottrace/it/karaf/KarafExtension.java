package org.lottrace.it.karaf;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.lottrace.it.karaf.internal.InsideKaraf;
import org.lottrace.it.karaf.internal.SharedKaraf;

/** Outside Karaf it forwards each test into it; inside it lets the test run and supplies services. */
final class KarafExtension implements BeforeAllCallback, InvocationInterceptor, ParameterResolver {
    private static final boolean INSIDE = InsideKaraf.isHere();

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (INSIDE) {
            InsideKaraf.of(context).waitForBoot();
        } else {
            SharedKaraf.of(context).install(context.getRequiredTestClass());
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (INSIDE) {
            invocation.proceed();
        } else {
            invocation.skip();
            SharedKaraf.of(context).call(context.getRequiredTestClass(), method.getExecutable());
        }
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        throw new UnsupportedOperationException("A @KarafTest has @Test methods only: " + method.getExecutable());
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onlyInside(invocation);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onlyInside(invocation);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onlyInside(invocation);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onlyInside(invocation);
    }

    private static void onlyInside(Invocation<Void> invocation) throws Throwable {
        if (INSIDE) {
            invocation.proceed();
        } else {
            invocation.skip();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type.isInterface() && !type.getName().startsWith("org.junit.");
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // outside, the method is never called: its parameters only have to exist
        return INSIDE ? InsideKaraf.of(context).service(parameter.getParameter().getType()) : null;
    }
}
