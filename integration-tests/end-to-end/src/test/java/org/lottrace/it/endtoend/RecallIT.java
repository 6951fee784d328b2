package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;

/**
 * A recall of salt that is in almost everything, from the decision to the answers, with a real SMTP server: e-mail, an 864
 * for the partner that agreed to it, a letter for the one without e-mail, and the page and the file with which consignees answer.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecallIT {
    private static final String SALT = "RM-1005/SAL-262711";
    private static final String CASE = "R-000001";
    private static final Set<String> BY_MAIL =
            Set.of("qs@bioladen.example", "kueche@hafenblick.example", "inbound@nordicexport.example");
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static GreenMail mail;
    private static LotTraceProcess lottrace;

    @BeforeAll
    static void start() throws Exception {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        lottrace = new LotTraceProcess("recall");
        succeeds(lottrace.script("run"));
        configure(
                "notice.mail",
                Map.of(
                        "host", "127.0.0.1",
                        "port", String.valueOf(mail.getSmtp().getPort()),
                        "security", "NONE",
                        "from", "qs@nordlicht.example"));
        configure("notice.edi", Map.of("partners", "C-501"));
        // so seldom that only what is sent at once is sent at all
        LotTraceProcess.replace(lottrace.configuration("org.lottrace.recall"), "look.seconds = 3600\n");
        configure("response", Map.of("public.url", lottrace.address()));
        withoutEmail("C-504");
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
        mail.stop();
    }

    @Test
    @Order(1)
    void opening_blocks_everything_that_contains_the_salt() throws Exception {
        Set<String> affected = texts(lottrace.shell("recall:scope " + SALT).get("affected"), "lot");

        lottrace.shell("recall:open --class II --regime EU_FOOD --trigger SUPPLIER --site HAM"
                + " --reason 'Salt may contain splinters of metal.' --hazard 'Splinters can injure the mouth.'"
                + " --instructions 'Keep the goods apart until they are collected.'"
                + " --contact 'QS Nordlicht, +49 40 5550100' --decided-by 'Dr. Quandt' " + SALT);

        assertTrue(affected.size() > 10, affected.toString());
        Set<String> blocked = texts(lottrace.shell("lot:held"), "lot");
        assertTrue(blocked.containsAll(affected), blocked.toString());
    }

    @Test
    @Order(2)
    void every_consignee_is_told_his_way() throws Exception {
        lottrace.shell("recall:notify " + CASE);

        Waiting.until("notices", () -> stream(lottrace.shell("recall:consignees " + CASE))
                .noneMatch(consignee -> consignee.get("followUp").asText().equals("NOT_TOLD")));
        assertEquals(
                BY_MAIL,
                Stream.of(mail.getReceivedMessages())
                        .map(RecallIT::receiver)
                        .collect(Collectors.toCollection(TreeSet::new)));
        try (Stream<Path> files = Files.list(lottrace.edi("outbox"))) {
            Path message = files.filter(file -> file.getFileName().toString().startsWith("864-FRISCHMARKT"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(Files.readString(message).contains("MSG*Salt may contain splinters of metal."));
        }
        assertTrue(Files.size(lottrace.data("recall/letters/R-000001-C-504-1.pdf")) > 1000);
        Instant queued = Instant.parse(
                lottrace.shell("recall:notices " + CASE).get(0).get("queuedAt").asText());
        JsonNode clock = lottrace.shell("recall:report " + CASE).get("clock");
        Duration untilLast =
                Duration.between(queued, Instant.parse(clock.get("allNotified").asText()));
        assertTrue(untilLast.toSeconds() < 15, clock.toString());
    }

    @Test
    @Order(3)
    void a_consignee_answers_on_the_page_of_his_notice() throws Exception {
        URI page = pageIn(mail.getReceivedMessages()[0]);
        String form = get(page);
        Map<String, String> fields = new LinkedHashMap<>(hiddenFields(form));
        fields.put("name", "Frau Grün");
        Matcher amounts =
                Pattern.compile("name=\"((onHand|destroyed|used)-\\d+)\"").matcher(form);
        while (amounts.find()) {
            fields.put(amounts.group(1), "0");
        }

        assertEquals(
                400,
                post(page, Map.of("notice", fields.get("notice"), "token", fields.get("token")))
                        .statusCode());
        HttpResponse<String> thanks = post(page, fields);

        assertEquals(200, thanks.statusCode(), thanks.body());
        assertTrue(thanks.body().contains("Thank you"), thanks.body());
        assertTrue(hasAnswered(fields.get("notice")));
    }

    @Test
    @Order(4)
    void a_consignee_answers_with_the_file_of_his_notice() throws Exception {
        String sent = fileIn(mail.getReceivedMessages()[1]);
        String notice = Pattern.compile("R-000001/C-\\d+/1")
                .matcher(sent)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        // as a spreadsheet saves it, filled in behind the unit: on hand, destroyed, used, certificate, told, name
        String filledIn =
                sent.replaceAll("(?m),,,,,,$", ",0,0,\"1,5\",,yes,Herr Blau").replace("\n", "\r\n");

        drop("answer.csv", filledIn.replaceFirst("\"1,5\"", "many"));
        Path setAside = lottrace.data("recall/answers/rejected/answer.csv");
        Waiting.until("file set aside", () -> Files.exists(setAside));
        String report = Files.readString(Path.of(setAside + ".report.txt"));
        assertTrue(report.contains("(Sold or used)\tAMOUNT_WRONG"), report);
        assertFalse(hasAnswered(notice));
        Waiting.until("warning", () -> health().contains("answers WARN"));
        Files.delete(setAside);

        drop("answer.csv", filledIn);
        Waiting.until("answer by file", () -> hasAnswered(notice));
        int steps = steps();
        drop("again.csv", filledIn);
        Waiting.until("file archived", () -> Files.exists(lottrace.data("recall/answers/archive/again.csv")));
        assertEquals(steps, steps());
        assertTrue(Files.exists(lottrace.data("recall/answers/archive/answer.csv")));
        Waiting.until("no warning", () -> health().contains("answers OK"));
    }

    @Test
    @Order(5)
    void a_link_that_was_changed_shows_nothing() throws Exception {
        URI page = pageIn(mail.getReceivedMessages()[0]);

        HttpResponse<String> other = BROWSER.send(
                HttpRequest.newBuilder(URI.create(page.toString().replaceAll("C-50\\d", "C-501")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertEquals(404, other.statusCode());
        assertFalse(other.body().contains("SH-9"), other.body());
    }

    @Test
    @Order(6)
    void a_case_with_unexplained_quantity_does_not_close_and_is_exported_whole() throws Exception {
        Outcome refused = lottrace.script("shell", "recall:close " + CASE + " --summary 'all done'");

        assertFalse(refused.status() == 0, refused.output());
        Outcome export = lottrace.script("shell", "recall:export " + CASE);
        succeeds(export);
        JsonNode steps = new ObjectMapper().readTree(export.output()).get("case");
        assertTrue(steps.toString().contains("Dr. Quandt"));
        succeeds(lottrace.script("shell", "recall:print " + CASE + " case.pdf"));
        String printed = textOf(lottrace.data("karaf/files/case.pdf"));
        leaves(steps).forEach(fact -> assertTrue(printed.contains(fact.replaceAll("\\s", "")), fact));
        succeeds(lottrace.script("shell", "lot:verify"));
    }

    private static void configure(String part, Map<String, String> values) throws IOException {
        Path file = lottrace.configuration("org.lottrace." + part);
        String text = Files.readString(file);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replaceAll(
                    "(?m)^" + Pattern.quote(value.getKey()) + " *=.*$",
                    Matcher.quoteReplacement(value.getKey() + " = " + value.getValue()));
        }
        LotTraceProcess.replace(file, text);
    }

    private static void withoutEmail(String party) throws IOException, InterruptedException {
        String parties = Files.readString(
                Path.of(System.getProperty("it.checkout"), "features/sample-company/001-parties.soap.xml"));
        MatchResult one = Pattern.compile("(?s)<party>\\s*<id>" + party + "</id>.*?</party>")
                .matcher(parties)
                .results()
                .findFirst()
                .orElseThrow();
        String answer = lottrace.soap(
                "erp",
                "<savePartners xmlns=\"urn:lottrace:erp:1\">" + one.group().replaceAll("<email>.*?</email>", "")
                        + "</savePartners>");
        assertTrue(answer.contains("saved"), answer);
    }

    private static URI pageIn(MimeMessage message) throws Exception {
        String text = (String) ((Multipart) message.getContent()).getBodyPart(0).getContent();
        Matcher link = Pattern.compile("Answer here: (\\S+)").matcher(text);
        assertTrue(link.find(), text);
        return URI.create(link.group(1));
    }

    private static String fileIn(MimeMessage message) throws Exception {
        BodyPart file = ((Multipart) message.getContent()).getBodyPart(1);
        return new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** As a person or a mail program does: it has its name only when it is complete. */
    private static void drop(String name, String content) throws IOException {
        Path inbox = lottrace.data("recall/answers/inbox");
        Path partial = Files.writeString(inbox.resolve("." + name), content);
        Files.move(partial, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean hasAnswered(String notice) throws IOException, InterruptedException {
        String party = notice.split("/")[1];
        return stream(lottrace.shell("recall:consignees " + CASE))
                .filter(one -> one.get("party").asText().equals(party))
                .flatMap(one -> stream(one.get("lines")))
                .allMatch(line -> line.get("answered").asBoolean());
    }

    private static int steps() throws IOException, InterruptedException {
        return lottrace.shell("recall:case " + CASE).get("steps").size();
    }

    private static String health() throws IOException, InterruptedException {
        return get(URI.create(lottrace.address() + "/lottrace-health"));
    }

    private static String receiver(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException("a received message has no receiver", e);
        }
    }

    private static Map<String, String> hiddenFields(String form) {
        return Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"")
                .matcher(form)
                .results()
                .collect(Collectors.toMap(field -> field.group(1), field -> field.group(2)));
    }

    private static String get(URI page) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                BROWSER.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), URLDecoder.decode(page.toString(), StandardCharsets.UTF_8));
        return answer.body();
    }

    private static HttpResponse<String> post(URI page, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(page.toString().replaceAll("\\?.*", "")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Without white space: a long fact goes over several lines. */
    private static String textOf(Path paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static Stream<String> leaves(JsonNode node) {
        return node.isContainerNode() ? stream(node).flatMap(RecallIT::leaves) : Stream.of(node.asText());
    }

    private static Set<String> texts(JsonNode array, String field) {
        return stream(array).map(node -> node.get(field).asText()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static void succeeds(Outcome outcome) {
        assertEquals(0, outcome.status(), outcome.output());
    }
}
