package org.lottrace.console.web.internal.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.company.WorkingBakery.on;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Position;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.operation.Role;
import org.lottrace.api.quality.HeldGoods;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.console.web.internal.ConsoleUnderTest;
import org.lottrace.console.web.internal.work.WorkPage;

/**
 * Whatever was decided of lots and whenever they expire: the page of a lot says of each use what {@link LotUsability} says, with every
 * reason, and a pick that is asked for on a page is refused for the reasons of the judge.
 */
class OneJudgeIT {
    private static final int LOTS = 40;
    private static final Set<String> OF_THE_JUDGE = Set.of("LOT_ON_HOLD", "LOT_RECALLED", "LOT_EXPIRED");
    /** The pages show the uses of their own today. */
    private static final LocalDate TODAY = LocalDate.ofInstant(ConsoleUnderTest.NOW, ZoneOffset.UTC);

    private final Random random = new Random(11);

    @Test
    void the_pages_never_judge_otherwise() {
        Set<String> seen = new HashSet<>();
        TestCompany company = new WorkingBakery().withFlour().company();
        try (ConsoleUnderTest console = ConsoleUnderTest.with(
                List.of(new LotPage(), new WorkPage()),
                Stream.of(
                                ItemCatalog.class,
                                Identification.class,
                                SiteDirectory.class,
                                LotMaster.class,
                                LotCorrections.class,
                                LotRights.class,
                                LotUsability.class,
                                Holds.class,
                                Genealogy.class,
                                LotCosting.class,
                                Ledger.class,
                                MovementCapture.class)
                        .map(company::service)
                        .toArray())) {
            console.loggedInAs(Role.OPERATOR);
            for (int i = 0; i < LOTS; i++) {
                compare(company, console, somethingHappens(company, "J" + i), seen);
            }
        } finally {
            company.close();
        }

        assertEquals(OF_THE_JUDGE, seen, "each reason was met, so that each was compared");
    }

    private Lot somethingHappens(TestCompany company, String number) {
        Lot lot = aLot(number)
                .expiring(TODAY.plusDays(random.nextInt(5) - 2L).toString())
                .build();
        done(company.service(LotMaster.class).register(lot));
        done(company.service(MovementCapture.class)
                .count(new StockCount(
                        aContext("in-" + number).request(),
                        "C-" + number,
                        List.of(on(SHELF, LotReference.to(lot.key()), "10 KGM")))));
        Holds holds = company.service(Holds.class);
        for (int i = random.nextInt(4); i > 0; i--) {
            CaptureContext context = aContext("act-" + number + "-" + i).request();
            switch (random.nextInt(6)) {
                case 0 -> holds.hold(context, List.of(lot.key()), Optional.empty(), "glass " + i);
                case 1 ->
                    holds.hold(
                            context,
                            List.of(lot.key()),
                            Optional.of(new HeldGoods(SHELF, Optional.empty())),
                            "wet " + i);
                case 2 -> holds.release(context, List.of(lot.key()), "fine", List.of());
                case 3 -> holds.recall(context, List.of(lot.key()), "R-1");
                case 4 -> holds.endRecall(context, List.of(lot.key()), "not affected");
                default -> {}
            }
        }
        return lot;
    }

    private static void compare(TestCompany company, ConsoleUnderTest console, Lot lot, Set<String> seen) {
        String page = console.get("/lot?key=" + lot.key()).body();
        LotUsability judge = company.service(LotUsability.class);
        List<Boolean> allowed = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            List<Violation> reasons =
                    judge.isUsable(lot, purpose, Optional.empty(), TODAY).reasons();
            allowed.add(reasons.isEmpty());
            reasons.forEach(reason -> {
                seen.add(reason.code());
                assertTrue(page.contains(reason.message()), lot + ": " + reason + " is not on " + page);
            });
        }
        assertEquals(allowed, allowedOn(page), lot.toString());

        LocalDate day = LocalDate.of(2026, 3, 2);
        Set<String> against = codes(
                judge
                        .isUsable(lot, Purpose.PICKING, Optional.empty(), day)
                        .at(Position.at(in(SHELF)))
                        .reasons()
                        .stream()
                        .map(Violation::code));
        HttpResponse<String> picked = console.post(
                "/work/pick",
                "token",
                console.token(),
                "event",
                "pick-" + lot.number(),
                "site",
                "BER",
                "at",
                "2026-03-02T09:00",
                "location",
                "GATE",
                "lot0",
                lot.key().toString(),
                "amount0",
                "1",
                "location0",
                SHELF.toString());
        assertEquals(against.isEmpty() ? 303 : 422, picked.statusCode(), lot + " " + picked.body());
        against.forEach(code -> assertTrue(picked.body().contains(code), code + " is not on " + picked.body()));
    }

    private static List<Boolean> allowedOn(String page) {
        List<Boolean> allowed = new ArrayList<>();
        Matcher badge =
                Pattern.compile("badge (good|bad)\">(allowed|not allowed)<").matcher(page);
        while (badge.find()) {
            allowed.add(badge.group(1).equals("good"));
        }
        return allowed;
    }

    private static Set<String> codes(Stream<String> codes) {
        Set<String> found = new HashSet<>();
        codes.filter(OF_THE_JUDGE::contains).forEach(found::add);
        return found;
    }
}
