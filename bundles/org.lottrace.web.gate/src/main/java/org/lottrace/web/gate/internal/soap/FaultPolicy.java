package org.lottrace.web.gate.internal.soap;

import jakarta.xml.ws.WebFault;
import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.lottrace.api.operation.RefusedException;
import org.lottrace.web.gate.internal.Correlation;
import org.lottrace.web.gate.internal.limit.RefusedBodyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what a caller learns of a failure, and logs it once. What is wrong with the request is told completely; what
 * is wrong with us is told as a reference to the log, never as an exception.
 */
final class FaultPolicy extends AbstractPhaseInterceptor<Message> {
    private static final Logger LOG = LoggerFactory.getLogger(FaultPolicy.class);

    FaultPolicy() {
        super(Phase.SETUP);
    }

    @Override
    public void handleMessage(Message message) {
        Exception failure = message.getContent(Exception.class);
        Fault answer = answer(message, failure);
        Optional<RefusedBodyException> body = first(RefusedBodyException.class, failure);
        body.ifPresent(refused -> tellWhenToComeAgain(message, refused));
        if (body.isEmpty() && first(EOFException.class, failure).isPresent()) {
            LOG.info("soap answer not sent: who asked for it went id={} path={}", Correlation.current(), path(message));
        } else if (body.isEmpty()
                && answer.getFaultCode().equals(Soap11.getInstance().getReceiver())) {
            LOG.error("soap request failed id={} path={}", Correlation.current(), path(message), failure);
        } else {
            LOG.warn(
                    "soap request refused id={} path={} reason={}",
                    Correlation.current(),
                    path(message),
                    answer.getMessage());
        }
        message.setContent(Exception.class, answer);
    }

    private static void tellWhenToComeAgain(Message message, RefusedBodyException refused) {
        refused.retryAfter()
                .ifPresent(seconds -> message.put(
                        Message.PROTOCOL_HEADERS,
                        new TreeMap<>(Map.of("Retry-After", List.of(String.valueOf(seconds))))));
    }

    private static Fault answer(Message message, Exception failure) {
        Optional<Fault> declared = Optional.of(failure)
                .filter(Fault.class::isInstance)
                .map(Fault.class::cast)
                .filter(fault -> causes(fault).anyMatch(c -> c.getClass().isAnnotationPresent(WebFault.class)));
        if (declared.isPresent()) {
            declared.get().setFaultCode(Soap11.getInstance().getSender());
            return declared.get();
        }
        Optional<RefusedBodyException> body = first(RefusedBodyException.class, failure);
        if (body.isPresent()) {
            return Refusal.of(body.get());
        }
        Optional<RefusedException> refused = first(RefusedException.class, failure);
        if (refused.isPresent()) {
            return Refusal.of(List.of(Problem.of(refused.get().violation())));
        }
        Message request = message.getExchange().getInMessage();
        CheckedReader checked = request == null ? null : request.get(CheckedReader.class);
        List<Problem> problems = new ArrayList<>(checked == null ? List.of() : checked.problems());
        first(XMLStreamException.class, failure).map(FaultPolicy::problemOf).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            return Refusal.of(problems);
        }
        return isAboutTheRequest(failure)
                ? new SoapFault(failure.getMessage(), Soap11.getInstance().getSender())
                : unexplained();
    }

    /** CXF itself refuses an unknown operation, a header that must be understood, another version of SOAP. */
    private static boolean isAboutTheRequest(Exception failure) {
        return failure instanceof Fault fault
                && fault.getCause() == null
                && !fault.getFaultCode().equals(Soap11.getInstance().getReceiver())
                && !fault.getFaultCode().equals(Fault.FAULT_CODE_SERVER);
    }

    private static SoapFault unexplained() {
        return new SoapFault(
                "LotTrace could not do this. Its log says why; look there for " + Correlation.current()
                        + ", then send the request again.",
                Soap11.getInstance().getReceiver());
    }

    private static Problem problemOf(XMLStreamException malformed) {
        Location at = malformed.getLocation();
        String field = at == null ? "" : "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
        return new Problem(
                "XML_MALFORMED",
                field,
                String.valueOf(malformed.getMessage()).lines().findFirst().orElse(""));
    }

    private static <T> Optional<T> first(Class<T> type, Throwable failure) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(20);
    }

    private static Object path(Message message) {
        Message request = message.getExchange().getInMessage();
        return request == null ? "" : request.get(Message.PATH_INFO);
    }
}
