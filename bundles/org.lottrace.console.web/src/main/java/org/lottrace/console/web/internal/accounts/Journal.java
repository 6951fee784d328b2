package org.lottrace.console.web.internal.accounts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** What was booked, by accounting dates a page at a time, or of one document. */
public final class Journal {
    private static final int AT_A_TIME = 25;
    private static final int MOST_OF_A_DOCUMENT = 200;
    static final int AT_A_TIME_IN_A_FILE = 500;
    private static final int MOST_ADDED_UP = 50_000;

    private Journal() {}

    /**
     * @param from first accounting date as entered or as assumed
     * @param to last accounting date as entered or as assumed
     * @param problem text that says what is wrong with the dates, empty when nothing is
     * @param document whose entries these are; absent for those of the dates
     * @param numbers of the company's chart of accounts, by entry
     * @param sums by account, of {@code entries}
     * @param isAll they are of everything that was asked for, also of what is on other pages
     * @param whole address of this page with the sums of everything; absent when they are that already, or when it is too much
     * @param isTooMuch it was asked for the sums of more than can be added up while somebody waits
     * @param next address of the next page, absent on the last one
     * @param more entries of a document that are not shown
     * @param file address of all of it as a file
     */
    public record View(
            CostingProgress progress,
            String from,
            String to,
            String problem,
            Optional<DocumentReference> document,
            List<JournalEntry> entries,
            Map<Long, EntryNumbers> numbers,
            List<AccountSum> sums,
            boolean isAll,
            Optional<String> whole,
            boolean isTooMuch,
            Optional<String> next,
            int more,
            String file) {
        /** @return address of all of it as a workbook */
        public String workbook() {
            return file.replace("/journal.csv?", "/journal.xlsx?");
        }

        /** @return address of the same days as a file for a program of accountants */
        public String file(String ending) {
            return Address.to("accounts/journal." + ending, "from", from, "to", to);
        }

        /** @return address of the page that asks whether these days are handed over */
        public String keeping() {
            return Address.to("accounts/numbers/keep", "from", from, "to", to);
        }

        /** @return the number of a line of an entry; absent when no rule covers it */
        public Optional<String> number(JournalEntry entry, int line) {
            return Optional.ofNullable(numbers.get(entry.number()))
                    .filter(known -> line < known.lines().size())
                    .flatMap(known -> known.lines().get(line).number());
        }

        /** @return whether the numbers of the entry stay, whatever becomes of the rules */
        public boolean isKept(JournalEntry entry) {
            return Optional.ofNullable(numbers.get(entry.number()))
                    .flatMap(EntryNumbers::kept)
                    .isPresent();
        }

        /** @return how many of the entries shown have a line without a number */
        public long uncovered() {
            return numbers.values().stream().filter(entry -> !entry.isCovered()).count();
        }

        /** @return false when nothing is installed that hands entries over, and so none has numbers */
        public boolean isNumbered() {
            return !numbers.isEmpty() || entries.isEmpty();
        }

        /** @return whether numbers of entries shown may still change */
        public boolean isOpen() {
            return isNumbered() && entries.stream().anyMatch(entry -> !isKept(entry));
        }

        public List<Money> totals() {
            return AccountSum.totals(sums);
        }
    }

    /** @return what to choose from in the form */
    public static List<DocumentType> types() {
        return Arrays.asList(DocumentType.values());
    }

    static Answer show(Visit visit) {
        return document(visit).map(document -> ofDocument(document, visit)).orElseGet(() -> ofDates(visit));
    }

    private static Answer ofDocument(DocumentReference document, Visit visit) {
        List<JournalEntry> all = visit.as(LotCosting.class).journal(document);
        List<JournalEntry> shown = all.subList(0, Math.min(MOST_OF_A_DOCUMENT, all.size()));
        LocalDate today = today(visit);
        return Answer.html(
                "accounts/journal.jte",
                new View(
                        AccountsPage.progress(visit),
                        today.withDayOfMonth(1).toString(),
                        today.toString(),
                        "",
                        Optional.of(document),
                        shown,
                        Numbers.of(shown, visit),
                        AccountSum.of(all),
                        true,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        all.size() - shown.size(),
                        Links.journal(document).replace("/journal?", "/journal.csv?")));
    }

