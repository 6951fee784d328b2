package org.lottrace.rest.internal.feed;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongSupplier;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.operation.RefusedException;
import org.lottrace.api.violation.Violation;
import org.lottrace.rest.internal.json.Json;
import org.lottrace.rest.internal.json.Shapes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader of the ledger. It is sent what the connection takes, and never waited for. Used by one thread at a time.
 *
 * <p>Source: HTML Living Standard, 9.2 (server-sent events).
 */
final class Feed {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int AT_A_TIME = 100;

    private final String user;
    private final AsyncContext request;
    private final ServletOutputStream output;
    private final Ledger ledger;
    private final FeedLimits limits;
    private final LongSupplier nanoTime;
    private final long started;
    private long lastWritten;
    private long position;
    private volatile boolean begun;
    private volatile boolean closed;

    /**
     * @param ledger for the user
     * @param position after which it begins
     */
    Feed(
            String user,
            AsyncContext request,
            ServletOutputStream output,
            Ledger ledger,
            long position,
            FeedLimits limits,
            LongSupplier nanoTime) {
        this.user = user;
        this.request = request;
        this.output = output;
        this.ledger = ledger;
        this.position = position;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.lastWritten = started;
    }

    String user() {
        return user;
    }

    /** The connection can be written to. */
    void begin() {
        begun = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Sends what is new; after a while without news a sign of life, after a long one the end: the reader comes again. */
    void look() {
        try {
            long now = nanoTime.getAsLong();
            if (!begun || !output.isReady()) {
                if (now - lastWritten > limits.stalled().toNanos()) {
                    LOG.info("feed ended user={} reason=nobody reads it", user);
                    close();
                }
                return;
            }
            List<RecordedEvent> events = ledger.after(position, AT_A_TIME);
            if (!events.isEmpty()) {
                write(text(events), now);
                position = events.get(events.size() - 1).position();
            } else if (now - lastWritten > limits.silence().toNanos()) {
                write(": nothing new\n\n", now);
            }
            if (now - started > limits.longest().toNanos()) {
                close();
            }
        } catch (IOException gone) {
            LOG.debug("feed ended user={} reason=the reader went", user, gone);
            close();
        } catch (RefusedException tooLong) {
            LOG.warn("feed ended user={} position={} reason={}", user, position, tooLong.getMessage());
            last(tooLong.violation());
        } catch (RuntimeException failed) {
            LOG.warn("feed ended user={} position={}", user, position, failed);
            close();
        }
    }

    private static String text(List<RecordedEvent> events) {
        StringBuilder text = new StringBuilder();
        for (RecordedEvent event : events) {
            text.append("id: ")
                    .append(event.position())
                    .append("\nevent: ")
                    .append(event.event().type().code())
                    .append("\ndata: ")
                    .append(Json.text(Shapes.of(RecordedEvent.class), event))
                    .append("\n\n");
        }
        return text.toString();
    }

    private void write(String text, long now) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
        lastWritten = now;
        if (output.isReady()) {
            output.flush();
        }
    }

    /** Why it ends, as a comment: the reader comes again by itself, and goes on after its position. */
    private void last(Violation why) {
        try {
            write(": " + why.code() + " " + why.message() + "\n\n", nanoTime.getAsLong());
        } catch (IOException gone) {
            LOG.debug("feed ended user={} reason=the reader went", user, gone);
        }
        close();
    }

    void close() {
        if (!closed) {
            closed = true;
            try {
                request.complete();
            } catch (IllegalStateException ended) {
                LOG.debug("feed was over already user={}", user, ended);
            }
        }
    }

    /** The container says that it is over. */
    void over() {
        closed = true;
    }
}
