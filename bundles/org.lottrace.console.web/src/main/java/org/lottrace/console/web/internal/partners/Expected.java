package org.lottrace.console.web.internal.partners;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ExpectedReceipts;
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

    /** One notice, held against what came of it. */
    public record Notice(Row row, ReconciledNotice reconciled) {
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
                            .map(reconciled -> new Notice(row(receipt, names(visit), visit), reconciled)))
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
