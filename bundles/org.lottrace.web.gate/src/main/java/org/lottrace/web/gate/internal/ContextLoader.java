package org.lottrace.web.gate.internal;

import java.util.function.Supplier;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.eclipse.persistence.jaxb.JAXBContextFactory;

/**
 * The one place that decides about class loaders. CXF finds its extensions, and the classes of a service,
 * through the loader it sees when a bus or an endpoint is made; in OSGi the thread carries any loader or none.
 */
public final class ContextLoader {
    /** The loader of the CXF bundle. */
    public static final ClassLoader CXF = ExtensionManagerBus.class.getClassLoader();

    private ContextLoader() {}

    /** @return the loader of a service, and behind it MOXy's: the classes that MOXy generates for a service extend its own */
    public static ClassLoader withMoxy(ClassLoader service) {
        ClassLoader moxy = JAXBContextFactory.class.getClassLoader();
        return new ClassLoader(service) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                return moxy.loadClass(name);
            }
        };
    }

    public static <T> T with(ClassLoader loader, Supplier<T> work) {
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
