package org.lottrace.company;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.lottrace.company.Component.Need;
import org.osgi.service.component.ComponentContext;

/** The one thing that our components ask their context for: services that they look up later. */
record Context(Component component, Services services) {
    ComponentContext proxy() {
        return (ComponentContext) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {ComponentContext.class}, this::answer);
    }

    private Object answer(Object self, Method method, Object[] arguments) {
        if (!method.getName().equals("locateServices")) {
            throw new UnsupportedOperationException("the test company does not know ComponentContext."
                    + method.getName() + ": teach it to class Context");
        }
        Need need = component.needs().stream()
                .filter(reference -> reference.name().equals(arguments[0]))
                .findFirst()
                .orElseThrow();
        return services.all(need.service()).toArray();
    }
}
