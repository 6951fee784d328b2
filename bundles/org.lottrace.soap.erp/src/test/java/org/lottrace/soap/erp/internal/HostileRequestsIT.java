package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.web.gate.testing.GatedServer;

/** Requests that are no XML, or larger than any request: refused with a reason, nothing recorded, and the next one is served. */
class HostileRequestsIT {
    private static final int MORE_THAN_ALLOWED = 11_000_000;

    private static Company company;

    @BeforeAll
    static void start() {
        company = new Company();
        company.post(Example.PARTNERS);
        company.post(Example.ITEMS);
        company.post(Example.SITES);
        company.post(Example.PURCHASE_ORDERS);
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    @AfterEach
    void nothing_was_recorded_and_the_next_request_is_served() {
        assertEquals(0, company.ledger().head());
        assertEquals(200, company.post(Example.ITEMS).status());
    }

    static Stream<Arguments> malformed() {
        String movements = Example.INBOUND;
        String envelope = movements.substring(movements.indexOf("<soap:Envelope"));
        return Stream.of(
                refused("an undeclared entity", quantity("4&nbsp;00"), "nbsp"),
                refused("an undeclared entity that is all", quantity("&amount;"), "amount"),
                refused(
                        "an undeclared entity in an attribute",
                        movements.replace("unit=\"KGM\"", "unit=\"K&x;GM\""),
                        "x"),
                refused("an undeclared entity between elements", movements.replace("<receipt>", "&x;<receipt>"), "x"),
                refused("an undeclared entity in a header", header("&x;"), "x"),
                refused("a declared entity", "<!DOCTYPE x [<!ENTITY e \"4\">]>" + quantity("&e;00"), "DOCTYPE"),
                refused(
                        "an external entity",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + quantity("&e;"),
                        "DOCTYPE"),
                refused(
                        "an external document type",
                        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">" + envelope,
                        "DOCTYPE"),
                refused("a billion laughs", laughs() + quantity("&l9;"), "DOCTYPE"),
                refused("a document type that declares nothing", "<!DOCTYPE x>" + envelope, "DOCTYPE"),
                refused("cut off behind the operation", upTo("</captureMovements>"), ""),
                refused("cut off behind the body", upTo("</soap:Body>"), ""),
                refused("text behind the end", movements + "and more", ""),
                refused("an element behind the end", movements + "<a/>", ""),
                refused(
                        "a second operation",
                        movements.replace("</captureMovements>", "</captureMovements><getStock/>"),
                        "getStock"),
                refused("a character that XML has not", quantity("4&#0;00"), ""),
                refused("an unknown prefix", movements.replace("<receipt>", "<x:receipt>"), ""),
                refused("an attribute twice", movements.replace("unit=\"KGM\"", "unit=\"KGM\" unit=\"KGM\""), ""));
    }

    private static Arguments refused(String what, String request, String named) {
        return Arguments.of(what, request, named);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void what_is_not_well_formed_is_refused_with_its_place(String what, String request, String named) {
        Answer answer = company.post(request);

        assertEquals(500, answer.status(), answer.body());
        assertEquals(List.of("soap:Client"), answer.all("faultcode"));
        assertTrue(answer.violations().get(0).startsWith("XML_MALFORMED line "), answer.body());
        assertTrue(answer.all("message").get(0).contains(named), answer.body());
    }

    static Stream<Arguments> exaggerated() {
        return Stream.of(
                Arguments.of("elements in each other", "<a>".repeat(1_000_000)),
                Arguments.of("elements in each other in a header", header("<a>".repeat(1_000_000))),
                Arguments.of("elements beside each other", inBody("<a/>".repeat(1_000_000))),
                Arguments.of("attributes", inBody("<a" + attributes(100_000) + "/>")),
                Arguments.of("one attribute", inBody("<a b=\"" + "x".repeat(9_000_000) + "\"/>")),
                Arguments.of("one name", inBody("<" + "x".repeat(9_000_000) + "/>")),
                Arguments.of("namespaces", inBody("<a" + attributes(100_000).replace(" a", " xmlns:a") + "/>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exaggerated")
    void what_no_request_needs_is_refused(String what, String request) {
        Answer answer = company.post(request);

        assertEquals(500, answer.status(), answer.body());
        assertEquals(List.of("soap:Client"), answer.all("faultcode"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain; charset=utf-8",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=b",
                "application/json",
                "application/octet-stream"
            })
    void what_a_page_of_the_web_can_make_a_browser_send_is_no_request(String type) {
        Answer answer = posted(type, Example.INBOUND);

        assertEquals(415, answer.status(), answer.body());
        assertEquals(List.of("CONTENT_TYPE_WRONG "), answer.violations());
        assertEquals(List.of("soap:Client"), answer.all("faultcode"));
    }

    @Test
    void a_request_with_six_hundred_attachments_is_refused_and_says_how_to_send_it() {
        String part = "--b\r\nContent-Type: text/plain\r\nContent-ID: <x>\r\n\r\nx\r\n";
        String envelope = "--b\r\nContent-Type: text/xml\r\nContent-ID: <e>\r\n\r\n" + Example.INBOUND + "\r\n";

        Answer answer =
                posted("multipart/related; type=\"text/xml\"; boundary=b", envelope + part.repeat(600) + "--b--\r\n");

        assertEquals(415, answer.status(), answer.body());
        assertTrue(answer.all("message").get(0).contains("without attachments"), answer.body());
    }

    static Stream<Arguments> questions() {
        String trace = Example.ASK_TRACE;
        return Stream.of(
                Arguments.of(
                        "a page of none", Example.ASK_LOTS.replace(">50<", ">0<"), List.of("SCHEMA_INVALID limit")),
                Arguments.of(
                        "a page of everything",
                        Example.ASK_SALES_ORDERS.replace(">50<", ">2147483647<"),
                        List.of("SCHEMA_INVALID limit")),
                Arguments.of(
                        "a page of more than a number holds",
                        Example.ASK_PARTNERS.replace(">2<", ">99999999999999999999<"),
                        List.of("SCHEMA_INVALID limit")),
                Arguments.of(
                        "a cursor that is no name",
                        Example.ASK_PARTNERS.replace(">C-200<", ">' or 1=1 --<"),
                        List.of("SCHEMA_INVALID after")),
                Arguments.of(
                        "a cursor of another list",
                        Example.ASK_LOTS.replace(
                                "<limit>",
                                "<after><issuer>S-100</issuer><item>F-FLOUR-1</item><number>X</number></after><limit>"),
                        List.of("LOT_UNKNOWN after")),
                Arguments.of(
                        "a lot and a list at once",
                        Example.ASK_LOTS.replace("<limit>", "<lot><number>X</number></lot><limit>"),
                        List.of("SCHEMA_INVALID lot")),
                Arguments.of("less than no level", trace.replace(">5<", ">-1<"), List.of("SCHEMA_INVALID levels")),
                Arguments.of(
                        "a direction that is none",
                        trace.replace(">FORWARD<", ">SIDEWAYS<"),
                        List.of("SCHEMA_INVALID direction")),
                Arguments.of(
                        "a position before the first and a time without an offset",
                        trace.replace(
                                "<levels>",
                                "<ledgerPosition>-1</ledgerPosition><knownAt>2026-03-01T00:00:00</knownAt><levels>"),
                        List.of("SCHEMA_INVALID ledgerPosition", "SCHEMA_INVALID knownAt")),
                Arguments.of(
                        "a time that no calendar has",
                        trace.replace("<levels>", "<happenedBy>2026-02-30T00:00:00Z</happenedBy><levels>"),
                        List.of("SCHEMA_INVALID happenedBy")),
                Arguments.of(
                        "neither yes nor no",
                        trace.replace("</levels>", "</levels><withoutEdges>maybe</withoutEdges>"),
                        List.of("SCHEMA_INVALID withoutEdges")),
                Arguments.of(
                        "a purpose that is none",
                        Example.ASK_USABILITY.replace(">SHIPMENT<", ">SPECULATION<"),
                        List.of("SCHEMA_INVALID purpose")),
                Arguments.of(
                        "an id with a blank",
                        Example.ASK_EVENT.replace(">ham:", ">ham "),
                        List.of("SCHEMA_INVALID eventId")),
                Arguments.of(
                        "a check digit, which no schema can check",
                        Example.ASK_ITEMS.replace("<number>R-WHEAT</number>", "<gtin>04000000000106</gtin>"),
                        List.of("IDENTIFIER_INVALID gtin")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void a_question_with_a_field_that_cannot_be_is_refused_with_its_place(
            String what, String request, List<String> violations) {
        Answer answer = company.post(request);

        assertEquals(500, answer.status(), answer.body());
        assertEquals(List.of("soap:Client"), answer.all("faultcode"), answer.body());
        assertEquals(violations, answer.violations(), answer.body());
    }

    static Stream<Arguments> tooLong() {
        String blanks = " ".repeat(16_000);
        return Stream.of(
                Arguments.of("a value", quantity("4" + blanks), "consumption.line.quantity", "1000 characters"),
                Arguments.of(
                        "an attribute",
                        Example.INBOUND.replace("unit=\"KGM\"", "unit=\"" + blanks + "\""),
                        "consumption.line.quantity",
                        "attribute unit"),
                Arguments.of(
                        "a megabyte of a value",
                        quantity("4".repeat(1_000_000)),
                        "consumption.line.quantity",
                        "1000 characters"),
                Arguments.of(
                        "a message id",
                        Example.INBOUND.replace(
                                "<soap:Body>",
                                "<soap:Header><a:MessageID xmlns:a=\"http://www.w3.org/2005/08/addressing\">"
                                        + "x".repeat(5_000_000) + "</a:MessageID></soap:Header><soap:Body>"),
                        "line ",
                        "16384 characters"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooLong")
    void what_is_longer_than_any_value_is_refused_for_that_before_anything_is_compared(
            String what, String request, String where, String message) {
        Answer answer = company.post(request);

        assertEquals(List.of("soap:Client"), answer.all("faultcode"), answer.body());
        assertTrue(answer.violations().get(0).contains(" " + where), answer.body());
        assertTrue(answer.all("message").get(0).contains(message), answer.body());
    }

    @Test
    void a_body_that_is_cut_off_is_the_fault_of_who_sent_it() throws IOException {
        String answer = raw(
                "Content-Length: 100000",
                out -> {
                    out.write(Example.INBOUND.substring(0, 300).getBytes(StandardCharsets.US_ASCII));
                },
                true);

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }

    @Test
    void who_keeps_his_body_back_holds_up_nobody_else() throws Exception {
        URI address = company.server().request("/erp").build().uri();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("POST " + address.getPath() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n"
                                    + "Authorization: " + GatedServer.basic("erp", "secret")
                                    + "\r\nExpect: 100-continue\r\nContent-Length: 1000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String asked = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 100", asked, "somebody waits for the body now");

            CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> company.post(Example.SITES));

            assertEquals(200, other.get(20, TimeUnit.SECONDS).status());
        }
    }

    /** Nothing of it is sent until the answer has come. */
    @Test
    @Timeout(20)
    void a_body_that_announces_more_than_is_allowed_is_refused_before_it_is_read() throws IOException {
        String answer = raw("Content-Length: " + MORE_THAN_ALLOWED, out -> {});

        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("REQUEST_TOO_LARGE") && answer.contains("10000000 bytes"), answer);
    }

    @Test
    void a_body_in_chunks_without_end_is_refused_when_it_is_too_large() throws IOException {
        byte[] chunk = ("2000\r\n" + " ".repeat(0x2000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

        String answer = raw("Transfer-Encoding: chunked", out -> {
            for (int sent = 0; sent <= 10_000_000; sent += 0x2000) {
                out.write(chunk);
            }
        });

        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("REQUEST_TOO_LARGE"), answer);
    }

    @Test
    void requests_of_the_allowed_size_at_once_are_refused_or_told_to_come_again_and_small_ones_are_served()
            throws InterruptedException {
        String large = counts(20, 4_400);
        assertTrue(large.length() > 9_000_000 && large.length() < 10_000_000, () -> "" + large.length());
        List<Answer> answers = new CopyOnWriteArrayList<>();
        List<Thread> senders = Stream.generate(() -> new Thread(() -> answers.add(company.post(large))))
                .limit(8)
                .toList();
        senders.forEach(Thread::start);

        assertEquals(200, company.post(Example.SITES).status());

        for (Thread sender : senders) {
            sender.join();
        }
        assertEquals(8, answers.size());
        assertTrue(answers.stream().anyMatch(answer -> answer.status() == 503), "nobody had to wait");
        assertTrue(answers.stream().anyMatch(answer -> answer.status() == 500), "nobody was read");
        answers.forEach(answer -> {
            boolean later = answer.status() == 503;
            assertEquals(List.of(later ? "TOO_MANY_REQUESTS" : "TOO_MANY_LINES"), answer.all("code"), answer.body());
            assertEquals(List.of(later ? "soap:Server" : "soap:Client"), answer.all("faultcode"));
        });
    }

    @Test
    void lines_are_counted_over_all_movements_of_a_request() {
        Answer most = company.post(counts(20, 100));
        Answer more = company.post(counts(21, 96));

        assertEquals(20, most.all("result").size());
        assertEquals(List.of("TOO_MANY_LINES "), more.violations());
        assertTrue(more.all("message").get(0).contains("2016 lines"), more.body());
    }

    @Test
    void a_fault_lists_a_hundred_problems_and_says_how_many_there_are() {
        String items = IntStream.range(0, 500)
                .mapToObj(i -> "<item><number>I" + i + "</number><description>x</description>"
                        + "<type>RAW_MATERIAL</type><gtin>04000000000106</gtin><baseUnit>KGM</baseUnit></item>")
                .collect(Collectors.joining("", "<saveItems xmlns=\"urn:lottrace:erp:1\">", "</saveItems>"));

        Answer answer = company.post(envelope(items));

        assertEquals(100, answer.violations().size(), answer.body());
        assertTrue(answer.all("faultstring").get(0).endsWith("Problems: 500; the first 100 are listed"));
    }

    private static Answer posted(String contentType, String body) {
        HttpResponse<String> response = company.server()
                .send(company.server()
                        .request("/erp")
                        .header("Authorization", GatedServer.basic("erp", "secret"))
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body)));
        return new Answer(response.statusCode(), response.body());
    }

    /** Counts of lots that nobody knows, as many as the attacker of the first trial sent. */
    private static String counts(int movements, int lines) {
        StringBuilder text = new StringBuilder("<captureMovements xmlns=\"urn:lottrace:erp:1\">");
        for (int m = 0; m < movements; m++) {
            text.append("<stockCount><eventId>c")
                    .append(m)
                    .append("</eventId><time>2026-03-20T08:00:00+01:00</time><site>HAM</site><countSheet>C")
                    .append(m)
                    .append("</countSheet>");
            for (int l = 0; l < lines; l++) {
                text.append("<line><lot><number>L")
                        .append(m * lines + l)
                        .append("</number></lot><location>A-01</location><quantity unit=\"KGM\">1</quantity></line>");
            }
            text.append("</stockCount>");
        }
        return envelope(text.append("</captureMovements>").toString());
    }

    private static String envelope(String content) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + content
                + "</soap:Body></soap:Envelope>";
    }

    /** Sends what no HTTP client would; the server may hang up while it is sending. */
    private static String raw(String length, Body body) throws IOException {
        return raw(length, body, false);
    }

    /** @param ends whether the sender says that nothing more will come */
    private static String raw(String length, Body body, boolean ends) throws IOException {
        URI address = company.server().request("/erp").build().uri();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + address.getPath()
                            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nAuthorization: "
                            + GatedServer.basic("erp", "secret") + "\r\n" + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            body.writeTo(out);
            out.flush();
            if (ends) {
                socket.shutdownOutput();
            }
            byte[] answer = new byte[100_000];
            int read = socket.getInputStream().readNBytes(answer, 0, answer.length);
            return new String(answer, 0, read, StandardCharsets.UTF_8);
        }
    }

    private interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private static String quantity(String text) {
        String movements = Example.INBOUND.substring(Example.INBOUND.indexOf("<soap:Envelope"));
        return movements.replace("<quantity unit=\"KGM\">400<", "<quantity unit=\"KGM\">" + text + "<");
    }

    private static String header(String content) {
        return Example.INBOUND.replace(
                "<soap:Body>", "<soap:Header><x xmlns=\"urn:x\">" + content + "</x></soap:Header><soap:Body>");
    }

    private static String inBody(String content) {
        return Example.INBOUND.replace("<receipt>", content + "<receipt>");
    }

    private static String upTo(String end) {
        return Example.INBOUND.substring(0, Example.INBOUND.indexOf(end) + end.length());
    }

    private static String attributes(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(" a").append(i).append("=\"x\"");
        }
        return text.toString();
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"4\">");
        for (int i = 1; i < 10; i++) {
            text.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return text.append("]>").toString();
    }
}
