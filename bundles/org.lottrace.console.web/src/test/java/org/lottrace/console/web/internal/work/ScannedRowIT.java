package org.lottrace.console.web.internal.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.SHELF;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.operation.Role;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.company.WorkingBakery;
import org.lottrace.console.web.internal.ConsoleUnderTest;

/** A count, because it takes every column: 40 loaves of bread lie on the shelf, GTIN 04012345000016. */
class ScannedRowIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private final ConsoleUnderTest console = ConsoleUnderTest.with(
                    List.of(new WorkPage()),
                    bakery.company().service(Identification.class),
                    bakery.company().service(ItemCatalog.class),
                    bakery.company().service(Ledger.class),
                    bakery.company().service(LotMaster.class),
                    bakery.company().service(MovementCapture.class),
                    bakery.company().service(SiteDirectory.class))
            .loggedInAs(Role.ADMINISTRATOR);

    @BeforeEach
    void bake() {
        bakery.baked("B2");
    }

    @AfterEach
    void stop() {
        console.close();
        bakery.company().close();
    }

    @Test
    void a_scan_in_the_field_of_the_lot_fills_item_lot_quantity_and_unit() {
        EventLine line = counted(
                "lot0", "]d200340123450000000017{GS}0204012345000016{GS}10B2{GS}37777", "location0", SHELF.value());

        assertEquals("BAKERY/BREAD/B2", line.lot().toString());
        assertEquals(Quantity.of("777", "C62"), line.quantity());
        assertEquals(Optional.of(new Sscc("340123450000000017")), line.to().container());
    }

    @Test
    void a_label_in_the_field_of_the_container_names_the_lot_as_well() {
        EventLine line = counted(
                "container0", "(00)340123450000000017(02)04012345000016(37)777(10)B2", "location0", SHELF.value());

        assertEquals("BAKERY/BREAD/B2", line.lot().toString());
    }

    private EventLine counted(String... fields) {
        HttpResponse<String> answer = count(fields);
        assertEquals(303, answer.statusCode(), answer.body());
        return bakery.ledger()
                .find(new EventId("count-1"))
                .orElseThrow()
                .event()
                .lines()
                .get(0);
    }

    private HttpResponse<String> count(String... fields) {
        List<String> all = new ArrayList<>(List.of(
                "token",
                console.token(),
                "event",
                "count-1",
                "site",
                BERLIN.value(),
                "at",
                "2026-03-02T09:00",
                "countSheet",
                "C1"));
        all.addAll(List.of(fields));
        return console.post("/work/count", all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "(01)04012345000017(10)B2, INCORRECT_CHECK_DIGIT",
        "(01)94012345000019(10)B2, No item has the GTIN 94012345000019",
        "(01)04012345000016, The scan names no lot"
    })
    void what_is_wrong_with_a_scan_is_said_and_nothing_is_recorded(String scan, String problem) {
        HttpResponse<String> answer = count("lot0", scan, "amount0", "3", "location0", SHELF.value());

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains(problem), answer.body());
        assertTrue(bakery.ledger().find(new EventId("count-1")).isEmpty());
    }
}
