package org.lottrace.web.jetty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Places for the pages and forms of the console. Each request holds a thread until the last byte of its page is read, and the container itself reads forms, in memory: many slow or
 * large ones at once would leave nobody else any. Whoever comes beyond the limit is told to come again, before anything is done. Other ways in count for themselves, by user.
 */
public final class PagePlaces extends Handler.Wrapper {
    private static final String PATH = "/console";

    /** What stays open, holds no thread and is counted there. */
    private static final String LIVE = "/console/events";

    /** Bytes; what people type is smaller. */
    private static final long LARGE = 1_000_000;

    /** Bytes that are on their way at once, whether or not somebody reads them. */
    private static final long SENT_AT_ONCE = 64_000;

    /** Bytes; no page takes more. */
    private static final long LARGEST = 20_000_000;

    private final Places pages = new Places(60, 45);
    private final Places forms = new Places(24, 12);

    /** Of more than a megabyte, or in chunks, which say no size. One takes some 15 MB of memory. */
    private final Places large = new Places(4, 4);

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getCanonicalPath();
        if (!isOfTheConsole(path) || path.equals(LIVE)) {
            return super.handle(request, response, callback);
        }
        Optional<Taken> taken = take(request);
        if (taken.isEmpty()) {
            refuse(request, response, callback);
            return true;
        }
        boolean isHandled = false;
        try {
            Callback last = Callback.from(callback, taken.get()::giveBack);
            isHandled = super.handle(new SlowBody(request, System::nanoTime), response, last);
        } finally {
            if (!isHandled) {
                taken.get().giveBack();
            }
        }
        return isHandled;
    }

    private static boolean isOfTheConsole(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    private Optional<Taken> take(Request request) {
        long length = length(request);
        boolean isInChunks = request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        Taken taken = new Taken(Request.getRemoteAddr(request));
        boolean isThere = taken.add(pages)
                && (length <= 0 && !isInChunks || taken.add(forms))
                && (length <= LARGE && !isInChunks || taken.add(large));
        if (!isThere) {
            taken.giveBack();
        }
        return isThere ? Optional.of(taken) : Optional.empty();
    }

    private static long length(Request request) {
        return request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
    }

    /** What one request has taken; given back once, by whoever ends it first. */
    private static final class Taken {
        private final String address;
        private final List<Places> places = new ArrayList<>();
        private final AtomicBoolean isGivenBack = new AtomicBoolean();

        Taken(String address) {
            this.address = address;
        }

        boolean add(Places wanted) {
            return wanted.take(address) && places.add(wanted);
        }

        void giveBack() {
            if (isGivenBack.compareAndSet(false, true)) {
                places.forEach(taken -> taken.giveBack(address));
            }
        }
    }

    /** A browser reads no answer while it sends: what it sends is thrown away first, which takes no thread. Browsers say how much it is. A small form is sent at once: nobody waits for the rest of it. */
    private static void refuse(Request request, Response response, Callback callback) {
        if (length(request) <= SENT_AT_ONCE || length(request) > LARGEST) {
            comeAgain(response, callback);
        } else {
            Content.Source.consumeAll(
                    new SlowBody(request, System::nanoTime),
                    Callback.from(() -> comeAgain(response, callback), callback::failed));
        }
    }

    private static void comeAgain(Response response, Callback callback) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
        response.getHeaders().put(HttpHeader.RETRY_AFTER, 2);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        Content.Sink.write(
                response,
                true,
                "LotTrace is working on as many pages as it takes at a time. Nothing was recorded: go back, and send it again"
                        + " in some seconds.\n"
                        + "LotTrace bearbeitet so viele Seiten, wie es auf einmal annimmt. Nichts wurde gebucht: gehen Sie"
                        + " zurück und senden Sie es in einigen Sekunden noch einmal.\n",
                callback);
    }
}
