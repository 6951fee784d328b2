package org.lottrace.edi.x12.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveredMappingsTest {
    private static final String SCHEMA = "x12/004010/856.xml";

    @TempDir
    Path folder;

    @BeforeEach
    void the_first_version_was_delivered() throws IOException {
        deliver("first");
        assertEquals("first", Files.readString(folder.resolve(SCHEMA)));
    }

    @Test
    void an_untouched_file_follows_the_product() throws IOException {
        deliver("second");

        assertEquals("second", Files.readString(folder.resolve(SCHEMA)));
    }

    @Test
    void an_edited_file_stays_in_every_later_version() throws IOException {
        Files.writeString(folder.resolve(SCHEMA), "edited");

        deliver("second");
        deliver("third");

        assertEquals("edited", Files.readString(folder.resolve(SCHEMA)));
    }

    @Test
    void a_deleted_file_does_not_come_back() throws IOException {
        Files.delete(folder.resolve(SCHEMA));

        deliver("second");

        assertFalse(Files.exists(folder.resolve(SCHEMA)));
    }

    private void deliver(String content) throws IOException {
        DeliveredMappings.deliver(Map.of(SCHEMA, content.getBytes(StandardCharsets.UTF_8)), folder);
    }
}
