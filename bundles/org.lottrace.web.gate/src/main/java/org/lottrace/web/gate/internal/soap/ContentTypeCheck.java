package org.lottrace.web.gate.internal.soap;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.cxf.interceptor.AttachmentInInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.lottrace.web.gate.internal.limit.CheckedRequest;
import org.lottrace.web.gate.internal.limit.RefusedBodyException;

/**
 * Refuses a body that is no envelope before a byte of it is read. The types of a form, which the browser of somebody who is logged in
 * sends from any page of the web, are no envelope; nor is one with attachments, for which no operation has a use.
 *
 * <p>Source: SOAP 1.1, 6 (text/xml). The type of SOAP 1.2 passes, to be told which version is spoken here.
 */
final class ContentTypeCheck extends AbstractPhaseInterceptor<Message> {
    private static final Set<String> TAKEN = Set.of("text/xml", "application/soap+xml");

    private static final Set<Object> WITHOUT_BODY = Set.of("GET", "HEAD");

    ContentTypeCheck() {
        super(Phase.RECEIVE);
        addBefore(AttachmentInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) throws Fault {
        if (WITHOUT_BODY.contains(message.get(Message.HTTP_REQUEST_METHOD))) {
            return;
        }
        String given = message.get(Message.CONTENT_TYPE) instanceof String type ? type : "";
        String type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!TAKEN.contains(type)) {
            throw new Fault(refused(
                    message,
                    new RefusedBodyException(
                            HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                            "CONTENT_TYPE_WRONG",
                            "The content type is " + (type.isEmpty() ? "missing" : "not that of a SOAP request")
                                    + ". Send the envelope alone, without attachments, as text/xml; charset=utf-8.")));
        }
    }

    /** CXF reads a body to its end before it answers, also one that it has not looked at: it would wait for one that stands still. */
    private static RefusedBodyException refused(Message message, RefusedBodyException why) {
        try {
            return ((CheckedRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST)).refuse(why);
        } catch (IOException gone) {
            why.addSuppressed(gone);
            return why;
        }
    }
}
