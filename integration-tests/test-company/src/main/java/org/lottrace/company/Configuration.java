package org.lottrace.company;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration annotation with some values and the defaults of the others. */
final class Configuration {
    private Configuration() {}

    /** @param values by the property's name */
    static Object of(Class<?> annotation, Map<String, Object> values) {
        return Proxy.newProxyInstance(
                annotation.getClassLoader(),
                new Class<?>[] {annotation},
                (self, method, arguments) -> values.getOrDefault(property(method.getName()), method.getDefaultValue()));
    }

    /** Source: OSGi Compendium 8, 112.8.2.1, of it what our names use. */
    private static String property(String method) {
        return method.replace('_', '.');
    }
}
