package org.lottrace.journal.push.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration with the defaults of the product where a test says nothing. */
final class Configured {
    private Configured() {}

    static PushConfig with(Map<String, Object> values) {
        return (PushConfig) Proxy.newProxyInstance(
                PushConfig.class.getClassLoader(),
                new Class<?>[] {PushConfig.class},
                (proxy, method, given) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
