package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.partner.PostalAddress;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.edi.asn856.internal.PartnerFolder.SsccLevel;
import org.lottrace.edi.x12.testing.X12;

/** One shipment as each delivered profile writes it: {@code edi-mappings/samples/written}. {@code -Dwritten.samples=write} writes them anew. */
class WrittenSamplesTest {
    private static final Path SAMPLES = X12.MAPPINGS.resolve("samples/written");
    private static final PartnerFolder PARTNERS = new PartnerFolder(X12.MAPPINGS);
    private static final LocalDate MADE = LocalDate.of(2026, 2, 27);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "standard",
                "pallet-labels",
                "lot-in-ref",
                "batch-level",
                "wakefern",
                "walmart-perishable",
                "walmart-goods-for-resale",
                "kroger",
                "amazon",
                "dscsa-wholesaler",
                "pti-produce",
                "us-food-distributor"
            })
    void a_shipment_is_written_as_the_sample_shows(String partner) throws IOException {
        PartnerSwitches agreed = PARTNERS.switches(partner);

        String written = new String(
                X12.write(
                        "856",
                        "SH",
                        agreed.version(),
                        PARTNERS.binding(partner).write(MessageWriter.write(shipment(agreed.ssccLevel()), agreed))),
                StandardCharsets.UTF_8);

        Path sample = SAMPLES.resolve(partner + ".edi");
        if ("write".equals(System.getProperty("written.samples"))) {
            Files.createDirectories(SAMPLES);
            Files.writeString(sample, written);
        }
        assertEquals(Files.readString(sample), written);
    }

    /** Two lots of bread on one pallet, weighed cheese with its origin, and a part with its serial numbers. */
    private static ToldShipment shipment(SsccLevel level) {
        Map<ShipNoticeLine, LineFacts> lines = new LinkedHashMap<>();
        Addressed mill = new Addressed(
                "Mill",
                Optional.of(new Gln("4012345000023")),
                "",
                new PostalAddress("Field 4", "Mill Town", "NY", "10002", "US"),
                "555 0100");
        lines.put(line("4012345000016", "BREAD", "1", "B26-1", "24 C62", 1, level), LineFacts.NONE);
        lines.put(line("4012345000016", "BREAD", "1", "B26-2", "12 C62", 1, level), LineFacts.NONE);
        lines.put(
                line("14012345000013", "CHEESE", "2", "C-7", "5 CS", 2, level),
                new LineFacts(
                        "FR",
                        Optional.of(LocalDate.of(2026, 2, 1)),
                        "Cheese, soft, 200 g",
                        "63323-001-02",
                        List.of(),
                        Optional.of(new BigDecimal("31.4")),
                        Optional.of(mill)));
        lines.put(
                line("614141000425", "MIXER", "3", "M-9", "2 C62", 2, level),
                new LineFacts(
                        "", Optional.empty(), "Mixer", "", List.of("S-1", "S-2"), Optional.empty(), Optional.empty()));
        Addressed market = new Addressed(
                "Market",
                Optional.of(new Gln("4012345000030")),
                "",
                new PostalAddress("Ring 1", "Town", "NY", "10001", "US"),
                "");
        ShipNotice notice = new ShipNotice(
                new ShipNoticeId(Bakery.COMPANY, "D-1"),
                LocalDateTime.of(2026, 3, 2, 9, 0),
                LocalDate.of(2026, 3, 2),
                Optional.of(new Gln("4012345000016")),
                market.gln(),
                "",
                "ABCD",
                "BOL-7",
                List.copyOf(lines.keySet()));
        return new ToldShipment(
                notice,
                Addressed.named("Bakery, Berlin", notice.shipFrom(), ""),
                market,
                Addressed.named("Bakery", Optional.empty(), "BAKERY"),
                Optional.empty(),
                new Freight(Optional.empty(), "", "ABCD", "2", "512.5", "TR-9", "SEAL-1", "BOL-7", "PRO-8"),
                lines);
    }

    private static ShipNoticeLine line(
            String gtin, String item, String number, String lot, String quantity, int pallet, SsccLevel level) {
        Sscc sscc = Bakery.pallet(pallet);
        return new ShipNoticeLine(
                "PO-SO1",
                number,
                Optional.of(Gtin.of(gtin)),
                "",
                item,
                lot,
                Optional.of(MADE),
                Optional.of(MADE.plusDays(30)),
                Quantity.of(quantity.split(" ")[0], quantity.split(" ")[1]),
                Optional.of(sscc).filter(one -> level == SsccLevel.TARE),
                Optional.of(sscc).filter(one -> level == SsccLevel.PACK));
    }
}
