package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.PartyBuilder.aParty;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeReference;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.persistence.testing.TestDatabase;

/** A DESADV through the real services into the database. */
class DespatchAdviceIT {
    /** Where it is stored. */
    enum Engine {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        Engine(Supplier<TestDatabase> database) {
            this.database = database;
        }
    }

    private static final String LINE = "LIN+1'PIA+5+FLOUR:IN+L1:NB'QTY+12:40:BG'DTM+36:20270131:102'RFF+ON:PO1:1'";

    private WorkingBakery bakery;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void becomes_an_expected_receipt_with_lots_dates_and_labels(Engine engine) {
        open(engine);

        assertEquals(List.of(), codes(send("9", "N1", LINE)));

        ExpectedReceipt expected = find("N1").orElseThrow();
        assertEquals(1, expected.notice().lines().size());
        assertEquals(
                "L1 40 BG Optional[2027-01-31] Optional[" + Bakery.pallet(1) + "]",
                expected.notice().lines().stream()
                        .map(line -> line.lotNumber() + " " + line.quantity() + " " + line.expiry() + " " + line.pack())
                        .findFirst()
                        .orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_same_again_changes_nothing_a_replacement_replaces_and_a_cancellation_takes_it_back(Engine engine) {
        open(engine);
        send("9", "N1", LINE);

        assertEquals(List.of(), codes(send("9", "N1", LINE)));
        assertEquals(List.of(), codes(send("5", "N1", LINE.replace("12:40", "12:30"))));
        assertEquals(
                "30 BG",
                find("N1").orElseThrow().notice().lines().get(0).quantity().toString());
        assertEquals(List.of(), codes(send("1", "N1", LINE)));
        assertTrue(find("N1").orElseThrow().lines().get(0).expected().isZero());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_the_business_refuses_names_the_line_of_the_message(Engine engine) {
        open(engine);

        List<Violation> problems =
                send("9", "N1", LINE.replace("FLOUR", "SAND")).problems();

        assertEquals(
                List.of("LIN 1"),
                problems.stream()
                        .map(problem -> problem.path().steps().get(0).name())
                        .distinct()
                        .toList());
        assertEquals(Optional.empty(), find("N1"));
    }

    private void open(Engine engine) {
        bakery = new WorkingBakery(
                TestCompany.on(engine.database.get().withBakery()).with(Clock.class, Bakery.CLOCK));
        bakery.order();
    }

    private Optional<ExpectedReceipt> find(String number) {
        return bakery.unitOfWork()
                .required(() -> bakery.expectedReceipts().find(new ShipNoticeId(Bakery.MILL, number)));
    }

    private HandledSet send(String function, String number, String lines) {
        String segments = "BGM+351+" + number + "+" + function
                + "'DTM+137:20260302:102'DTM+11:20260302:102'NAD+DP+BER::92'CPS+1'PAC+1'PCI+33E'GIN+BJ+"
                + Bakery.pallet(1) + "'" + lines;
        String file = "UNB+UNOC:3+4012345000108:14+LOTTRACE:ZZZ+260302:0910+1'UNH+1+DESADV:D:01B:UN:EAN007'" + segments
                + "UNT+" + (segments.split("'").length + 2) + "+1'UNZ+1+1'";
        InboundShipNotices notices =
                new InboundShipNotices(TestOperations.over(bakery.expectedReceipts()), new Agreed(), X12.MAPPINGS);
        return bakery.unitOfWork()
                .required(() -> notices.handle(new InboundTransactionSet(
                        InboundDespatchAdvices.CODE,
                        "DESADV:D:01B:UN:EAN007",
                        aParty(Bakery.MILL).mappedBy("eancom-retail").build(),
                        new InterchangeReference(
                                new EdiAddress("14", "4012345000108"), new EdiAddress("ZZ", "LOTTRACE"), "1", "", "1"),
                        X12.read(file.getBytes(StandardCharsets.ISO_8859_1))
                                .get(0)
                                .segments())));
    }

    private static List<String> codes(HandledSet handled) {
        assertEquals(List.of(), handled.unread());
        return handled.problems().stream()
                .map(problem -> problem.code() + " " + problem.path() + " " + problem.message())
                .toList();
    }
}
