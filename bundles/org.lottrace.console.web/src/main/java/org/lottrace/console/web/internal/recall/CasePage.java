package org.lottrace.console.web.internal.recall;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.ServiceMissingException;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.ScopeLot;
import org.lottrace.api.recall.answer.AnswerFiles;
import org.lottrace.api.recall.answer.SetAsideAnswer;
import org.lottrace.api.recall.notice.NoticeState;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.FollowUp;
import org.lottrace.api.recall.report.RecallCasePrint;
import org.lottrace.api.recall.report.RecallMoney;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.recall.report.StatusReport;
import org.lottrace.console.web.internal.desk.Slice;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** One case, on several pages below one head. */
final class CasePage {
    private static final int AT_A_TIME = 50;
    private static final int FEW = 20;

    private CasePage() {}

    static Answer show(Visit visit) {
        Optional<RecallCase> found = find(visit);
        if (found.isEmpty()) {
            return Answer.NOT_FOUND;
        }
        String tab = tab(visit);
        return switch (tab) {
            case "case.pdf" -> pdf(visit, found.get().id());
            case "case.json" -> json(visit, found.get().id());
            default -> page(visit, found.get(), tab, Form.empty("")).orElse(Answer.NOT_FOUND);
        };
    }

    static Optional<RecallCase> find(Visit visit) {
        String id = visit.address().rest().get(0);
        return id.matches("R-[0-9]{6,12}") && visit.address().rest().size() <= 2
                ? visit.as(RecallCases.class).find(new RecallCaseId(id))
                : Optional.empty();
    }

    static String tab(Visit visit) {
        List<String> rest = visit.address().rest();
        return rest.size() > 1 ? rest.get(1) : "";
    }

    /** @return the page with that form, or empty when there is no such page */
    static Optional<Answer> page(Visit visit, RecallCase recallCase, String tab, Form form) {
        StatusReport status =
                visit.as(RecallReports.class).status(recallCase.id()).orElseThrow();
        List<ToDo> toDos = ToDo.of(recallCase, status, visit);
        String template = tab.isEmpty() ? "overview" : tab;
        return part(visit, recallCase, status, toDos, tab).map(part -> {
            CaseView view =
                    new CaseView(recallCase, status, tab, form, done(visit), toDos, Deadline.next(status), part);
            return form.problems().isEmpty()
                    ? Answer.html("recall/" + template + ".jte", view)
                    : Answer.refused("recall/" + template + ".jte", view);
        });
    }

    private static Optional<?> part(
            Visit visit, RecallCase recallCase, StatusReport status, List<ToDo> toDos, String tab) {
        return switch (tab) {
            case "" ->
                Optional.of(new CaseParts.Overview(
                        Slice.of(toDos, visit, "from", FEW),
                        OpeningPage.sites(visit),
                        UUID.randomUUID().toString()));
            case "lots" -> Optional.of(lots(visit, recallCase));
            case "consignees" -> Optional.of(consignees(visit, recallCase, status));
            case "consignee" -> one(visit, recallCase, status);
            case "notices" ->
                visit.as(RecallReports.class)
                        .notices(recallCase.id())
                        .map(notices -> new CaseParts.Notices(
                                Slice.of(notices, visit, "from", AT_A_TIME),
                                visit.as(RecallReports.class)
                                        .unreached(recallCase.id())
                                        .orElse(List.of())));
            case "notice" ->
                visit.as(RecallReports.class)
                        .notice(recallCase.id(), visit.parameters().text("key"))
                        .map(CaseParts.Notice::new);
            case "checks" -> Optional.of(checks(visit, recallCase, status));
            case "quantities" -> Optional.of(quantities(visit, recallCase, status));
            case "money" ->
                visit.may("recall-case.draft-entries") ? Optional.of(money(visit, recallCase)) : Optional.empty();
            case "file" -> Optional.of(file(visit, recallCase));
            default -> Optional.empty();
        };
    }

    private static CaseParts.Lots lots(Visit visit, RecallCase recallCase) {
        Slice<ScopeLot> shown = Slice.of(recallCase.scope().lots(), visit, "from", AT_A_TIME);
        Set<LotKey> keys = shown.items().stream().map(ScopeLot::lot).collect(Collectors.toSet());
        Map<LotKey, Disposition> dispositions = visit.as(Holds.class).notSellable(AsOf.LATEST).stream()
                .filter(lot -> keys.contains(lot.lot()))
                .collect(Collectors.toMap(LotDisposition::lot, LotDisposition::disposition));
        return new CaseParts.Lots(
                shown,
                dispositions,
                recallCase.facts(RecallFact.StockBlocked.class),
                OpeningPage.sites(visit),
                UUID.randomUUID().toString());
    }

    private static CaseParts.Consignees consignees(Visit visit, RecallCase recallCase, StatusReport status) {
        String shown = visit.parameters().text("show");
        List<Consignee> fitting = status.consignees().stream()
                .filter(consignee ->
                        shown.isEmpty() || consignee.followUp().code().equals(shown))
                .toList();
        List<SetAsideAnswer> setAside = visit.may("recall-case.list-answer-files-set-aside")
                ? setAside(visit).stream()
                        .filter(answer ->
                                answer.recallCase().map(recallCase.id()::equals).orElse(true))
                        .toList()
                : List.of();
        return new CaseParts.Consignees(Slice.of(fitting, visit, "from", AT_A_TIME), shown, setAside);
    }

