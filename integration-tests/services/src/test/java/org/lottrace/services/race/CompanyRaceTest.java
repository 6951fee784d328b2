package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.Lock.HEAD;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.cost.BooksOpening;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.PartyBuilder;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.violation.Violation;

/** Books are opened for a company while something else happens. */
class CompanyRaceTest extends RaceTest {
    private static final Site APPEND = HEAD.in("LedgerService.appendUnderLock");
    private static final Site OPEN = HEAD.in("CompaniesService.open");
    private static final Site SITE = HEAD.in("SiteDirectoryService.ofOtherCompany");
    private static final PartyId OTHER = new PartyId("BAKERY-2");

    @TestFactory
    Stream<DynamicTest> books_are_not_opened_where_something_is_just_recorded() {
        return race().firstHoldsToo(APPEND).secondWants(OPEN).tests(bakery -> {
            bakery.database.lots().insert(RacedBakery.FLOUR_1);
            return new Race.Requests(() -> received(bakery), () -> opened(bakery), () -> {
                assertTrue(bakery.ledger().find(new EventId("r1")).isPresent());
                assertEquals(List.of(), bakery.service(Companies.class).all());
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> a_site_where_something_is_recorded_does_not_go_to_a_company_that_just_opens_books() {
        return race().firstHoldsToo(OPEN)
                .untilBefore(CompanyBooksStore.class, "insert")
                .secondWants(SITE)
                .oneIsRepeated()
                .tests(bakery -> {
                    bakery.database.lots().insert(RacedBakery.FLOUR_1);
                    received(bakery);
                    bakery.database.unitOfWork().run(() -> bakery.database
                            .parties()
                            .save(PartyBuilder.aParty(OTHER.value())
                                    .as(PartyRole.COMPANY)
                                    .build()));
                    return new Race.Requests(() -> opened(bakery, OTHER), () -> moved(bakery), () -> {
                        assertEquals(1, bakery.service(Companies.class).all().size());
                        assertEquals(
                                COMPANY,
                                bakery.service(SiteDirectory.class)
                                        .find(BERLIN)
                                        .orElseThrow()
                                        .company());
                    });
                });
    }

    private static Outcome<?> moved(RacedBakery bakery) {
        org.lottrace.api.lot.Site berlin = Bakery.site(BERLIN);
        List<Violation> refused = bakery.service(SiteDirectory.class)
                .save(List.of(new org.lottrace.api.lot.Site(
                        berlin.id(),
                        OTHER,
                        berlin.name(),
                        berlin.gln(),
                        berlin.zone(),
                        berlin.productionDayStart(),
                        berlin.lotNumberTemplate(),
                        berlin.locations())));
        return refused.isEmpty() ? new Outcome.Done<>(berlin) : new Outcome.Refused<>(refused);
    }

    private static RecordedEvent received(RacedBakery bakery) {
        return done(bakery.append(anEvent("r1", RECEIVE)
                .moving(RacedBakery.FLOUR_1.key(), "10 KGM", Place.party(MILL), in(SHELF))
                .build()));
    }

    private static Outcome<?> opened(RacedBakery bakery) {
        return opened(bakery, COMPANY);
    }

    private static Outcome<?> opened(RacedBakery bakery, PartyId company) {
        return bakery.service(Companies.class)
                .open(new Caller("ben", Set.of(Role.CONTROLLER)), new BooksOpening(company, "USD", ""));
    }
}
