package org.lottrace.console.web.internal.stock;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.overview.PastStock;
import org.lottrace.api.overview.PastStockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.desk.Csv;
import org.lottrace.console.web.internal.desk.PastDays;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;

/** Stock at the end of a day, as it is known now or was known then; all of it as a file. Days are those of the chosen site. */
public final class PastStockView {
    private static final int AT_A_TIME = 50;

    private final Visit visit;

    /**
     * @param entered what the form was filled in with
     * @param balances of this page; empty when no day was asked for
     * @param isAsked whether a day was asked for
     * @param zone whose days they are
     */
    public record View(
            Parameters entered,
            boolean isAsked,
            List<StockBalance> balances,
            ZoneId zone,
            Optional<String> next,
            String file) {}

    PastStockView(Visit visit) {
        this.visit = visit;
    }

    Answer show() {
        Parameters entered = visit.parameters();
        boolean isAsked = PastDays.of(entered).isAsked();
        List<StockBalance> found =
                isAsked ? list(filter(), asOf(), StockPage.after(entered), AT_A_TIME + 1) : List.of();
        List<StockBalance> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        return Answer.html(
                "stock/past.jte",
                new View(
                        entered,
                        isAsked,
                        shown,
                        zone(),
                        found.size() > AT_A_TIME
                                ? Optional.of(StockPage.next("stock/past", entered, key(shown.get(AT_A_TIME - 1))))
                                : Optional.empty(),
                        Address.to(
                                "stock/past.csv",
                                entered.except(StockPage.CURSOR).toArray())));
    }

    /** What is recorded while the file is written is not in it: all its rows are of one moment. */
    Answer file() {
        PastStockFilter filter = filter();
        AsOf asked = asOf();
        AsOf asOf = new AsOf(asked.position(), asked.knownAt().or(() -> Optional.of(visit.now())), asked.happenedBy());
        return new Answer.Download("stock-past.csv", "text/csv;charset=utf-8", out -> write(filter, asOf, out));
    }

    private void write(PastStockFilter filter, AsOf asOf, OutputStream out) throws IOException {
        Csv file = new Csv(out);
        file.row("item", "lot", "issuer", "place_kind", "place", "sscc", "quantity", "unit");
        Optional<StockLine.Key> after = Optional.empty();
        List<StockBalance> page;
        do {
            page = list(filter, asOf, after, PastStock.LONGEST_PAGE);
            for (StockBalance balance : page) {
                file.row(
                        balance.lot().item(),
                        balance.lot().number(),
                        balance.lot().issuer(),
                        balance.position().place().kind().code(),
                        balance.position().place().code(),
                        balance.position().container(),
                        balance.quantity().amount(),
                        balance.quantity().unit());
                after = Optional.of(key(balance));
            }
        } while (page.size() == PastStock.LONGEST_PAGE);
        file.end();
    }

    private List<StockBalance> list(PastStockFilter filter, AsOf asOf, Optional<StockLine.Key> after, int limit) {
        return visit.as(PastStock.class).list(filter, asOf, after, limit);
    }

    private PastStockFilter filter() {
        return new PastStockFilter(
                value("site", SiteId.class), value("item", ItemNumber.class), value("key", LotKey.class));
    }

    private AsOf asOf() {
        return PastDays.of(visit.parameters()).asOf(zone());
    }

    private ZoneId zone() {
        return value("site", SiteId.class).map(visit::zoneOf).orElseGet(visit::zone);
    }

    private <T> Optional<T> value(String field, Class<T> type) {
        return visit.parameters().given(field).map(text -> TextForms.read(type, text));
    }

    private static StockLine.Key key(StockBalance balance) {
        return new StockLine.Key(balance.lot(), balance.position());
    }
}
