package org.lottrace.notice.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.recall.OpenPoint;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.report.ClockMarks;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.StatusReport;
import org.lottrace.notice.internal.paper.Paper;
import org.lottrace.notice.internal.paper.Paper.Column;

/**
 * A case as an authority or a customer reads it. Source of the contents: 21 CFR 7.46(a) and 7.53(b).
 *
 * <p>Over 250 lines, because it is a document: one short method for each of its parts, in their order.
 */
final class CaseReport {
    private final RecallCase recallCase;
    private final StatusReport status;
    private final SiteTime time;
    private final Function<ItemNumber, String> descriptions;
    private final Paper paper;

    CaseReport(
            RecallCase recallCase,
            StatusReport status,
            SiteTime time,
            Function<ItemNumber, String> descriptions,
            Paper paper) {
        this.recallCase = recallCase;
        this.status = status;
        this.time = time;
        this.descriptions = descriptions;
        this.paper = paper;
    }

    void write(Optional<Party> company) {
        company.ifPresent(this::letterhead);
        paper.title("Recall " + status.id());
        paper.line((status.closed() ? "Closed. " : "Open. ") + "Status as of " + time.text(status.at()) + ".");
        decision(status.opening());
        figures();
        clock(status.clock());
        lots();
        consignees();
        received();
        downstream();
        own();
        whereabouts();
        checks();
        open();
        steps();
    }

    private void letterhead(Party company) {
        paper.line(company.name());
        paper.small(String.join(
                ", ",
                Stream.of(
                                company.address().street(),
                                (company.address().postalCode() + " "
                                                + company.address().city())
                                        .strip(),
                                company.address().country(),
                                company.phone(),
                                company.email())
                        .filter(text -> !text.isBlank())
                        .toList()));
        paper.space();
    }

    private void decision(RecallOpening opening) {
        paper.section("What was decided");
        paper.fact("What is wrong", opening.reason());
        paper.fact("Hazard", opening.hazard());
        paper.fact("Health evaluation", opening.healthEvaluation());
        paper.fact("What to do", opening.instructions());
        paper.fact("Contact", opening.contact());
        paper.fact("Kind", CaseWords.of(opening.mode()));
        paper.fact("Class", CaseWords.of(opening.recallClass()));
        paper.fact("Rules", CaseWords.of(opening.regime()));
        paper.fact("Brought to light by", CaseWords.of(opening.trigger()));
        paper.fact("Depth", CaseWords.of(opening.depth()));
        paper.fact("Public warning", CaseWords.of(opening.warning()));
        paper.fact(
                "Effectiveness checks",
                CaseWords.of(opening.level()) + " (" + opening.checkedPercent().toPlainString() + " %)");
        paper.fact("Decided", time.text(opening.decidedAt()) + " by " + opening.decidedBy());
    }

    private void figures() {
        paper.section("How it stands");
        paper.fact("Affected lots", String.valueOf(status.scope().lots().size()));
        paper.fact("Consignees", String.valueOf(status.consignees().size()));
        paper.fact("Told", String.valueOf(status.notified()));
        paper.fact("Answered completely", String.valueOf(status.answered()));
        paper.fact("Told and not answered", String.valueOf(status.notResponding()));
        paper.fact(
                "Open points",
                status.reconciliation().open().size() + ", of these not signed for "
                        + status.reconciliation().unsigned().size());
        paper.fact("Next status report", time.text(status.nextReport()));
        recallCase.facts(RecallFact.Closed.class).forEach(closed -> paper.fact("Result", closed.summary()));
    }

    private void clock(ClockMarks clock) {
        paper.section("How fast it went");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Decided", time.text(clock.decided()), ""));
        mark(rows, "Scope known", clock.scopeKnown());
        mark(rows, "Stock blocked", clock.stockBlocked());
        mark(rows, "First notice sent", clock.firstNotice());
        mark(rows, "All consignees told", clock.allNotified());
        paper.table(List.of(text("Mark", 3), text("When", 4), number("After the decision", 3)), rows);
    }

    private void mark(List<List<String>> rows, String name, Optional<Instant> at) {
        rows.add(List.of(
                name,
                at.map(time::text).orElse("not yet"),
                at.map(then -> SiteTime.span(status.clock().decided(), then)).orElse("")));
    }

    private void lots() {
        paper.section("Products and lots");
        paper.small("Quantities as they were when version " + status.scope().number() + " of the scope was made: "
                + status.scope().reason());
        paper.table(
                List.of(
                        text("Product", 4),
                        text("Lot", 4),
                        number("In stock", 2),
                        number("Shipped", 2),
                        number("Returned", 2)),
                status.scope().lots().stream()
                        .map(lot -> List.of(
                                product(lot.lot()),
                                lot.lot().number().value() + (lot.level() == 0 ? " (suspect)" : ""),
                                CaseWords.quantity(lot.onHand()),
                                CaseWords.quantity(lot.shipped()),
                                CaseWords.quantity(lot.returned())))
                        .toList());
    }

    private void consignees() {
        paper.section("Consignees");
        if (none(status.consignees(), "Nobody outside the company received affected goods.")) {
            return;
        }
        paper.table(
                List.of(
                        text("Consignee", 4),
                        text("Told", 4),
                        text("How", 2),
                        text("Last answer", 4),
                        text("State", 3)),
                status.consignees().stream()
                        .map(consignee -> List.of(
                                name(consignee),
                                time.text(consignee.notifiedAt()),
                                CaseWords.method(consignee.method()),
                                time.text(consignee.answeredAt()),
                                CaseWords.of(consignee.followUp())))
                        .toList());
    }

