package org.lottrace.web.gate.internal.soap;

import java.util.function.Supplier;
import org.apache.cxf.bus.extension.ExtensionManagerBus;

/**
 * The one place that touches the class loader of the thread. CXF finds its extensions, and the classes of a service,
 * through the loader it sees when a bus or an endpoint is made; in OSGi the thread carries any loader or none.
 */
final class ContextLoader {
    /** The loader of the CXF bundle. */
    static final ClassLoader CXF = ExtensionManagerBus.class.getClassLoader();

    private ContextLoader() {}

    static <T> T with(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
