package org.lottrace.web.gate.internal.soap;

import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.phase.Phase;
import org.lottrace.web.gate.internal.Correlation;
import org.w3c.dom.Element;

/** Names the request by its WS-Addressing {@code MessageID}, when there is one; a fault tells the name to the caller. */
final class CorrelationId extends AbstractSoapInterceptor {
    private static final QName MESSAGE_ID = new QName("http://www.w3.org/2005/08/addressing", "MessageID");

    CorrelationId() {
        super(Phase.PRE_PROTOCOL);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Header header = message.getHeader(MESSAGE_ID);
        if (header != null && header.getObject() instanceof Element element) {
            Correlation.named(element.getTextContent().strip());
        }
    }
}
