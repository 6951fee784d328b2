package org.lottrace.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void every_sql_file_is_listed() throws IOException, URISyntaxException {
        Path folder = Path.of(Migrations.class.getResource("db").toURI());
        try (var files = Files.list(folder)) {
            assertEquals(
                    Set.copyOf(Migrations.FILES),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }
}
