package org.lottrace.console.web.internal.today;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFigures;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.overview.StockState;
import org.lottrace.api.overview.TodayFigures;
import org.lottrace.api.overview.TodayFigures.OpenRecall;
import org.lottrace.api.overview.TodayFigures.Week;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Visit;

/**
 * The figures of today as they are read.
 *
 * @param position of the ledger, after which something newer changes them
 * @param counted when they were counted, in the time of the first site
 * @param stock one for each state
 * @param work what is to be done or has gone wrong
 * @param weeks what expires when
 * @param recalls the open ones
 */
public record TodayView(
        long position, String counted, List<Figure> stock, List<Figure> work, List<Bar> weeks, List<Recall> recalls) {
    /**
     * @param label what it is
     * @param number how much
     * @param detail what else is to be said; may be empty
     * @param link address of its rows; empty where there is no page of them
     * @param tone {@code bad}, {@code warn} or empty
     */
    public record Figure(String label, String number, String detail, String link, String tone) {}

    /**
     * @param week its first and last day
     * @param label its first day, below its bar in the chart
     * @param count how many lots
     * @param lots the same, to be read
     * @param length of the bar, of 100 for the longest
     * @param link address of the lots
     */
    public record Bar(String week, String label, long count, String lots, long length, String link) {}

    /** @param due when the next report is to be given; empty for an exercise */
    public record Recall(String number, String mode, String due, boolean isOverdue) {}

    static TodayView of(Visit visit, TodayFigures figures) {
        return new TodayView(
                figures.ledgerPosition(),
                visit.formats().time(figures.at(), visit.zone()),
                stock(visit, figures),
                work(visit, figures),
                weeks(visit, figures.expiring()),
                figures.recalls().stream()
                        .map(recall -> recall(visit, recall, figures.at()))
                        .toList());
    }

    private static List<Figure> stock(Visit visit, TodayFigures figures) {
        List<Figure> stock = new ArrayList<>();
        value(visit)
                .ifPresent(value -> stock.add(new Figure(
                        visit.texts().lookup("today.value"),
                        visit.formats().money(value),
                        "",
                        visit.has("accounts") ? Address.to("accounts") : "",
                        "")));
        for (TodayFigures.Stock state : figures.stock()) {
            stock.add(new Figure(
                    visit.texts().lookup("stock-state." + state.state().code()),
                    visit.formats().number(state.lots()),
                    visit.texts().of("today.units", visit.formats().number(state.units())),
                    linkTo(state.state()),
                    state.lots() == 0 || state.state() == StockState.SELLABLE
                            ? ""
                            : state.state() == StockState.RECALLED ? "bad" : "warn"));
        }
        return stock;
    }

    private static String linkTo(StockState state) {
        return switch (state) {
            case RECALLED -> stockLink("disposition", Disposition.RECALLED.code());
            case ON_HOLD -> stockLink("disposition", Disposition.ON_HOLD.code());
            case EXPIRED -> stockLink("disposition", Disposition.SELLABLE.code(), "expired", "yes");
            case SELLABLE -> stockLink("disposition", Disposition.SELLABLE.code(), "expired", "no");
        };
    }

    private static String stockLink(Object... namesAndValues) {
        List<Object> all = new ArrayList<>(List.of("kind", PlaceKind.LOCATION.code()));
        all.addAll(List.of(namesAndValues));
        return Address.to("stock", all.toArray());
    }

    /** Whoever may not know what stock is worth does not; while the books are behind, nobody does. */
    private static Optional<Money> value(Visit visit) {
        if (!visit.may("cost.inventory-value")) {
            return Optional.empty();
        }
        try {
            return visit.as(LotCosting.class).inventoryValue();
        } catch (CostingBehindException behind) {
            return Optional.empty();
        }
    }

    private static List<Figure> work(Visit visit, TodayFigures figures) {
        TodayFigures.SalesOrders orders = figures.salesOrders();
        TodayFigures.Receipts receipts = figures.receipts();
        TodayFigures.Interchanges interchanges = figures.interchanges();
        TodayFigures.Road road = figures.road();
        String expectedLink = visit.has("partners") ? Address.to("partners/expected") : "";
        String orderLink = visit.may("sales-order.list") ? Address.to("orders") : "";
        List<Figure> work = new ArrayList<>(List.of(
                new Figure(
                        visit.texts().lookup("today.road"),
                        visit.formats().number(road.lots()),
                        road.oldest()
                                .map(oldest -> visit.texts()
                                        .of(
                                                "today.road.oldest",
                                                visit.formats().number(road.dispatches()),
                                                visit.formats().time(oldest, visit.zone())))
                                .orElse(""),
                        Address.to("stock", "kind", PlaceKind.IN_TRANSIT.code()),
                        ""),
                new Figure(
                        visit.texts().lookup("today.orders-late"),
                        visit.formats().number(orders.late()),
                        visit.texts().of("today.orders-since", visit.formats().date(orders.since())),
                        orderLink.isEmpty() ? "" : Address.to("orders", "due", "late"),
                        tone(orders.late(), "bad")),
                new Figure(
                        visit.texts().lookup("today.orders-due"),
                        visit.formats().number(orders.dueToday()),
                        "",
                        orderLink.isEmpty() ? "" : Address.to("orders", "due", "today"),
                        ""),
                new Figure(
                        visit.texts().lookup("today.receipts-late"),
                        visit.formats().number(receipts.late()),
                        visit.texts().of("today.receipts-days", visit.formats().number(receipts.daysOnTheRoad())),
                        expectedLink,
                        tone(receipts.late(), "warn")),
                new Figure(
                        visit.texts().lookup("today.receipts-due"),
                        visit.formats().number(receipts.due()),
                        "",
                        expectedLink,
                        ""),
                new Figure(
                        visit.texts().lookup("today.edi-problems"),
                        visit.formats().number(interchanges.problems()),
                        visit.texts().of("today.since", visit.formats().time(interchanges.since(), visit.zone())),
                        visit.has("partners") ? Address.to("partners/interchanges") : "",
                        tone(interchanges.problems(), "bad")),
                new Figure(
                        visit.texts().lookup("today.edi-withheld"),
                        visit.formats().number(interchanges.withheld()),
                        "",
                        visit.has("partners")
                                ? Address.to("partners/interchanges", "status", InterchangeStatus.WITHHELD.code())
                                : "",
                        tone(interchanges.withheld(), "warn")),
                new Figure(
                        visit.texts().lookup("today.set-aside"),
                        visit.formats().number(figures.setAside()),
                        "",
                        visit.has("admin") ? Address.to("admin/followers") : "",
                        tone(figures.setAside(), "bad"))));
        if (visit.may("exception.figures")) {
            work.add(exceptions(visit));
        }
        return work;
    }

    private static Figure exceptions(Visit visit) {
        ExceptionFigures exceptions = visit.as(ExceptionCases.class).figures();
        return new Figure(
                visit.texts().lookup("today.exceptions"),
                visit.formats().number(exceptions.open()),
                visit.texts().of("today.exceptions.late", visit.formats().number(exceptions.late())),
                visit.has("exceptions") ? Address.to("exceptions") : "",
                exceptions.late() > 0 ? "bad" : tone(exceptions.open(), "warn"));
    }

    private static String tone(long count, String tone) {
        return count == 0 ? "" : tone;
    }

    private static List<Bar> weeks(Visit visit, List<Week> weeks) {
        long longest = weeks.stream().mapToLong(Week::lots).max().orElse(0);
        return weeks.stream()
                .map(week -> new Bar(
                        visit.texts()
                                .of(
                                        "today.week",
                                        visit.formats().date(week.monday()),
                                        visit.formats().date(week.sunday())),
                        visit.formats().date(week.monday()),
                        week.lots(),
                        visit.formats().number(week.lots()),
                        longest == 0 ? 0 : week.lots() * 100 / longest,
                        stockLink(
                                "disposition",
                                Disposition.SELLABLE.code(),
                                "expired",
                                "no",
                                "from",
                                week.monday(),
                                "until",
                                week.sunday())))
                .toList();
    }

    private static Recall recall(Visit visit, OpenRecall recall, Instant now) {
        return new Recall(
                recall.id().value(),
                visit.texts().lookup("recall-mode." + recall.mode().code()),
                recall.nextReport()
                        .map(due -> visit.formats().time(due, visit.zone()))
                        .orElse(""),
                recall.nextReport().filter(now::isAfter).isPresent());
    }
}
