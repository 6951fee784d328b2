package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
import org.lottrace.edi.asn856.internal.MessageWriter.Names;
import org.lottrace.edi.x12.testing.X12;

/** What we mean is what a partner with our own reader understands, through the bytes of the file. */
class RoundTripIT {
    private static final PartnerFolder PARTNERS = new PartnerFolder(X12.MAPPINGS);

    @Property(tries = 60)
    void a_notice_that_is_written_is_read_back_equal(
            @ForAll("notices") ShipNotice notice, @ForAll("mappings") String mapping) {
        Binding binding = PARTNERS.binding(mapping);

        byte[] file = X12.write(binding.write(MessageWriter.write(notice, new Names("Bäckerei Süd", "Market"))));

        Reading reading = MessageReader.read(
                binding.read(SetLevels.of(X12.read(file).get(0).segments())),
                notice.id().sender());
        assertEquals(List.of(), reading.problems());
        assertEquals(notice, NoticeText.withoutParties(reading.notice().orElseThrow()));
    }

    /** The lines come in the order of their packages. */
    @Property(tries = 60)
    void a_despatch_advice_that_is_written_is_read_back_equal(
            @ForAll("notices") ShipNotice notice, @ForAll("versions") String version) {
        ShipNotice packed = packed(notice);
        Binding binding = PARTNERS.binding("eancom-retail");

        byte[] file = X12.write(
                InboundDespatchAdvices.CODE,
                "",
                version,
                binding.write(DespatchWriter.write(packed, new Names("Bäckerei Süd", "Łódź"), false)));

        SetLevels levels = SetLevels.of(X12.read(file).get(0).segments());
        PartnerSwitches partner = PARTNERS.switches("eancom-retail");
        Reading reading = MessageReader.read(
                binding.read(levels), levels, partner, notice.id().sender());
        assertEquals(List.of(), reading.problems());
        assertEquals(
                List.of(),
                UnreadFacts.of(StatedFacts.of(levels), reading.read(), partner).refused());
        assertEquals(sorted(packed), sorted(reading.notice().orElseThrow()));
        assertEquals(
                header(packed),
                header(NoticeText.withoutParties(reading.notice().orElseThrow())));
    }

    @Provide
    Arbitrary<String> versions() {
        return Arbitraries.of("D:01B:UN:EAN007", "D:96A:UN:EAN005");
    }

    private static List<String> sorted(ShipNotice notice) {
        return notice.lines().stream().map(ShipNoticeLine::toString).sorted().toList();
    }

    private static String header(ShipNotice notice) {
        return NoticeText.of(notice).split("\n- ")[0];
    }

    /** Each pack stands on one pallet, and has an SSCC of its own. */
    private static ShipNotice packed(ShipNotice notice) {
        return new ShipNotice(
                notice.id(),
                notice.created(),
                notice.shipDate(),
                notice.shipFrom(),
                notice.shipTo(),
                notice.shipToId(),
                notice.carrier(),
                notice.billOfLading(),
                notice.lines().stream().map(RoundTripIT::packed).toList());
    }

    private static ShipNoticeLine packed(ShipNoticeLine line) {
        Optional<Sscc> pallet = line.pack()
                .filter(pack -> pack.equals(Bakery.pallet(1)) || pack.equals(Bakery.pallet(2)))
                .map(pack -> Bakery.pallet(9));
        return new ShipNoticeLine(
                line.purchaseOrder(),
                line.lineNumber(),
                line.gtin(),
                line.receiverItem(),
                line.senderItem(),
                line.lotNumber(),
                line.productionDate(),
                line.expiry(),
                line.quantity(),
                pallet,
                line.pack());
    }

    @Provide
    Arbitrary<String> mappings() {
        return Arbitraries.of("standard", "pallet-labels");
    }

    @Provide
    Arbitrary<ShipNotice> notices() {
        Arbitrary<LocalDateTime> created = Arbitraries.integers()
                .between(0, 200_000_000)
                .map(seconds -> LocalDateTime.of(2026, 1, 1, 0, 0).plusSeconds(seconds));
        Arbitrary<Optional<Gln>> gln = Arbitraries.of(new Gln("4012345000016"), new Gln("4012345000023"))
                .optional();
        return Combinators.combine(
                        text(2, 30),
                        created,
                        dates(),
                        gln,
                        gln,
                        text(2, 12),
                        text(2, 10),
                        lines().list().ofMinSize(1).ofMaxSize(12))
                .as((number, at, shipped, from, to, toId, carrier, lines) -> new ShipNotice(
                        new ShipNoticeId(Bakery.COMPANY, number),
                        at,
                        shipped,
                        from,
                        to,
                        to.isPresent() ? "" : toId,
                        carrier,
                        toId,
                        lines));
    }

    private static Arbitrary<ShipNoticeLine> lines() {
        Arbitrary<Optional<Sscc>> containers =
                Arbitraries.integers().between(1, 4).map(Bakery::pallet).optional();
        Arbitrary<Quantity> quantities = Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.001"), new BigDecimal("999999"))
                                .ofScale(3),
                        Arbitraries.of("C62", "CS", "KGM", "LTR", "LBR", "CA"))
                .as((amount, unit) -> new Quantity(amount, new UnitOfMeasure(unit)));
        Arbitrary<Optional<Gtin>> gtins = Arbitraries.of("96385074", "614141000425", "4012345000016", "14012345000013")
                .map(Gtin::of)
                .optional();
        return Combinators.combine(
                        text(1, 22),
                        gtins,
                        text(1, 20),
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(20).withChars("AZaz09!\"%&'()*+,-./:;<=>?_"),
                        dates().optional(),
                        quantities,
                        containers,
                        containers)
                .as((order, gtin, item, lot, date, quantity, tare, pack) -> new ShipNoticeLine(
                        order, "1", gtin, item, item, lot, date, date.map(d -> d.plusDays(30)), quantity, tare, pack));
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, 3000).map(LocalDate.of(2026, 1, 1)::plusDays);
    }

    private static Arbitrary<String> text(int min, int max) {
        return Arbitraries.strings().alpha().numeric().ofMinLength(min).ofMaxLength(max);
    }
}
