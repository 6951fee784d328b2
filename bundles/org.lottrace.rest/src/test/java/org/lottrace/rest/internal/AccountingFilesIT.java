package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.handover.JournalFile;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.operation.NotPossibleException;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.web.gate.testing.GatedServer;

/** What is in a file is tried in {@code integration-tests/services}; here it says only what was asked for. */
class AccountingFilesIT {
    private static final JournalFiles FILES = AccountingFilesIT::write;

    private static final LotCosting BOOKS = (LotCosting) Proxy.newProxyInstance(
            LotCosting.class.getClassLoader(), new Class<?>[] {LotCosting.class}, (proxy, method, asked) -> {
                if (method.getName().equals("progress")) {
                    return new CostingProgress(12, 14, Optional.empty());
                }
                throw new UnsupportedOperationException(method.toString());
            });

    private static GatedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = GatedServer.startWithRest(
                new RestApplication(TestOperations.over(FILES, BOOKS), new NoLocks()), Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JournalFile write(JournalFileFormat format, JournalRange range, OutputStream to) {
        try {
            to.write((format + " " + range).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (range.equals(JournalRange.Numbers.from(667))) {
            throw new NotPossibleException(
                    new Violation(JournalFiles.SAF_T_RANGE_WRONG, ViolationPath.WHOLE, "ask for whole days"));
        }
        if (range.equals(JournalRange.Numbers.from(666))) {
            throw new CostingBehindException(true, 3, 9);
        }
        return new JournalFile(format, 2, 3, 4, Optional.of(LocalDate.parse("2026-03-02")), 0, 0, true);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.uri("/lottrace/api/v1/accounting/" + path))
                        .header("Authorization", GatedServer.basic("erp", "secret"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "journal.hledger, HLEDGER Numbers[from=1| to=9223372036854775807], ?from=5",
        "journal.beancount?from=3&to=9, BEANCOUNT Numbers[from=3| to=9], ?from=5&to=9",
        "journal.csv?from-day=2026-03-01&to-day=2026-03-31,"
                + " CSV Days[from=2026-03-01| to=2026-03-31| after=0], ?from-day=2026-03-02&to-day=2026-03-31&after=4",
        "journal.saft?from-day=2026-03-01&to-day=2026-03-31,"
                + " SAF_T Days[from=2026-03-01| to=2026-03-31| after=0], ?from-day=2026-03-02&to-day=2026-03-31&after=4",
        "journal.xlsx?from=3, XLSX Numbers[from=3| to=9223372036854775807], ?from=5",
        "journal.csv?from-day=2026-03-01&to-day=2026-03-31&after=7,"
                + " CSV Days[from=2026-03-01| to=2026-03-31| after=7], ?from-day=2026-03-02&to-day=2026-03-31&after=4"
    })
    void a_file_has_what_was_asked_for_and_says_where_the_next_begins(String path, String content, String next)
            throws Exception {
        HttpResponse<String> answer = get(path);

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(content.replace("|", ","), answer.body());
        String ending = path.replaceAll("journal\\.|\\?.*", "");
        assertEquals(
                "</lottrace/api/v1/accounting/journal." + ending + next + ">; rel=\"next\"",
                answer.headers().firstValue("Link").orElseThrow());
        assertEquals(
                "attachment; filename=\"journal-3-4." + ending + "\"",
                answer.headers().firstValue("Content-Disposition").orElseThrow());
        assertTrue(answer.headers()
                .firstValue("Content-Type")
                .orElseThrow()
                .matches(
                        ending.equals("saft")
                                ? "application/xml"
                                : ending.equals("xlsx")
                                        ? "application/vnd\\.openxmlformats-officedocument\\.spreadsheetml\\.sheet"
                                        : "text/" + (ending.equals("csv") ? "csv" : "plain")
                                                + "; ?charset=(?i:utf-8)"));
    }

    @ParameterizedTest
    @CsvSource({
        "journal.pdf, ?format",
        "journal.csv?from=0, ?to",
        "journal.csv?from=3&to=2, ?to",
        "journal.csv?from=3&from-day=2026-03-01&to-day=2026-03-02, ?from",
        "journal.csv?from-day=2026-03-01, ?to-day",
        "journal.csv?from-day=2026-03-02&to-day=2026-03-01, ?to-day",
        "journal.csv?after=3, ?after"
    })
    void what_is_no_range_is_refused(String path, String where) throws Exception {
        HttpResponse<String> answer = get(path);

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("\"" + where + "\""), answer.body());
    }

    @Test
    void what_there_can_be_no_file_of_is_refused_with_what_to_do() throws Exception {
        HttpResponse<String> answer = get("journal.saft?from=667");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("SAF_T_RANGE_WRONG"), answer.body());
        assertTrue(answer.body().contains("ask for whole days"), answer.body());
    }

    /** Part of a file looks like a whole one. */
    @Test
    void what_fails_half_way_is_a_problem_and_no_file() throws Exception {
        HttpResponse<String> answer = get("journal.hledger?from=666");

        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("the books are being built again"), answer.body());
    }
}
