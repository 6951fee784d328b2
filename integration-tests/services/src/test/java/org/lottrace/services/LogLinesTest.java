package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.recall.Recall;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** What many lots leave in the log: how many they are, not which. */
class LogLinesTest {
    private static final int LOTS = 200;
    private static final int LONG = 300;

    private final WorkingBakery bakery =
            new WorkingBakery(TestCompany.on(TestDatabase.h2().withBakery()).with(Clock.class, Bakery.CLOCK));

    @AfterEach
    void close() {
        bakery.company().close();
    }

    @Test
    void no_line_grows_with_the_lots_of_a_suspicion_a_recall_and_the_end_of_their_holds() {
        LotKey flour = ManyLots.baked(bakery, LOTS);
        ScopeCriteria criteria = ScopeCriteria.of(List.of(flour));

        List<String> lines = logged(() -> {
            done(bakery.company()
                    .service(Recall.class)
                    .isolate(aContext("isolate").request(), List.of(flour), "glass"));
            RecallCase opened = done(bakery.company()
                    .service(RecallCases.class)
                    .open(ANNA, aContext("open").request(), anOpening(RecallMode.REAL), criteria));
            List<LotKey> bread = opened.scope().keys().stream()
                    .filter(lot -> !lot.equals(flour))
                    .toList();
            done(bakery.company()
                    .service(RecallCases.class)
                    .exclude(ANNA, aContext("exclude").request(), opened.id(), bread, "another line"));
            done(bakery.company()
                    .service(Holds.class)
                    .release(aContext("release").request(), bread, "tested", List.of("isolate", "exclude")));
        });

        assertTrue(lines.stream().anyMatch(line -> line.contains("affected=" + (LOTS + 1))), () -> lines.toString());
        assertEquals(
                List.of(), lines.stream().filter(line -> line.length() > LONG).toList());
        assertTrue(lines.size() < LOTS, () -> lines.size() + " lines");
    }

    /** @return what is written to the log meanwhile, by whatever thread */
    private static List<String> logged(Runnable work) {
        int before = log().size();
        work.run();
        List<String> after = log();
        return after.subList(before, after.size());
    }

    /** @return the log of this build, as its {@code pom.xml} says where */
    private static List<String> log() {
        try {
            return Files.readAllLines(Path.of(System.getProperty("org.slf4j.simpleLogger.logFile")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
