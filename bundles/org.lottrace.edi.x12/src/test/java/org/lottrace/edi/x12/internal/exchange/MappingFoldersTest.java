package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.edi.MappingFile;
import org.lottrace.api.edi.MappingVersion;

/** ACME's mapping has a binding and settings; the settings are in the way when they are to be replaced. */
class MappingFoldersTest {
    private static final String ACME = "acme";
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final MappingFile BINDING = new MappingFile("856.oxm.xml", "<one/>");
    private static final MappingFile OTHER_BINDING = new MappingFile("856.oxm.xml", "<two/>");
    private static final MappingFile SETTINGS = new MappingFile("856.properties", "unread = NOTE");
    private static final MappingFile EXCHANGE = new MappingFile("exchange.properties", "test = ONLY");

    @TempDir
    Path mappings;

    private MappingFolders folders;
    private Path inTheWay;

    @BeforeEach
    void acme_has_a_mapping() {
        folders = new MappingFolders(mappings);
        folders.use(ACME, List.of(BINDING, EXCHANGE), NOW, "anna", "first");
        inTheWay = mappings.resolve("partners/acme/856.properties/x");
    }

    @Test
    void what_was_interrupted_half_way_is_finished_by_whoever_starts_next() throws IOException {
        interrupted();
        assertEquals(List.of(OTHER_BINDING, EXCHANGE), folders.files(ACME));
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());

        MappingFolders next = new MappingFolders(mappings);

        Map<String, MappingVersion> finished = next.finish();
        assertEquals(Set.of(ACME), finished.keySet());
        assertEquals("second by bert", told(finished.get(ACME)));
        assertEquals(List.of(OTHER_BINDING, SETTINGS), next.files(ACME));
        assertEquals(List.of("second by bert", "first by anna"), told(next));
        assertEquals(Map.of(), next.finish());
    }

    @Test
    void what_was_interrupted_never_comes_back_over_what_came_later() throws IOException {
        interrupted();
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());

        assertEquals("second by bert", told(folders.finish(ACME).orElseThrow()));
        folders.use(ACME, List.of(BINDING), NOW, "anna", "back");

        assertEquals(Map.of(), new MappingFolders(mappings).finish());
        assertEquals(List.of(BINDING), folders.files(ACME));
        assertEquals(List.of("back by anna", "second by bert", "first by anna"), told(folders));
    }

    @Test
    void a_draft_that_is_thrown_away_leaves_nothing() throws IOException {
        folders.putIntoDraft(ACME, SETTINGS);
        assertEquals(List.of(BINDING, SETTINGS, EXCHANGE), folders.draft(ACME));

        folders.discardDraft(ACME);

        assertFalse(folders.isDrafted(ACME));
        try (var left = Files.list(mappings.resolve("partners"))) {
            assertEquals(
                    List.of("acme"),
                    left.map(one -> one.getFileName().toString()).toList());
        }
    }

    private void interrupted() throws IOException {
        Files.createDirectories(inTheWay.getParent());
        Files.writeString(inTheWay, "");
        List<MappingFile> next = List.of(OTHER_BINDING, SETTINGS);
        assertThrows(UncheckedIOException.class, () -> folders.use(ACME, next, NOW, "bert", "second"));
    }

    private static List<String> told(MappingFolders folders) {
        return folders.versions(ACME).stream().map(MappingFoldersTest::told).toList();
    }

    private static String told(MappingVersion version) {
        return version.reason() + " by " + version.by();
    }
}
