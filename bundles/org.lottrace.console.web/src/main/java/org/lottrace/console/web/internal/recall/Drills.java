package org.lottrace.console.web.internal.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.drill.DrillReport;
import org.lottrace.api.recall.drill.DrillRequest;
import org.lottrace.api.recall.drill.MockRecall;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;

/** Mock recalls: run one, and how the last ones went. */
public final class Drills {
    private static final String FORM = "drill";
    private static final String OPERATION = "drill.run";
    private static final int MOST = 50;

    private Drills() {}

    /**
     * @param drills the newest of them, the newest first
     * @param more whether there are older ones
     * @param shown the one that is shown with its steps
     */
    public record View(
            Form form, List<Drill> drills, boolean more, Optional<Drill> shown, List<Option> targets, boolean mayRun) {}

    static Answer show(Visit visit) {
        return Answer.html("recall/drills.jte", view(visit, Form.empty(FORM)));
    }

    static Answer change(Visit visit) {
        if (!visit.may(OPERATION)) {
            return new Answer.Failure(403, "error.page-not-allowed");
        }
        List<Violation> problems = new ArrayList<>();
        Optional<Drill> ran = run(visit, problems);
        return ran.isPresent()
                ? new Answer.SeeOther(
                        Address.to("recall/drills", "drill", ran.get().id()))
                : Answer.refused("recall/drills.jte", view(visit, Form.sent(FORM, visit, problems)));
    }

    private static Optional<Drill> run(Visit visit, List<Violation> problems) {
        Parameters entered = visit.parameters();
        Optional<LotKey> lot = entered.given("lot").flatMap(text -> Criteria.lot(visit, "lot", text, problems));
        if (!entered.text("seed").matches("[0-9]{1,18}")) {
            problems.add(new Violation("FIELD_SEED_WRONG", "seed", visit.texts().of("recall.problem.seed")));
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        long seed = Long.parseLong(entered.text("seed"));
        MockRecall drills = visit.as(MockRecall.class);
        Optional<Drill> before = drills.trend(MOST).stream()
                .filter(drill -> drill.seed() == seed
                        && drill.actor().equals(visit.caller().name())
                        && entered.text("sentTwice").equals(String.valueOf(seed)))
                .findFirst();
        if (before.isPresent()) {
            return before;
        }
        Outcome<DrillReport> outcome = drills.run(new DrillRequest(
                visit.caller().name(),
                lot,
                TextForms.read(Drill.Target.class, entered.text("target")),
                Optional.of(seed)));
        problems.addAll(outcome.violations());
        return outcome.toOptional().map(DrillReport::drill);
    }

    private static View view(Visit visit, Form form) {
        List<Drill> found = visit.as(MockRecall.class).trend(MOST + 1);
        List<Drill> drills = found.subList(0, Math.min(MOST, found.size()));
        String wanted = visit.parameters().text("drill");
        String seed = String.valueOf(visit.now().toEpochMilli());
        return new View(
                form.entered().isPresent()
                        ? form
                        : form.with("target", Drill.Target.FINISHED_GOOD.code())
                                .with("seed", seed)
                                .with("sentTwice", seed),
                drills,
                found.size() > MOST,
                drills.stream()
                        .filter(drill -> String.valueOf(drill.id()).equals(wanted))
                        .findFirst(),
                Option.of(visit.texts(), "recall.target.", Drill.Target.values()),
                visit.may(OPERATION));
    }
}
