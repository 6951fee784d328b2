package org.lottrace.console.web.internal.accounts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.AccountingPeriod;
import org.lottrace.api.cost.AccountingPeriods;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.CloseRow;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.PeriodLock;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Accounting periods: which there are, what stands in the way of closing one, and the forms that lock it, sign it and open it again. */
public final class Periods {
    private static final String PATH = "accounts/periods";
    private static final int AT_A_TIME = 24;
    private static final int ROWS_AT_A_TIME = 100;
    private static final int LATE_SHOWN = 25;
    private static final List<String> NAMES = List.of("accepted", "reason", "hash", "to");

    private Periods() {}

    /** @param next address of the next page, absent on the last one */
    public record ListView(CostingProgress progress, List<AccountingPeriod> periods, Optional<String> next) {}

    /**
     * @param checks what stands in its way; empty when it is not open
     * @param late the first entries that came late for it
     * @param moreLate there are others
     * @param fields of the form that was sent
     */
    public record View(
            CostingProgress progress,
            AccountingPeriod period,
            List<CloseCheck> checks,
            List<JournalEntry> late,
            boolean moreLate,
            Fields fields) {
        public boolean needsReason() {
            return checks.stream()
                    .anyMatch(check -> !check.isPassed() && check.kind().isAcceptable());
        }

        public boolean canBeLocked() {
            return checks.stream()
                    .allMatch(check -> check.isPassed() || check.kind().isAcceptable());
        }
    }

    /**
     * @param check whose rows these are
     * @param next address of the next page, absent on the last one
     */
    public record RowsView(
            CostingProgress progress, LocalDate to, CloseCheck.Kind check, List<CloseRow> rows, Optional<String> next) {
        /** @return what is wrong with the account of a row, in the language of the reader */
        public String differs(Visit visit, CloseRow row) {
            String account = visit.texts()
                    .lookup("account." + row.account().orElseThrow().code());
            return row.booked()
                    .map(booked -> visit.texts()
                            .of(
                                    "periods.differs",
                                    account,
                                    visit.formats().money(booked),
                                    visit.formats()
                                            .money(row.amount()
                                                    .map(booked::minus)
                                                    .orElse(booked))))
                    .orElse(account);
        }
    }

    /** @param rest of the address, behind {@code accounts/periods} */
    static Answer show(Visit visit, List<String> rest) {
        if (rest.isEmpty()) {
            return list(visit);
        }
        Optional<LocalDate> to = day(rest.get(0));
        if (to.isEmpty() || rest.size() > 2) {
            return Answer.NOT_FOUND;
        }
        return rest.size() == 1
                ? period(visit, to.get(), Fields.empty(visit.texts()))
                        .map(view -> Answer.html("accounts/period.jte", view))
                        .orElse(Answer.NOT_FOUND)
                : rows(visit, to.get(), rest.get(1));
    }

    private static Answer list(Visit visit) {
        Optional<LocalDate> after = visit.parameters().given("after").flatMap(Periods::day);
        List<AccountingPeriod> periods = periods(visit).list(after, AT_A_TIME + 1);
        List<AccountingPeriod> shown = periods.subList(0, Math.min(AT_A_TIME, periods.size()));
        Optional<String> next = periods.size() > AT_A_TIME
                ? Optional.of(Address.to(PATH, "after", shown.get(AT_A_TIME - 1).to()))
                : Optional.empty();
        return Answer.html("accounts/periods.jte", new ListView(AccountsPage.progress(visit), shown, next));
    }

    private static Optional<View> period(Visit visit, LocalDate to, Fields fields) {
        return periods(visit).find(to).map(period -> {
            boolean isOpen = period.state().isOpen();
            List<JournalEntry> late = isOpen && period.steps().isEmpty()
                    ? List.of()
                    : periods(visit).late(to, 0, LATE_SHOWN + 1);
            return new View(
                    AccountsPage.progress(visit),
                    period,
                    isOpen ? periods(visit).checklist(to) : List.of(),
                    late.subList(0, Math.min(LATE_SHOWN, late.size())),
                    late.size() > LATE_SHOWN,
                    fields);
        });
    }

    private static Answer rows(Visit visit, LocalDate to, String code) {
        Optional<CloseCheck.Kind> check = kind(code);
        if (check.isEmpty()) {
            return Answer.NOT_FOUND;
        }
        int skip = visit.parameters()
                .given("after")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        List<CloseRow> rows = periods(visit).rows(to, check.get(), skip, ROWS_AT_A_TIME + 1);
        Optional<String> next = rows.size() > ROWS_AT_A_TIME
                ? Optional.of(Address.to(PATH + "/" + to + "/" + code, "after", skip + ROWS_AT_A_TIME))
                : Optional.empty();
        return Answer.html(
                "accounts/check.jte",
                new RowsView(
                        AccountsPage.progress(visit),
                        to,
                        check.get(),
                        rows.subList(0, Math.min(ROWS_AT_A_TIME, rows.size())),
                        next));
    }

    /** Each form does what its address ends in. */
    static Answer change(Visit visit, List<String> rest) {
        Optional<LocalDate> to = rest.size() == 2 ? day(rest.get(0)) : Optional.empty();
        if (to.isEmpty()) {
            return Answer.NOT_ALLOWED_HERE;
        }
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), NAMES);
        Optional<Outcome<AccountingPeriod>> outcome =
                switch (rest.get(1)) {
                    case "lock" ->
                        Optional.of(periods(visit)
                                .lock(
                                        visit.caller(),
                                        new PeriodLock(to.get(), accepted(fields), fields.text("reason"))));
                    case "sign" -> Optional.of(periods(visit).sign(visit.caller(), to.get(), fields.text("hash")));
                    case "reopen" ->
                        Optional.of(periods(visit).reopen(visit.caller(), to.get(), fields.text("reason")));
                    default -> Optional.empty();
                };
        if (outcome.isEmpty()) {
            return Answer.NOT_ALLOWED_HERE;
        }
        fields.refused(outcome.get().violations());
        if (fields.areRight()) {
            return new Answer.SeeOther(Address.to(PATH + "/" + to.get()));
        }
        return period(visit, to.get(), fields)
                .map(view -> Answer.refused("accounts/period.jte", view))
                .orElse(Answer.NOT_FOUND);
    }

    private static Set<CloseCheck.Kind> accepted(Fields fields) {
        Set<CloseCheck.Kind> accepted = EnumSet.noneOf(CloseCheck.Kind.class);
        fields.all("accepted").forEach(code -> kind(code).ifPresent(accepted::add));
        return accepted;
    }

    private static Optional<CloseCheck.Kind> kind(String code) {
        try {
            return Optional.of(Coded.of(CloseCheck.Kind.class, code));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static AccountingPeriods periods(Visit visit) {
        return visit.as(AccountingPeriods.class);
    }
}
