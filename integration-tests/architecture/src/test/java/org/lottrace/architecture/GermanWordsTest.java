package org.lottrace.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One thing has one name in German, too. */
class GermanWordsTest {
    private static final Path BUNDLES = Path.of("../../bundles");

    /** The usual word of the food industry is Charge; loose goods are another thing. */
    private static final Pattern LOT =
            Pattern.compile("\\b(Los|Lose(?! Ware)|Losen|Loses|LOS)\\b|\\b[Ll]os(nummer|genau)");

    @Test
    void a_lot_is_a_charge_wherever_german_is_read() throws IOException {
        List<String> others = new ArrayList<>();
        List<Path> files = texts();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                int value = line.indexOf('=') + 1;
                if (LOT.matcher(line.substring(value)).find()) {
                    others.add(file.getFileName() + " " + line);
                }
            }
        }

        assertFalse(files.isEmpty(), "no texts in " + BUNDLES.toAbsolutePath());
        assertEquals(List.of(), others);
    }

    private static List<Path> texts() throws IOException {
        try (Stream<Path> all = Files.walk(BUNDLES)) {
            return all.filter(file -> file.toString().endsWith("_de.properties"))
                    .filter(file -> file.toString().contains("/src/main/resources/"))
                    .toList();
        }
    }
}
