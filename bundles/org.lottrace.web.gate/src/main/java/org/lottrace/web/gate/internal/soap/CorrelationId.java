package org.lottrace.web.gate.internal.soap;

import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.phase.Phase;
import org.slf4j.MDC;
import org.w3c.dom.Element;

/**
 * Names the request in the log: the WS-Addressing {@code MessageID} when there is one, else a generated id. Stays in
 * the MDC until the servlet is done; a fault tells it to the caller.
 */
final class CorrelationId extends AbstractSoapInterceptor {
    private static final String KEY = "correlationId";
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private static final QName MESSAGE_ID = new QName("http://www.w3.org/2005/08/addressing", "MessageID");
    private static final Pattern SAFE = Pattern.compile("[!-~]{1,200}");

    CorrelationId() {
        super(Phase.PRE_PROTOCOL);
    }

    static void begin() {
        set(UUID.randomUUID().toString());
    }

    static void end() {
        CURRENT.remove();
        MDC.remove(KEY);
    }

    static String current() {
        return CURRENT.get();
    }

    private static void set(String id) {
        CURRENT.set(id);
        MDC.put(KEY, id);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Header header = message.getHeader(MESSAGE_ID);
        if (header != null && header.getObject() instanceof Element element) {
            String id = element.getTextContent().strip();
            if (SAFE.matcher(id).matches()) {
                set(id);
            }
        }
    }
}
