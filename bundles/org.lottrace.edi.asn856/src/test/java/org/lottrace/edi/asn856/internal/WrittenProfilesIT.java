package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.partner.PostalAddress;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
import org.lottrace.edi.asn856.internal.PartnerFolder.SsccLevel;
import org.lottrace.edi.x12.testing.X12;

/** Whatever a shipment says, each delivered profile writes it so that StAEDI has nothing against it and our own reader finds the same facts. */
class WrittenProfilesIT {
    private static final PartnerFolder PARTNERS = new PartnerFolder(X12.MAPPINGS);

    /** A line before it has its logistic unit. */
    private record Goods(
            String order,
            Gtin gtin,
            String lot,
            LocalDate made,
            Quantity quantity,
            Optional<Sscc> unit,
            LineFacts facts) {}

    private static final Set<String> OF_LINES = Set.of("serial", "countryOfOrigin", "netWeight");
    private static final Set<String> OF_SHIPMENT =
            Set.of("packages", "grossWeight", "vehicle", "seal", "carrierReference", "routing");

    @Property(tries = 150)
    void what_is_written_for_a_partner_is_read_back_with_the_same_facts(
            @ForAll("partners") String partner,
            @ForAll("goods") List<Goods> goods,
            @ForAll("freights") Freight freight) {
        PartnerSwitches agreed = PARTNERS.switches(partner);
        ToldShipment told = told(goods, freight, agreed.ssccLevel());

        byte[] file = X12.write(
                "856", "SH", agreed.version(), PARTNERS.binding(partner).write(MessageWriter.write(told, agreed)));

        assertEquals(List.of(), X12.staediSays(file));
        SetLevels levels = SetLevels.of(X12.read(file).get(0).segments());
        Reading reading = MessageReader.read(PARTNERS.binding(partner).read(levels), levels, agreed, Bakery.COMPANY);
        assertEquals(List.of(), reading.problems());
        assertEquals(
                List.of(),
                UnreadFacts.of(StatedFacts.of(levels), reading.read(), agreed).refused());
        ShipNotice read = reading.notice().orElseThrow();
        assertEquals(facts(told.notice()), facts(read));
        assertEquals(told.notice().carrier(), read.carrier());
        assertEquals(told.notice().billOfLading(), read.billOfLading());
        assertEquals(
                told.notice().lines().stream()
                        .map(line -> line.lotNumber() + said(line, told.facts(line)))
                        .sorted()
                        .toList(),
                read.lines().stream()
                        .map(line -> line.lotNumber() + texts(line.keyData(), OF_LINES))
                        .sorted()
                        .toList());
        assertEquals(said(freight), texts(read.keyData(), OF_SHIPMENT));
    }

    private static List<String> said(ShipNoticeLine line, LineFacts facts) {
        List<String> said = new ArrayList<>();
        facts.serials().forEach(serial -> said.add("serial " + serial));
        if (!facts.country().isEmpty()) {
            said.add("countryOfOrigin " + facts.country());
        }
        facts.netWeight()
                .filter(weight -> !line.quantity().unit().code().equals("KGM"))
                .ifPresent(weight -> said.add("netWeight " + weight + " KGM"));
        return said.stream().sorted().toList();
    }

    private static List<String> said(Freight freight) {
        return Stream.of(
                        said("packages ", freight.packages(), " C62"),
                        said("grossWeight ", freight.grossWeight(), " KGM"),
                        said("vehicle VEHICLE ", freight.vehicle(), ""),
                        said("seal ", freight.seal(), ""),
                        said("carrierReference ", freight.proNumber(), ""),
                        "routing Carrier")
                .filter(text -> !text.isEmpty())
                .sorted()
                .toList();
    }

    private static String said(String name, String value, String unit) {
        return value.isEmpty() ? "" : name + value + unit;
    }

    private static List<String> texts(List<KeyDatum> data, Set<String> names) {
        return data.stream()
                .filter(datum -> names.contains(datum.name()))
                .map(datum -> datum.name() + " " + datum.value().text())
                .sorted()
                .toList();
    }

    /** Items are named by each partner in its own way; all of them name the lot. */
    private static List<String> facts(ShipNotice notice) {
        return notice.lines().stream()
                .map(line -> String.join(
                        " ",
                        line.purchaseOrder(),
                        line.lotNumber(),
                        line.quantity().toString(),
                        line.expiry().toString(),
                        line.tare().toString(),
                        line.pack().toString()))
                .sorted()
                .toList();
    }

