package org.lottrace.console.web.internal.planning;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.planning.MeasureQuestion;
import org.lottrace.api.planning.RotationMeasures;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** How well lots are rotated, each figure with its rows. Who may not see what lots are worth finds what production should take. */
public final class PlanningPage implements Page {
    private static final String FILE = ".csv";
    private static final Answer NO_SITE = new Answer.Failure(404, "planning.no-site");

    @Override
    public String path() {
        return "planning";
    }

    @Override
    public String needs() {
        return "planned-use.list";
    }

    @Override
    public String icon() {
        return "planning";
    }

    @Override
    public Answer show(Visit visit) {
        List<String> rest = visit.address().rest();
        if (rest.size() > 1) {
            return Answer.NOT_FOUND;
        }
        List<String> unreadable = Filter.unreadable(visit);
        if (!unreadable.isEmpty()) {
            return new Answer.Failure(400, "planning.unreadable", String.join("; ", unreadable));
        }
        String part = rest.isEmpty() ? "" : rest.get(0);
        boolean isFile = part.endsWith(FILE);
        String name = isFile ? part.substring(0, part.length() - FILE.length()) : part;
        return switch (name) {
            case "" -> isFile ? Answer.NOT_FOUND : first(visit);
            case "orders" -> asked(visit, question -> list(visit, isFile, MeasureLists.orders(visit, question)));
            case "waste" -> asked(visit, question -> list(visit, isFile, MeasureLists.waste(visit, question)));
            case "deliveries" ->
                asked(visit, question -> list(visit, isFile, MeasureLists.deliveries(visit, question)));
            case "passed" -> asked(visit, question -> list(visit, isFile, MeasureLists.passed(visit, question)));
            case "expiring" -> list(visit, isFile, MeasureLists.expiring(visit));
            case "due" -> list(visit, isFile, MeasureLists.due(visit));
            case "risk" ->
                site(visit)
                        .map(site -> list(visit, isFile, RiskList.of(visit, site)))
                        .orElse(NO_SITE);
            case "advice" ->
                site(visit)
                        .map(site -> list(visit, isFile, AdviceList.of(visit, site)))
                        .orElse(NO_SITE);
            case "production" ->
                site(visit)
                        .map(site -> list(visit, isFile, PlannedUseList.of(visit, site)))
                        .orElse(NO_SITE);
            case "forecast" ->
                site(visit)
                        .map(site -> list(visit, isFile, ForecastList.of(visit, site)))
                        .orElse(NO_SITE);
            case "simulation" ->
                isFile
                        ? Answer.NOT_FOUND
                        : site(visit)
                                .map(site -> SimulationView.show(visit, site))
                                .orElse(NO_SITE);
            default -> Answer.NOT_FOUND;
        };
    }

    /** @return the site that is asked for, or the first one */
    private static Optional<SiteId> site(Visit visit) {
        return Filter.site(visit).or(() -> visit.sites().stream().map(Site::id).findFirst());
    }

    private static Answer list(Visit visit, boolean isFile, Listing<?> list) {
        return isFile ? list.file() : list.page(visit);
    }

    private static Answer first(Visit visit) {
        return visit.may("measure.find")
                ? asked(visit, question -> figures(visit, question))
                : new Answer.SeeOther(Address.to("planning/production"));
    }

    private static Answer figures(Visit visit, MeasureQuestion question) {
        return Answer.html(
                "planning/measures.jte",
                MeasuresView.of(visit, visit.as(RotationMeasures.class).measure(question)));
    }

    private static Answer asked(Visit visit, Function<MeasureQuestion, Answer> answer) {
        Optional<MeasureQuestion> question = Filter.of(visit);
        return question.isPresent() ? answer.apply(question.get()) : new Answer.Failure(400, "planning.too-long");
    }
}