    private static Answer ofDates(Visit visit) {
        LocalDate today = today(visit);
        String from =
                visit.parameters().given("from").orElse(today.withDayOfMonth(1).toString());
        String to = visit.parameters().given("to").orElse(today.toString());
        Optional<LocalDate> first = date(from);
        Optional<LocalDate> last = date(to);
        if (first.isEmpty() || last.isEmpty() || first.get().isAfter(last.get())) {
            String problem = first.isEmpty() || last.isEmpty() ? "journal.no-date" : "journal.wrong-way";
            View view = new View(
                    AccountsPage.progress(visit),
                    from,
                    to,
                    problem,
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    true,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    0,
                    "");
            return Answer.refused("accounts/journal.jte", view);
        }
        Optional<LocalDate> day = visit.parameters().given("day").flatMap(Journal::date);
        List<JournalEntry> found = visit.as(LotCosting.class)
                .journal(
                        day.orElse(first.get()),
                        last.get(),
                        day.isPresent() ? number(visit.parameters().text("after")) : 0,
                        AT_A_TIME + 1);
        List<JournalEntry> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Optional<String> next =
                found.size() > AT_A_TIME ? Optional.of(next(from, to, shown.get(AT_A_TIME - 1))) : Optional.empty();
        boolean isOnePage = day.isEmpty() && next.isEmpty();
        boolean isAsked = visit.parameters().isTicked("sums") && !isOnePage;
        Optional<List<AccountSum>> whole =
                isAsked ? sums(first.get(), last.get(), visit.as(LotCosting.class)) : Optional.empty();
        return Answer.html(
                "accounts/journal.jte",
                new View(
                        AccountsPage.progress(visit),
                        from,
                        to,
                        "",
                        Optional.empty(),
                        shown,
                        Numbers.of(shown, visit),
                        whole.orElseGet(() -> AccountSum.of(shown)),
                        isOnePage || whole.isPresent(),
                        isOnePage || isAsked
                                ? Optional.empty()
                                : Optional.of(Address.to("accounts/journal", "from", from, "to", to, "sums", "all")),
                        isAsked && whole.isEmpty(),
                        next,
                        0,
                        Address.to("accounts/journal.csv", "from", from, "to", to)));
    }

    /** @return of all entries of these days; empty when there are more than can be added up while somebody waits */
    private static Optional<List<AccountSum>> sums(LocalDate from, LocalDate to, LotCosting costing) {
        List<AccountSum> sums = List.of();
        int added = 0;
        for (List<JournalEntry> page = costing.journal(from, to, 0, AT_A_TIME_IN_A_FILE);
                !page.isEmpty();
                page = after(page, to, costing)) {
            added += page.size();
            if (added > MOST_ADDED_UP) {
                return Optional.empty();
            }
            sums = AccountSum.together(sums, AccountSum.of(page));
        }
        return Optional.of(sums);
    }

    private static String next(String from, String to, JournalEntry last) {
        return Address.to(
                "accounts/journal", "from", from, "to", to, "day", last.accountingDate(), "after", last.number());
    }

    static List<JournalEntry> after(List<JournalEntry> page, LocalDate to, LotCosting costing) {
        JournalEntry last = page.get(page.size() - 1);
        return page.size() < AT_A_TIME_IN_A_FILE
                ? List.of()
                : costing.journal(last.accountingDate(), to, last.number(), AT_A_TIME_IN_A_FILE);
    }

    static Optional<DocumentReference> document(Visit visit) {
        return visit.parameters().given("number").flatMap(number -> types().stream()
                .filter(type -> type.code().equals(visit.parameters().text("type")))
                .findFirst()
                .map(type -> new DocumentReference(type, number)));
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static LocalDate today(Visit visit) {
        return LocalDate.ofInstant(visit.now(), visit.zone());
    }
}
