package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.id.PartyId;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
import org.lottrace.edi.x12.testing.X12;

/** Every good file of edi-mappings/samples against the ship notice beside it. */
class SampleNoticesTest {
    private static final Map<String, String> MAPPING_OF_SENDER = Map.ofEntries(
            Map.entry("ACME", "standard"),
            Map.entry("NORDHEFE", "lot-in-ref"),
            Map.entry("DELTAPACK", "lot-by-position"),
            Map.entry("FRESHCO", "batch-level"),
            Map.entry("WAKEFERN", "wakefern"),
            Map.entry("WMPERISH", "walmart-perishable"),
            Map.entry("WMGOODS", "walmart-goods-for-resale"),
            Map.entry("KROGER", "kroger"),
            Map.entry("AMAZON", "amazon"),
            Map.entry("WHOLESALER", "dscsa-wholesaler"),
            Map.entry("GROWER", "pti-produce"),
            Map.entry("FOODDIST", "us-food-distributor"),
            Map.entry("4012345000108", "eancom-retail"),
            Map.entry("CORNERMILL", "lots-at-receipt"),
            Map.entry("SMALLMILL", "lenient"));
    private static final PartnerFolder PARTNERS = new PartnerFolder(X12.MAPPINGS);

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(X12.MAPPINGS.resolve("samples"))) {
            return files.filter(f -> f.toString().endsWith(".edi"))
                    .filter(f -> !f.getFileName().toString().startsWith("broken"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void says_what_the_partner_shipped(Path file) throws IOException {
        String notices = X12.read(Files.readAllBytes(file)).stream()
                .map(SampleNoticesTest::read)
                .collect(Collectors.joining("\n"));

        if ("write".equals(System.getProperty("sample.notices"))) {
            Files.writeString(Path.of(file.toString().replaceFirst("\\.edi$", ".notice.txt")), notices);
        }
        assertEquals(Files.readString(Path.of(file.toString().replaceFirst("\\.edi$", ".notice.txt"))), notices);
    }

    private static String read(X12.Received set) {
        String mapping = MAPPING_OF_SENDER.get(set.sender());
        SetLevels levels = SetLevels.of(set.segments());
        String code = levels.isEdifact() ? InboundDespatchAdvices.CODE : InboundShipNotices.CODE;
        PartnerSwitches partner = PARTNERS.switches(mapping, code);
        Reading reading = MessageReader.read(
                PARTNERS.binding(mapping, code).read(levels, partner), levels, partner, new PartyId(set.sender()));
        assertEquals(
                List.of(),
                levels.isEdifact()
                        ? ReadTwice.check(
                                levels, PARTNERS.binding(mapping, code).paths(), partner)
                        : List.of());
        assertEquals(List.of(), reading.problems());
        assertEquals(
                List.of(),
                UnreadFacts.of(StatedFacts.of(levels), reading.read(), partner).refused());
        return NoticeText.of(reading.notice().orElseThrow());
    }
}
