package org.lottrace.console.web.internal.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.RotationSimulation;
import org.lottrace.api.planning.RotationSimulations;
import org.lottrace.api.planning.SimulationQuestion;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.text.Formats;

/**
 * A replay of history under each policy, or the form for one.
 *
 * @param from the first day
 * @param to the last one
 * @param remaining fewer days nobody takes
 * @param isAsked whether an item was given
 * @param received what was there and came
 * @param wanted what was wanted
 * @param rows one for each policy
 */
public record SimulationView(
        LocalDate from, LocalDate to, int remaining, boolean isAsked, String received, String wanted, List<Row> rows) {
    private static final int USUAL_DAYS = 180;

    /** @param length of the bar of waste, of 100 for the longest */
    public record Row(
            String policy, String wasted, String wastedPercent, long length, String filled, String filledPercent) {}

    static Answer show(Visit visit, SiteId site) {
        LocalDate today = visit.now().atZone(visit.zoneOf(site)).toLocalDate();
        LocalDate from = Filter.day(visit, "from").orElse(today.minusDays(USUAL_DAYS));
        LocalDate to = Filter.day(visit, "to").orElse(today.minusDays(1));
        int remaining =
                visit.parameters().given("remaining").map(Integer::parseInt).orElse(0);
        if (!SimulationQuestion.isAskable(from, to, remaining)) {
            return new Answer.Failure(400, "planning.too-long");
        }
        Optional<RotationSimulation> found = Filter.item(visit).map(item -> visit.as(RotationSimulations.class)
                .replay(new SimulationQuestion(site, item, from, to, remaining)));
        Formats formats = visit.formats();
        return Answer.html(
                "planning/simulation.jte",
                new SimulationView(
                        from,
                        to,
                        remaining,
                        found.isPresent(),
                        found.flatMap(RotationSimulation::received)
                                .map(formats::quantity)
                                .orElse(""),
                        found.flatMap(RotationSimulation::wanted)
                                .map(formats::quantity)
                                .orElse(""),
                        found.map(simulation -> rows(visit, simulation.results()))
                                .orElse(List.of())));
    }

    private static List<Row> rows(Visit visit, List<RotationSimulation.Result> results) {
        BigDecimal longest = results.stream()
                .map(result -> result.wasted().amount())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        return results.stream().map(result -> row(visit, result, longest)).toList();
    }

    private static Row row(Visit visit, RotationSimulation.Result result, BigDecimal longest) {
        Formats formats = visit.formats();
        return new Row(
                visit.texts().lookup("issue-policy." + result.policy().code()),
                result.runs() == 1
                        ? formats.quantity(result.wasted())
                        : visit.texts()
                                .of(
                                        "planning.margin",
                                        formats.quantity(result.wasted()),
                                        formats.quantity(result.wastedMargin())),
                result.wastedPercent()
                        .map(percent -> MeasuresView.percent(formats, percent))
                        .orElse("–"),
                longest.signum() == 0
                        ? 0
                        : result.wasted()
                                .amount()
                                .multiply(BigDecimal.valueOf(100))
                                .divideToIntegralValue(longest)
                                .longValueExact(),
                result.runs() == 1
                        ? formats.quantity(result.filled())
                        : visit.texts()
                                .of(
                                        "planning.margin",
                                        formats.quantity(result.filled()),
                                        formats.quantity(result.filledMargin())),
                result.filledPercent()
                        .map(percent -> MeasuresView.percent(formats, percent))
                        .orElse("–"));
    }
}
