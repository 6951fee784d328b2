package org.lottrace.console.web.internal.accounts;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.UninvoicedAge;
import org.lottrace.api.cost.UninvoicedReceipt;
import org.lottrace.api.id.PartyId;
import org.lottrace.console.web.internal.desk.Sheet;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** What was received and not invoiced: by supplier and age, and each order line, the oldest first. */
public final class Uninvoiced {
    private static final int AT_A_TIME = 50;
    private static final int AT_A_TIME_IN_A_FILE = 500;

    private Uninvoiced() {}

    /**
     * @param suppliers a page of them
     * @param moreSuppliers address of the next page of suppliers, absent on the last one
     * @param next address of the next page of receipts, absent on the last one
     */
    public record View(
            CostingProgress progress,
            LocalDate day,
            List<UninvoicedAge> suppliers,
            boolean isFromFirstSupplier,
            Optional<String> moreSuppliers,
            List<UninvoicedReceipt> receipts,
            boolean isFirst,
            Optional<String> next) {
        /** @return what the account has; absent where a page shows some of the suppliers only */
        public Optional<Money> total() {
            return !isFromFirstSupplier || moreSuppliers.isPresent()
                    ? Optional.empty()
                    : suppliers.stream().map(UninvoicedAge::total).reduce(Money::plus);
        }
    }

    static Answer show(Visit visit) {
        LocalDate day = day(visit);
        int skip = skipped(visit, "after");
        int suppliersBefore = skipped(visit, "suppliers-after");
        CostHistory history = visit.as(CostHistory.class);
        List<UninvoicedReceipt> receipts = history.uninvoiced(day, skip, AT_A_TIME + 1);
        Optional<String> next = receipts.size() > AT_A_TIME
                ? Optional.of(Address.to("accounts/uninvoiced", "day", day, "after", skip + AT_A_TIME))
                : Optional.empty();
        List<UninvoicedAge> suppliers = history.uninvoicedBySupplier(day, suppliersBefore, AT_A_TIME + 1);
        Optional<String> moreSuppliers = suppliers.size() > AT_A_TIME
                ? Optional.of(
                        Address.to("accounts/uninvoiced", "day", day, "suppliers-after", suppliersBefore + AT_A_TIME))
                : Optional.empty();
        return Answer.html(
                "accounts/uninvoiced.jte",
                new View(
                        AccountsPage.progress(visit),
                        day,
                        suppliers.subList(0, Math.min(AT_A_TIME, suppliers.size())),
                        suppliersBefore == 0,
                        moreSuppliers,
                        receipts.subList(0, Math.min(AT_A_TIME, receipts.size())),
                        skip == 0,
                        next));
    }

    private static int skipped(Visit visit, String parameter) {
        return visit.parameters()
                .given(parameter)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** The first page is asked for before the file begins: when the books cannot answer, a page says so instead. */
    static Answer file(Visit visit) {
        LocalDate day = day(visit);
        CostHistory history = visit.as(CostHistory.class);
        List<UninvoicedReceipt> first = history.uninvoiced(day, 0, AT_A_TIME_IN_A_FILE);
        return BooksSheet.of(
                visit,
                "uninvoiced-" + day,
                "Goods not invoiced",
                List.of("Supplier", "Order", "Line", "Since", "Days", "Amount", "Currency", "Lots"),
                rows -> {
                    int skip = 0;
                    for (List<UninvoicedReceipt> page = first;
                            !page.isEmpty();
                            page = after(history, day, skip, page)) {
                        for (UninvoicedReceipt receipt : page) {
                            row(rows, receipt);
                        }
                        skip += page.size();
                    }
                });
    }

    private static List<UninvoicedReceipt> after(
            CostHistory history, LocalDate day, int skip, List<UninvoicedReceipt> page) {
        return page.size() < AT_A_TIME_IN_A_FILE ? List.of() : history.uninvoiced(day, skip, AT_A_TIME_IN_A_FILE);
    }

    private static void row(Sheet.Rows rows, UninvoicedReceipt receipt) throws IOException {
        rows.row(
                receipt.supplier().map(PartyId::value).orElse(""),
                receipt.orderLine().map(line -> line.order().number()).orElse(""),
                receipt.orderLine().map(line -> line.line()),
                receipt.since(),
                receipt.age(),
                receipt.amount(),
                receipt.amount().getCurrencyUnit().getCode(),
                String.join(
                        "; ",
                        receipt.lots().stream()
                                .map(part -> part.lot() + " " + part.quantity())
                                .toList()));
    }

    private static LocalDate day(Visit visit) {
        return visit.parameters().given("day").flatMap(Uninvoiced::read).orElseGet(() -> visit.now()
                .atZone(visit.zone())
                .toLocalDate());
    }

    private static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