    /** Files come only where the bundle that reads them is installed. */
    private static List<SetAsideAnswer> setAside(Visit visit) {
        try {
            return visit.as(AnswerFiles.class).setAside();
        } catch (ServiceMissingException notInstalled) {
            return List.of();
        }
    }

    private static Optional<CaseParts.One> one(Visit visit, RecallCase recallCase, StatusReport status) {
        PartyId party = new PartyId(visit.parameters().text("party"));
        List<NoticeState> notices = visit.as(RecallReports.class).notices(recallCase.id()).orElseThrow().stream()
                .filter(state -> state.notice().party().equals(party))
                .toList();
        return status.consignees().stream()
                .filter(consignee -> consignee.party().equals(party))
                .findFirst()
                .or(() -> notices.isEmpty() ? Optional.empty() : notAffected(visit, party))
                .map(consignee -> new CaseParts.One(
                        consignee,
                        notices,
                        status.sample()
                                .filter(drawn -> drawn.sample().contains(party))
                                .isPresent(),
                        results(recallCase, party)));
    }

    /** Whoever was told and has nothing that is affected still has a page: with what they were told. */
    private static Optional<Consignee> notAffected(Visit visit, PartyId id) {
        return visit.as(PartnerDirectory.class)
                .find(id)
                .map(party -> new Consignee(
                        id,
                        party.name(),
                        party.email(),
                        party.phone(),
                        List.of(),
                        Optional.empty(),
                        "",
                        0,
                        FollowUp.SETTLED,
                        Optional.empty(),
                        Optional.empty()));
    }

    private static List<RecallFact.Checked> results(RecallCase recallCase, PartyId party) {
        return recallCase.facts(RecallFact.Checked.class).stream()
                .filter(checked -> checked.check().party().equals(party))
                .toList();
    }

    private static CaseParts.Checks checks(Visit visit, RecallCase recallCase, StatusReport status) {
        Map<PartyId, String> names =
                status.consignees().stream().collect(Collectors.toMap(Consignee::party, Consignee::name));
        List<CaseParts.Checks.Checked> sample =
                status.sample().map(RecallFact.SampleDrawn::sample).orElse(List.of()).stream()
                        .map(party -> new CaseParts.Checks.Checked(
                                party.value(), names.getOrDefault(party, ""), results(recallCase, party)))
                        .toList();
        return new CaseParts.Checks(
                Slice.of(sample, visit, "from", AT_A_TIME), visit.now().getEpochSecond());
    }

    private static CaseParts.Quantities quantities(Visit visit, RecallCase recallCase, StatusReport status) {
        return new CaseParts.Quantities(
                Slice.of(status.reconciliation().own(), visit, "own", AT_A_TIME),
                Slice.of(status.reconciliation().downstream(), visit, "downstream", AT_A_TIME),
                Slice.of(
                        recallCase.facts(RecallFact.Disposed.class).stream()
                                .map(RecallFact.Disposed::disposal)
                                .toList(),
                        visit,
                        "disposals",
                        FEW),
                Option.of(visit.texts(), "recall.disposal.", RecallDisposal.Kind.values()));
    }

    private static CaseParts.Money money(Visit visit, RecallCase recallCase) {
        try {
            return new CaseParts.Money(visit.as(RecallMoney.class).draft(recallCase.id()), Optional.empty());
        } catch (CostingBehindException
                | CostingStoppedException
                | NotAllowedException
                | ServiceMissingException notNow) {
            return new CaseParts.Money(Optional.empty(), Optional.of(notNow.getMessage()));
        }
    }

    private static CaseParts.File file(Visit visit, RecallCase recallCase) {
        List<RecallStep> newestFirst = new ArrayList<>(recallCase.steps());
        Collections.reverse(newestFirst);
        return new CaseParts.File(
                Slice.of(newestFirst, visit, "from", AT_A_TIME),
                Option.of(
                        visit.texts(),
                        "recall.topic.",
                        Arrays.stream(NoteTopic.values()).map(NoteTopic::code)));
    }

    /** Only what a form of ours leads to is said, and nothing that somebody wrote into a link. */
    private static String done(Visit visit) {
        String done = visit.parameters().text("done");
        return CaseForms.NAMES.contains(done) ? "recall.done." + done : "";
    }

    private static Answer pdf(Visit visit, RecallCaseId id) {
        return visit.as(RecallCasePrint.class)
                .pdf(id)
                .<Answer>map(bytes ->
                        new Answer.Download("recall-" + id + ".pdf", "application/pdf", out -> out.write(bytes)))
                .orElse(Answer.NOT_FOUND);
    }

    private static Answer json(Visit visit, RecallCaseId id) {
        return visit.as(RecallReports.class)
                .export(id)
                .<Answer>map(text -> new Answer.Download(
                        "recall-" + id + ".json",
                        "application/json",
                        out -> out.write(text.getBytes(StandardCharsets.UTF_8))))
                .orElse(Answer.NOT_FOUND);
    }
}
