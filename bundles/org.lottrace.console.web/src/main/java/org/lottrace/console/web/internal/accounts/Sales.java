package org.lottrace.console.web.internal.accounts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.cost.CogsFigure;
import org.lottrace.api.cost.CogsFigures;
import org.lottrace.api.cost.CogsGroup;
import org.lottrace.api.cost.CogsQuestion;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.desk.Sheet;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Cost of goods sold of some days, by customer, item, shipment, order line or lot; each row opens, down to the receipts. */
public final class Sales {
    private static final String PATH = "accounts/sales";
    private static final int AT_A_TIME = 50;
    private static final int MOST_IN_A_FILE = 100_000;

    private Sales() {}

    /** @param next address of the next page, absent on the last one */
    public record View(
            CostingProgress progress,
            CogsQuestion question,
            CogsFigures figures,
            Optional<String> next,
            String file,
            String workbook) {
        /** @return whether the parts are together what the account has */
        public boolean isTied() {
            return figures.account().equals(figures.total().net());
        }
    }

    /** @return where a row opens: a shipment and a lot by itself, the others into their parts; empty when it is not known what it is of */
    public static Optional<String> opened(CogsQuestion question, CogsFigure row) {
        return row.shipment()
                .map(number -> Address.to("accounts/cogs", "shipment", number))
                .or(() -> row.lot().map(Links::cost))
                .or(() -> row.customer()
                        .map(customer -> address(
                                PATH, with(question, CogsGroup.SHIPMENT, Optional.of(customer), question.item()), 0)))
                .or(() -> row.item()
                        .map(item -> address(
                                PATH, with(question, CogsGroup.LOT, question.customer(), Optional.of(item)), 0)))
                .or(() -> row.orderLine()
                        .map(line -> address(
                                PATH,
                                new CogsQuestion(
                                        question.from(),
                                        question.to(),
                                        CogsGroup.LOT,
                                        question.customer(),
                                        question.item(),
                                        Optional.of(line)),
                                0)));
    }

    /** @return the same for all that was sold */
    public static String all(CogsQuestion question) {
        return address(PATH, CogsQuestion.ofAll(question.from(), question.to(), question.by()), 0);
    }

    private static CogsQuestion with(
            CogsQuestion question, CogsGroup by, Optional<PartyId> customer, Optional<ItemNumber> item) {
        return new CogsQuestion(question.from(), question.to(), by, customer, item, question.orderLine());
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
                .or(() -> figure.orderLine().map(Sales::text))
                .or(() -> figure.lot().map(LotKey::toString))
                .orElse("");
    }

    /** @return of which part it is asked */
    public static String part(CogsQuestion question) {
        return Stream.of(
                        question.customer().map(PartyId::value),
                        question.item().map(ItemNumber::value),
                        question.orderLine().map(Sales::text))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** @return as an address holds it */
    public static String line(OrderLineReference line) {
        return TextForms.write(OrderLineReference.class, line);
    }

    /** @return number and line */
    public static String text(OrderLineReference line) {
        return line.order().number() + " / " + line.line();
    }

    static Answer show(Visit visit) {
        return asked(visit).map(question -> show(visit, question)).orElseGet(Sales::tooLong);
    }

    private static Answer tooLong() {
        return new Answer.Failure(400, "sales.too-long");
    }

    private static Answer show(Visit visit, CogsQuestion question) {
        int skip = visit.parameters()
                .given("after")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        CogsFigures figures = visit.as(CostHistory.class).cogs(question, skip, AT_A_TIME + 1);
        boolean more = figures.rows().size() > AT_A_TIME;
        CogsFigures shown = new CogsFigures(
                figures.total(),
                figures.account(),
                figures.rows().subList(0, Math.min(AT_A_TIME, figures.rows().size())));
        return Answer.html(
                "accounts/sales.jte",
                new View(
                        AccountsPage.progress(visit),
                        question,
                        shown,
                        more ? Optional.of(address(PATH, question, skip + AT_A_TIME)) : Optional.empty(),
                        address(PATH + ".csv", question, 0),
                        address(PATH + ".xlsx", question, 0)));
    }

    static Answer file(Visit visit) {
        return asked(visit).map(question -> file(visit, question)).orElseGet(Sales::tooLong);
    }

    private static Answer file(Visit visit, CogsQuestion question) {
        CogsFigures figures = visit.as(CostHistory.class).cogs(question, 0, MOST_IN_A_FILE);
        return BooksSheet.of(
                visit,
                "cost-of-goods-sold",
                "Cost of goods sold",
                List.of(question.by().code(), "Gross", "Returned", "Other", "Net", "Currency"),
                rows -> {
                    for (CogsFigure figure : figures.rows()) {
                        row(rows, figure);
                    }
                });
    }

    private static void row(Sheet.Rows rows, CogsFigure figure) throws IOException {
        rows.row(
                name(figure),
                figure.gross(),
                figure.returned(),
                figure.other(),
                figure.net(),
                figure.net().getCurrencyUnit().getCode());
    }

    /**
     * Without dates: this month until today.
     *
     * @return empty for more days than may be asked for
     */
    private static Optional<CogsQuestion> asked(Visit visit) {
        LocalDate today = visit.now().atZone(visit.zone()).toLocalDate();
        LocalDate from = given(visit, "from", LocalDate.class).orElse(today.withDayOfMonth(1));
        LocalDate to = given(visit, "to", LocalDate.class).orElse(today);
        if (CogsQuestion.isTooLong(from, to)) {
            return Optional.empty();
        }
        return Optional.of(new CogsQuestion(
                from,
                to,
                given(visit, "by", CogsGroup.class).orElse(CogsGroup.CUSTOMER),
                given(visit, "customer", PartyId.class),
                given(visit, "item", ItemNumber.class),
                given(visit, "line", OrderLineReference.class)));
    }

    /** @return empty when nothing was given, or nothing that can be read */
    private static <T> Optional<T> given(Visit visit, String name, Class<T> type) {
        return visit.parameters().given(name).flatMap(text -> {
            try {
                return Optional.of(TextForms.read(type, text));
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        });
    }

    private static String address(String path, CogsQuestion question, int after) {
        List<Object> parts = new ArrayList<>(List.of(
                "from",
                question.from(),
                "to",
                question.to(),
                "by",
                question.by().code(),
                "after",
                after));
        question.customer().ifPresent(customer -> parts.addAll(List.of("customer", customer.value())));
        question.item().ifPresent(item -> parts.addAll(List.of("item", item.value())));
        question.orderLine().ifPresent(line -> parts.addAll(List.of("line", line(line))));
        return Address.to(path, parts.toArray());
    }
}
