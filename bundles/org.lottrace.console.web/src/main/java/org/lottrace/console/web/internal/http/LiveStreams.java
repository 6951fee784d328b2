package org.lottrace.console.web.internal.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.login.Logins;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages that something was recorded, on whatever node: one look at the head of the ledger for all of them, a few times in a
 * second and only while a page is open. What is new, a page asks for itself, as its reader may see it. Server-sent events (HTML
 * Living Standard, 9.2).
 */
public final class LiveStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

    private static final long PAUSE_MILLIS = 400;

    /** So often a stream shows that it lives, and its reader that they still may read it. */
    private static final int LOOKS_BETWEEN_SIGNS = 35;

    private static final int MOST = 500;

    private final Operations operations;
    private final Logins logins;
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private final Clock time;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lottrace-console-live");
        thread.setDaemon(true);
        return thread;
    });
    private int looks;
    private boolean isFailing;

    public LiveStreams(Operations operations, Logins logins, Clock time) {
        this.time = time;
        this.operations = operations;
        this.logins = logins;
        looking.scheduleWithFixedDelay(this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Who has no session is told so and not led to the login form: a script could not show it. */
    public void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Headers.on(request, response);
        Optional<Session> session =
                Session.of(request, time.instant()).filter(known -> known.isCurrent(logins, time.instant()));
        Optional<Long> after = position(request);
        if (session.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (after.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else if (streams.size() >= MOST) {
            LOG.warn("no more live pages open={}", MOST);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            response.setContentType("text/event-stream;charset=utf-8");
            response.flushBuffer();
            AsyncContext context = request.startAsync();
            context.setTimeout(0);
            Stream stream = new Stream(context, session.get(), after.get());
            streams.add(stream);
            if (looking.isShutdown()) {
                end(stream); // it came while the bundle stops
            }
        }
    }

    private static Optional<Long> position(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("after"))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    /** While the head cannot be read, open pages wait; the first failure of several is logged. */
    private void look() {
        try {
            looks++;
            if (looks % LOOKS_BETWEEN_SIGNS == 0) {
                streams.stream()
                        .filter(stream -> !stream.isOfAReader(logins, time.instant()) || !stream.send(":\n\n"))
                        .forEach(this::end);
            }
            if (!streams.isEmpty()) {
                tell(operations
                        .as(streams.iterator().next().reader(), Ledger.class)
                        .head());
            }
            isFailing = false;
        } catch (RuntimeException failure) {
            if (!isFailing) {
                LOG.warn("open pages are not told what is new reason={}", failure.getMessage());
            }
            isFailing = true;
        }
    }

    private void tell(long head) {
        for (Stream stream : streams) {
            if (head > stream.told && !stream.send("event: ledger\ndata: " + head + "\n\n")) {
                end(stream);
            }
            stream.told = Math.max(head, stream.told);
        }
    }

    private void end(Stream stream) {
        if (streams.remove(stream)) {
            stream.complete();
        }
    }

    /** Ends all of them, so that no page waits for one that is gone. */
    @Override
    public void close() {
        looking.shutdownNow();
        streams.forEach(this::end);
    }

    private static final class Stream {
        private final AsyncContext context;
        private final Session session;
        private final Caller caller;
        private long told;

        Stream(AsyncContext context, Session session, long told) {
            this.context = context;
            this.session = session;
            this.caller = session.login().caller();
            this.told = told;
        }

        Caller reader() {
            return caller;
        }

        /** @return false when the session is over, or the rights of its user have changed */
        boolean isOfAReader(Logins logins, Instant now) {
            try {
                return session.isCurrent(logins, now);
            } catch (IllegalStateException over) {
                return false; // the servlet API says so of a session that has ended
            }
        }

        /** @return false when the reader is gone, which is how a stream ends mostly */
        boolean send(String text) {
            try {
                context.getResponse().getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                context.getResponse().flushBuffer();
                return true;
            } catch (IOException | IllegalStateException gone) {
                return false; // the servlet API says the second of an answer that the container has ended
            }
        }

        void complete() {
            try {
                context.complete();
            } catch (IllegalStateException ended) {
                LOG.debug("stream ended before reason={}", ended.getMessage());
            }
        }
    }
}
