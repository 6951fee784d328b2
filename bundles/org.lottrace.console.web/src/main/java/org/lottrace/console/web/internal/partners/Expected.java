package org.lottrace.console.web.internal.partners;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.NoticeDifference;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.movement.NoticeState;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** What suppliers have announced and what of it has not come yet, by ship date, a page at a time. */
public final class Expected {
    private static final int AT_A_TIME = 25;
    private static final int LINES_AT_A_TIME = 200;
    /** A line may have 2,000 serial numbers. */
    private static final int SAID_OF_A_LINE = 20;

    private static final int SAID_OF_A_NOTICE = 100;
    /** A notice says when goods left, not when they arrive: after so many days somebody should ask. */
    private static final int LATE_AFTER_DAYS = 3;

    private Expected() {}

    /**
     * @param daysSinceShipped below 0 when the goods leave later
     * @param name of the supplier
     */
    public record Row(ExpectedReceipt receipt, long daysSinceShipped, String name) {
        public boolean isLate() {
            return daysSinceShipped > LATE_AFTER_DAYS;
        }

        /** @return how many of its lines are still to come in part or as a whole */
        public long openLines() {
            return receipt.lines().stream()
                    .filter(line -> line.open().isPositive())
                    .count();
        }
    }

    /** @param next address of the next page, absent on the last one */
    public record View(List<Row> rows, boolean isFirst, Optional<String> next) {}

    /** @param more how many are not shown */
    public record Said(List<KeyDatum> shown, int more) {
        static Said of(List<KeyDatum> all, int most) {
            List<KeyDatum> shown = all.subList(0, Math.min(most, all.size()));
            return new Said(shown, all.size() - shown.size());
        }
    }

    /**
     * One notice, held against what came of it; of its lines a page, of the differences the first.
     *
     * @param before how many lines stand on the pages before
     */
    public record Notice(Row row, ReconciledNotice reconciled, int before) {
        /** @return the lines of this page */
        public List<ExpectedReceipt.Line> lines() {
            return row.receipt().lines().subList(before, Math.min(all(), before + LINES_AT_A_TIME));
        }

        /** @return address of the next page, absent on the last one */
        public Optional<String> next() {
            ShipNoticeId id = row.receipt().notice().id();
            return before + LINES_AT_A_TIME < all()
                    ? Optional.of(Address.to(
                            "partners/expected",
                            "sender",
                            id.sender(),
                            "number",
                            id.number(),
                            "before",
                            before + LINES_AT_A_TIME))
                    : Optional.empty();
        }

        /** @return address of the first page */
        public String first() {
            ShipNoticeId id = row.receipt().notice().id();
            return Address.to("partners/expected", "sender", id.sender(), "number", id.number());
        }

        public List<NoticeDifference> differences() {
            List<NoticeDifference> all = reconciled.differences();
            return all.subList(0, Math.min(all.size(), LINES_AT_A_TIME));
        }

        /** @return how many differences are not shown */
        public int moreDifferences() {
            return reconciled.differences().size() - differences().size();
        }

        /** @return the first of what the line says beside its fields, of its lot first */
        public Said said(ExpectedReceipt.Line line) {
            List<KeyDatum> said =
                    row.receipt().notice().lines().get(line.number() - 1).keyData();
            List<KeyDatum> ofLot = LotAttributes.of(said);
            Set<KeyDatum> first = new LinkedHashSet<>(ofLot);
            first.addAll(said);
            return Said.of(List.copyOf(first), SAID_OF_A_LINE);
        }

        /** @return the first of what the notice says beside its fields */
        public Said said() {
            return Said.of(row.receipt().notice().keyData(), SAID_OF_A_NOTICE);
        }

        private int all() {
            return row.receipt().lines().size();
        }

        /** @return whether something of the notice has come, so that there is something to compare */
        public boolean isComparable() {
            return reconciled.state() != NoticeState.OPEN
                    || !reconciled.differences().isEmpty()
                    || reconciled.lines().stream()
                            .anyMatch(line -> line.received().isPositive());
        }
    }

    static Answer show(Visit visit) {
        if (visit.parameters().given("number").isPresent()) {
            ShipNoticeId id = new ShipNoticeId(
                    new PartyId(visit.parameters().text("sender")),
                    visit.parameters().text("number"));
            return visit.as(ExpectedReceipts.class)
                    .find(id)
                    .flatMap(receipt -> visit.as(NoticeReconciliations.class)
                            .find(id)
                            .map(reconciled ->
                                    new Notice(row(receipt, names(visit), visit), reconciled, before(visit, receipt))))
                    .map(notice -> Answer.html("partners/notice.jte", notice))
                    .orElse(Answer.NOT_FOUND);
        }
        Optional<ShipNoticeId> after = visit.parameters()
                .given("after")
                .map(number -> new ShipNoticeId(new PartyId(visit.parameters().text("after-sender")), number));
        List<ExpectedReceipt> found = visit.as(ExpectedReceipts.class).open(after, AT_A_TIME + 1);
        List<ExpectedReceipt> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Map<PartyId, String> names = names(visit);
        Optional<String> next = found.size() > AT_A_TIME
                ? Optional.of(shown.get(AT_A_TIME - 1).notice().id())
                        .map(last ->
                                Address.to("partners/expected", "after", last.number(), "after-sender", last.sender()))
                : Optional.empty();
        return Answer.html(
                "partners/expected.jte",
                new View(
                        shown.stream()
                                .map(receipt -> row(receipt, names, visit))
                                .toList(),
                        after.isEmpty(),
                        next));
    }

    /** A notice may have been replaced by a shorter one since the page before. */
    private static int before(Visit visit, ExpectedReceipt receipt) {
        return visit.parameters()
                .given("before")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .filter(lines -> lines < receipt.lines().size())
                .orElse(0);
    }

    private static Row row(ExpectedReceipt receipt, Map<PartyId, String> names, Visit visit) {
        LocalDate today = LocalDate.ofInstant(visit.now(), visit.zoneOf(receipt.site()));
        PartyId sender = receipt.notice().id().sender();
        return new Row(
                receipt,
                ChronoUnit.DAYS.between(receipt.notice().shipDate(), today),
                names.getOrDefault(sender, sender.value()));
    }

    private static Map<PartyId, String> names(Visit visit) {
        Map<PartyId, String> names = new HashMap<>();
        visit.as(PartnerDirectory.class).all().forEach(party -> names.put(party.id(), party.name()));
        return names;
    }
}
