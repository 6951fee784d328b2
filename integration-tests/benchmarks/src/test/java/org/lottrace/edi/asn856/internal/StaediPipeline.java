package org.lottrace.edi.asn856.internal;

import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.eclipse.persistence.jaxb.JAXBContextFactory;
import org.eclipse.persistence.jaxb.JAXBContextProperties;
import org.lottrace.edi.asn856.internal.wire.Batch;
import org.lottrace.edi.asn856.internal.wire.Item;
import org.lottrace.edi.asn856.internal.wire.Level;
import org.lottrace.edi.asn856.internal.wire.Order;
import org.lottrace.edi.asn856.internal.wire.Pack;
import org.lottrace.edi.asn856.internal.wire.PartyReference;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;
import org.lottrace.edi.asn856.internal.wire.Shipment;
import org.lottrace.edi.asn856.internal.wire.Tare;

/**
 * The rival that makes objects: StAEDI reads the file with the schema as it is and gives it as XML, MOXy makes the message of each set. It does
 * less than we do: it knows no rules of HL, tells no qualifiers apart, and leaves texts as they are.
 */
final class StaediPipeline {
    private static final String LOOPS = "urn:xlate.io:staedi:names:loops";

    private final Schema schema;
    private final Unmarshaller unmarshaller;

    StaediPipeline(Schema schema) throws JAXBException, IOException {
        this.schema = schema;
        try (InputStream oxm = StaediPipeline.class.getResourceAsStream("/rival-856.oxm.xml")) {
            JAXBContext context = JAXBContextFactory.createContext(
                    new Class<?>[] {
                        ShipNoticeMessage.class,
                        Shipment.class,
                        Order.class,
                        Tare.class,
                        Pack.class,
                        Item.class,
                        Batch.class,
                        PartyReference.class
                    },
                    Map.of(JAXBContextProperties.OXM_METADATA_SOURCE, List.of(oxm)),
                    StaediPipeline.class.getClassLoader());
            unmarshaller = context.createUnmarshaller();
        }
    }

    /** MOXy asks for attributes by name, which StAEDI refuses; there are none. */
    private static final class WithoutAttributes extends StreamReaderDelegate {
        WithoutAttributes(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public String getAttributeValue(String namespace, String name) {
            return null;
        }
    }

    /** @return how many lines the file has */
    int lines(byte[] file) {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_CODE_VALUES, false);
        try (EDIStreamReader reader = factory.createFilteredReader(
                factory.createEDIStreamReader(new ByteArrayInputStream(file)), this::withSchema)) {
            XMLStreamReader xml = new WithoutAttributes(factory.createXMLStreamReader(reader));
            int lines = 0;
            while (xml.hasNext()) {
                boolean isSet = xml.isStartElement()
                        && xml.getLocalName().equals("TRANSACTION")
                        && xml.getNamespaceURI().equals(LOOPS);
                if (isSet) {
                    lines += lines(
                            unmarshaller.unmarshal(xml, ShipNoticeMessage.class).getValue().shipment);
                } else {
                    xml.next();
                }
            }
            return lines;
        } catch (XMLStreamException | JAXBException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean withSchema(EDIStreamReader reader) {
        if (reader.getEventType() == EDIStreamEvent.START_TRANSACTION) {
            reader.setTransactionSchema(schema);
        }
        if (reader.getEventType().isError()) {
            throw new IllegalStateException("a good set was refused: " + reader.getErrorType());
        }
        return true;
    }

    private static int lines(Level level) {
        int own = level.quantity == null ? 0 : 1;
        return own + level.levels.stream().mapToInt(StaediPipeline::lines).sum();
    }
}
