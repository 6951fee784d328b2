package org.lottrace.label.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import com.google.zxing.BarcodeFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.label.LabelFormat;
import org.lottrace.api.label.LabelPrinting;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** Berlin prints the labels of what comes: one bread lot loose, 24 of it on a pallet, and flour without a trade item number. */
class LabelQueueIT {
    @TempDir
    private Path folder;

    private TestCompany company = TestCompany.on(TestDatabase.h2().withBakery());

    @AfterEach
    void end() {
        company.close();
    }

    @Test
    void what_comes_is_printed_once_kept_and_can_be_printed_again() throws IOException {
        LabelQueue queue = queue("BER PNG LOT", Bakery.CLOCK);
        RecordedEvent event = receipt();

        queue.follow(List.of(event));

        String loose = event.position() + "-1.png";
        String onPallet = event.position() + "-2.png";
        assertEquals(List.of(loose, onPallet), files("BER"));
        assertEquals(
                "https://id.gs1.org/01/04012345000016/10/B1?17=260312",
                read(folder.resolve("BER").resolve(loose)));
        assertTrue(
                read(folder.resolve("BER").resolve(onPallet)).contains(pallet(1).value()));

        byte[] first = Files.readAllBytes(folder.resolve("BER").resolve(loose));
        Files.delete(folder.resolve("BER").resolve(loose)); // the printer took it
        queue.follow(List.of(event));
        assertEquals(List.of(onPallet), files("BER"));

        LabelPrinting printing = queue;
        assertEquals(
                Optional.of(List.of(loose, onPallet)),
                printing.reprint(new EventId("r1"))
                        .fold(Optional::of, refused -> Optional.of(List.of(refused.toString()))));
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("BER").resolve(loose)));
    }

    /** But one whose number GS1 does not allow: that is no reason to try for ever. */
    @Test
    void each_piece_with_a_serial_number_has_a_label_of_its_own() {
        LabelQueue queue = queue("BER PNG LOT", Bakery.CLOCK);
        Lot bread = aLot("B1").of(BREAD).expiring("2026-03-12").build();
        company.service(LotMaster.class).register(bread);
        Quantity three = Quantity.of("3", "C62");
        RecordedEvent event = company.service(Ledger.class)
                .append(new TraceEvent(
                        aContext("r1").in(BERLIN).build(),
                        EventType.RECEIVE,
                        List.of(),
                        Optional.empty(),
                        List.of(new EventLine(
                                bread.key(),
                                Position.at(Place.party(Bakery.MILL)),
                                Position.at(in(SHELF)),
                                three,
                                three,
                                Optional.empty(),
                                Optional.empty(),
                                Stream.of("S1", "S/2", "S 3")
                                        .map(serial -> KeyDataElement.SERIAL.is(new KeyDataValue.Text(serial)))
                                        .toList())),
                        List.of(),
                        List.of()))
                .toOptional()
                .orElseThrow();

        queue.follow(List.of(event));

        assertEquals(
                List.of(
                        "https://id.gs1.org/01/04012345000016/10/B1/21/S1?17=260312",
                        "https://id.gs1.org/01/04012345000016/10/B1/21/S%2F2?17=260312"),
                files("BER").stream()
                        .map(name -> read(folder.resolve("BER").resolve(name)))
                        .toList());
    }

    @Test
    void what_cannot_be_printed_again_is_said() {
        LabelQueue queue = queue("POT PNG LOT", Bakery.CLOCK);
        receipt();

        assertEquals("EVENT_UNKNOWN", code(queue, "r9"));
        assertEquals("NOTHING_TO_PRINT", code(queue, "r1"));
    }

    @Test
    void the_past_is_not_printed() {
        LabelQueue queue = queue("BER PNG LOT", Bakery.CLOCK);
        RecordedEvent event = receipt();

        queue.follow(List.of(new RecordedEvent(
                event.event(),
                event.form(),
                event.cell(),
                event.position(),
                event.recorded().minus(Duration.ofDays(30)),
                event.hash())));

        assertEquals(List.of(), files("BER"));
    }

    @Test
    void a_template_that_is_wrong_keeps_the_event_waiting() {
        company.configured("org.lottrace.label", Map.of("lot.template", "size 10 10; gs1-128 0 0 8 8"));
        LabelQueue queue = queue("BER PNG LOT", Bakery.CLOCK);
        RecordedEvent event = receipt();

        String failure = assertThrows(IllegalStateException.class, () -> queue.follow(List.of(event)))
                .getMessage();

        assertTrue(failure.contains("r1"), failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BER", "BER PNG", "BER GIF LOT", "BER PNG PALLET"})
    void a_setting_that_cannot_be_read_is_refused(String setting) {
        assertThrows(IllegalArgumentException.class, () -> SitePrinting.read(setting));
    }

    private LabelQueue queue(String setting, Clock clock) {
        company.with(Clock.class, clock)
                .configured(PrintingConfig.PID, Map.of("folder", folder.toString(), "sites", new String[] {setting}));
        return (LabelQueue) company.services(LedgerFollower.class).stream()
                .filter(follower -> follower.name().equals("label-queue"))
                .findFirst()
                .orElseThrow();
    }

    private RecordedEvent receipt() {
        LotMaster lots = company.service(LotMaster.class);
        Lot bread = aLot("B1").of(BREAD).expiring("2026-03-12").build();
        Lot flour = aLot("L1").of(FLOUR).expiring("2026-12-31").build();
        lots.register(bread);
        lots.register(flour);
        Position mill = Position.at(Place.party(Bakery.MILL));
        TraceEvent event = new TraceEvent(
                aContext("r1").in(BERLIN).build(),
                EventType.RECEIVE,
                List.of(),
                Optional.empty(),
                List.of(
                        line(bread, mill, Optional.empty(), "12 C62"),
                        line(bread, mill, Optional.of(pallet(1)), "24 C62"),
                        line(flour, mill, Optional.empty(), "25 KGM")),
                List.of(),
                List.of());
        return company.service(Ledger.class).append(event).toOptional().orElseThrow();
    }

    private static EventLine line(Lot lot, Position from, Optional<Sscc> unit, String quantity) {
        Quantity moved = Quantity.of(quantity.split(" ")[0], quantity.split(" ")[1]);
        return new EventLine(lot.key(), from, new Position(in(SHELF), unit), moved, moved, Optional.empty());
    }

    private static String code(LabelQueue queue, String event) {
        return queue.reprint(new EventId(event)).violations().get(0).code();
    }

    private List<String> files(String site) {
        try (Stream<Path> files = Files.list(folder.resolve(site))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static String read(Path file) {
        try {
            return Scanner.read(Files.readAllBytes(file), LabelFormat.PNG, BarcodeFormat.QR_CODE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
