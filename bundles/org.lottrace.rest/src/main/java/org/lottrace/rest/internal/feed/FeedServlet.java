package org.lottrace.rest.internal.feed;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.RefusedException;
import org.lottrace.api.operation.Role;
import org.lottrace.rest.internal.json.Json;
import org.lottrace.rest.internal.json.Shapes;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger as it grows: server-sent events from a position on, one for each recorded event, with its position as the id. No servlet
 * of its own on the web server: the gate hands requests on by the property.
 */
@Component(
        service = Servlet.class,
        immediate = true,
        property = "lottrace.rest.path=/v1/feed",
        configurationPid = FeedConfig.PID)
@Designate(ocd = FeedConfig.class)
public final class FeedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FeedServlet.class);
    private static final int UNPROCESSABLE = 422;
    private static final int NO_ROOM = 429;

    private final transient Operations operations;
    private final transient FeedLimits limits;
    private final transient Feeds feeds;

    @Activate
    public FeedServlet(@Reference Operations operations, FeedConfig config) {
        this(operations, FeedLimits.of(config));
    }

    /** For tests. */
    public FeedServlet(Operations operations, FeedLimits limits) {
        this.operations = operations;
        this.limits = limits;
        this.feeds = new Feeds(limits);
    }

    @Deactivate
    public void stop() {
        feeds.close();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = new Caller(request.getUserPrincipal().getName(), Role.ofLogin(request::isUserInRole));
        Ledger ledger = operations.as(caller, Ledger.class);
        try {
            Optional<Long> after = position(request, ledger);
            if (after.isEmpty()) {
                refuse(
                        response,
                        HttpServletResponse.SC_BAD_REQUEST,
                        new Fault("VALUE_WRONG", "?after", "a position of the ledger is a whole number, 0 or more"));
            } else if (!feeds.add(caller.name(), () -> begin(request, response, caller.name(), ledger, after.get()))) {
                response.setHeader("Retry-After", "60");
                refuse(
                        response,
                        NO_ROOM,
                        new Fault(
                                "TOO_MANY_FEEDS",
                                "",
                                "as many feeds are open as may be, " + limits.mostOfOneUser() + " of one user and "
                                        + limits.most()
                                        + " of all; end one, or ask GET /lottrace/api/v1/events?after=POSITION now and then"));
            }
        } catch (NotAllowedException notAllowed) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, Fault.of(notAllowed.violation()));
        } catch (RefusedException tooLong) {
            refuse(response, UNPROCESSABLE, Fault.of(tooLong.violation()));
        } catch (UncheckedIOException went) {
            LOG.info("feed not begun: who asked for it went user={} reason={}", caller.name(), went.getMessage());
        } catch (RuntimeException failed) {
            LOG.error("feed not begun user={}", caller.name(), failed);
            response.setHeader("Retry-After", "5");
            refuse(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    new Fault("FEED_UNAVAILABLE", "", "the ledger does not answer; come again in some seconds"));
        }
    }

    /** A browser that comes again says where it was; who says nothing begins with what comes next. */
    private static Optional<Long> position(HttpServletRequest request, Ledger ledger) {
        String last = request.getHeader("Last-Event-ID");
        String asked = last == null ? request.getParameter("after") : last;
        if (asked == null) {
            return Optional.of(ledger.head());
        }
        return asked.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(asked)) : Optional.empty();
    }

    private Feed begin(
            HttpServletRequest request, HttpServletResponse response, String user, Ledger ledger, long after) {
        // asked once before the answer begins, when it can still be refused
        ledger.after(after, 1);
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            response.flushBuffer();
            AsyncContext async = request.startAsync(request, response);
            async.setTimeout(0);
            ServletOutputStream output = response.getOutputStream();
            Feed feed = new Feed(user, async, output, ledger, after, limits, System::nanoTime);
            async.addListener(new Ending(feed));
            output.setWriteListener(new Ready(feed));
            return feed;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void refuse(HttpServletResponse response, int status, Fault fault) throws IOException {
        byte[] body = Json.text(
                        Shapes.of(Problem.class),
                        Problem.of(status, "There is no feed: " + fault.message(), List.of(fault)))
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(Problem.TYPE);
        response.getOutputStream().write(body);
    }

    /** Later the looks find out by themselves whether the connection takes more. */
    private record Ready(Feed feed) implements WriteListener {
        @Override
        public void onWritePossible() {
            feed.begin();
        }

        @Override
        public void onError(Throwable gone) {
            feed.close();
        }
    }

    private record Ending(Feed feed) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            feed.over();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            feed.close();
        }

        @Override
        public void onError(AsyncEvent event) {
            feed.close();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // it is begun once
        }
    }
}
