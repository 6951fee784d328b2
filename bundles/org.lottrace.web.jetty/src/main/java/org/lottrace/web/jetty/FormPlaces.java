package org.lottrace.web.jetty;

import java.util.HashMap;
import java.util.Map;
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
 * Places for the forms of a path that are read and worked on at a time. The container itself reads forms, each on a thread and in memory: many slow or large ones at once would leave
 * nobody else any. Whoever comes beyond the limit is told to come again, before anything of the body is read. Other ways in count for themselves, by user.
 */
public final class FormPlaces extends Handler.Wrapper {
    /** Bytes; what people type is smaller. */
    private static final long LARGE = 1_000_000;

    private final String path;
    private final int most;
    private final int mostOfOneAddress;
    private final int mostLarge;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;
    private int large;

    /**
     * @param path whose requests are counted, when they have a body; ends with a slash
     * @param most at a time
     * @param mostOfOneAddress of them
     * @param mostLarge of more than a megabyte, or in chunks, which say no size
     */
    public FormPlaces(String path, int most, int mostOfOneAddress, int mostLarge) {
        this.path = path;
        this.most = most;
        this.mostOfOneAddress = mostOfOneAddress;
        this.mostLarge = mostLarge;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!hasBody(request) || !request.getHttpURI().getCanonicalPath().startsWith(path)) {
            return super.handle(request, response, callback);
        }
        Optional<Place> place = take(Request.getRemoteAddr(request), isLarge(request));
        if (place.isEmpty()) {
            comeAgain(response, callback);
            return true;
        }
        boolean isHandled = false;
        try {
            Callback last = Callback.from(callback, place.get()::giveBack);
            isHandled = super.handle(new SlowBody(request, System::nanoTime), response, last);
        } finally {
            if (!isHandled) {
                place.get().giveBack();
            }
        }
        return isHandled;
    }

    private static boolean hasBody(Request request) {
        return request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > 0 || isInChunks(request);
    }

    private static boolean isLarge(Request request) {
        return request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > LARGE || isInChunks(request);
    }

    private static boolean isInChunks(Request request) {
        return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private synchronized Optional<Place> take(String address, boolean isLarge) {
        int own = taken.getOrDefault(address, 0);
        if (all >= most || own >= mostOfOneAddress || isLarge && large >= mostLarge) {
            return Optional.empty();
        }
        all++;
        large += isLarge ? 1 : 0;
        taken.put(address, own + 1);
        return Optional.of(new Place(address, isLarge));
    }

    private synchronized void giveBack(String address, boolean isLarge) {
        all--;
        large -= isLarge ? 1 : 0;
        taken.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }

    /** Given back once, by whoever ends the request first. */
    private final class Place {
        private final String address;
        private final boolean isLarge;
        private final AtomicBoolean isGivenBack = new AtomicBoolean();

        Place(String address, boolean isLarge) {
            this.address = address;
            this.isLarge = isLarge;
        }

        void giveBack() {
            if (isGivenBack.compareAndSet(false, true)) {
                FormPlaces.this.giveBack(address, isLarge);
            }
        }
    }

    private static void comeAgain(Response response, Callback callback) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
        response.getHeaders().put(HttpHeader.RETRY_AFTER, 2);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        Content.Sink.write(
                response,
                true,
                "LotTrace is working on as many forms as it takes at a time. Nothing of this one was recorded: go back, and"
                        + " send it again in some seconds.\n"
                        + "LotTrace bearbeitet so viele Formulare, wie es auf einmal annimmt. Von diesem wurde nichts gebucht:"
                        + " gehen Sie zurück und senden Sie es in einigen Sekunden noch einmal.\n",
                callback);
    }
}
