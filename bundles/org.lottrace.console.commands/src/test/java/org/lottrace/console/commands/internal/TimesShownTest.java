package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.console.commands.internal.Shell.answering;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerState;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.Site;
import org.lottrace.api.operation.Role;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.Tokens;

/** The company's first site is in Berlin, its other one, for this test, in New York: people read site time, scripts UTC. */
class TimesShownTest {
    private static final Instant AT = Instant.parse("2026-03-02T23:30:01Z");
    private static final String UTC = "2026-03-02T23:30:01Z";
    private static final String IN_BERLIN = "2026-03-03T00:30:01+01:00";
    private static final String IN_NEW_YORK = "2026-03-02T18:30:01-05:00";
    private static final Lot FLOUR = aLot("L1").build();

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void people_read_the_time_of_the_site_and_scripts_utc(String command, List<Object> services, String shown)
            throws Exception {
        Object[] all = Stream.concat(Stream.of(Answers.sites(sites())), services.stream())
                .toArray();
        try (Shell shell = Shell.with(all)) {
            String table = shell.run(command);
            assertTrue(table.contains(shown), table);
            assertFalse(table.contains(UTC), table);

            String json = shell.run(command + " --json");
            assertTrue(json.contains(UTC), json);
            assertFalse(json.contains(shown), json);
        }
    }

    static Stream<Arguments> people_read_the_time_of_the_site_and_scripts_utc() {
        return Stream.of(
                Arguments.of("lot:event e1", List.of(ledger()), IN_NEW_YORK),
                Arguments.of("lot:show FLOUR/L1", held(Optional.empty(), Place.location(POTSDAM, SHELF)), IN_NEW_YORK),
                Arguments.of(
                        "lot:show FLOUR/L1",
                        held(Optional.of(Position.at(Place.location(POTSDAM, SHELF))), Place.location(BERLIN, SHELF)),
                        IN_NEW_YORK),
                Arguments.of("lot:show FLOUR/L1", held(Optional.empty(), Place.location(BERLIN, SHELF)), IN_BERLIN),
                Arguments.of("alloc:why SO-1", List.of(decisions()), IN_NEW_YORK),
                Arguments.of("edi:log", List.of(interchanges()), IN_BERLIN),
                Arguments.of("edi:show 7", List.of(interchanges()), IN_BERLIN),
                Arguments.of("lottrace:audit", List.of(audit()), IN_BERLIN),
                Arguments.of("lottrace:tokens", List.of(tokens()), IN_BERLIN),
                Arguments.of("lottrace:follower cost", List.of(followers()), IN_BERLIN));
    }

    private static List<Site> sites() {
        return Bakery.sites().stream()
                .map(site -> site.id().equals(POTSDAM)
                        ? new Site(
                                site.id(),
                                site.company(),
                                site.name(),
                                site.gln(),
                                ZoneId.of("America/New_York"),
                                site.productionDayStart(),
                                site.lotNumberTemplate(),
                                site.locations())
                        : site)
                .toList();
    }

    private static Ledger ledger() {
        TraceEvent event = anEvent("e1", SHIP)
                .moving(FLOUR.key(), "2 KGM", Place.location(POTSDAM, SHELF), Place.party(MARKET))
                .build();
        EventContext then = event.context();
        TraceEvent there = anEvent("e1", SHIP)
                .in(new EventContext(
                        then.id(),
                        then.effective(),
                        then.offset(),
                        then.accountingDate(),
                        then.actor(),
                        then.onBehalfOf(),
                        then.device(),
                        then.company(),
                        POTSDAM,
                        then.source(),
                        then.basis(),
                        then.line(),
                        then.shift()))
                .moving(FLOUR.key(), "2 KGM", Place.location(POTSDAM, SHELF), Place.party(MARKET))
                .build();
        RecordedEvent recorded = new RecordedEvent(there, 5, AT, "ab".repeat(32));
        return answering(Ledger.class, Map.of("find", given -> Optional.of(recorded)));
    }

    private static List<Object> held(Optional<Position> part, Place stock) {
        Hold hold = new Hold(new EventId("h1"), "glass", AT, "anna", part);
        LotDisposition disposition =
                new LotDisposition(FLOUR.key(), Disposition.ON_HOLD, "glass", new EventId("h1"), List.of(hold));
        LotMaster lots = Answers.lots(FLOUR);
        return List.of(
                lots,
                answering(Holds.class, "dispositionOf", lot -> Optional.of(disposition)),
                answering(
                        StockOnHand.class,
                        "ofLot",
                        lot -> List.of(new StockBalance(FLOUR.key(), Position.at(stock), quantity("5 KGM")))));
    }

    private static AllocationDecisions decisions() {
        AllocationDecision decision = new AllocationDecision(
                177,
                new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO-1"), 1),
                FLOUR.key().item(),
                AT,
                LocalDate.of(2026, 3, 3),
                Rotation.FEFO,
                List.of(),
                quantity("5 KGM"),
                List.of(new Candidate(
                        FLOUR.key(),
                        Position.at(Place.location(POTSDAM, SHELF)),
                        Optional.empty(),
                        quantity("5 KGM"),
                        quantity("5 KGM"),
                        List.of())),
                0,
                Optional.empty());
        return answering(AllocationDecisions.class, "ofOrder", order -> List.of(decision));
    }

    private static Interchanges interchanges() {
        InterchangeRecord record = new InterchangeRecord(
                7,
                Direction.INBOUND,
                "ZZ:MILL",
                "ZZ:BAKERY",
                "000000001",
                List.of("856"),
                "a.edi",
                InterchangeStatus.ACCEPTED,
                AT,
                List.of());
        return answering(
                Interchanges.class, Map.of("before", asked -> List.of(record), "find", id -> Optional.of(record)));
    }

    private static AuditLog audit() {
        AuditEntry entry = new AuditEntry(
                7, AT, AT, 1, AuditKind.LOGIN, "anna", "10.0.0.1", "ssh", LoginMethod.PASSWORD, List.of(), "", "", "");
        return answering(AuditLog.class, "list", asked -> List.of(entry));
    }

    private static Tokens tokens() {
        Token token = new Token(
                "0123456789",
                "erp",
                Set.of(Role.OPERATOR),
                AT,
                "karin",
                AT.plus(Duration.ofDays(30)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return answering(Tokens.class, "list", asked -> List.of(token));
    }

    private static LedgerFollowers followers() {
        FollowerStatus status = new FollowerStatus(
                "cost",
                FollowerState.STOPPED,
                4,
                9,
                Optional.of(new FollowerFailure(5, 2, AT, AT, "no price")),
                List.of(),
                "node");
        return answering(LedgerFollowers.class, Map.of("status", name -> status, "skipped", name -> List.of()));
    }
}
