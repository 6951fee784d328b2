package org.lottrace.console.web.internal.recall;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.RecallCostDraft;
import org.lottrace.api.event.EventId;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.ServiceMissingException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.EffectivenessLevel;
import org.lottrace.api.recall.PublicWarning;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallClass;
import org.lottrace.api.recall.RecallDepth;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.RecallPreview;
import org.lottrace.api.recall.RecallRegime;
import org.lottrace.api.recall.RecallTrigger;
import org.lottrace.api.recall.ScopeLot;
import org.lottrace.api.recall.report.RecallMoney;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.Slice;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;

/** Opens a case: one page, on which what it will do is seen before it is done. */
public final class OpeningPage {
    static final String FORM = "open";
    private static final String OPERATION = "recall-case.open";
    private static final int MOST = 20;

    private OpeningPage() {}

    /**
     * @param eventId identity of the opening: sent twice, it is opened once
     * @param preview what would be affected; absent while nothing is entered
     * @param problems why there is no preview
     * @param cost what it would mean for the books, for those who may see it
     */
    public record View(
            Form form,
            String eventId,
            Choices choices,
            Optional<Shown> preview,
            List<Violation> problems,
            Optional<Cost> cost) {}

    /** What the fields may say. */
    public record Choices(
            List<Option> modes,
            List<Option> classes,
            List<Option> regimes,
            List<Option> triggers,
            List<Option> depths,
            List<Option> warnings,
            List<Option> levels,
            List<Option> sites) {}

    /**
     * A preview, with the first rows of its lists.
     *
     * @param places own places that have affected goods
     */
    public record Shown(
            RecallPreview preview, Slice<ScopeLot> lots, Slice<RecallPreview.Reached> consignees, long places) {
        /** @return how many consignees can neither be written to nor called */
        public long withoutContact() {
            return preview.consignees().stream()
                    .filter(reached -> !reached.hasContact())
                    .count();
        }

        public long moving() {
            return preview.goods().stream()
                    .filter(where -> where.state().isMoving())
                    .count();
        }
    }

    /** @param problem why the books cannot say it now */
    public record Cost(Optional<RecallCostDraft> draft, Optional<String> problem) {}

    static Answer show(Visit visit) {
        if (!visit.may(OPERATION)) {
            return new Answer.Failure(403, "error.page-not-allowed");
        }
        ZoneId zone = visit.zone();
        Form form = Form.empty(FORM)
                .with(Criteria.LOTS, String.join("\n", visit.parameters().all("lot")))
                .with("mode", RecallMode.REAL.code())
                .with("class", RecallClass.II.code())
                .with("regime", regime(zone).code())
                .with("trigger", RecallTrigger.COMPLAINT.code())
                .with("depth", RecallDepth.RETAIL.code())
                .with("warning", PublicWarning.NONE.code())
                .with("level", EffectivenessLevel.A.code())
                .with("instructions", visit.texts().of("recall.open.instructions.default"))
                .with("decidedBy", visit.caller().name())
                .with(
                        "decidedAt",
                        visit.now()
                                .atZone(zone)
                                .toLocalDateTime()
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString());
        return Answer.html(
                "recall/open.jte", view(visit, form, UUID.randomUUID().toString()));
    }

    static Answer change(Visit visit) {
        if (!visit.may(OPERATION)) {
            return new Answer.Failure(403, "error.page-not-allowed");
        }
        Parameters entered = visit.parameters();
        String eventId = entered.text("id");
        Criteria criteria = Criteria.of(visit);
        if (!entered.text("do").equals("open")) {
            return Answer.html("recall/open.jte", view(visit, Form.sent(FORM, visit, List.of()), criteria, eventId));
        }
        List<Violation> problems = new ArrayList<>(criteria.problems());
        Optional<RecallOpening> opening = opening(visit, problems);
        if (problems.isEmpty()) {
            Outcome<RecallCase> outcome = visit.as(RecallCases.class)
                    .open(
                            visit.caller(),
                            visit.recording(new EventId(eventId), site(visit)),
                            opening.orElseThrow(),
                            criteria.criteria());
            if (outcome.violations().isEmpty()) {
                return new Answer.SeeOther(Address.to(
                        "recall/" + outcome.toOptional().orElseThrow().id() + "/consignees", "done", "open"));
            }
            problems.addAll(outcome.violations());
        }
        return Answer.refused("recall/open.jte", view(visit, Form.sent(FORM, visit, problems), criteria, eventId));
    }

    /** The site where it is decided; the first one, when there is no choice. */
    static SiteId site(Visit visit) {
        return visit.parameters().given("site").map(SiteId::new).orElseGet(() -> visit.sites()
                .get(0)
                .id());
    }

    static List<Option> sites(Visit visit) {
        return visit.sites().stream()
                .map(site -> new Option(site.id().value(), site.id().value() + " " + site.name()))
                .toList();
    }

    /** Where the first site is, its law is the likely one. */
    private static RecallRegime regime(ZoneId zone) {
        return zone.getId().startsWith("Europe/") ? RecallRegime.EU_FOOD : RecallRegime.FDA_FOOD;
    }

