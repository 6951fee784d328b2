package org.lottrace.soap.accounting.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The requests of the folder {@code examples}, which ask for what those of the ERP service recorded; here for what the bakery has. */
final class Example {
    private static final List<String> IN_ORDER = List.of(
            "getLotCost",
            "getShipmentCogs",
            "getJournalOfDocument",
            "getJournal",
            "takeJournal",
            "acknowledgeJournal",
            "rejectJournalEntry",
            "resendJournal");

    private Example() {}

    static String of(String operation) {
        String name = "/examples/" + (IN_ORDER.indexOf(operation) + 1) + "-" + operation + ".xml";
        try (InputStream document = Example.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(document, name).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("SH-3001", "S1")
                    .replace(
                            "<issuer>S-100</issuer><item>R-WHEAT</item><number>W26-017</number>",
                            "<issuer>BAKERY</issuer><item>BREAD</item><number>B1</number>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
