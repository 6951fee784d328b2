package org.lottrace.console.web.internal.accounts;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.CogsFigure;
import org.lottrace.api.cost.CogsFigures;
import org.lottrace.api.cost.CogsGroup;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.console.web.internal.desk.Csv;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Cost of goods sold of some days, by customer, item, shipment or lot; a shipment and a lot open down to the receipts. */
public final class Sales {
    private static final String PATH = "accounts/sales";
    private static final int AT_A_TIME = 50;
    private static final int MOST_IN_A_FILE = 100_000;

    private Sales() {}

    /** @param next address of the next page, absent on the last one */
    public record View(
            CostingProgress progress,
            LocalDate from,
            LocalDate to,
            CogsGroup by,
            CogsFigures figures,
            Optional<String> next,
            String file) {
        /** @return whether the parts are together what the account has */
        public boolean isTied() {
            return figures.account().equals(figures.total().net());
        }
    }

    public static List<CogsGroup> groups() {
        return Arrays.asList(CogsGroup.values());
    }

    /** @return what a row is of; empty when that is not known */
    public static String name(CogsFigure figure) {
        return figure.customer()
                .map(PartyId::value)
                .or(() -> figure.item().map(ItemNumber::value))
                .or(figure::shipment)
                .or(() -> figure.lot().map(LotKey::toString))
                .orElse("");
    }

    static Answer show(Visit visit) {
        Asked asked = Asked.of(visit);
        int skip = visit.parameters()
                .given("after")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        CogsFigures figures =
                visit.as(CostHistory.class).cogs(asked.from(), asked.to(), asked.by(), skip, AT_A_TIME + 1);
        boolean more = figures.rows().size() > AT_A_TIME;
        CogsFigures shown = new CogsFigures(
                figures.total(),
                figures.account(),
                figures.rows().subList(0, Math.min(AT_A_TIME, figures.rows().size())));
        return Answer.html(
                "accounts/sales.jte",
                new View(
                        AccountsPage.progress(visit),
                        asked.from(),
                        asked.to(),
                        asked.by(),
                        shown,
                        more ? Optional.of(asked.address(PATH, skip + AT_A_TIME)) : Optional.empty(),
                        asked.address(PATH + ".csv", 0)));
    }

    static Answer csv(Visit visit) {
        Asked asked = Asked.of(visit);
        CogsFigures figures = visit.as(CostHistory.class).cogs(asked.from(), asked.to(), asked.by(), 0, MOST_IN_A_FILE);
        return new Answer.Download("cost-of-goods-sold.csv", "text/csv;charset=utf-8", out -> {
            Csv csv = new Csv(out);
            csv.row(asked.by().code(), "Gross", "Returned", "Other", "Net", "Currency");
            for (CogsFigure figure : figures.rows()) {
                row(csv, figure);
            }
            csv.end();
        });
    }

    private static void row(Csv csv, CogsFigure figure) throws IOException {
        csv.row(
                name(figure),
                figure.gross(),
                figure.returned(),
                figure.other(),
                figure.net(),
                figure.net().getCurrencyUnit().getCode());
    }

    /** Without dates: this month until today. */
    private record Asked(LocalDate from, LocalDate to, CogsGroup by) {
        static Asked of(Visit visit) {
            LocalDate today = visit.now().atZone(visit.zone()).toLocalDate();
            LocalDate from =
                    visit.parameters().given("from").flatMap(Asked::read).orElse(today.withDayOfMonth(1));
            LocalDate to = visit.parameters().given("to").flatMap(Asked::read).orElse(today);
            CogsGroup by = visit.parameters()
                    .given("by")
                    .flatMap(code -> groups().stream()
                            .filter(group -> group.code().equals(code))
                            .findFirst())
                    .orElse(CogsGroup.CUSTOMER);
            return new Asked(from, to, by);
        }

        String address(String path, int after) {
            return Address.to(path, "from", from, "to", to, "by", by.code(), "after", after);
        }

        private static Optional<LocalDate> read(String text) {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }
    }
}
