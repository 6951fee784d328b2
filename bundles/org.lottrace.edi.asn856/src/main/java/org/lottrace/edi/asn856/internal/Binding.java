package org.lottrace.edi.asn856.internal;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;

/** The binding of a partner: XML to message and back. */
final class Binding {
    private final Path file;
    private final JAXBContext context;

    Binding(Path file, JAXBContext context) {
        this.file = file;
        this.context = context;
    }

    /** @throws BindingBrokenException if the XML does not fit the binding */
    ShipNoticeMessage read(String xml) {
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            return context.createUnmarshaller()
                    .unmarshal(factory.createXMLStreamReader(new StringReader(xml)), ShipNoticeMessage.class)
                    .getValue();
        } catch (JAXBException | XMLStreamException | RuntimeException e) {
            // MOXy reports a wrong binding with unchecked exceptions of many kinds
            throw new BindingBrokenException(file, e);
        }
    }

    /** @throws BindingBrokenException if the message does not fit the binding */
    String write(ShipNoticeMessage message) {
        try {
            StringWriter xml = new StringWriter();
            Marshaller marshaller = context.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.marshal(message, xml);
            return xml.toString();
        } catch (JAXBException | RuntimeException e) {
            // as above
            throw new BindingBrokenException(file, e);
        }
    }
}
