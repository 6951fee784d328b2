package org.lottrace.web.gate.internal.soap;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.cxf.jaxb.JAXBDataBinding;
import org.eclipse.persistence.jaxb.JAXBContextFactory;
import org.lottrace.web.gate.internal.ContextLoader;

/** EclipseLink MOXy as the data binding, made by its own factory: nothing is looked up by class loader. */
final class MoxyDataBinding extends JAXBDataBinding {
    /** @param objectFactories the generated factories, one for each namespace */
    MoxyDataBinding(Class<?>[] objectFactories, ClassLoader loader) throws JAXBException {
        super(context(objectFactories, loader));
    }

    private static JAXBContext context(Class<?>[] objectFactories, ClassLoader loader) throws JAXBException {
        return new KeptPerThread(
                JAXBContextFactory.createContext(objectFactories, Map.of(), ContextLoader.withMoxy(loader)));
    }

    /** The handler is a property of the reference implementation; MOXy would refuse it, and escapes by itself. */
    @Override
    public void applyEscapeHandler(boolean escape, Consumer<Object> consumer) {
        // nothing to apply
    }
}
