package org.lottrace.web.gate.internal.soap;

import javax.xml.stream.XMLStreamException;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Reads the request to its end, and stops one with problems before the service sees it. */
final class SchemaRefusal extends AbstractPhaseInterceptor<Message> {
    SchemaRefusal() {
        super(Phase.PRE_LOGICAL);
    }

    @Override
    public void handleMessage(Message message) throws Fault {
        CheckedReader checked = message.get(CheckedReader.class);
        if (checked == null) {
            throw new IllegalStateException("the request was not checked against the schema");
        }
        try {
            checked.finish();
        } catch (XMLStreamException malformed) {
            throw new Fault(malformed);
        }
        if (!checked.problems().isEmpty()) {
            throw Refusal.of(checked.problems());
        }
    }
}
