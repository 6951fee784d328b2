package org.lottrace.console.commands.internal.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.event.Place;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.operation.ServiceMissingException;
import org.lottrace.api.transaction.StoreUnavailableException;

/** The company's first site is in Berlin, another one in New York; the machine is in Tokyo. */
class ZonesTest {
    private static final ZoneId MACHINE = ZoneId.of("Asia/Tokyo");
    private static final SiteId NEW_YORK = new SiteId("NYC");
    private static final Instant WINTER = Instant.parse("2026-03-02T23:30:00.987654Z");
    private static final Instant SUMMER = Instant.parse("2026-07-01T12:00:05Z");
    private static final List<Site> SITES = List.of(site("BER", "Europe/Berlin"), site("NYC", "America/New_York"));

    @ParameterizedTest
    @MethodSource
    void a_time_is_shown_in_the_zone_of_what_it_belongs_to_with_its_offset(Object shown, String text) {
        assertEquals(text, Text.of(shown, zones(() -> SITES)));
    }

    static Stream<Arguments> a_time_is_shown_in_the_zone_of_what_it_belongs_to_with_its_offset() {
        return Stream.of(
                Arguments.of(WINTER, "2026-03-03T00:30+01:00"),
                Arguments.of(SUMMER, "2026-07-01T14:00:05+02:00"),
                Arguments.of(Optional.of(SUMMER), "2026-07-01T14:00:05+02:00"),
                Arguments.of(Optional.<Instant>empty(), ""),
                Arguments.of(List.of(WINTER, SUMMER), "2026-03-03T00:30+01:00, 2026-07-01T14:00:05+02:00"),
                Arguments.of(SiteTime.of(WINTER, NEW_YORK), "2026-03-02T18:30-05:00"),
                Arguments.of(SiteTime.of(SUMMER, NEW_YORK), "2026-07-01T08:00:05-04:00"),
                Arguments.of(SiteTime.of(WINTER, new SiteId("BER")), "2026-03-03T00:30+01:00"),
                Arguments.of(Optional.of(SiteTime.of(WINTER, NEW_YORK)), "2026-03-02T18:30-05:00"),
                Arguments.of(SiteTime.of(WINTER, Place.location(NEW_YORK, Bakery.SHELF)), "2026-03-02T18:30-05:00"),
                Arguments.of(SiteTime.of(WINTER, Place.party(Bakery.MARKET)), "2026-03-03T00:30+01:00"),
                Arguments.of(SiteTime.of(WINTER, new SiteId("GONE")), "2026-03-03T00:30+01:00"),
                Arguments.of(new SiteTime(WINTER, Optional.empty()), "2026-03-03T00:30+01:00"));
    }

    @Test
    void a_company_without_sites_or_one_that_cannot_be_asked_has_the_zone_of_the_machine() {
        Supplier<List<Site>> missing = () -> {
            throw new ServiceMissingException(SiteDirectory.class);
        };
        Supplier<List<Site>> down = () -> {
            throw new StoreUnavailableException("down", new IllegalStateException());
        };

        for (Supplier<List<Site>> sites : List.<Supplier<List<Site>>>of(List::of, missing, down)) {
            assertEquals("2026-07-01T21:00:05+09:00", Text.of(SUMMER, zones(sites)));
            assertEquals("2026-07-01T21:00:05+09:00", Text.of(SiteTime.of(SUMMER, NEW_YORK), zones(sites)));
        }
    }

    @Test
    void a_table_asks_for_the_sites_once_and_only_when_it_shows_a_time() {
        int[] asked = {0};
        Zones zones = zones(() -> {
            asked[0]++;
            return SITES;
        });

        print(Table.of("Names", List.of("a")).column("Name", name -> name), zones);
        assertEquals(0, asked[0]);

        print(Table.of("Times", List.of(WINTER, SUMMER)).column("When", time -> time), zones);
        assertEquals(1, asked[0]);
    }

    private static void print(Table<?> table, Zones zones) {
        table.print(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), 10, zones);
    }

    private static Zones zones(Supplier<List<Site>> sites) {
        return new Zones(sites, MACHINE);
    }

    private static Site site(String id, String zone) {
        Site berlin = Bakery.sites().get(0);
        return new Site(
                new SiteId(id),
                berlin.company(),
                id,
                Optional.empty(),
                ZoneId.of(zone),
                LocalTime.MIDNIGHT,
                berlin.lotNumberTemplate(),
                List.of());
    }
}
