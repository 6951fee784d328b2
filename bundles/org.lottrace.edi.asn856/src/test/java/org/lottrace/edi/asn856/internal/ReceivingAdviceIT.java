package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.recorded;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.persistence.testing.TestDatabase;

/** Suppliers that want it are told by 861 how what came differs from their notice; what they get is read from the bytes of the file. */
class ReceivingAdviceIT {
    @TempDir
    Path mappings;

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final List<OutboundTransactionSet> sent = new ArrayList<>();
    private InterchangeStatus status = InterchangeStatus.SENT;
    private WorkingBakery bakery;
    private LedgerFollowers followers;

    @BeforeEach
    void announced() throws IOException {
        database.unitOfWork().run(() -> database.parties()
                .save(aParty(MILL)
                        .as(PartyRole.SUPPLIER)
                        .exchangingAs("ZZ", "MILL")
                        .mappedBy("told")
                        .build()));
        bakery = new WorkingBakery(TestCompany.on(database)
                .with(Clock.class, Bakery.CLOCK)
                .with(Interchanges.class, Fakes.sending(this::send))
                .with(WithheldInterchanges.class, Fakes.withholding(this::withhold))
                .configured(ShipNoticeConfig.PID, Map.of("mappings", mappings.toString())));
        followers = bakery.company().service(LedgerFollowers.class);
        agreed("receiving.advice = DIFFERENCES");
        bakery.order();
        bakery.expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(NEXT_YEAR), Optional.of(pallet(1)))
                .announcing("PO1", 1, FLOUR, "L2", "40 BG", Optional.of(NEXT_YEAR), Optional.of(pallet(2)))
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        // lot, pallet, days the label is off, RCD06 to RCD08 and what follows
        "L1,       1, 30, 100 KG 04",
        "L1,       2, 0,  100 KG 05",
        "FLOUR/X9, 9, 0,  100 KG 13",
        "FLOUR/X9, 2, 0,  100 KG 05 100 KG 13",
    })
    void each_difference_has_its_condition(String lot, int pallet, int off, String contested) {
        recorded(bakery.receive("e1", "N1", line(lot, pallet, NEXT_YEAR.minusDays(off), false)));

        catchUp();

        SetSegment rcd = segment(0, "RCD");
        assertEquals("100", rcd.element(2));
        assertEquals(
                contested,
                String.join(" ", rcd.elements().subList(6, rcd.elements().size())));
    }

    @ParameterizedTest
    @CsvSource({
        "L1,       1, 30, QVR+100+ZZZ+:::quality or date is in question'",
        "L1,       2, 0,  QVR+100+ZZZ+:::is not what was announced'",
        "FLOUR/X9, 9, 0,  QVR+100+AE'",
    })
    void a_supplier_of_edifact_gets_a_recadv(String lot, int pallet, int off, String variance) throws IOException {
        suppliersWriteEdifact();
        LocalDate expiry = NEXT_YEAR.minusDays(off);
        recorded(bakery.receive("e1", "N1", line(lot, pallet, expiry, false)));

        catchUp();

        assertEquals("RECADV", sent.get(0).code());
        byte[] file = X12.write("RECADV", "", sent.get(0).xml());
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("RFF+AAK:N1'") && text.contains("QTY+48:100:KGM'"), text);
        assertTrue(text.contains(variance), text);
        assertTrue(text.contains("GIN+BJ+" + pallet(pallet) + "'"), text);
        assertTrue(text.contains("DTM+36:" + expiry.toString().replace("-", "") + ":102'"), text);
        assertEquals(
                1,
                X12.read(X12.write("RECADV", "", "D:96A:UN:EAN005", sent.get(0).xml()))
                        .size());
        CustomerAdvice read = CustomerAdvice.of(X12.read(file).get(0).segments());
        assertEquals(List.of("N1"), read.shipments());
        assertEquals(lot.replace("FLOUR/", ""), read.goods().get(0).lot());
        assertEquals("100 KG", read.goods().get(0).received().orElseThrow().toString());
    }

    @Test
    void what_came_damaged_or_beyond_the_notice_or_not_at_all_has_a_code_of_edifact() throws IOException {
        suppliersWriteEdifact();
        recorded(bakery.receive("e1", "N1", line("L1", 1, NEXT_YEAR, true)));
        recorded(bakery.receive("e2", "N1", came("L1", "1030 KGM")));
        recorded(bakery.expectedReceipts()
                .close(new NoticeClosing(aContext("c1").request(), WorkingBakery.notice("N1"), "short")));

        catchUp();

        assertEquals(
                List.of("QVR+100+AF'", "QVR+130+AC'", "QVR+1000+CP'"),
                sent.stream()
                        .map(set -> new String(X12.write("RECADV", "", set.xml()), StandardCharsets.ISO_8859_1))
                        .flatMap(text -> text.lines().filter(line -> line.startsWith("QVR")))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12, 13, 40})
    void serial_numbers_and_catch_weight_of_what_came_are_told_however_many_they_are(int pieces) {
        List<String> serials =
                IntStream.rangeClosed(1, pieces).mapToObj(piece -> "S-" + piece).toList();
        AdvisedGoods goods = new AdvisedGoods(
                Bakery.BREAD,
                Optional.empty(),
                Optional.empty(),
                Optional.of("PO1"),
                Optional.of(NEXT_YEAR),
                serials,
                Optional.of(WorkingBakery.of("7.25 KGM")),
                WorkingBakery.of(pieces + " C62"),
                Map.of(ReceivingCondition.DAMAGED, WorkingBakery.of("1 C62")));

        String xml = database.unitOfWork().required(() -> new ReceivingAdviceWriter(database.items(), database.lots())
                .write("00", "RA-1", NEXT_YEAR, WorkingBakery.notice("N1"), List.of(goods)));

        byte[] file = X12.write("861", "RC", xml);
        assertEquals(List.of(), X12.staediSays(file));
        String text = new String(file, StandardCharsets.UTF_8);
        assertTrue(text.contains("MEA*PD*N*7.25*KG~"), text);
        assertEquals(
                serials,
                Pattern.compile("(?:REF\\*SE|\\*SN)\\*(S-\\d+)")
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    private void suppliersWriteEdifact() throws IOException {
        Path folder = Files.createDirectories(mappings.resolve("partners/told"));
        Files.copy(X12.MAPPINGS.resolve("partners/eancom-retail/DESADV.oxm.xml"), folder.resolve("DESADV.oxm.xml"));
        Files.writeString(folder.resolve("DESADV.properties"), "receiving.advice = DIFFERENCES");
    }

    @Test
    void the_advice_names_notice_item_lot_pallet_and_the_expiry_on_the_label() {
        LocalDate expiry = NEXT_YEAR.minusDays(30);
        recorded(bakery.receive("e1", "N1", line("L1", 1, expiry, true)));

        catchUp();

        String text = text(0);
        assertTrue(text.startsWith("ST*861"), text);
        assertTrue(text.contains("REF*SI*N1"), text);
        assertTrue(text.contains("LT*L1") && text.contains("IN*FLOUR"), text);
        assertTrue(text.contains("DTM*036*" + expiry.toString().replace("-", "")), text);
        assertTrue(text.contains("MAN*GM*" + pallet(1)) && text.contains("PRF*PO1"), text);
        assertTrue(text.contains("*100*KG*01*100*KG*04"), "damaged, too: " + text);
    }

    @Test
    void what_is_more_than_announced_is_in_question_and_nothing_else() {
        recorded(bakery.receive("e1", "N1", came("L1", "1030 KGM")));

        catchUp();

        assertTrue(text(0).contains("RCD*1*1030*KG***30*KG*03"), text(0));
    }

    @Test
    void what_came_as_announced_is_no_reason_to_write() {
        recorded(bakery.receive("e1", "N1", line("L1", 1, NEXT_YEAR, false)));

        catchUp();

        assertEquals(List.of(), keys());
    }

    @Test
    void who_has_not_asked_for_it_gets_none() throws IOException {
        agreed("");
        recorded(bakery.receive("e1", "N1", line("FLOUR/X9", 9, NEXT_YEAR, false)));

        catchUp();

        assertEquals(List.of(), keys());
    }

    @Test
    void what_did_not_come_is_told_when_the_notice_is_closed() {
        recorded(bakery.receive("e1", "N1", came("L1", "900 KGM")));
        recorded(bakery.expectedReceipts()
                .close(new NoticeClosing(aContext("c1").request(), WorkingBakery.notice("N1"), "short")));

        catchUp();

        assertEquals(List.of("c1"), keys());
        assertTrue(text(0).contains("RCD*1*900*KG***100*KG*02"), text(0));
        assertTrue(text(0).contains("RCD*2*0*KG***1000*KG*02"), text(0));
    }

    @Test
    void a_receipt_that_is_reversed_cancels_its_advice_under_the_same_number() {
        recorded(bakery.receive("e1", "N1", line("FLOUR/X9", 9, NEXT_YEAR, false)));
        catchUp();
        bakery.reverse("r1", "e1");

        catchUp();

        assertEquals(List.of("e1", "r1"), keys());
        assertEquals(segment(0, "BRA").element(1), segment(1, "BRA").element(1));
        assertEquals("01", segment(1, "BRA").element(3));
    }

    @Test
    void an_advice_that_was_not_sent_yet_is_withheld_instead() {
        status = InterchangeStatus.PENDING;
        recorded(bakery.receive("e1", "N1", line("FLOUR/X9", 9, NEXT_YEAR, false)));
        catchUp();
        bakery.reverse("r1", "e1");

        catchUp();

        assertEquals(List.of("e1"), keys());
    }

    @Test
    void a_receipt_that_is_reversed_before_its_advice_is_made_is_never_told() {
        recorded(bakery.receive("e1", "N1", line("FLOUR/X9", 9, NEXT_YEAR, true)));
        bakery.reverse("r1", "e1");

        catchUp();

        assertEquals(List.of(), keys());
    }

    @Test
    void what_was_said_of_another_receipt_is_corrected_when_it_is_no_longer_so() {
        recorded(bakery.receive("e1", "N1", came("L1", "1000 KGM")));
        recorded(bakery.receive("e2", "N1", came("L1", "50 KGM")));
        catchUp();
        assertTrue(text(0).contains("50*KG*03"), text(0));
        bakery.reverse("r1", "e1");

        catchUp();

        assertEquals(2, sent.size());
        assertEquals("05", segment(1, "BRA").element(3));
        assertEquals(segment(0, "BRA").element(1), segment(1, "BRA").element(1));
        assertTrue(text(1).contains("RCD*1*50*KG") && !text(1).contains("*03"), text(1));
    }

    @Test
    void what_replaces_an_advice_and_waits_is_withheld_too_when_the_receipt_is_reversed() {
        status = InterchangeStatus.PENDING;
        recorded(bakery.receive("e1", "N1", came("L1", "1000 KGM")));
        recorded(bakery.receive("e2", "N1", came("L1", "50 KGM")));
        catchUp();
        bakery.reverse("r1", "e1");
        catchUp();
        bakery.reverse("r2", "e2");

        catchUp();

        assertEquals(2, sent.size(), "told, and corrected");
        assertEquals(
                Set.of(InterchangeStatus.WITHHELD),
                sent.stream()
                        .map(set -> database.interchanges()
                                .find(OutboundTransactionSet.logKey("861", set.key()))
                                .orElseThrow()
                                .status())
                        .collect(Collectors.toSet()));
    }

    @Test
    void what_was_told_as_short_is_cancelled_when_a_reversal_opens_the_notice_again() {
        recorded(bakery.receive("e1", "N1", came("L1", "900 KGM"), came("L2", "1000 KGM")));
        close("c1");
        catchUp();
        assertEquals(List.of("c1"), keys());
        bakery.reverse("r1", "e1");

        catchUp();

        assertEquals(List.of("00", "01"), purposes());
        assertEquals(segment(0, "BRA").element(1), segment(1, "BRA").element(1));
    }

    @Test
    void what_comes_after_the_closing_corrects_what_was_told_as_short() {
        recorded(bakery.receive("e1", "N1", came("L1", "600 KGM"), came("L2", "1000 KGM")));
        close("c1");
        catchUp();
        recorded(bakery.receive("e2", "N1", came("L1", "300 KGM")));
        catchUp();
        recorded(bakery.receive("e3", "N1", came("L1", "100 KGM")));
        catchUp();
        bakery.reverse("r3", "e3");
        catchUp();

        assertEquals(List.of("00", "05", "01", "05"), purposes());
        assertTrue(text(0).contains("RCD*1*600*KG***400*KG*02"), text(0));
        assertTrue(text(1).contains("RCD*1*900*KG***100*KG*02"), text(1));
        assertTrue(text(3).contains("RCD*1*900*KG***100*KG*02"), text(3));
    }

    @Test
    void when_only_another_lot_came_that_and_what_is_short_are_told() {
        recorded(bakery.receive("e1", "N1", line("FLOUR/X9", 9, NEXT_YEAR, false)));
        close("c1");
        catchUp();

        assertEquals(List.of("e1", "c1"), keys());
        assertTrue(text(1).contains("RCD*1*0*KG***1000*KG*02"), text(1));
    }

    private void close(String id) {
        recorded(bakery.expectedReceipts()
                .close(new NoticeClosing(aContext(id).request(), WorkingBakery.notice("N1"), "short")));
    }

    private List<String> purposes() {
        return IntStream.range(0, sent.size())
                .mapToObj(index -> segment(index, "BRA").element(3))
                .toList();
    }

    @Test
    void what_was_agreed_and_cannot_be_read_holds_back_this_supplier_until_it_is_corrected() throws IOException {
        agreed("receiving.advice = SOMETIMES");
        recorded(bakery.receive("e1", "N1", line("FLOUR/X9", 9, NEXT_YEAR, false)));
        followers.catchUp("advice861", Duration.ofSeconds(60));
        SetAsideEvent aside = followers.status("advice861").setAside().get(0);
        assertTrue(
                aside.failure().reason().contains("NONE or DIFFERENCES"),
                aside.failure().reason());

        agreed("receiving.advice = DIFFERENCES");
        followers.retry("advice861", aside.position());

        assertEquals(List.of("e1"), keys());
    }

    private void catchUp() {
        assertEquals(0, followers.catchUp("advice861", Duration.ofSeconds(60)).lag());
        assertEquals(List.of(), followers.status("advice861").setAside());
    }

    private List<String> keys() {
        return sent.stream().map(OutboundTransactionSet::key).toList();
    }

    private SetSegment segment(int index, String tag) {
        return segments(index).stream().filter(one -> one.is(tag)).findFirst().orElseThrow();
    }

    private String text(int index) {
        return segments(index).stream()
                .map(segment -> String.join("*", segment.elements()))
                .collect(Collectors.joining("\n"));
    }

    /** Read with the schema, as whoever gets the file does. */
    private List<SetSegment> segments(int index) {
        OutboundTransactionSet set = sent.get(index);
        return X12.read(X12.write(set.code(), set.functionalId(), set.xml()))
                .get(0)
                .segments();
    }

    private void agreed(String line) throws IOException {
        Path folder = Files.createDirectories(mappings.resolve("partners/told"));
        Files.writeString(folder.resolve("856.properties"), line);
    }

    private void send(OutboundTransactionSet set) {
        String key = OutboundTransactionSet.logKey(set.code(), set.key());
        database.interchanges()
                .insert(
                        new InterchangeRecord(
                                0,
                                Direction.OUTBOUND,
                                "",
                                "",
                                "000000001",
                                List.of(set.code()),
                                set.key(),
                                status,
                                Bakery.NOW,
                                List.of()),
                        Optional.of(key),
                        new byte[0])
                .ifPresent(id -> sent.add(set));
    }

    private boolean withhold(String key) {
        Optional<InterchangeRecord> record = database.interchanges().find(key);
        record.filter(waiting -> waiting.status() == InterchangeStatus.PENDING)
                .ifPresent(waiting -> database.interchanges().setStatus(waiting.id(), InterchangeStatus.WITHHELD));
        return record.filter(waiting -> waiting.status() == InterchangeStatus.PENDING)
                .isPresent();
    }

    private static Receipt.Line line(String lot, int pallet, LocalDate expiry, boolean damaged) {
        return new Receipt.Line(
                LotReference.parse(lot),
                quantity("100 KGM"),
                Optional.of(pallet(pallet)),
                Optional.empty(),
                Optional.of(expiry),
                damaged,
                Optional.empty(),
                Optional.empty());
    }

    /** What the exchange does is its own matter; only what reaches it counts here. */
    private static final class Fakes {
        static Interchanges sending(Consumer<OutboundTransactionSet> sink) {
            return (Interchanges) Proxy.newProxyInstance(
                    Interchanges.class.getClassLoader(),
                    new Class<?>[] {Interchanges.class},
                    (proxy, method, given) -> {
                        if (!method.getName().equals("send")) {
                            throw new UnsupportedOperationException(method.getName());
                        }
                        sink.accept((OutboundTransactionSet) given[0]);
                        return List.of();
                    });
        }

        static WithheldInterchanges withholding(Predicate<String> withhold) {
            return new WithheldInterchanges() {
                @Override
                public boolean withhold(String code, String key) {
                    return withhold.test(OutboundTransactionSet.logKey(code, key));
                }

                @Override
                public Set<String> withhold(String code, Collection<String> keys) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Set<String> waiting(String code, Collection<String> keys) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Set<String> release(String code, Collection<String> keys) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
