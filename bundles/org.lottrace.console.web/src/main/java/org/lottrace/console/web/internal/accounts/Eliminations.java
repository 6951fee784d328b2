package org.lottrace.console.web.internal.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.EliminatedLot;
import org.lottrace.api.cost.Elimination;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** The entry of the group for some days, and the lots behind it. Days are asked for and never guessed, because much is read for them. */
public final class Eliminations {
    private static final int AT_A_TIME = 50;
    private static final int AT_A_TIME_IN_A_FILE = 500;
    private static final String PATH = "accounts/eliminations";

    private Eliminations() {}

    /**
     * @param from first day; empty when none were asked for
     * @param isWrong the last day is before the first
     * @param next address of the next page of lots, absent on the last one
     */
    public record View(
            CostingProgress progress,
            String from,
            String to,
            boolean isWrong,
            List<Elimination> entry,
            List<EliminatedLot> lots,
            Optional<String> next) {
        /** @return address of what is shown as a file */
        public String file(String name) {
            return Address.to("accounts/" + name, "from", from, "to", to, "known", known());
        }

        /** @return number of the newest entry that it rests on; empty without a line */
        public String known() {
            return entry.stream()
                    .findFirst()
                    .map(line -> String.valueOf(line.known()))
                    .orElse("");
        }
    }

    private record Asked(LocalDate from, LocalDate to, long known) {}

    static Answer show(Visit visit) {
        String from = visit.parameters().text("from");
        String to = visit.parameters().text("to");
        Optional<Asked> asked = asked(visit);
        if (asked.isEmpty()) {
            boolean isWrong = !from.isEmpty() || !to.isEmpty();
            View view =
                    new View(AccountsPage.progress(visit), from, to, isWrong, List.of(), List.of(), Optional.empty());
            return isWrong
                    ? Answer.refused("accounts/eliminations.jte", view)
                    : Answer.html("accounts/eliminations.jte", view);
        }
        Companies companies = visit.as(Companies.class);
        Asked days = asked.get();
        int skip = (int) number(visit, "after", "[0-9]{1,6}", 0);
        List<Elimination> entry = companies.eliminations(days.from(), days.to(), days.known());
        List<EliminatedLot> found = companies.eliminatedLots(days.from(), days.to(), days.known(), skip, AT_A_TIME + 1);
        return Answer.html(
                "accounts/eliminations.jte",
                new View(
                        AccountsPage.progress(visit),
                        from,
                        to,
                        false,
                        entry,
                        found.subList(0, Math.min(AT_A_TIME, found.size())),
                        found.size() > AT_A_TIME
                                ? Optional.of(Address.to(
                                        PATH, "from", from, "to", to, "known", known(days), "after", skip + AT_A_TIME))
                                : Optional.empty()));
    }

    static Answer entryFile(Visit visit) {
        return asked(visit)
                .map(days -> {
                    List<Elimination> entry =
                            visit.as(Companies.class).eliminations(days.from(), days.to(), days.known());
                    return BooksSheet.of(
                            visit,
                            "eliminations-" + days.to(),
                            "Entry of the group",
                            List.of("From", "Day", "Known up to entry", "Account", "Company", "Amount", "Currency"),
                            rows -> {
                                for (Elimination line : entry) {
                                    rows.row(
                                            line.from(),
                                            line.day(),
                                            line.known(),
                                            line.account().code(),
                                            line.company().map(PartyId::value).orElse(""),
                                            line.amount(),
                                            line.amount().getCurrencyUnit().getCode());
                                }
                            });
                })
                .orElse(Answer.NOT_FOUND);
    }

    static Answer lotsFile(Visit visit) {
        return asked(visit)
                .map(days -> {
                    Companies companies = visit.as(Companies.class);
                    List<EliminatedLot> first = lots(companies, days, 0);
                    return BooksSheet.of(
                            visit,
                            "eliminated-lots-" + days.to(),
                            "Lots behind the entry",
                            List.of("Account", "Company", "Issuer", "Item", "Lot", "Before", "After", "Currency"),
                            rows -> {
                                int shown = 0;
                                for (List<EliminatedLot> page = first;
                                        !page.isEmpty();
                                        page = page.size() < AT_A_TIME_IN_A_FILE
                                                ? List.of()
                                                : lots(companies, days, shown)) {
                                    shown += page.size();
                                    for (EliminatedLot lot : page) {
                                        rows.row(
                                                lot.account().code(),
                                                lot.company()
                                                        .map(PartyId::value)
                                                        .orElse(""),
                                                lot.lot().issuer().value(),
                                                lot.lot().item().value(),
                                                lot.lot().number().value(),
                                                lot.before(),
                                                lot.after(),
                                                lot.after().getCurrencyUnit().getCode());
                                    }
                                }
                            });
                })
                .orElse(Answer.NOT_FOUND);
    }

    private static List<EliminatedLot> lots(Companies companies, Asked days, int skip) {
        return companies.eliminatedLots(days.from(), days.to(), days.known(), skip, AT_A_TIME_IN_A_FILE);
    }

    private static String known(Asked days) {
        return days.known() == Long.MAX_VALUE ? "" : String.valueOf(days.known());
    }

    /** @return empty when no days were said, or these are none, or the last is before the first */
    private static Optional<Asked> asked(Visit visit) {
        long known = number(visit, "known", "[0-9]{1,18}", Long.MAX_VALUE);
        return day(visit, "from")
                .flatMap(from ->
                        day(visit, "to").filter(to -> !to.isBefore(from)).map(to -> new Asked(from, to, known)));
    }

    private static long number(Visit visit, String name, String form, long otherwise) {
        return visit.parameters()
                .given(name)
                .filter(text -> text.matches(form))
                .map(Long::valueOf)
                .orElse(otherwise);
    }

    private static Optional<LocalDate> day(Visit visit, String name) {
        return visit.parameters().given(name).flatMap(text -> {
            try {
                return Optional.of(TextForms.read(LocalDate.class, text));
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        });
    }
}
