package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.overview.OpenOrder;
import org.lottrace.api.overview.Overview;
import org.lottrace.api.overview.PastStock;
import org.lottrace.api.overview.PastStockFilter;
import org.lottrace.api.overview.Search;
import org.lottrace.api.overview.SearchAnswer;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.StockLines;
import org.lottrace.api.overview.TodayFigures;
import org.lottrace.api.text.TextForms;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** What is at hand today, stock line by line, and the search for everything. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Overviews {
    private static final int MOST_ORDERS = 499;

    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Overviews(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("today")
    @Produces("application/json")
    @Performs("overview.today")
    public TodayFigures today() {
        return operations.as(Callers.of(user), Overview.class).today();
    }

    @GET
    @Path("open-orders")
    @Performs("overview.list-open-orders")
    public Page<OpenOrder> openOrders(
            @QueryParam("late") @DefaultValue("true") boolean late,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        Limit rows = new Limit(Math.min(limit.rows(), MOST_ORDERS));
        List<OpenOrder> orders = operations
                .as(Callers.of(user), Overview.class)
                .openOrders(late, Optional.ofNullable(after).map(Overviews::orderKey), rows.andOne());
        return Page.of(orders, rows, order -> order.deliveryDate() + "|" + order.number());
    }

    private static OpenOrder.Key orderKey(String cursor) {
        String[] parts = cursor.split("\\|", 2);
        try {
            return new OpenOrder.Key(LocalDate.parse(parts[0]), parts[parts.length - 1]);
        } catch (DateTimeParseException unreadable) {
            throw unknownCursor(cursor);
        }
    }

    private static RefusedRequestException unknownCursor(String cursor) {
        return new RefusedRequestException(
                400, new Fault("CURSOR_UNKNOWN", "?after", "no row is called " + cursor + "; begin without after"));
    }

    @GET
    @Path("search")
    @Produces("application/json")
    @Performs("search.find")
    public SearchAnswer find(@Required @QueryParam("text") String text) {
        return operations.as(Callers.of(user), Search.class).find(text);
    }

    @GET
    @Path("stock")
    @Performs("stock.list")
    public Page<StockLine> stock(
            @QueryParam("place-kind") PlaceKind kind,
            @QueryParam("site") SiteId site,
            @QueryParam("location") LocationId location,
            @QueryParam("item") ItemNumber item,
            @QueryParam("lot") @DefaultValue("") String lot,
            @QueryParam("unit") Sscc unit,
            @QueryParam("disposition") Disposition disposition,
            @QueryParam("expired") Boolean expired,
            @QueryParam("expires-from") LocalDate expiresFrom,
            @QueryParam("expires-until") LocalDate expiresUntil,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        StockFilter filter = new StockFilter(
                Optional.ofNullable(kind),
                Optional.ofNullable(site),
                Optional.ofNullable(location),
                Optional.ofNullable(item),
                lot,
                Optional.ofNullable(unit),
                Optional.ofNullable(disposition),
                Optional.ofNullable(expired),
                Optional.ofNullable(expiresFrom),
                Optional.ofNullable(expiresUntil));
        Limit rows = new Limit(Math.min(limit.rows(), StockLines.LONGEST_PAGE - 1));
        List<StockLine> lines = operations
                .as(Callers.of(user), StockLines.class)
                .list(filter, Optional.ofNullable(after).map(Overviews::key), rows.andOne());
        return Page.of(lines, rows, Overviews::cursor);
    }

    /** Without a time it is the stock of now, from the same sum. */
    @GET
    @Path("stock/past")
    @Performs(value = "stock.at-date", rows = Performs.WHOLE)
    public Page<StockBalance> pastStock(
            @QueryParam("site") SiteId site,
            @QueryParam("item") ItemNumber item,
            @QueryParam("lot") LotKey lot,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        List<StockBalance> balances = operations
                .as(Callers.of(user), PastStock.class)
                .list(
                        new PastStockFilter(
                                Optional.ofNullable(site), Optional.ofNullable(item), Optional.ofNullable(lot)),
                        Past.asOf(position, knownAt, at),
                        Optional.ofNullable(after).map(Overviews::key),
                        limit.andOne());
        return Page.of(balances, limit, balance -> cursor(balance.position(), balance.lot()));
    }

    private static String cursor(StockLine line) {
        return cursor(line.position(), line.lot().key());
    }

    private static String cursor(Position position, LotKey lot) {
        return TextForms.write(Position.class, position) + "|" + lot;
    }

    private static StockLine.Key key(String cursor) {
        String[] parts = cursor.split("\\|", 2);
        try {
            return new StockLine.Key(
                    TextForms.read(LotKey.class, parts[parts.length - 1]), TextForms.read(Position.class, parts[0]));
        } catch (IllegalArgumentException unreadable) {
            throw unknownCursor(cursor);
        }
    }
}