    private static ToldShipment told(List<Goods> goods, Freight freight, SsccLevel level) {
        Map<ShipNoticeLine, LineFacts> facts = new HashMap<>();
        List<ShipNoticeLine> lines = new ArrayList<>();
        for (Goods one : goods) {
            ShipNoticeLine line = new ShipNoticeLine(
                    one.order(),
                    "1",
                    Optional.of(one.gtin()),
                    "",
                    "ITEM" + one.gtin().value(),
                    one.lot(),
                    Optional.of(one.made()),
                    Optional.of(one.made().plusDays(30)),
                    one.quantity(),
                    one.unit().filter(sscc -> level == SsccLevel.TARE),
                    one.unit().filter(sscc -> level == SsccLevel.PACK));
            lines.add(line);
            facts.put(line, one.facts());
        }
        lines.sort(Comparator.comparing((ShipNoticeLine line) ->
                line.tare().or(line::pack).map(Sscc::value).orElse("")));
        Addressed market = new Addressed(
                "Market",
                Optional.empty(),
                "M-1",
                new PostalAddress("x".repeat(40) + " " + "y".repeat(40), "Town", "NY", "10001", "US"),
                "");
        ShipNotice notice = new ShipNotice(
                new ShipNoticeId(Bakery.COMPANY, "D-1"),
                LocalDateTime.of(2026, 3, 2, 9, 0),
                LocalDate.of(2026, 3, 2),
                Optional.empty(),
                Optional.empty(),
                "M-1",
                freight.carrierCode(),
                freight.billOfLading(),
                lines);
        return new ToldShipment(notice, market, market, market, Optional.of("Carrier"), freight, facts);
    }

    @Provide
    Arbitrary<String> partners() {
        return Arbitraries.of(
                "standard",
                "pallet-labels",
                "lenient",
                "lots-at-receipt",
                "lot-in-ref",
                "batch-level",
                "wakefern",
                "walmart-perishable",
                "walmart-goods-for-resale",
                "kroger",
                "amazon",
                "dscsa-wholesaler",
                "pti-produce",
                "us-food-distributor");
    }

    @Provide
    Arbitrary<Freight> freights() {
        Arbitrary<String> text = Arbitraries.of("", "7", "12345");
        return Combinators.combine(Arbitraries.of("", "ABCD"), text, text, text, Arbitraries.of("", "TR-9"), text)
                .as((code, packages, weight, bill, vehicle, seal) -> new Freight(
                        Optional.empty(),
                        "",
                        code,
                        packages,
                        weight,
                        vehicle,
                        seal.length() == 1 ? "" : seal,
                        bill,
                        bill));
    }

    @Provide
    Arbitrary<List<Goods>> goods() {
        Arbitrary<Quantity> quantities = Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.001"), new BigDecimal("9999"))
                                .ofScale(3),
                        Arbitraries.of("C62", "CS", "KGM"))
                .as((amount, unit) -> new Quantity(amount, new UnitOfMeasure(unit)));
        return Combinators.combine(
                        Arbitraries.of("PO1"),
                        Arbitraries.of("96385074", "614141000425", "4012345000016", "14012345000013")
                                .map(Gtin::of),
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(20).withChars("AZaz09!\"%&'()*+,-./:;<=>?_"),
                        Arbitraries.integers().between(0, 3000).map(LocalDate.of(2026, 1, 1)::plusDays),
                        quantities,
                        Arbitraries.integers().between(1, 4).map(Bakery::pallet).optional(),
                        facts())
                .as(Goods::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static Arbitrary<LineFacts> facts() {
        Addressed source = new Addressed(
                "Farm", Optional.empty(), "F-1", new PostalAddress("Field 4", "Town", "", "", "US"), "555 0100");
        return Combinators.combine(
                        Arbitraries.of("", "DE", "US"),
                        Arbitraries.of("", "Bread, white, 500 g", "x".repeat(120)),
                        Arbitraries.of("S-1", "S-2", "S-3")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3),
                        Arbitraries.of(new BigDecimal("7.25"), new BigDecimal("120"))
                                .optional(),
                        Arbitraries.of(source).optional())
                .as((country, words, serials, weight, from) -> new LineFacts(
                        country, Optional.of(LocalDate.of(2026, 2, 1)), words, "0363323001", serials, weight, from));
    }
}
