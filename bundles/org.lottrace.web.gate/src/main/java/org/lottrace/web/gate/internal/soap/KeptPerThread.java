package org.lottrace.web.gate.internal.soap;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.JAXBIntrospector;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.SchemaOutputResolver;
import jakarta.xml.bind.Unmarshaller;
import java.io.IOException;

/**
 * Makes a marshaller and an unmarshaller once for each thread, because each new one of MOXy looks for a class of a validator that is not
 * there: a tenth of what a request takes. CXF asks for one for each message, sets all of it anew, and is done with it before the next.
 */
final class KeptPerThread extends JAXBContext {
    private final JAXBContext context;
    private final ThreadLocal<Marshaller> marshaller = new ThreadLocal<>();
    private final ThreadLocal<Unmarshaller> unmarshaller = new ThreadLocal<>();

    KeptPerThread(JAXBContext context) {
        this.context = context;
    }

    @Override
    public Marshaller createMarshaller() throws JAXBException {
        if (marshaller.get() == null) {
            marshaller.set(context.createMarshaller());
        }
        return marshaller.get();
    }

    @Override
    public Unmarshaller createUnmarshaller() throws JAXBException {
        if (unmarshaller.get() == null) {
            unmarshaller.set(context.createUnmarshaller());
        }
        return unmarshaller.get();
    }

    @Override
    public JAXBIntrospector createJAXBIntrospector() {
        return context.createJAXBIntrospector();
    }

    @Override
    public void generateSchema(SchemaOutputResolver resolver) throws IOException {
        context.generateSchema(resolver);
    }
}
