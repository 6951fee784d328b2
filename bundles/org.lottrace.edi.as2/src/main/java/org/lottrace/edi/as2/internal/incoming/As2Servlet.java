package org.lottrace.edi.as2.internal.incoming;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.edi.as2.internal.message.Names;
import org.lottrace.edi.as2.internal.message.WorkFiles;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.Headers;
import org.lottrace.edi.as2.internal.mime.Slice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where partners bring messages and receipts. There is no login: the signature says who it is. Anybody may come here, so nothing is read
 * of a stranger, and no more of anybody than a partner may send, in pieces, to the disk.
 */
@Component(service = Servlet.class, configurationPid = ReceiverConfig.PID)
@Designate(ocd = ReceiverConfig.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=lottrace-open)")
@HttpWhiteboardServletPattern(As2Servlet.PATH)
public final class As2Servlet extends HttpServlet {
    public static final String PATH = "/lottrace-as2";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(As2Servlet.class);
    private static final int MOST_HEADERS = 100;

    private final transient AuditLog audit;
    private final transient Places places;
    private final transient BodySpool spool;

    /** A whiteboard: partners come and go with their configurations. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private transient volatile List<As2Partner> partners = List.of();

    @Activate
    public As2Servlet(@Reference AuditLog audit, ReceiverConfig config) {
        this(
                audit,
                config.requests_max(),
                config.requests_per_partner(),
                config.requests_per_address(),
                TimeUnit.SECONDS.toNanos(config.body_max_seconds()),
                System::nanoTime);
    }

    /** For tests. */
    public As2Servlet(AuditLog audit, int requests, int ofPartner, int ofAddress, long longest, LongSupplier nanoTime) {
        if (requests < 1 || ofPartner < 1 || ofAddress < 1 || longest < 1) {
            throw new IllegalArgumentException(ReceiverConfig.PID
                    + ": requests.max, requests.per.partner, requests.per.address and body.max.seconds must be"
                    + " 1 or more");
        }
        this.audit = audit;
        this.places = new Places(requests, ofPartner, ofAddress);
        this.spool = new BodySpool(longest, nanoTime);
    }

    /** For tests. */
    public void partners(List<As2Partner> these) {
        partners = these;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Places.Place place = new Places.Place(
                Optional.ofNullable(request.getHeader("AS2-From")).orElse(""), request.getRemoteAddr());
        if (!places.take(place)) {
            response.setHeader("Connection", "close");
            say(
                    response,
                    Reply.of(Answer.of(Answer.UNAVAILABLE, "Too many messages at a time. Send again in a minute.")));
            return;
        }
        try {
            receive(request, response);
        } catch (BodySpool.CutOffException e) {
            LOG.warn("AS2 message cut off address={} reason={}", request.getRemoteAddr(), e.getMessage());
            refuse(response, Answer.BAD_REQUEST, "The message was cut off. Nothing was taken. Send again.");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // the edge of the program: whoever sends may send anything, and is told to send again
            LOG.error("AS2 message not taken: our own failure address={}", request.getRemoteAddr(), e);
            if (!response.isCommitted()) {
                response.reset();
                say(
                        response,
                        Reply.of(Answer.of(
                                Answer.UNAVAILABLE,
                                "It could not be worked on here. Nothing was taken. Send again later.")));
            }
        } finally {
            places.giveBack(place);
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String from =
                Names.read(Optional.ofNullable(request.getHeader("AS2-From")).orElse(""));
        String to = Names.read(Optional.ofNullable(request.getHeader("AS2-To")).orElse(""));
        String id =
                Optional.ofNullable(request.getHeader("Message-ID")).orElse("").strip();
        List<As2Partner> known = partners;
        List<As2Partner> named =
                known.stream().filter(one -> one.isBetween(from, to)).toList();
        Optional<As2Partner> partner =
                named.stream().filter(one -> one.incoming().isPresent()).findFirst();
        if (partner.isEmpty() && (known.isEmpty() || !named.isEmpty())) {
            LOG.warn("AS2 message not taken: partners are not ready from={} to={}", shown(from), shown(to));
            refuse(
                    response,
                    Answer.UNAVAILABLE,
                    "Messages cannot be taken just now. Nothing was read. Send again in a minute.");
        } else if (partner.isEmpty()) {
            LOG.warn(
                    "AS2 message of a stranger refused from={} to={} address={}",
                    shown(from),
                    shown(to),
                    request.getRemoteAddr());
            audit.partnerLoginFailed(shown(from), request.getRemoteAddr(), "as2");
            refuse(
                    response,
                    Answer.FORBIDDEN,
                    "AS2-From and AS2-To name no partners that are known here. Nothing was read.");
        } else if (!Names.isMessageId(id)) {
            refuse(response, Answer.BAD_REQUEST, "Message-ID is not 1 to 998 printable characters. Nothing was read.");
        } else if (request.getContentLengthLong() > partner.get().largestRequest()) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, tooLarge(partner.get()));
        } else {
            receive(request, response, partner.get(), id);
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, As2Partner partner, String id)
            throws IOException {
        Incoming incoming = partner.incoming().orElseThrow();
        Reply reply;
        try (WorkFiles work = incoming.work()) {
            Path body = work.next();
            int refused = spool.write(request.getInputStream(), body, partner.largestRequest());
            if (refused == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
                reply = Reply.of(Answer.of(refused, tooLarge(partner)));
            } else if (refused != 0) {
                reply = Reply.of(Answer.of(refused, "The message came too slowly. Nothing was taken."));
            } else {
                Slice bytes = Slice.of(body);
                reply = Reply.of(incoming.receive(
                        new Entity(headers(request), bytes, bytes), id, request.getRemoteAddr(), work));
            }
            if (refused != 0) {
                response.setHeader("Connection", "close");
            }
        }
        say(response, reply);
    }

    private static Headers headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderNames().asIterator().forEachRemaining(name -> {
            if (headers.size() < MOST_HEADERS) {
                headers.putIfAbsent(name, request.getHeader(name));
            }
        });
        return new Headers(headers);
    }

    private static String tooLarge(As2Partner partner) {
        return "The message has more than " + partner.largestRequest()
                + " bytes, which is more than is taken. Nothing was taken.";
    }

    private static String shown(String name) {
        return name.substring(0, Math.min(name.length(), 128)).replaceAll("[^ -~]", "?");
    }

    /** What is left of the body is not read: the connection ends. */
    private static void refuse(HttpServletResponse response, int status, String text) throws IOException {
        response.setHeader("Connection", "close");
        say(response, Reply.of(Answer.of(status, text)));
    }

    private static void say(HttpServletResponse response, Reply reply) {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        if (reply.status() == Answer.UNAVAILABLE) {
            response.setHeader("Retry-After", "60");
        }
        response.setContentLength(reply.body().length);
        try {
            response.getOutputStream().write(reply.body());
        } catch (IOException e) {
            LOG.warn("an AS2 answer did not arrive: whoever has sent has gone reason={}", e.getMessage());
        }
    }
}