    private void received() {
        if (status.consignees().isEmpty()) {
            return;
        }
        paper.section("What they received and what became of it");
        paper.table(
                List.of(
                        text("Consignee", 6),
                        text("Shipment", 6),
                        text("Lot", 10),
                        number("Shipped", 5),
                        number("Returned", 5),
                        number("Still there", 5),
                        number("Destroyed", 6),
                        number("Used", 5),
                        number("Unknown", 5)),
                status.consignees().stream()
                        .flatMap(consignee -> consignee.lines().stream()
                                .map(line -> List.of(
                                        consignee.party().value(),
                                        line.shipment().number(),
                                        CaseWords.lot(line.lot()),
                                        CaseWords.quantity(line.shipped()),
                                        CaseWords.quantity(line.returned()),
                                        said(line.answered(), CaseWords.quantity(line.onHand())),
                                        said(line.answered(), CaseWords.quantity(line.destroyed())),
                                        said(line.answered(), CaseWords.quantity(line.used())),
                                        CaseWords.quantity(line.unaccounted()))))
                        .toList());
    }

    private static String said(boolean answered, String quantity) {
        return answered ? quantity : "not said";
    }

    private void downstream() {
        if (status.reconciliation().downstream().isEmpty()) {
            return;
        }
        paper.section("Quantities with consignees, by lot");
        paper.table(
                List.of(
                        text("Lot", 5),
                        number("Shipped", 2),
                        number("Recovered", 2),
                        number("Used", 2),
                        number("Unknown", 2),
                        number("Recovered %", 2),
                        number("Accounted %", 2)),
                status.reconciliation().downstream().stream()
                        .map(balance -> List.of(
                                CaseWords.lot(balance.lot()),
                                CaseWords.quantity(balance.shipped()),
                                CaseWords.quantity(balance.returned()
                                        .plus(balance.destroyed())
                                        .plus(balance.onHand())),
                                CaseWords.quantity(balance.used()),
                                CaseWords.quantity(balance.unaccounted()),
                                balance.recoveryPercent().toPlainString(),
                                balance.accountabilityPercent().toPlainString()))
                        .toList());
    }

    private void own() {
        paper.section("Quantities inside the company");
        paper.table(
                List.of(
                        text("Lot", 5),
                        number("Came in", 2),
                        number("In stock", 2),
                        number("Shipped", 2),
                        number("Consumed", 2),
                        number("Disposed of", 2),
                        number("Unexplained", 2)),
                status.reconciliation().own().stream()
                        .map(balance -> List.of(
                                CaseWords.lot(balance.lot()),
                                CaseWords.quantity(balance.came()),
                                CaseWords.quantity(balance.onHand()),
                                CaseWords.quantity(balance.shipped()),
                                CaseWords.quantity(balance.consumed()),
                                CaseWords.quantity(balance.disposed().plus(balance.missed())),
                                CaseWords.quantity(balance.unaccounted())))
                        .toList());
    }

    private void whereabouts() {
        paper.section("Where the goods are now");
        if (none(status.goods(), "Nothing of the affected lots is left anywhere that is known.")) {
            return;
        }
        paper.table(
                List.of(text("State", 3), text("Place", 3), text("Lot", 5), number("Quantity", 2)),
                status.goods().stream()
                        .map(where -> List.of(
                                CaseWords.of(where.state()),
                                where.position().place().code(),
                                CaseWords.lot(where.lot()),
                                CaseWords.quantity(where.quantity())))
                        .toList());
    }

    private void checks() {
        paper.section("Effectiveness checks");
        status.sample()
                .ifPresent(drawn -> paper.line("Drawn: " + drawn.sample().size() + " of " + drawn.consignees()
                        + " consignees, seed " + drawn.seed() + "."));
        if (none(status.checks(), "No check has been recorded.")) {
            return;
        }
        paper.table(
                List.of(text("Consignee", 3), text("How", 2), text("Notice", 2), text("Acted on", 2), text("Found", 5)),
                status.checks().stream()
                        .map(check -> List.of(
                                check.party().value(),
                                CaseWords.method(check.method()),
                                check.notified() ? "received" : "not received",
                                check.acted() ? "yes" : "no",
                                check.comment()))
                        .toList());
    }

    private void open() {
        paper.section("What is open");
        if (none(status.reconciliation().open(), "Nothing: every quantity is explained.")) {
            return;
        }
        paper.table(
                List.of(text("What", 4), text("Where", 6), number("Quantity", 2), text("Signed for", 2)),
                status.reconciliation().open().stream().map(this::point).toList());
    }

    private List<String> point(OpenPoint point) {
        boolean isSigned = !status.reconciliation().unsigned().contains(point);
        return List.of(
                CaseWords.point(point.code()),
                point.subject(),
                CaseWords.quantity(point.quantity()),
                isSigned ? "yes" : "no");
    }

    private void steps() {
        paper.section("What was done");
        paper.table(
                List.of(text("Step", 1), text("When", 4), text("Who", 2), text("What", 9)),
                recallCase.steps().stream()
                        .map(step -> List.of(
                                String.valueOf(step.number()),
                                time.text(step.at()),
                                step.actor(),
                                StepWords.of(step.fact())))
                        .toList());
    }

    private boolean none(List<?> list, String sentence) {
        if (list.isEmpty()) {
            paper.line(sentence);
        }
        return list.isEmpty();
    }

    private String product(LotKey lot) {
        String description = descriptions.apply(lot.item());
        return description.isEmpty() ? lot.item().value() : description + " (" + lot.item() + ")";
    }

    private static String name(Consignee consignee) {
        return consignee.name().isEmpty()
                ? consignee.party().value()
                : consignee.name() + " (" + consignee.party() + ")";
    }

    private static Column text(String title, int share) {
        return new Column(title, share, false);
    }

    private static Column number(String title, int share) {
        return new Column(title, share, true);
    }
}
