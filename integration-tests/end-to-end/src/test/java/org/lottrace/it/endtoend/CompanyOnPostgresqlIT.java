package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;
import org.lottrace.persistence.testing.EmbeddedPostgresql;

/** The built distribution moved to PostgreSQL as its README says, and one more week of work there by shell commands. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CompanyOnPostgresqlIT {
    private static final Path CHECKOUT = Path.of(System.getProperty("it.checkout"));

    private static String database;
    private static LotTraceProcess lottrace;

    /** By the lines of the README for a database that is there before the first start, run as they stand. */
    @BeforeAll
    static void the_first_start_finds_postgresql() throws IOException, InterruptedException {
        database = EmbeddedPostgresql.newDatabase("company");
        lottrace = new LotTraceProcess("postgresql");
        String lines = Files.readAllLines(CHECKOUT.resolve("features/distribution/README.md")).stream()
                .filter(line -> line.startsWith("    mkdir -p .lottrace/") || line.startsWith("    sed 's#^url"))
                .collect(Collectors.joining("\n"))
                .replace(" .lottrace/", " " + lottrace.data("") + "/")
                .replace("jdbc:postgresql://localhost/lottrace", database)
                .replace("user = lottrace", "user = postgres")
                .replace("password = SECRET", "password =");
        Process shell = new ProcessBuilder("bash", "-euc", lines)
                .directory(CHECKOUT.resolve("features/distribution/target/assembly")
                        .toFile())
                .inheritIO()
                .start();
        assertEquals(0, shell.waitFor(), lines);
        assertTrue(Files.readString(lottrace.configuration("org.lottrace.persistence"))
                .contains(database));

        succeeds(lottrace.script("run"));
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
    }

    @Test
    @Order(1)
    void the_sample_company_is_in_that_database_with_the_same_costs() throws Exception {
        assertEquals(132, eventsInDatabase());
        assertEquals(
                "660.51",
                lottrace.shell("cost:cogs SH-90027").at("/total/amount").asText());
        assertEquals(
                "364",
                lottrace.shell("alloc:show SO-70027")
                        .get(1)
                        .at("/shortBy/amount")
                        .asText());
    }

    @Test
    @Order(2)
    void a_lot_goes_from_the_supplier_to_the_customer_and_back_by_shell_commands() throws Exception {
        Pesto.isOrdered(lottrace);
        lottrace.receive("week7.edi", noticeOfTenKilograms());
        Waiting.until("expected receipt", () -> !lottrace.shell("lot:expected").isEmpty());

        String basil = "RM-1006/B20261109";
        String pesto = "FG-4009/PESTO-1";
        recorded("lot:receive HAM S-300/KGL0007 RCV");
        recorded("lot:put-away HAM COLD-1 " + basil + "@RCV:10:KGM:195212340000000805");
        recorded("lot:consume HAM MO-700 " + basil + "@COLD-1:10:KGM");
        recorded("lot:produce HAM MO-700 FG-4009 100:C62 FG-1 --number PESTO-1");
        lottrace.shell("alloc:allocate SO-70028");
        recorded("lot:pick HAM PICK-1 " + pesto + "@FG-1:40:C62");
        recorded("lot:pack HAM SHIP " + pesto + "@PICK-1:40:C62 --to-container 095212340000000938");
        recorded("lot:ship HAM SH-90030 SO-70028");
        recorded("lot:return HAM RET-2 SH-90030 " + pesto + "@QUAR:5:C62");
        recorded("lot:dispose HAM DSP-9 " + pesto + "@QUAR:5:C62");
        recorded("lot:count HAM CNT-9 " + pesto + "@FG-1:59:C62");
        recorded("lot:transfer HAM A-01 --to-site LEJ " + pesto + "@FG-1:19:C62");

        assertEquals(
                "58.00",
                lottrace.shell("cost:cogs SH-90030").at("/total/amount").asText());
        JsonNode reached = lottrace.shell("lot:trace " + basil);
        assertEquals("C-503", reached.at("/handovers/1/party").asText(), reached.toString());
        assertEquals(143, eventsInDatabase());
        succeeds(lottrace.script("shell", "lot:verify"));
    }

    /** The last notice of the sample company, a week later. */
    private static String noticeOfTenKilograms() throws IOException {
        Path last = CHECKOUT.resolve("features/sample-company/060-week6-asn-kgl0006.856.edi");
        return Files.readString(last)
                .replace("KGL0006", "KGL0007")
                .replace("000000006", "000000007")
                .replace("*0600*6*X*", "*0600*7*X*")
                .replace("GE*1*6~", "GE*1*7~")
                .replace("PO-26015", "PO-26016")
                .replace("SN1*1*11*", "SN1*1*10*")
                .replace("CTT*4*11~", "CTT*4*10~")
                .replace("195212340000000799", "195212340000000805")
                .replace("B20261102", "B20261109")
                .replace("DTM*036*20261110~", "DTM*036*20991231~");
    }

    private static void recorded(String command) throws IOException, InterruptedException {
        JsonNode answer = lottrace.shell(command);
        assertEquals("false", answer.get("repeated").asText(), answer.toString());
    }

    private static void succeeds(Outcome outcome) {
        assertEquals(0, outcome.status(), outcome.output());
    }

    private static long eventsInDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from trace_event")) {
            count.next();
            return count.getLong(1);
        }
    }
}
