package org.lottrace.web.gate.internal.soap;

import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import org.apache.cxf.Bus;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.jaxb.JAXBDataBinding;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.DepthXMLStreamReader;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.ws.addressing.EndpointReferenceUtils;

/** Has the content of the request checked against the schema of its WSDL while it is read. */
final class SchemaCheck extends AbstractPhaseInterceptor<Message> {
    private static final String PREFIXES = "soap.body.ns.context";

    SchemaCheck() {
        super(Phase.POST_PROTOCOL);
    }

    @Override
    public void handleMessage(Message message) throws Fault {
        XMLStreamReader stream = message.getContent(XMLStreamReader.class);
        DepthXMLStreamReader reader = stream == null ? null : new DepthXMLStreamReader(stream);
        if (reader == null || !StaxUtils.toNextElement(reader)) {
            return;
        }
        Map<String, String> prefixes = CastUtils.cast((Map<?, ?>) message.get(PREFIXES));
        try {
            CheckedReader checked = new CheckedReader(reader, schema(message), prefixes == null ? Map.of() : prefixes);
            message.setContent(XMLStreamReader.class, checked);
            message.put(CheckedReader.class, checked);
            message.put(JAXBDataBinding.READER_VALIDATION_EVENT_HANDLER, checked);
        } catch (XMLStreamException malformed) {
            throw new Fault(malformed);
        }
    }

    private static Schema schema(Message message) {
        Bus bus = message.getExchange().getBus();
        Schema schema = EndpointReferenceUtils.getSchema(
                message.getExchange().getEndpoint().getEndpointInfo().getService(), bus);
        if (schema == null) {
            throw new IllegalStateException("the WSDL has no usable schema; see the log from when it was published");
        }
        return schema;
    }
}
