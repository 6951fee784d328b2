package org.lottrace.web.gate.internal.soap;

import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Stops a request with problems before the service sees it. */
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
        if (!checked.problems().isEmpty()) {
            throw Refusal.of(checked.problems());
        }
    }
}
