package org.lottrace.journal.push.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A system of accounting as somebody else might write it: it books what it does not know by its key, and behaves as a test says. */
final class Accounting implements AutoCloseable {
    /** What becomes of one request. */
    enum Manner {
        BOOKS,
        BOOKS_AND_LOSES_THE_ANSWER,
        BOOKS_AND_ANSWERS_TOO_LATE,
        BOOKS_AND_ANSWERS_BIT_BY_BIT,
        BOOKS_AND_ANSWERS_WITHOUT_END,
        LOSES_THE_REQUEST,
        HAS_MOVED,
        REFUSES,
        FAILS,
        IS_BUSY,
        LETS_NOBODY_IN,
        ANSWERS_NONSENSE
    }

    private static final Pattern KEY = Pattern.compile("<(?:ref|key)>([^<]*)</");
    private static final String ENVELOPE =
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>%s</s:Body></s:Envelope>";
    private static final String FAULT =
            ENVELOPE.formatted("<s:Fault><faultcode>s:%s</faultcode><faultstring>%s</faultstring></s:Fault>");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Deque<Manner> manners = new ArrayDeque<>();
    private final Map<String, String> booked = new LinkedHashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Map<String, List<String>>> headers = new ArrayList<>();
    private Manner usual = Manner.BOOKS;

    Accounting() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/journal", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/journal";
    }

    synchronized void behaves(Manner... next) {
        manners.addAll(List.of(next));
    }

    synchronized void usually(Manner manner) {
        usual = manner;
    }

    /** @return keys in the order in which they were booked; each once */
    synchronized List<String> booked() {
        return List.copyOf(booked.keySet());
    }

    synchronized String request(String key) {
        return booked.get(key);
    }

    /** @return keys of all requests, repeats included */
    synchronized List<String> keys() {
        return List.copyOf(keys);
    }

    synchronized Map<String, List<String>> headers(int request) {
        return headers.get(request);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher found = KEY.matcher(body);
        String key = found.find() ? found.group(1) : "none";
        Manner manner;
        boolean isNew;
        synchronized (this) {
            manner = manners.isEmpty() ? usual : manners.poll();
            keys.add(key);
            headers.add(Map.copyOf(exchange.getRequestHeaders()));
            isNew = manner.name().startsWith("BOOKS") && booked.putIfAbsent(key, body) == null;
        }
        switch (manner) {
            case BOOKS ->
                send(exchange, 200, ENVELOPE.formatted("<status>" + (isNew ? "OK" : "DUPLICATE") + "</status>"));
            case BOOKS_AND_LOSES_THE_ANSWER, LOSES_THE_REQUEST -> exchange.close();
            case BOOKS_AND_ANSWERS_TOO_LATE -> {
                try {
                    end.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                exchange.close();
            }
            case BOOKS_AND_ANSWERS_BIT_BY_BIT -> forEver(exchange, 1);
            case BOOKS_AND_ANSWERS_WITHOUT_END -> forEver(exchange, 100_000);
            case HAS_MOVED -> {
                exchange.getResponseHeaders().add("Location", url());
                send(exchange, 302, "<html><body>It has moved</body></html>");
            }
            case REFUSES -> send(exchange, 500, FAULT.formatted("Client", "no account 4711"));
            case FAILS -> send(exchange, 500, FAULT.formatted("Server", "out of order"));
            case IS_BUSY -> send(exchange, 503, "later");
            case LETS_NOBODY_IN -> send(exchange, 401, "who are you?");
            case ANSWERS_NONSENSE -> send(exchange, 200, "<html>welcome");
        }
    }

    /** Until nobody reads any more. */
    private void forEver(HttpExchange exchange, int bytes) {
        try {
            exchange.sendResponseHeaders(200, 0);
            while (!end.await(50, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(new byte[bytes]);
                exchange.getResponseBody().flush();
            }
        } catch (IOException gone) {
            exchange.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
