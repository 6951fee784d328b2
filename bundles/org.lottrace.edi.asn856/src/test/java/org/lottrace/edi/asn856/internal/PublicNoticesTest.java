package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.PartyBuilder.aParty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeReference;
import org.lottrace.api.edi.UnreadPart;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.testing.PublicFiles;
import org.lottrace.edi.x12.testing.PublicFiles.PublicFile;
import org.lottrace.edi.x12.testing.PublicFiles.PublicSet;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.operation.testing.TestOperations;

/**
 * The files that others have published, one row for each transaction set: a notice with its facts, or why it is none. The table beside
 * this test ({@code public-files.txt}) is made to be checked by eye; it is written anew with {@code -Dpublic.files=write}.
 */
class PublicNoticesTest {
    private static final Path TABLE =
            Path.of("../org.lottrace.edi.asn856/src/test/resources/org/lottrace/edi/asn856/internal/public-files.txt");
    /** What the others are set up as: lenient, and lots are captured at receipt, because most of these files name none. */
    private static final String USUAL = "lots-at-receipt";
    /** As an administrator would set the partners up. */
    private static final Map<String, String> MAPPINGS =
            Map.of("gozer/GenericParserTest__sampleAdvanceShipNotice.txt", "walmart-perishable");

    private int whole;
    private int notices;

    @Test
    void each_set_is_read_with_its_facts_or_refused_with_a_reason() throws IOException {
        Optional<Path> folder = PublicFiles.folder();
        Assumptions.assumeTrue(folder.isPresent(), "no shared/data/edi beside the project");

        StringBuilder table = new StringBuilder();
        for (Path file : PublicFiles.in(folder.get())) {
            String name = folder.get().relativize(file).toString();
            table.append(rows(name, Files.readAllBytes(file)));
        }
        table.append("\nwhole ship notices with an item line: ").append(whole);
        table.append("; of these a notice once their partner is set up: ")
                .append(notices)
                .append('\n');

        if ("write".equals(System.getProperty("public.files"))) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, table);
        }
        assertEquals(Files.readString(TABLE), table.toString());
    }

    private String rows(String name, byte[] content) {
        String mapping = MAPPINGS.getOrDefault(name, USUAL);
        PublicFile file = PublicFiles.read(content, mapping);
        StringBuilder rows = new StringBuilder();
        if (file.sets().isEmpty()) {
            rows.append(name)
                    .append("\n  refused: ")
                    .append(problems(file.problems()))
                    .append('\n');
        }
        for (PublicSet set : file.sets()) {
            rows.append(name)
                    .append(" / ")
                    .append(set.code())
                    .append(' ')
                    .append(set.control())
                    .append("\n  ")
                    .append(outcome(set, file.problems(), mapping))
                    .append('\n');
        }
        return rows.toString();
    }

    private String outcome(PublicSet set, List<Violation> ofFile, String mapping) {
        boolean counts = set.code().equals("856") && set.hasItems() && set.isWhole();
        whole += counts ? 1 : 0;
        List<Violation> problems = new ArrayList<>(set.problems());
        problems.addAll(ofFile);
        if (!problems.isEmpty()) {
            return "refused: " + problems(problems);
        }
        if (!set.code().equals("856")) {
            return "whole; not a ship notice, so others see to it";
        }
        List<ShipNotice> taken = new ArrayList<>();
        HandledSet handled = new InboundShipNotices(
                        TestOperations.over(new ExpectingReceipts(taken)), new Agreed(), X12.MAPPINGS)
                .handle(new InboundTransactionSet(
                        set.code(),
                        "004010",
                        aParty("SENDER").mappedBy(mapping).build(),
                        new InterchangeReference(
                                new EdiAddress("ZZ", "SENDER"),
                                new EdiAddress("ZZ", "US"),
                                "000000001",
                                "1",
                                set.control()),
                        set.segments()));
        List<Violation> notes = new ArrayList<>(set.notes());
        notes.addAll(handled.notes());
        if (!handled.problems().isEmpty() || !handled.unread().isEmpty()) {
            return "refused: " + problems(handled.problems())
                    + handled.unread().stream().map(PublicNoticesTest::unread).collect(Collectors.joining());
        }
        notices += counts ? 1 : 0;
        return facts(taken.get(0)) + notes.stream().map(n -> "\n    noted " + n).collect(Collectors.joining());
    }

    private static String problems(List<Violation> problems) {
        return problems.stream().map(Violation::toString).collect(Collectors.joining("\n    "));
    }

    private static String unread(UnreadPart part) {
        return "\n    " + part.segment() + " / " + part.tag() + " / " + part.element() + " \"" + part.text() + "\": "
                + part.message();
    }

    private static String facts(ShipNotice notice) {
        return "notice " + notice.id().number() + ", shipped " + notice.shipDate() + ", to "
                + notice.shipTo().map(Object::toString).orElse(or(notice.shipToId())) + ", carrier "
                + or(notice.carrier()) + ", bill of lading " + or(notice.billOfLading())
                + keyData("\n    said ", notice.keyData())
                + notice.lines().stream().map(PublicNoticesTest::line).collect(Collectors.joining());
    }

    private static String line(ShipNoticeLine line) {
        return "\n    order " + or(line.purchaseOrder()) + "/" + or(line.lineNumber()) + ": " + line.quantity()
                + " of gtin "
                + line.gtin().map(Object::toString).orElse("-") + ", our item " + or(line.receiverItem())
                + ", their item " + or(line.senderItem()) + ", lot " + or(line.lotNumber()) + ", expires "
                + line.expiry().map(Object::toString).orElse("-") + ", unit "
                + line.pack().or(line::tare).map(Object::toString).orElse("-")
                + keyData("\n      said ", line.keyData());
    }

    private static String keyData(String before, List<KeyDatum> data) {
        return data.stream()
                .map(datum -> before + datum.name() + " " + datum.value().text())
                .collect(Collectors.joining());
    }

    private static String or(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
