package org.lottrace.oidc.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration as the container makes it: what is set, and the defaults. */
final class Configured {
    private Configured() {}

    static <T> T as(Class<T> type, Map<String, Object> settings) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> settings.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}
