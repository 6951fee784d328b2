package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Outcomes.done;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.rest.internal.RestApplication;
import org.lottrace.soap.erp.internal.ErpEndpoint;
import org.lottrace.web.gate.testing.GatedServer;

/**
 * One transfer by SOAP and by REST, against the same by a call of the service: the gate, CXF and the binding as in production, over
 * HTTP on the loopback with one connection that stays open. Processor time of this process without the thread that sends the
 * requests, and of the database, in turns. Linux only.
 */
final class OutsideComparison {
    private static final int TURNS = Integer.getInteger("benchmark.turns", 7);
    private static final int IN_A_TURN = Integer.getInteger("benchmark.transfers", 300);
    private static final int WARM_UP = Integer.getInteger("benchmark.warm.up", 3_000);

    private static final double MOST_MILLISECONDS = 2;

    private static final String SOAP = """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>\
            <captureMovements xmlns="urn:lottrace:erp:1"><transfer><eventId>%s</eventId><time>%s</time>\
            <actor>anna</actor><device>scanner7</device><site>%s</site><toLocation>%s</toLocation><line><lot><issuer>%s</issuer>\
            <item>%s</item><number>%s</number></lot><location>%s</location><quantity unit="KGM">1</quantity></line>\
            </transfer></captureMovements></soap:Body></soap:Envelope>""";

    private static final String REST = """
            {"type":"TRANSFER","transfer":{"context":{"id":"%s","effective":"%s","onBehalfOf":"anna","device":"scanner7",\
            "site":"%s"},"toSite":"BER","toLocation":"%s","goods":[{"lot":"%s/%s/%s","location":"%s","quantity":"1:KGM"}]}}""";

    private final TransferredLots lots = new TransferredLots();
    private final MovementCapture capture = lots.company.service(MovementCapture.class);
    private final GatedServer server;
    private int transfers;

    private interface Way {
        void transfer() throws IOException;
    }

    OutsideComparison() {
        var operations = TestOperations.over(capture);
        server = GatedServer.startWithRest(
                        new RestApplication(operations, lots.company.service(RecordLocks.class)), Map.of())
                .with("/erp", new ErpEndpoint(operations, lots.company.service(BatchCapture.class)));
    }

    void print() throws IOException {
        List<Way> ways = List.of(this::call, this::bySoap, this::byRest);
        for (int i = 0; i < WARM_UP; i++) {
            for (Way way : ways) {
                way.transfer();
            }
        }
        lots.analyze();
        List<List<Double>> taken = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int turn = 0; turn < TURNS; turn++) {
            for (int way = 0; way < ways.size(); way++) {
                taken.get(way).add(taken(ways.get(way), way > 0));
            }
        }
        System.out.println("a transfer, ms of processor time: " + Spread.of(taken.get(0)));
        GoalTable goals = new GoalTable();
        goals.atMost("by SOAP, ms more than that", MOST_MILLISECONDS, more(taken.get(1), taken.get(0)));
        goals.atMost("by REST, ms more than that", MOST_MILLISECONDS, more(taken.get(2), taken.get(0)));
        System.out.println(goals);
        lots.requireEvents(TransferredLots.EVENTS_AT_FIRST + transfers);
        server.close();
        lots.close();
    }

    private static List<Double> more(List<Double> outside, List<Double> inside) {
        List<Double> more = new ArrayList<>();
        for (int turn = 0; turn < inside.size(); turn++) {
            more.add(outside.get(turn) - inside.get(turn));
        }
        return more;
    }

    /** @param sends whether this thread only sends: what it takes is the client's */
    private double taken(Way way, boolean sends) throws IOException {
        ServerTime database = new ServerTime(lots.database);
        long before = processor(sends) + database.nanos();
        for (int i = 0; i < IN_A_TURN; i++) {
            way.transfer();
        }
        return (processor(sends) + database.nanos() - before) / 1e6 / IN_A_TURN;
    }

    private static long processor(boolean withoutThisThread) {
        long process = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        return withoutThisThread ? process - ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : process;
    }

    private void call() {
        done(lots.transfer(capture, "t" + transfers, transfers++).capture().get());
    }

    private void bySoap() throws IOException {
        send("/lottrace/soap/erp", "text/xml; charset=utf-8", 200, SOAP);
    }

    private void byRest() throws IOException {
        send("/lottrace/api/v1/movements/transfers", "application/json", 201, REST);
    }

    private void send(String path, String type, int expected, String form) throws IOException {
        Transfer transfer = (Transfer)
                lots.transfer(capture, "t" + transfers, transfers++).movement().orElseThrow();
        var goods = transfer.goods().get(0);
        byte[] body = form.formatted(
                        transfer.context().id(),
                        transfer.context().effective(),
                        Bakery.BERLIN,
                        transfer.toLocation(),
                        goods.lot().issuer().orElseThrow(),
                        goods.lot().item().orElseThrow(),
                        goods.lot().number(),
                        goods.location())
                .getBytes(StandardCharsets.UTF_8);
        HttpURLConnection request = (HttpURLConnection)
                URI.create(server.uri(path).toString()).toURL().openConnection();
        request.setRequestMethod("POST");
        request.setDoOutput(true);
        request.setFixedLengthStreamingMode(body.length);
        request.setRequestProperty("Authorization", GatedServer.basic("erp", "secret"));
        request.setRequestProperty("Content-Type", type);
        try (OutputStream out = request.getOutputStream()) {
            out.write(body);
        }
        int status = request.getResponseCode();
        try (var in = status < 400 ? request.getInputStream() : request.getErrorStream()) {
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (status != expected || answer.contains("violation>")) {
                throw new IllegalStateException(status + ": " + answer);
            }
        }
    }
}
