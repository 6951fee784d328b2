package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.quality.HeldGoods;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;
import org.lottrace.api.violation.Violation;

/**
 * Whatever was decided of lots and whenever they expire: what REST answers about their use is what {@link LotUsability} says, word for word,
 * and picks and shipments that are asked for by REST are refused for these reasons and for no other ones of the judge.
 */
class OneJudgeIT {
    private static final int LOTS = 60;
    private static final Set<String> OF_THE_JUDGE =
            Set.of("LOT_ON_HOLD", "LOT_RECALLED", "LOT_EXPIRED", "SHELF_LIFE_TOO_SHORT");
    private static final List<Integer> EXPIRES_IN = List.of(-2, -1, 0, 1, 4, 5, 6, 12, 400);

    private final Random random = new Random(11);

    @Test
    void rest_never_judges_otherwise() {
        Set<String> seen = new HashSet<>();
        try (RestCompany company = new RestCompany()) {
            assertEquals(
                    List.of(),
                    company.service(SalesOrders.class)
                            .save(List.of(aSalesOrder("SO-1")
                                    .deliveredOn(TODAY.plusDays(1).toString())
                                    .ordering(SALT, "1000 KGM")
                                    .build())));
            IntStream.range(0, LOTS).forEach(i -> compare(company, somethingHappens(company, "J" + i), seen));
        }

        assertEquals(OF_THE_JUDGE, seen, "each reason was met, so that each was compared");
    }

    private Lot somethingHappens(RestCompany company, String number) {
        LocalDate expiry = TODAY.plusDays(EXPIRES_IN.get(random.nextInt(EXPIRES_IN.size())));
        HttpResponse<String> came =
                company.post("/v1/movements/receipts", """
                {"context": {"id": "in-%s", "effective": "2026-03-02T07:00:00Z", "site": "BER"}, "supplier": "MILL",
                 "location": "%s", "lines": [{"lot": "MILL/SALT/%s", "quantity": "10:KGM", "expiry": "%s"}]}""".formatted(number, SHELF, number, expiry));
        assertEquals(201, came.statusCode(), came.body());
        Holds holds = company.service(Holds.class);
        LotKey lot = new LotKey(MILL, SALT, new LotNumber(number));
        for (int i = random.nextInt(4); i > 0; i--) {
            CaptureContext context = aContext("act-" + number + "-" + i).request();
            switch (random.nextInt(6)) {
                case 0 -> holds.hold(context, List.of(lot), Optional.empty(), "glass " + i);
                case 1 ->
                    holds.hold(context, List.of(lot), Optional.of(new HeldGoods(SHELF, Optional.empty())), "wet " + i);
                case 2 -> holds.release(context, List.of(lot), "fine", List.of());
                case 3 -> holds.recall(context, List.of(lot), "R-1");
                case 4 -> holds.endRecall(context, List.of(lot), "not affected");
                default -> {}
            }
        }
        return company.service(LotMaster.class).find(lot).orElseThrow();
    }

    private void compare(RestCompany company, Lot lot, Set<String> seen) {
        LocalDate date = TODAY.plusDays(random.nextInt(10) - 3);
        for (Purpose purpose : Purpose.values()) {
            for (Optional<PartyId> party : List.of(Optional.<PartyId>empty(), Optional.of(MARKET))) {
                Usability judged = judge(company, lot, purpose, party, date);
                JsonNode answer = RestCompany.json(company.get("/v1/lot/usability?key=" + lot.key() + "&purpose="
                        + purpose.code() + "&date=" + date
                        + party.map(id -> "&party=" + id).orElse("")));
                assertEquals(
                        judged.reasons().stream()
                                .map(reason -> reason.code() + " " + reason.message())
                                .toList(),
                        StreamSupport.stream(answer.get("reasons").spliterator(), false)
                                .map(reason -> reason.get("code").asText() + " "
                                        + reason.get("message").asText())
                                .toList());
                assertEquals(
                        judged.heldAtPlaces().size(), answer.get("heldAtPlaces").size());
                judged.reasons().forEach(reason -> seen.add(reason.code()));
            }
        }
        assertEquals(
                codes(judge(company, lot, Purpose.PICKING, Optional.empty(), TODAY)),
                codes(company.post(
                        "/v1/movements/transfers", """
                        {"type": "PICK", "transfer": {"context": %s, "toSite": "BER", "toLocation": "GATE",
                         "goods": [{"lot": "%s", "location": "%s", "quantity": "1:KGM"}]}}""".formatted(context("pick-" + lot.number()), lot.key(), SHELF))));
        assertEquals(
                codes(judge(company, lot, Purpose.SHIPMENT, Optional.of(MARKET), TODAY.plusDays(1))),
                codes(company.post("/v1/movements/shipments", """
                        {"context": %s, "number": "S-%s", "salesOrder": "SO-1",
                         "lines": [{"orderLine": 1, "goods": {"lot": "%s", "location": "%s", "quantity": "1:KGM"}}]}""".formatted(
                                context("ship-" + lot.number()), lot.number(), lot.key(), SHELF))));
    }

    private static String context(String id) {
        return """
                {"id": "%s", "effective": "2026-03-02T08:00:00Z", "site": "BER", "basis": "REQUESTED"}""".formatted(id);
    }

    private static Usability judge(
            RestCompany company, Lot lot, Purpose purpose, Optional<PartyId> party, LocalDate date) {
        return company.service(LotUsability.class)
                .isUsable(lot, purpose, party.flatMap(company.service(PartnerDirectory.class)::find), date);
    }

    private static Set<String> codes(Usability judged) {
        return ofTheJudge(judged.at(Position.at(in(SHELF))).reasons().stream().map(Violation::code));
    }

    private static Set<String> codes(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() == 201 || answer.statusCode() == 422, answer.body());
        return answer.statusCode() == 201
                ? Set.of()
                : ofTheJudge(RestCompany.problems(answer).stream().map(problem -> problem.split(" ")[0]));
    }

    private static Set<String> ofTheJudge(Stream<String> codes) {
        return codes.filter(OF_THE_JUDGE::contains).collect(Collectors.toCollection(TreeSet::new));
    }
}
