package org.lottrace.web.gate.internal.soap;

import java.util.List;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.helpers.DOMUtils;
import org.lottrace.web.gate.internal.limit.RefusedBodyException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A fault that lists every problem in the element {@code refusal} of {@code urn:lottrace:violation:1}, the one the
 * services declare in their WSDL: a caller has one form to read, whoever found the problem.
 */
final class Refusal {
    private static final String NAMESPACE = "urn:lottrace:violation:1";

    private Refusal() {}

    static SoapFault of(List<Problem> problems) {
        SoapFault fault = new SoapFault(
                "The request is not valid; nothing was done. Problems: " + problems.size(),
                Soap11.getInstance().getSender());
        fault.setDetail(detail(problems));
        return fault;
    }

    /** A body that was not read to its end; with the status that says so to what knows no SOAP. */
    static SoapFault of(RefusedBodyException body) {
        SoapFault fault = of(List.of(new Problem(body.code(), "", body.getMessage())));
        fault.setStatusCode(body.status());
        if (body.retryAfter().isPresent()) {
            fault.setMessage("The request is not taken now; nothing was done. Send it again later");
            fault.setFaultCode(Soap11.getInstance().getReceiver());
        }
        return fault;
    }

    private static Element detail(List<Problem> problems) {
        Document document = DOMUtils.getEmptyDocument();
        Element detail = document.createElement("detail");
        Element refusal = append(detail, "refusal", "");
        for (Problem problem : problems) {
            Element violation = append(refusal, "violation", "");
            append(violation, "code", problem.code());
            append(violation, "field", problem.field());
            append(violation, "message", problem.message());
        }
        return detail;
    }

    private static Element append(Element parent, String name, String text) {
        Element child = parent.getOwnerDocument().createElementNS(NAMESPACE, name);
        child.setTextContent(text);
        parent.appendChild(child);
        return child;
    }
}
