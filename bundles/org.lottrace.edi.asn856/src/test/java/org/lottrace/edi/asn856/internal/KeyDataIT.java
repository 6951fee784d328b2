package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.PartyBuilder.aParty;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeReference;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.persistence.testing.TestDatabase;

/** From the file of a partner to the lot in stock: what it says beside the fields of the notice is known of both. */
class KeyDataIT {
    private static final LotKey SALT_7 = new LotKey(Bakery.MILL, Bakery.SALT, new LotNumber("S7"));

    enum Engine {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        Engine(Supplier<TestDatabase> database) {
            this.database = database;
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_lot_that_is_received_has_its_origin_and_the_source_of_its_code(Engine engine) {
        WorkingBakery bakery = new WorkingBakery(
                TestCompany.on(engine.database.get().withBakery()).with(Clock.class, Bakery.CLOCK));
        bakery.order();

        HandledSet handled = send(bakery);

        assertEquals(List.of(), handled.problems());
        assertEquals(List.of(), handled.unread());
        assertEquals(
                List.of("the binding does not read: SHIPMENT/REF_IA"),
                handled.notes().stream().map(note -> note.message()).toList());
        ShipNotice kept = bakery.expectedReceipts()
                .find(new ShipNoticeId(Bakery.MILL, "N-1"))
                .orElseThrow()
                .notice();
        assertEquals(
                List.of("vehicle VEHICLE ABCD 4711", "seal SEAL-9", "carrierReference PRO-1"), texts(kept.keyData()));
        String source =
                "traceabilityLotCodeSourceReference MILL 4, GLN 4005999000013, 1 MILL ROAD, TRENTON NJ 08601 US";
        assertEquals(
                List.of("countryOfOrigin MX", "netWeight 10 KGM", source, "statement Y NOT RECALLED"),
                texts(kept.lines().get(0).keyData()));

        TraceEvent event = WorkingBakery.recorded(bakery.receive("r1", "N-1"));

        assertEquals(
                List.of("countryOfOrigin MX", source),
                texts(bakery.lotCorrections().attributes(List.of(SALT_7)).get(SALT_7)));
        assertEquals(List.of("netWeight 10 KGM"), texts(event.lines().get(0).keyData()));
    }

    private static HandledSet send(WorkingBakery bakery) {
        String segments = "BSN*00*N-1*20260302*0910*0001~HL*1**S~TD3*TL*ABCD*4711******SEAL-9~REF*CN*PRO-1~REF*IA*77~"
                + "DTM*011*20260302~N1*ST**92*BER~HL*2*1*O~PRF*PO1~HL*3*2*P~LIN*2*IN*SALT*LT*S7*CH*MX~SN1**10*KG~"
                + "MEA*WT*N*10*KG~N1*SU*MILL 4*UL*4005999000013~N3*1 MILL ROAD~N4*TRENTON*NJ*08601*US~"
                + "YNQ**Y***NOT RECALLED~";
        String file =
                "ISA*00*          *00*          *ZZ*MILL           *ZZ*LOTTRACE       *260302*0915*^*00501*000000001*0*P*>~"
                        + "GS*SH*MILL*LOTTRACE*20260302*0915*1*X*005010~ST*856*0001~" + segments + "SE*"
                        + (segments.split("~").length + 2) + "*0001~GE*1*1~IEA*1*000000001~";
        InboundShipNotices notices =
                new InboundShipNotices(TestOperations.over(bakery.expectedReceipts()), new Agreed(), X12.MAPPINGS);
        return bakery.unitOfWork()
                .required(() -> notices.handle(new InboundTransactionSet(
                        "856",
                        "005010",
                        aParty(Bakery.MILL).mappedBy("wakefern").build(),
                        new InterchangeReference(
                                new EdiAddress("ZZ", "MILL"),
                                new EdiAddress("ZZ", "LOTTRACE"),
                                "000000001",
                                "1",
                                "0001"),
                        X12.read(file.getBytes(StandardCharsets.ISO_8859_1))
                                .get(0)
                                .segments())));
    }

    private static List<String> texts(List<KeyDatum> data) {
        return data.stream()
                .map(datum -> datum.name() + " " + datum.value().text())
                .toList();
    }
}