    private static View view(Visit visit, Form form, String eventId) {
        return form.value(Criteria.LOTS).isEmpty()
                ? new View(form, eventId, choices(visit), Optional.empty(), List.of(), Optional.empty())
                : view(visit, form, Criteria.ofLinked(visit), eventId);
    }

    private static View view(Visit visit, Form form, Criteria criteria, String eventId) {
        List<Violation> problems = new ArrayList<>(criteria.problems());
        Optional<RecallPreview> preview = Optional.empty();
        if (criteria.isRead()) {
            Outcome<RecallPreview> outcome = visit.as(RecallCases.class).preview(mode(form), criteria.criteria());
            problems.addAll(outcome.violations());
            preview = outcome.toOptional();
        }
        return new View(
                form,
                eventId,
                choices(visit),
                preview.map(found -> shown(visit, found)),
                form.problems().isEmpty() ? problems : List.of(),
                preview.isPresent() && visit.may("recall-case.estimate-entries")
                        ? cost(visit, criteria)
                        : Optional.empty());
    }

    private static RecallMode mode(Form form) {
        return Arrays.stream(RecallMode.values())
                .filter(mode -> mode.code().equals(form.value("mode")))
                .findFirst()
                .orElse(RecallMode.REAL);
    }

    private static Shown shown(Visit visit, RecallPreview preview) {
        return new Shown(
                preview,
                Slice.first(preview.scope().lots(), MOST),
                Slice.first(
                        preview.consignees().stream()
                                .sorted(Comparator.comparing(RecallPreview.Reached::hasContact))
                                .toList(),
                        MOST),
                preview.goods().stream()
                        .filter(where -> where.state() == Whereabouts.State.IN_STOCK)
                        .map(where -> where.position().place().code())
                        .distinct()
                        .count());
    }

    private static Optional<Cost> cost(Visit visit, Criteria criteria) {
        try {
            LocalDate today = LocalDate.ofInstant(visit.now(), visit.zone());
            return Optional.of(
                    new Cost(visit.as(RecallMoney.class).estimate(criteria.criteria(), today), Optional.empty()));
        } catch (CostingBehindException
                | CostingStoppedException
                | NotAllowedException
                | ServiceMissingException notNow) {
            return Optional.of(new Cost(Optional.empty(), Optional.of(notNow.getMessage())));
        }
    }

    private static Choices choices(Visit visit) {
        return new Choices(
                Option.of(visit.texts(), "recall.mode.", RecallMode.values()),
                Option.of(visit.texts(), "recall.class.", RecallClass.values()),
                Option.of(visit.texts(), "recall.regime.", RecallRegime.values()),
                Option.of(visit.texts(), "recall.trigger.", RecallTrigger.values()),
                Option.of(visit.texts(), "recall.depth.", RecallDepth.values()),
                Option.of(visit.texts(), "recall.warning.", PublicWarning.values()),
                Option.of(visit.texts(), "recall.level.", EffectivenessLevel.values()),
                sites(visit));
    }

    private static Optional<RecallOpening> opening(Visit visit, List<Violation> problems) {
        Parameters entered = visit.parameters();
        EffectivenessLevel level = TextForms.read(EffectivenessLevel.class, entered.text("level"));
        Optional<Instant> decidedAt = decidedAt(visit, problems);
        Optional<BigDecimal> percent = level.percent().or(() -> percent(visit, problems));
        if (decidedAt.isEmpty() || percent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RecallOpening(
                TextForms.read(RecallMode.class, entered.text("mode")),
                TextForms.read(RecallClass.class, entered.text("class")),
                TextForms.read(RecallRegime.class, entered.text("regime")),
                TextForms.read(RecallTrigger.class, entered.text("trigger")),
                entered.text("reason"),
                entered.text("hazard"),
                entered.text("healthEvaluation"),
                entered.text("instructions"),
                TextForms.read(RecallDepth.class, entered.text("depth")),
                TextForms.read(PublicWarning.class, entered.text("warning")),
                level,
                percent.get(),
                decidedAt.get(),
                entered.text("decidedBy"),
                entered.text("contact")));
    }

    /** Local time of the site; of an hour that comes twice the first one, so that it is never decided in the future. */
    private static Optional<Instant> decidedAt(Visit visit, List<Violation> problems) {
        try {
            return Optional.of(LocalDateTime.parse(visit.parameters().text("decidedAt"))
                    .atZone(visit.zoneOf(site(visit)))
                    .toInstant());
        } catch (DateTimeException wrong) {
            problems.add(
                    new Violation("FIELD_TIME_WRONG", "decidedAt", visit.texts().of("recall.problem.time")));
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> percent(Visit visit, List<Violation> problems) {
        String typed = visit.parameters().text("checkedPercent");
        if (!typed.matches("[0-9]{1,3}([.,][0-9]{1,2})?")) {
            problems.add(new Violation(
                    "FIELD_PERCENT_WRONG", "checkedPercent", visit.texts().of("recall.problem.percent")));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(typed.replace(',', '.')));
    }
}
