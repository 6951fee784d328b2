package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;

/**
 * From a supplier's 856 to a customer's 856 on the built distribution, from the outside only. Lot numbers and amounts
 * were calculated independently of LotTrace from the documents of the sample company.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleCompanyIT {
    private static final int CHANGES_THE_COMPANY = Integer.MAX_VALUE;

    private static LotTraceProcess lottrace;

    @BeforeAll
    static void run_ends_healthy_with_the_sample_company() throws IOException, InterruptedException {
        lottrace = new LotTraceProcess("sample");
        Outcome run = lottrace.script("run");

        assertEquals(0, run.status(), run.output());
        assertTrue(run.output().contains("LotTrace is healthy"), run.output());
        assertTrue(run.output().contains("documents taken in"), run.output());
        assertEquals(
                3,
                run.output()
                        .lines()
                        .filter(line -> line.contains("./lottrace shell "))
                        .count());
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
    }

    @Test
    void a_second_run_finds_the_running_one() throws IOException, InterruptedException {
        Outcome again = lottrace.script("run");

        assertEquals(0, again.status(), again.output());
        assertTrue(again.output().contains("already running"), again.output());
    }

    @Test
    void every_list_of_rest_comes_a_page_at_a_time_and_as_a_file() throws IOException, InterruptedException {
        List<ListsInPages.Found> lists = new ListsInPages(lottrace).all();

        assertEquals(
                List.of(),
                lists.stream().filter(list -> !list.wrong().isEmpty()).toList());
        List<String> proven = lists.stream()
                .filter(list -> list.rows() > 1)
                .map(ListsInPages.Found::path)
                .toList();
        System.out.println("lists with pages: " + proven.size() + " of " + lists.size() + ", without two rows: "
                + lists.stream()
                        .filter(list -> list.rows() < 2)
                        .map(ListsInPages.Found::path)
                        .toList());
        assertTrue(proven.size() >= 45, () -> "of only " + proven + " there are two rows");
    }

    @Test
    void a_busy_port_is_said_with_the_variable_that_changes_it() throws IOException, InterruptedException {
        Outcome refused = lottrace.onTheSamePorts("busy").script("run");

        assertFalse(refused.status() == 0, refused.output());
        assertTrue(refused.output().contains("is in use. Set LOTTRACE_HTTP_PORT"), refused.output());
    }

    @Test
    void a_failing_command_fails_the_script() throws IOException, InterruptedException {
        Outcome unknown = lottrace.script("shell", "lot:show NO-SUCH-LOT");

        assertFalse(unknown.status() == 0, unknown.output());
    }

    @Test
    void a_script_that_asks_for_json_reads_json_whatever_is_wrong_with_its_line() throws Exception {
        for (String line :
                List.of("lot:shwo X --json", "lot:hold --json", "lot:show --jsno X --json", "lot:show 'X --json")) {
            Outcome wrong = lottrace.script("shell", line);

            assertFalse(wrong.status() == 0, wrong.output());
            assertFalse(
                    new ObjectMapper()
                            .readTree(wrong.output())
                            .at("/error")
                            .asText()
                            .isEmpty(),
                    wrong.output());
        }
    }

    @Test
    void every_ship_notice_of_a_supplier_is_acknowledged() throws IOException {
        List<Path> received = files("archive", "");
        List<Path> acknowledgements = files("outbox", "997-");

        assertEquals(15, received.size());
        assertEquals(15, acknowledgements.size());
        for (Path acknowledgement : acknowledgements) {
            assertTrue(Files.readString(acknowledgement).contains("AK5*A~"), acknowledgement.toString());
        }
    }

    @Test
    void every_shipment_to_a_customer_with_edi_becomes_an_856_with_its_lots() throws IOException {
        String notices =
                files("outbox", "856-").stream().map(SampleCompanyIT::content).collect(Collectors.joining());

        assertEquals(15, files("outbox", "856-").size());
        assertTrue(notices.contains("BSN*00*SH-90001*"), notices);
        assertTrue(notices.contains("LT*26273-HAM-1-A-01Z~"), notices);
        assertTrue(notices.contains("MAN*GM*095212340000000174~"), notices);
    }

    @ParameterizedTest
    @CsvSource({"hledger, hledger check --strict -f", "beancount, bean-check"})
    void programs_of_accountants_accept_the_books(String format, String check)
            throws IOException, InterruptedException {
        JsonNode exported = lottrace.shell("cost:export " + format + " books." + format);
        assertTrue(exported.at("/journal/entries").asInt() > 100, exported::toString);
        assertFalse(exported.at("/journal/more").asBoolean(), exported::toString);

        List<String> call = new ArrayList<>(List.of(check.split(" ")));
        call.add(exported.at("/file").asText());
        OtherProgram.succeeds(call.toArray(String[]::new));
    }

    @Test
    void a_backward_trace_reaches_every_ingredient_with_quantities() throws IOException, InterruptedException {
        JsonNode trace = lottrace.shell("lot:trace FG-4001/26280-HAM-1-A-01O --backward");

        assertTrue(texts(trace.get("lots"), "lot")
                .containsAll(Set.of(
                        "NORDLICHT/SF-3001/26279-HAM-1-A-01R",
                        "S-200/PK-2001/CUP-262711",
                        "S-100/RM-1001/OH012609282",
                        "S-200/RM-1005/SAL-262711")));
        assertTrue(children(trace.get("edges"))
                .anyMatch(edge -> edge.at("/edge/input").asText().equals("S-100/RM-1001/OH012609281")
                        && edge.at("/edge/quantity/amount").asText().equals("8")));
    }

    @Test
    void a_forward_trace_goes_through_rework_to_the_customers() throws IOException, InterruptedException {
        JsonNode trace = lottrace.shell("lot:trace FG-4001/26280-HAM-1-A-01O");

        assertTrue(texts(trace.get("lots"), "lot").contains("NORDLICHT/SF-3001/26286-HAM-1-A-01G"));
        assertTrue(children(trace.get("handovers"))
                .anyMatch(handover -> handover.get("type").asText().equals("SHIP")
                        && handover.get("lot").asText().startsWith("NORDLICHT/FG-4002/26287-")
                        && handover.get("party").asText().startsWith("C-")));
        assertEquals(132, trace.get("ledgerPosition").asLong());
    }

    @Test
    void what_was_short_is_said() throws IOException, InterruptedException {
        JsonNode lines = lottrace.shell("alloc:show SO-70027");

        assertEquals("364", lines.get(1).at("/shortBy/amount").asText());
    }

    @ParameterizedTest
    @CsvSource({"SH-90001,310.61", "SH-90003,89.33", "SH-90011,136.49", "SH-90027,660.51"})
    void cost_of_goods_sold_is_exact_to_the_cent(String shipment, String expected)
            throws IOException, InterruptedException {
        String request = "<getShipmentCogs xmlns=\"urn:lottrace:accounting:1\"><shipment>" + shipment
                + "</shipment></getShipmentCogs>";

        assertEquals(
                expected,
                lottrace.shell("cost:cogs " + shipment).at("/total/amount").asText());
        String answer = lottrace.soap("accounting", request);
        assertTrue(answer.contains(">" + expected + "<"), answer);
    }

    @Test
    void the_journal_balances_and_ends_in_the_value_of_the_stock() throws IOException, InterruptedException {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal stock = BigDecimal.ZERO;
        for (JsonNode entry : lottrace.shell("cost:journal --from 2026-09-01 --to 2026-12-31")) {
            for (JsonNode line : entry.get("lines")) {
                BigDecimal amount = new BigDecimal(line.at("/amount/amount").asText());
                sum = sum.add(amount);
                if (Set.of("INVENTORY", "WORK_IN_PROCESS")
                        .contains(line.get("account").asText())) {
                    stock = stock.add(amount);
                }
            }
        }

        assertEquals(0, sum.signum());
        assertEquals(new BigDecimal("2741.58"), stock);
    }

    @Test
    void a_load_that_was_killed_and_repeated_ends_with_the_same_ledger() throws Exception {
        try (LotTraceProcess killed = new LotTraceProcess("killed")) {
            KilledLoad.repeatedIn(killed);
            assertEquals(ledger(lottrace), ledger(killed));
            assertEquals(lottrace.shell("cost:inventory"), killed.shell("cost:inventory"));
        }
    }

    /** Everything but when it was recorded, where other chains stood then, and the hash over that. */
    private static JsonNode ledger(LotTraceProcess lottrace) throws IOException, InterruptedException {
        JsonNode events = lottrace.shell("lot:events --after 0 --limit 10000");
        events.forEach(event -> {
            ((ObjectNode) event).remove(List.of("recorded", "hash"));
            ((ObjectNode) event.path("event")).remove("anchors");
        });
        return events;
    }

    @Test
    void the_hash_chain_is_whole() throws IOException, InterruptedException {
        assertEquals(0, lottrace.script("shell", "lot:verify").status());
    }

    @Test
    @Order(CHANGES_THE_COMPANY)
    void a_broken_file_is_set_aside_with_every_problem_and_nothing_of_it_is_applied() throws Exception {
        String broken = written("week6-asn")
                .replace("KGL0006", "KGL0099")
                .replace("*000000006*0*P", "*000000099*0*P")
                .replace("IEA*1*000000006", "IEA*1*000000099")
                .replace("SN1*1*11*KG", "SN1*1*ELEVEN*KG")
                .replaceFirst("DTM\\*036\\*[0-9]*", "DTM*036*20261399");
        JsonNode before = lottrace.shell("lot:expected");
        lottrace.receive("broken.edi", broken);

        Waiting.until("report", () -> Files.exists(lottrace.edi("rejected").resolve("broken.edi.report.txt")));
        String report = Files.readString(lottrace.edi("rejected").resolve("broken.edi.report.txt"));
        assertTrue(report.contains("SN1"), report);
        assertTrue(report.contains("DTM"), report);
        assertEquals(before, lottrace.shell("lot:expected"));
    }

    @Test
    @Order(CHANGES_THE_COMPANY)
    void a_partner_brings_a_ship_notice_by_sftp() throws Exception {
        Path key = Files.createTempDirectory(lottrace.data(""), "partner").resolve("key");
        OtherProgram.succeeds("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        int port = lottrace.anotherPort();
        Path home = lottrace.data("edi/sftp");
        LotTraceProcess.replace(
                lottrace.configuration("org.lottrace.edi.sftp.server"), "port = " + port + "\nfolder = " + home + "\n");
        Waiting.until("host key", () -> Files.exists(home.resolve("host-ed25519")) && isListening(port));
        Files.copy(key.resolveSibling("key.pub"), home.resolve("keys/kraeuter.pub"));
        Path notice = Files.writeString(
                key.resolveSibling("notice.edi"),
                written("week6-asn")
                        .replace("KGL0006", "KGL0098")
                        .replace("*000000006*0*P", "*000000098*0*P")
                        .replace("IEA*1*000000006", "IEA*1*000000098")
                        .replace("195212340000000799", "195212340000000805"));
        Path batch = Files.writeString(key.resolveSibling("batch"), "put " + notice + " in/notice.edi\n");

        OtherProgram.succeeds(
                "sftp",
                "-b",
                batch.toString(),
                "-i",
                key.toString(),
                "-P",
                String.valueOf(port),
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "kraeuter@127.0.0.1");

        Waiting.until("notice", () -> lottrace.shell("lot:expected").toString().contains("KGL0098"));
    }

    /** @return the document of the sample company with that in its name */
    private static String written(String name) throws IOException {
        try (Stream<Path> documents =
                Files.list(Path.of(System.getProperty("it.checkout"), "features/sample-company"))) {
            return Files.readString(documents
                    .filter(file -> file.toString().contains(name))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Test
    @Order(CHANGES_THE_COMPANY)
    void a_hold_stops_allocation_at_once() throws IOException, InterruptedException {
        lottrace.soap(
                "erp",
                "<saveSalesOrders xmlns=\"urn:lottrace:erp:1\"><order><number>SO-HOLD</number>"
                        + "<customer>C-504</customer><shipFrom>HAM</shipFrom><deliveryDate>2026-11-10</deliveryDate>"
                        + "<line><number>1</number><item>FG-4003</item><quantity unit=\"C62\">10</quantity></line>"
                        + "</order></saveSalesOrders>");
        String first = lottrace.shell("alloc:allocate SO-HOLD --day 2026-11-09")
                .at("/0/reservations/0/lot")
                .asText();
        assertEquals("NORDLICHT/FG-4003/26295-HAM-1-A-01R", first);

        Outcome hold =
                lottrace.script("shell", "lot:hold --site HAM --reason 'swollen lids' --event-id e2e:hold " + first);
        assertEquals(0, hold.status(), hold.output());

        JsonNode again = lottrace.shell("alloc:allocate SO-HOLD --day 2026-11-09");
        assertEquals(
                "NORDLICHT/FG-4003/26302-HAM-1-A-01P",
                again.at("/0/reservations/0/lot").asText());
        assertEquals("0", again.at("/0/shortBy/amount").asText());
    }

    private static List<Path> files(String folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(lottrace.edi(folder))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> texts(JsonNode array, String field) {
        return children(array).map(node -> node.get(field).asText()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> children(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
