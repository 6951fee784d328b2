package org.lottrace.console.web.internal.recall;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.answer.AnswerFiles;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;

/**
 * The forms of a case: each is one step. A form says how many steps its reader saw; when the same step was recorded since by the same
 * person, it was sent twice.
 *
 * <p>Over 250 lines, because it is a list: one short method for each form, and no rule.
 */
final class CaseForms {
    /** What a form says it does; the texts {@code recall.done.NAME} say that it is done. */
    static final Set<String> NAMES = Set.of(
            "open", "expand", "exclude", "notify", "told", "answer", "file", "sample", "check", "dispose", "note",
            "report", "sign", "close", "cancel", "strike");

    private final Visit visit;
    private final RecallCase recallCase;
    private final Parameters entered;
    private final RecallCases cases;
    private final List<Violation> problems = new ArrayList<>();

    private CaseForms(Visit visit, RecallCase recallCase) {
        this.visit = visit;
        this.recallCase = recallCase;
        this.entered = visit.parameters();
        this.cases = visit.as(RecallCases.class);
    }

    static Answer change(Visit visit) {
        Optional<RecallCase> found = CasePage.find(visit);
        return found.isEmpty() ? Answer.NOT_FOUND : new CaseForms(visit, found.get()).taken();
    }

    private Answer taken() {
        String name = entered.text("do");
        if (!NAMES.contains(name)) {
            return Answer.NOT_ALLOWED_HERE;
        }
        switch (name) {
            case "expand" -> expand();
            case "exclude" -> exclude();
            case "notify" -> report(() -> cases.notifyConsignees(visit.caller(), recallCase.id()));
            case "told" -> told();
            case "answer" -> answer();
            case "file" -> file();
            case "sample" -> sample();
            case "check" -> check();
            case "dispose" -> dispose();
            case "note" -> note();
            case "report" -> status();
            case "sign" -> sign();
            case "close" -> close();
            case "cancel" -> cancel();
            case "strike" -> strike();
            default -> throw new IllegalStateException("no form does " + name);
        }
        return answered(name);
    }

    private Answer answered(String name) {
        String tab = CasePage.tab(visit);
        if (!problems.isEmpty()) {
            return CasePage.page(visit, recallCase, tab, Form.sent(name, visit, problems))
                    .orElse(Answer.NOT_FOUND);
        }
        List<Object> parameters = new ArrayList<>(List.of("done", name));
        if (tab.equals("consignee")) {
            parameters.addAll(List.of("party", entered.text("party")));
        }
        return new Answer.SeeOther(
                Address.to("recall/" + recallCase.id() + (tab.isEmpty() ? "" : "/" + tab), parameters.toArray()));
    }

    private void expand() {
        Criteria more = Criteria.of(visit);
        problems.addAll(more.problems());
        report(() -> cases.expand(
                visit.caller(),
                visit.recording(new EventId(entered.text("id")), OpeningPage.site(visit)),
                recallCase.id(),
                more.criteria(),
                entered.text("reason")));
    }

    private void exclude() {
        List<LotKey> lots = Criteria.lots(visit, "lot", problems);
        if (lots.isEmpty() && problems.isEmpty()) {
            missing("LOT_MISSING", "lot", "recall.problem.none-chosen");
        }
        report(() -> cases.exclude(
                visit.caller(),
                visit.recording(new EventId(entered.text("id")), OpeningPage.site(visit)),
                recallCase.id(),
                lots,
                entered.text("reason")));
    }

    private void told() {
        PartyId party = new PartyId(entered.text("party"));
        String method = entered.text("method");
        String detail = entered.text("detail");
        once(
                RecallFact.NoticeAttempted.class,
                fact -> fact.party().equals(party)
                        && fact.method().equals(method)
                        && fact.detail().equals(detail),
                () -> cases.notified(visit.caller(), recallCase.id(), party, method, detail));
    }

    private void answer() {
        Optional<LotKey> lot = Criteria.lot(visit, "lot", entered.text("lot"), problems);
        PartyId party = new PartyId(entered.text("party"));
        DocumentReference shipment = new DocumentReference(DocumentType.SHIPMENT, entered.text("shipment"));
        Optional<Quantity> unit = visit.as(RecallReports.class).consignees(recallCase.id()).orElse(List.of()).stream()
                .filter(consignee -> consignee.party().equals(party))
                .flatMap(consignee -> consignee.lines().stream())
                .filter(line -> lot.filter(line.lot()::equals).isPresent())
                .map(line -> line.shipped())
                .findFirst();
        if (lot.isPresent() && unit.isEmpty()) {
            missing("NOT_SHIPPED", "lot", "recall.problem.not-shipped");
        }
        if (!problems.isEmpty()) {
            return;
        }
        Quantity onHand = amount("onHand", unit.orElseThrow());
        Quantity destroyed = amount("destroyed", unit.orElseThrow());
        Quantity used = amount("used", unit.orElseThrow());
        if (!problems.isEmpty()) {
            return;
        }
        ConsigneeAnswer said = new ConsigneeAnswer(
                party,
                shipment,
                lot.orElseThrow(),
                onHand,
                destroyed,
                used,
                entered.isTicked("subRecalled"),
                entered.text("certificate"),
                entered.text("saidBy"),
                "");
        once(
                RecallFact.Answered.class,
                fact -> fact.answer().equals(said),
                () -> cases.answer(visit.caller(), recallCase.id(), said));
    }

