package org.lottrace.web.gate.internal.soap;

import java.util.HashMap;
import javax.xml.stream.XMLInputFactory;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.staxutils.StaxUtils;
import org.lottrace.web.gate.internal.ContextLoader;

/** Makes the bus and puts on it what is the same for every SOAP service, so that no service can forget it. */
final class SoapBus {
    private SoapBus() {}

    static Bus create() {
        return ContextLoader.with(ContextLoader.CXF, () -> {
            Bus bus = new ExtensionManagerBus(new HashMap<>(), new HashMap<>(), ContextLoader.CXF);
            bus.setProperty(FaultListener.class.getName(), (FaultListener) (exception, description, message) -> false);
            bus.setProperty(XMLInputFactory.class.getName(), strictParser());
            // Woodstox is; else CXF reads the first bytes of a body under one lock, and a sender who keeps them back
            // stops all others
            bus.setProperty(Message.THREAD_SAFE_STAX_FACTORIES, true);
            bus.getInInterceptors().add(new ContentTypeCheck());
            bus.getInInterceptors().add(new StrictXml());
            bus.getInInterceptors().add(new CorrelationId());
            bus.getInInterceptors().add(new SchemaCheck());
            bus.getInInterceptors().add(new SchemaRefusal());
            bus.getInInterceptors().add(new AnswerRoom());
            bus.getOutFaultInterceptors().add(new FaultPolicy());
            return bus;
        });
    }

    /**
     * CXF's parser with its limits, such as 500 attributes, but an entity that nobody declared is an error and not nothing, and
     * what is wrong with a text is found where the text is read.
     */
    private static XMLInputFactory strictParser() {
        XMLInputFactory factory = StaxUtils.createXMLInputFactory(true);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty("com.ctc.wstx.lazyParsing", false);
        return factory;
    }
}
