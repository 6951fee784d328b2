package org.lottrace.console.web.internal.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.StockLines;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;

/** Current stock, the first to expire first, a page at a time; all that fits the filter as a file. Below it stock as it was. */
public final class StockPage implements Page {
    private static final int AT_A_TIME = 50;
    static final String[] CURSOR = {"after", "place-kind", "place", "unit"};

    /**
     * @param entered what the filter was filled in with
     * @param next address of the next page, absent on the last one
     * @param file address of the file with all that fits
     */
    public record View(Parameters entered, List<StockLine> lines, Optional<String> next, String file) {}

    @Override
    public String path() {
        return "stock";
    }

    @Override
    public String needs() {
        return "stock.list";
    }

    @Override
    public String icon() {
        return "stock";
    }

    @Override
    public Answer show(Visit visit) {
        if (visit.address().rest().equals(List.of("past"))) {
            return new PastStockView(visit).show();
        }
        if (visit.address().rest().equals(List.of("past.csv"))) {
            return new PastStockView(visit).file();
        }
        StockFilter filter = EnteredFilter.of(visit.parameters());
        if (visit.address().rest().equals(List.of("stock.csv"))) {
            return new Answer.Download(
                    "stock.csv", "text/csv;charset=utf-8", new StockFile(visit.as(StockLines.class), filter)::writeTo);
        }
        List<StockLine> lines = visit.as(StockLines.class).list(filter, after(visit.parameters()), AT_A_TIME + 1);
        List<StockLine> shown = lines.subList(0, Math.min(AT_A_TIME, lines.size()));
        return Answer.html(
                "stock/stock.jte",
                new View(
                        visit.parameters(),
                        shown,
                        lines.size() > AT_A_TIME
                                ? Optional.of(next(
                                        "stock",
                                        visit.parameters(),
                                        shown.get(AT_A_TIME - 1).key()))
                                : Optional.empty(),
                        Address.to(
                                "stock/stock.csv",
                                visit.parameters().except(CURSOR).toArray())));
    }

    static String next(String page, Parameters entered, StockLine.Key last) {
        List<Object> all = new ArrayList<>(entered.except(CURSOR));
        all.addAll(List.of(
                CURSOR[0], last.lot(),
                CURSOR[1], last.position().place().kind().code(),
                CURSOR[2], last.position().place().code()));
        last.position().container().ifPresent(unit -> all.addAll(List.of(CURSOR[3], unit)));
        return Address.to(page, all.toArray());
    }

    static Optional<StockLine.Key> after(Parameters parameters) {
        return parameters
                .given(CURSOR[0])
                .map(lot -> new StockLine.Key(
                        LotKey.parse(lot),
                        new Position(
                                Place.of(
                                        TextForms.read(PlaceKind.class, parameters.text(CURSOR[1])),
                                        parameters.text(CURSOR[2])),
                                parameters.given(CURSOR[3]).map(Sscc::new))));
    }
}