    private void file() {
        byte[] content = entered.text("content").getBytes(StandardCharsets.UTF_8);
        if (content.length == 0) {
            missing("FILE_NOT_READABLE", "content", "recall.problem.no-file");
        }
        report(() -> visit.as(AnswerFiles.class).take(visit.caller(), content));
    }

    private void sample() {
        if (!entered.text("seed").matches("[0-9]{1,18}")) {
            missing("SEED_WRONG", "seed", "recall.problem.seed");
            return;
        }
        long seed = Long.parseLong(entered.text("seed"));
        once(
                RecallFact.SampleDrawn.class,
                fact -> fact.seed() == seed,
                () -> cases.drawSample(visit.caller(), recallCase.id(), seed, entered.text("reason")));
    }

    private void check() {
        EffectivenessCheck check = new EffectivenessCheck(
                new PartyId(entered.text("party")),
                entered.text("method"),
                entered.text("notified").equals("yes"),
                entered.text("acted").equals("yes"),
                entered.text("comment"));
        once(
                RecallFact.Checked.class,
                fact -> fact.check().equals(check),
                () -> cases.check(visit.caller(), recallCase.id(), check));
    }

    private void dispose() {
        Optional<LotKey> lot = Criteria.lot(visit, "lot", entered.text("lot"), problems);
        Optional<Quantity> unit = lot.flatMap(key -> recallCase.scope().lots().stream()
                .filter(affected -> affected.lot().equals(key))
                .map(affected -> affected.onHand())
                .findFirst());
        if (lot.isPresent() && unit.isEmpty()) {
            missing("LOT_NOT_AFFECTED", "lot", "recall.problem.not-affected");
        }
        if (!problems.isEmpty()) {
            return;
        }
        Quantity quantity = amount("quantity", unit.orElseThrow());
        RecallDisposal disposal = new RecallDisposal(
                lot.orElseThrow(),
                TextForms.read(RecallDisposal.Kind.class, entered.text("kind")),
                quantity,
                entered.text("witness"),
                entered.text("certificate"));
        once(
                RecallFact.Disposed.class,
                fact -> fact.disposal().equals(disposal),
                () -> cases.dispose(visit.caller(), recallCase.id(), disposal));
    }

    private void note() {
        NoteTopic topic = TextForms.read(NoteTopic.class, entered.text("topic"));
        String reference = entered.text("reference");
        String text = entered.text("text");
        once(
                RecallFact.Noted.class,
                fact -> fact.equals(new RecallFact.Noted(topic, reference, text)),
                () -> cases.note(visit.caller(), recallCase.id(), topic, reference, text));
    }

    private void status() {
        Optional<LocalDate> completion = Criteria.day(visit, "completion", problems);
        if (completion.isEmpty() && problems.isEmpty()) {
            missing("DATE_WRONG", "completion", "recall.problem.date");
        }
        completion.ifPresent(day -> once(
                RecallFact.StatusReported.class,
                fact -> fact.estimatedCompletion().equals(day),
                () -> cases.reported(visit.caller(), recallCase.id(), day)));
    }

    private void sign() {
        once(
                RecallFact.SignedFor.class,
                fact -> fact.reason().equals(entered.text("reason")),
                () -> cases.sign(visit.caller(), recallCase.id(), entered.text("reason")));
    }

    private void close() {
        once(
                RecallFact.Closed.class,
                fact -> fact.summary().equals(entered.text("summary")),
                () -> cases.close(visit.caller(), recallCase.id(), entered.text("summary")));
    }

    private void strike() {
        if (!entered.text("step").matches("[0-9]{1,9}")) {
            missing("STEP_WRONG", "step", "recall.problem.step");
            return;
        }
        report(() -> cases.strike(
                visit.caller(), recallCase.id(), Integer.parseInt(entered.text("step")), entered.text("reason")));
    }

    private void cancel() {
        once(
                RecallFact.Cancelled.class,
                fact -> fact.reason().equals(entered.text("reason")),
                () -> cases.cancel(
                        visit.caller(),
                        visit.recording(new EventId(entered.text("id")), OpeningPage.site(visit)),
                        recallCase.id(),
                        entered.text("reason")));
    }

    /** Takes the step, unless it was taken since the form was shown. */
    private <F extends RecallFact> void once(Class<F> kind, Predicate<F> same, Supplier<Outcome<RecallCase>> step) {
        String seen = entered.text("seen");
        int before = seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : Integer.MAX_VALUE;
        boolean isRepeated = recallCase.steps().stream()
                .skip(before)
                .filter(taken -> taken.actor().equals(visit.caller().name()))
                .map(taken -> taken.fact())
                .anyMatch(fact -> kind.isInstance(fact) && same.test(kind.cast(fact)));
        if (!isRepeated) {
            report(step);
        }
    }

    private void report(Supplier<Outcome<RecallCase>> step) {
        if (problems.isEmpty()) {
            problems.addAll(step.get().violations());
        }
    }

    /** Nothing entered is nothing. A field for numbers sends them with a point, whatever its reader types. */
    private Quantity amount(String field, Quantity inUnitOf) {
        String typed = entered.given(field).orElse("0");
        if (!typed.matches("[0-9]{1,12}([.][0-9]{1,6})?")) {
            missing("AMOUNT_WRONG", field, "recall.problem.amount");
            return Quantity.zero(inUnitOf.unit());
        }
        return new Quantity(new BigDecimal(typed), inUnitOf.unit());
    }

    private void missing(String code, String field, String text) {
        problems.add(new Violation("FIELD_" + code, field, visit.texts().of(text)));
    }
}
