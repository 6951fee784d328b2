package org.lottrace.console.web.internal.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lottrace.api.cost.CogsQuestion;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.cost.RecordedRate;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.desk.Sheet;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Exchange rates: what was recorded for some days, and the form that records more. */
public final class Rates {
    private static final int AT_A_TIME = 50;
    private static final int AT_A_TIME_IN_A_FILE = 500;
    private static final int USUAL_DAYS = 31;
    private static final String PATH = "accounts/rates";
    private static final String FORM = "accounts/rate-edit.jte";
    private static final List<String> NAMES = List.of("id", "source", "rates", "site");

    private Rates() {}

    /**
     * @param from first day
     * @param to last day
     * @param currency only of this one; empty for all
     * @param next address of the next page, absent on the last one
     */
    public record View(
            CostingProgress progress,
            LocalDate from,
            LocalDate to,
            String currency,
            List<RecordedRate> rates,
            Optional<String> next,
            String csv,
            String xlsx) {}

    /** A form. */
    public record Form(CostingProgress progress, Fields fields) {}

    /**
     * What is asked for.
     *
     * @param currency only of this one; empty for all
     */
    private record Asked(LocalDate from, LocalDate to, String currency) {
        static Asked of(Visit visit) {
            LocalDate to = day(visit, "to").orElseGet(() -> today(visit));
            LocalDate from = day(visit, "from").orElse(to.minusDays(USUAL_DAYS));
            return new Asked(
                    CogsQuestion.isTooLong(from, to) ? to.minusDays(CogsQuestion.MOST_DAYS - 1L) : from,
                    to,
                    visit.parameters().text("currency").toUpperCase(Locale.ROOT));
        }

        List<RecordedRate> page(CostHistory history, int skip, int limit) {
            return history.rates(Optional.of(currency).filter(code -> !code.isEmpty()), from, to, skip, limit);
        }

        String address(String path) {
            return Address.to(path, "from", from, "to", to, "currency", currency);
        }
    }

    static Answer show(Visit visit) {
        Asked asked = Asked.of(visit);
        LocalDate from = asked.from();
        LocalDate to = asked.to();
        String currency = asked.currency();
        int skip = visit.parameters()
                .given("after")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        List<RecordedRate> found = asked.page(visit.as(CostHistory.class), skip, AT_A_TIME + 1);
        Optional<String> next = found.size() > AT_A_TIME
                ? Optional.of(Address.to(PATH, "from", from, "to", to, "currency", currency, "after", skip + AT_A_TIME))
                : Optional.empty();
        return Answer.html(
                "accounts/rates.jte",
                new View(
                        AccountsPage.progress(visit),
                        from,
                        to,
                        currency,
                        found.subList(0, Math.min(AT_A_TIME, found.size())),
                        next,
                        asked.address(PATH + ".csv"),
                        asked.address(PATH + ".xlsx")));
    }

    /** The first page is asked for before the file begins. */
    static Answer file(Visit visit) {
        Asked asked = Asked.of(visit);
        CostHistory history = visit.as(CostHistory.class);
        List<RecordedRate> first = asked.page(history, 0, AT_A_TIME_IN_A_FILE);
        return Sheet.of(
                visit,
                "rates-" + asked.from() + "-" + asked.to(),
                "Exchange rates",
                List.of("Day", "Currency", "Rate", "Source", "By", "At"),
                rows -> {
                    int skip = 0;
                    for (List<RecordedRate> page = first; !page.isEmpty(); ) {
                        for (RecordedRate rate : page) {
                            rows.row(rate.day(), rate.currency(), rate.factor(), rate.source(), rate.by(), rate.at());
                        }
                        skip += page.size();
                        page = page.size() < AT_A_TIME_IN_A_FILE
                                ? List.of()
                                : asked.page(history, skip, AT_A_TIME_IN_A_FILE);
                    }
                });
    }

    /** @return empty when none was said, or what was said is no day */
    private static Optional<LocalDate> day(Visit visit, String name) {
        return visit.parameters().given(name).flatMap(text -> {
            try {
                return Optional.of(TextForms.read(LocalDate.class, text));
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        });
    }

    private static LocalDate today(Visit visit) {
        return visit.now().atZone(visit.zone()).toLocalDate();
    }

    static Answer form(Visit visit) {
        return Answer.html(
                FORM,
                new Form(
                        AccountsPage.progress(visit),
                        Fields.empty(visit.texts()).with("id", UUID.randomUUID())));
    }

    static Answer save(Visit visit) {
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), NAMES);
        Optional<EventId> id = fields.needed("id", EventId::new);
        Optional<SiteId> site = fields.needed("site", SiteId::new);
        Optional<List<ExchangeRates.Rate>> rates = fields.needed("rates", Rates::read);
        if (fields.areRight()) {
            fields.refused(visit.as(CostEntries.class)
                    .recordRates(new ExchangeRates(
                            visit.recording(id.orElseThrow(), site.orElseThrow()),
                            fields.text("source"),
                            rates.orElseThrow()))
                    .violations());
            if (fields.areRight()) {
                return new Answer.SeeOther(Address.to(PATH));
            }
        }
        return Answer.refused(FORM, new Form(AccountsPage.progress(visit), fields));
    }

    private static List<ExchangeRates.Rate> read(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(Rates::rate).toList();
    }

    private static ExchangeRates.Rate rate(String line) {
        String[] words = line.trim().split("[\\s,;]+");
        if (words.length != 3) {
            throw new IllegalArgumentException("\"" + line.trim() + "\": 2026-11-27 USD 0.92");
        }
        return new ExchangeRates.Rate(
                TextForms.read(LocalDate.class, words[0]), words[1], TextForms.read(BigDecimal.class, words[2]));
    }
}
