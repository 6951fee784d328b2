package org.lottrace.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.genealogy.internal.graph.ExactSuspect;
import org.lottrace.genealogy.internal.graph.MemoryUse;
import org.lottrace.persistence.testing.EmbeddedPostgresql;

/** The benchmark on a fiftieth of its size: that it runs, and that graph and database give the same answers. */
class SmallCompanyTest {
    private static final int DAYS = 2_500;

    @TempDir
    static Path folder;

    private static Company company;
    private static SqlRival sql;

    @BeforeAll
    static void a_company_in_graph_and_database() throws SQLException {
        company = Company.after(DAYS);
        String url = EmbeddedPostgresql.newDatabase("small_company");
        company.copyTo(url);
        sql = new SqlRival(url);
    }

    @AfterAll
    static void stop() throws SQLException {
        sql.close();
    }

    @Test
    void graph_and_recursive_query_reach_the_same_lots_both_ways() throws SQLException {
        for (int lot : IntStream.concat(
                        IntStream.concat(
                                IntStream.of(company.typicalLots(30)),
                                IntStream.of(company.hubs()).limit(10)),
                        IntStream.of(company.megaHub()))
                .toArray()) {
            assertEquals(sql.reach(lot, true), company.reach(lot, true));
            assertEquals(sql.reach(lot, false), company.reach(lot, false));
        }
    }

    @Test
    void a_bare_walk_reaches_the_same_lots() {
        BareWalk bare = company.bareWalk();
        for (int lot : company.typicalLots(30)) {
            assertEquals(company.reach(lot, true), bare.sums(bare.reach(lot)));
        }
    }

    @Test
    void recall_reports_have_the_same_stock_and_customers() throws SQLException {
        for (int lot : company.typicalLots(10)) {
            assertEquals(sql.report(lot), company.report(lot));
        }
        assertEquals(sql.report(company.megaHub()[0]), company.report(company.megaHub()[0]));
    }

    @Test
    void suspect_quantities_hold_the_exact_ones_and_are_hardly_wider() {
        for (int lot : IntStream.concat(
                        IntStream.of(company.typicalLots(10)),
                        IntStream.of(company.hubs()).limit(2))
                .toArray()) {
            SuspectComparison.check(
                    ExactSuspect.lots(company.graph(), company.suspect(lot)), company.suspectQuantities(lot));
        }
    }

    @Test
    void a_saved_company_gives_the_same_answers() throws IOException {
        company.save(folder);
        Company saved = Company.saved(DAYS, folder);

        for (int lot : company.typicalLots(10)) {
            assertEquals(company.report(lot), saved.report(lot));
            assertEquals(company.reach(lot, false), saved.reach(lot, false));
        }
    }

    @Test
    void an_edge_takes_at_most_20_bytes_in_both_directions() {
        MemoryUse use = company.graph().memoryUse();

        assertEquals(GeneratedLedger.lots(DAYS), company.graph().lots());
        assertTrue(use.edges() > 5L * DAYS * (GeneratedLedger.LEVELS - 1) * 9 / 10, use.toString());
        assertTrue(use.edgeRows() <= 20 * use.edges(), use.toString());
    }
}
