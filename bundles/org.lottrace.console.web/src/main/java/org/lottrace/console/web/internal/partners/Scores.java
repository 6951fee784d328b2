package org.lottrace.console.web.internal.partners;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.PartnerScore;
import org.lottrace.api.movement.PartnerScores;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** How suppliers' ship notices held true in a month, a page at a time. */
public final class Scores {
    private static final int AT_A_TIME = 25;

    private Scores() {}

    /** @param name of the supplier */
    public record Row(PartnerScore score, String name) {}

    /**
     * @param month such as {@code 2026-03}
     * @param isMonth false when something else was asked for; there are no rows then
     * @param next address of the next page, absent on the last one
     */
    public record View(String month, boolean isMonth, List<Row> rows, boolean isFirst, Optional<String> next) {}

    /** @return how many percent it is, for the chart; empty when there is nothing of which it could be a part */
    public static String percent(long part, long whole) {
        return whole == 0 ? "" : String.valueOf(part * 100 / whole);
    }

    static Answer show(Visit visit) {
        String asked = visit.parameters().given("month").orElseGet(() -> YearMonth.from(
                        visit.now().atOffset(ZoneOffset.UTC))
                .toString());
        Optional<LocalDate> month = month(asked);
        if (month.isEmpty()) {
            return Answer.refused("partners/scores.jte", new View(asked, false, List.of(), true, Optional.empty()));
        }
        Optional<PartyId> after = visit.parameters().given("after").map(PartyId::new);
        List<PartnerScore> found = visit.as(PartnerScores.class).list(month.get(), after, AT_A_TIME + 1);
        List<PartnerScore> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Map<PartyId, String> names = new HashMap<>();
        visit.as(PartnerDirectory.class).all().forEach(party -> names.put(party.id(), party.name()));
        Optional<String> next = found.size() > AT_A_TIME
                ? Optional.of(Address.to(
                        "partners/scores",
                        "month",
                        asked,
                        "after",
                        shown.get(AT_A_TIME - 1).supplier()))
                : Optional.empty();
        return Answer.html(
                "partners/scores.jte",
                new View(
                        asked,
                        true,
                        shown.stream()
                                .map(score -> new Row(
                                        score,
                                        names.getOrDefault(
                                                score.supplier(),
                                                score.supplier().value())))
                                .toList(),
                        after.isEmpty(),
                        next));
    }

    private static Optional<LocalDate> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text).atDay(1))
                    .filter(day -> day.getYear() > 0 && day.getYear() < 10_000);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
